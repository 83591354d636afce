import { basename } from 'node:path';
import { DomainError } from '../../core/errors.ts';
import { Clock } from '../clock/clock.ts';
import { type ImportOutcome, importFile } from '../csv/import-file.use-case.ts';
import type { ImportKind } from '../csv/import-kind.ts';
import type { RowError } from '../csv/row-error.ts';
import { DECIMAL_SIGNS, type DecimalSign } from '../csv/written-number.ts';
import { DATABASE } from '../database/database.module.ts';
import type { Database } from '../database/database.ts';
import { type Command, type CommandResult, command } from './command.ts';

/** Stands in the batch and beside the rows that are approved. */
const BY = 'command line';

/** `npm run import -- KIND FILE`: what whoever runs the service imports is approved, unless they say `--draft`. */
export function importCommand(kinds: readonly ImportKind[]): Command {
  return command({
    name: 'import',
    usage: `KIND FILE [--dry-run] [--draft] [--sheet NAME] [--decimal comma|point] [--create]   (KIND: ${kinds.map(({ name }) => name).join(', ')})`,
    positionals: ['KIND', 'FILE'],
    options: {
      'dry-run': { type: 'boolean' },
      draft: { type: 'boolean' },
      sheet: { type: 'string' },
      decimal: { type: 'string' },
      create: { type: 'boolean' },
    },
    takesAnyDatabase: true,
    reads: ({ positionals }) => positionals.slice(1),
    run: async (context, { positionals: [name = '', path = ''], options }) => {
      const kind = kinds.find((one) => one.name === name);
      if (kind === undefined) {
        throw new DomainError('IMPORT.UNKNOWN_KIND', `There is no kind of file "${name}".`, { kind: 'call' });
      }
      const outcome = await importFile(context.get<Database>(DATABASE), {
        kind,
        fileName: basename(path),
        bytes: context.file(path),
        by: BY,
        approve: !options.draft,
        dryRun: options['dry-run'] ?? false,
        now: context.get(Clock).now(),
        reading: {
          sheet: options.sheet ?? null,
          decimal: decimalSign(options.decimal),
          create: options.create ?? false,
        },
      });
      return describeImport(outcome);
    },
  });
}

/** @throws DomainError `IMPORT.UNKNOWN_DECIMAL` (call) */
function decimalSign(said: string | undefined): DecimalSign | null {
  if (said === undefined) return null;
  const sign = DECIMAL_SIGNS.find((one) => one === said);
  if (sign !== undefined) return sign;
  throw new DomainError('IMPORT.UNKNOWN_DECIMAL', `"${said}" is neither comma nor point.`, { kind: 'call' });
}

function describeImport(outcome: ImportOutcome): CommandResult {
  const { fileName, rows, inserted, updated, unchanged, notes, errors, errorCount, dryRun } = outcome;
  if (errorCount > 0) {
    const unlisted = errorCount - errors.length;
    return {
      exit: 1,
      lines: [],
      errors: [
        ...notes,
        ...errors.map((error) => describeRowError(fileName, error)),
        ...(unlisted > 0 ? [`... and ${unlisted} more.`] : []),
        `${fileName}: refused, nothing was stored (${counted(errorCount, 'error')} in ${counted(rows, 'row')}).`,
      ],
    };
  }
  const counts = `${inserted} new, ${updated} changed, ${unchanged} unchanged`;
  return {
    lines: [
      ...notes,
      `${fileName}: ${counted(rows, 'row')}, ${counts}${dryRun ? ' (dry run: nothing was stored)' : ''}.`,
    ],
  };
}

/** As compilers do, so that editors find the place: `results.csv:14: value: … RESULT.NOT_A_NUMBER`. */
function describeRowError(fileName: string, { line, column, code, message, remedy }: RowError): string {
  return `${fileName}:${line}: ${column === null ? '' : `${column}: `}${message} ${remedy} [${code}]`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
