import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/platform/config/root.ts';

/** A service as `npm start` runs it, in a process of its own. */
export interface Service {
  readonly address: string;
  readonly pid: number;
  /** All that it has printed so far. */
  output(): string;
  /** Waits until it has printed this. */
  until(pattern: RegExp): Promise<void>;
  /** Sends the signal and waits for the end; answers the exit status. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A promise that may be refused while nobody waits for it. */
function listened() {
  const one = Promise.withResolvers<void>();
  one.promise.catch(() => undefined);
  return one;
}

/** Starts a service on a free port and waits until it says that it is ready. */
export async function startService(env: Readonly<Record<string, string>>): Promise<Service> {
  const child = run('main', [], { PORT: '0', ...env });
  let output = '';
  let changed = listened();
  const ended = new Promise<number | null>((done) => {
    child.on('exit', (status) => {
      changed.reject(new Error(`The service ended with ${status}: ${output}`));
      done(status);
    });
  });
  const read = (chunk: Buffer) => {
    output += chunk.toString();
    changed.resolve();
    changed = listened();
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const until = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(output)) await changed.promise;
  };
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  await until(/ready at http:\S+/);
  const address = /ready at (http:\/\/[^\s/]+)/.exec(output)?.[1] ?? '';
  return { address, pid: child.pid ?? 0, output: () => output, until, stop };
}

/** Runs the service where it is not expected to come up. */
export function failService(env: Readonly<Record<string, string>>): Promise<Finished> {
  return finished(run('main', [], { PORT: '0', ...env }));
}

/** A command of the command line, in a process of its own: `runCli(['import', 'results', file], { DATA_DIR })`. */
export function runCli(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Finished> {
  return finished(run('cli', args, env));
}

/** It lives for seconds, in which making the embedded database's code faster costs a quarter of all that it does. */
const FOR_A_MOMENT = ['--liftoff-only'];

/** As `npm start` and the image start it. */
export const AS_STARTED = ['--max-semi-space-size=8'];

function run(
  program: 'main' | 'cli',
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  const file = join(ROOT, `dist/${program}.js`);
  if (!existsSync(file)) {
    throw new Error(`There is no ${file}: run "npm run build" first, as "npm test" does.`);
  }
  // Settings of whoever runs the tests stay out, TEST_DATABASE_URL too.
  const { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE } = process.env;
  const inherited = Object.entries({ PATH, HOME, TMPDIR, NODE_COMPILE_CACHE }).filter(
    ([, value]) => value !== undefined,
  );
  const flags = [...FOR_A_MOMENT, ...(program === 'main' ? AS_STARTED : [])];
  return spawn(process.execPath, [...flags, file, ...args], {
    cwd: env.DATA_DIR,
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function finished(child: ChildProcess): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const status = await new Promise<number | null>((done) => child.on('close', done));
  return { status, stdout, stderr };
}
