import { parseArgs } from 'node:util';
import type { Abstract, Type } from '@nestjs/common';
import { DomainError } from '../../core/errors.ts';
import { knownFailure } from '../errors/unavailable.ts';

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
type OptionValues<O extends Options> = {
  readonly [K in keyof O]?: O[K]['type'] extends 'string' ? string : boolean;
};

export interface Arguments<O extends Options = Options> {
  /** As many as the command names, in their order. */
  readonly positionals: readonly string[];
  readonly options: OptionValues<O>;
}

/** What a command works with. It may run in another process than the caller's, so files come and go through it. */
export interface CommandContext {
  /** A service of the application, by its class or token. */
  get<T>(token: Type<T> | Abstract<T> | symbol): T;
  /** The content of a file that the command said it reads. */
  file(path: string): Uint8Array;
}

export interface CommandResult {
  /** For standard output. */
  readonly lines: readonly string[];
  /** For standard error: why the data were refused. */
  readonly errors?: readonly string[];
  /** 0: done; 1: refused, `errors` say why. */
  readonly exit?: 0 | 1;
  /** To be written where the caller stands. */
  readonly files?: readonly OutputFile[];
}

/** A file that a command makes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** It holds what the database keeps to itself: only the caller may read it. Others follow the caller's umask. */
  readonly ownerOnly?: boolean | undefined;
}

export interface Command<O extends Options = Options> {
  readonly name: string;
  /** What follows the name: `REPORT --period P --out FILE [--lang L]`. */
  readonly usage: string;
  readonly options: O;
  /** Names of the arguments without dashes, all of them needed. */
  readonly positionals: readonly string[];
  /** An option that stands in the place of all of them. */
  readonly inTheirPlace?: string;
  /** It takes the database as it is; other commands find the seeds in one that nobody has touched, as at a first start. */
  readonly takesAnyDatabase?: true;
  /** Paths of the files that it reads. */
  reads?(args: Arguments<O>): readonly string[];
  /** Paths that it will write, so that a wrong one is told before the work and not after it. */
  writes?(args: Arguments<O>): readonly string[];
  /** @throws DomainError: its kind says whether the exit status is 1 or 2 */
  run(context: CommandContext, args: Arguments<O>): Promise<CommandResult>;
}

/** Gives `run` its options' types; the list of commands needs none of them. */
export function command<const O extends Options>(definition: Command<O>): Command {
  return definition as unknown as Command;
}

/** Every exit status but 0, and what is said with it. */
export interface Outcome {
  readonly exit: 0 | 1 | 2;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly files: readonly OutputFile[];
}

/** @throws DomainError COMMAND.UNKNOWN */
export function findCommand(commands: readonly Command[], name: string | undefined): Command {
  const found = commands.find((one) => one.name === name);
  if (!found) {
    throw new DomainError(
      'COMMAND.UNKNOWN',
      name === undefined ? 'No command is given.' : `There is no command "${name}".`,
      {
        kind: 'call',
        remedy: `Commands: ${commands.map((one) => one.name).join(', ')}.`,
      },
    );
  }
  return found;
}

/** @throws DomainError COMMAND.USAGE that names the wrong argument */
export function parseArguments(
  { options, positionals, inTheirPlace }: Command,
  argv: readonly string[],
): Arguments {
  const parsed = parseStrictly(options, argv);
  const isReplaced = inTheirPlace !== undefined && parsed.values[inTheirPlace] !== undefined;
  const wanted = isReplaced ? [] : positionals;
  const missing = wanted.slice(parsed.positionals.length);
  const extra = parsed.positionals.slice(wanted.length);
  if (missing.length > 0) {
    throw usageError(`${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing.`);
  }
  if (extra.length > 0) {
    throw usageError(`"${extra.join(' ')}" is one argument too many.`);
  }
  return { positionals: parsed.positionals, options: parsed.values as Arguments['options'] };
}

function parseStrictly(options: Options, argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: true });
  } catch (error) {
    // The first sentence names the option; what follows are hints about dashes.
    throw usageError(`${(error as Error).message.split(/\. |\n/)[0]?.replace(/\.$/, '')}.`);
  }
}

const usageError = (message: string) => new DomainError('COMMAND.USAGE', message, { kind: 'call' });

/** Runs it to its end: whatever happens is an outcome. `unexpected` gets what nobody foresaw. */
export async function runCommand(
  one: Command,
  args: Arguments,
  context: CommandContext,
  unexpected: (error: unknown) => void,
): Promise<Outcome> {
  try {
    const { lines, errors = [], exit = 0, files = [] } = await one.run(context, args);
    return { exit, stdout: lines, stderr: errors, files };
  } catch (error) {
    if (knownFailure(error) === null) {
      unexpected(error);
    }
    return failure(error, one);
  }
}

const WRONG_CALL: readonly DomainError['options']['kind'][] = [
  'call',
  'missing',
  'unknown-visitor',
  'forbidden',
];

/** One line for what went wrong, with the usage below it where the call was wrong. */
export function failure(thrown: unknown, one?: Command): Outcome {
  const error = knownFailure(thrown) ?? thrown;
  const wrongCall = error instanceof DomainError && WRONG_CALL.includes(error.options.kind);
  return {
    exit: wrongCall ? 2 : 1,
    stdout: [],
    stderr: [
      describeFailure(error),
      ...(wrongCall && one ? [`Usage: npm run ${one.name} -- ${one.usage}`] : []),
    ],
    files: [],
  };
}

function describeFailure(error: unknown): string {
  if (error instanceof DomainError) {
    const { remedy } = error.options;
    return `${error.message}${remedy === undefined ? '' : ` ${remedy}`}`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return `Something broke: ${message.split('\n')[0]}`;
}
