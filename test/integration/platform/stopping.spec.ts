import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../../src/platform/config/root.ts';
import { prepareFolder } from '../../support/prepared-folder.ts';

/** Moments of a start, in their order: what it prints, or what it puts into its folder. */
const MOMENTS: readonly (RegExp | string)[] = [
  '.lock',
  'PG_VERSION',
  /The database was empty/,
  /The database is /,
  'service.json',
  /Attest is ready/,
  /There is no administrator/,
  /Reports of /,
];

/** Moments of the first start alone: for the others the database is there already. */
const FIRST: ReadonlySet<RegExp | string> = new Set(MOMENTS.slice(0, 2));

/** Each start takes its seconds: where somebody waits, the first, and one in the middle. */
const TRIED = process.env.CI ? MOMENTS : MOMENTS.filter((_, at) => [0, 4].includes(at));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-stopping-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Comes to pass when the moment has come; the database's folder is not there from the beginning. */
function reached(moment: RegExp | string, child: ChildProcess, output: () => string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (typeof moment !== 'string') {
    const look = () => moment.test(output()) && resolve();
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    return promise;
  }
  const watcher = watch(folder, { recursive: true }, (_event, name) => {
    if (name?.endsWith(moment)) resolve();
  });
  return promise.finally(() => watcher.close());
}

it.each(TRIED.map((moment) => [String(moment), moment] as const))(
  'ends in order when it is told to at %s',
  async (_name, moment) => {
    if (!FIRST.has(moment)) await prepareFolder(folder);
    const child = spawn(process.execPath, [join(ROOT, 'dist/main.js')], {
      env: { PATH: process.env.PATH ?? '', DATA_DIR: folder, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    const ended = once(child, 'exit');
    await Promise.race([reached(moment, child, () => output), ended]);
    child.kill('SIGTERM');
    // Together, so that a failure says what was printed.
    expect([await ended, output]).toEqual([
      [0, null],
      expect.not.stringMatching(/\n\s+at |rror:|"level":[56]0/),
    ]);
    expect(readdirSync(folder).filter((name) => /lock|service/.test(name))).toEqual([]);
    expect(existsSync(join(folder, 'db', 'PG_VERSION'))).toBe(true);
  },
);
