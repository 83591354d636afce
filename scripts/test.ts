import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buildIfNeeded } from './build.ts';
import { ROOT, runTool } from './run-tool.ts';

/** Files that failed while others ran beside them are run again alone, up to so many: more are a fault, not a busy machine. */
const MOST_AGAIN = 5;

interface Run {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The files that failed, with how many of their tests did not. */
  readonly files: readonly { readonly path: string; readonly passed: number; readonly skipped: number }[];
}

/** One run of Jest: its exit status, and what it counted, unless it ended before it could count. */
async function run(
  args: readonly string[],
): Promise<{ readonly status: number; readonly counted: Run | undefined }> {
  const folder = await mkdtemp(join(tmpdir(), 'attest-tests-'));
  const to = join(folder, 'run.json');
  try {
    const status = await runTool('jest', args, { TEST_RUN_TO: to });
    const written = await readFile(to, 'utf8').catch(() => undefined);
    return { status, counted: written === undefined ? undefined : (JSON.parse(written) as Run) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs what failed once more, alone, and answers both runs as one (docs/decisions/tests-again.md). */
async function again(first: Run): Promise<{ readonly status: number; readonly counted: Run | undefined }> {
  const names = first.files.map(({ path }) => relative(ROOT, path));
  console.log(`\nFailed beside others, and run again alone: ${names.join(', ')}`);
  const { status, counted } = await run(['--maxWorkers=1', '--runTestsByPath', ...names]);
  if (counted === undefined) return { status: status || 1, counted: first };
  if (status === 0) console.log(`\nUnsteady, to be mended (passed alone): ${names.join(', ')}`);
  const before = (of: 'passed' | 'skipped') => first.files.reduce((sum, file) => sum + file[of], 0);
  return {
    status,
    counted: {
      passed: first.passed - before('passed') + counted.passed,
      failed: counted.failed,
      skipped: first.skipped - before('skipped') + counted.skipped,
      files: counted.files,
    },
  };
}

// Some tests start the service and the command line as processes, and those run what was built.
await buildIfNeeded().catch((error: Error) => {
  console.error(error.message);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
});
const args = process.argv.slice(2);
const first = await run(args);
const failed = first.counted?.files.length ?? 0;
const { status, counted } =
  args.length === 0 && first.counted !== undefined && failed > 0 && failed <= MOST_AGAIN
    ? await again(first.counted)
    : first;
if (counted !== undefined)
  console.log(`${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped`);
process.exitCode = status;
