import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import {
  type ChecklistLine,
  type Mutation,
  readChecklist,
  readMutations,
} from '../test/security/checklist.ts';
import { buildIfNeeded } from './build.ts';
import { ROOT, TOOLS } from './run-tool.ts';

/** What came of one run of a line's test. */
interface Run {
  readonly passed: number;
  /** The first line of what each failed test said; no file that could not be loaded is among them. */
  readonly failures: readonly string[];
}

/**
 * Proves docs/security.md: takes away what its lines protect, one thing at a time and in a copy of the tree, and demands
 * that the test which the line names fails. `npm run prove`, or `npm run prove -- 3.5.1 11.5.1` for some of its lines.
 */
const wanted = process.argv.slice(2);
const lines = new Map(readChecklist(ROOT).map((line) => [line.item, line]));
const mutations = readMutations(ROOT).filter(
  ({ item }) => wanted.length === 0 || item.split(/,? /).some((number) => wanted.includes(number)),
);
/** By spec and title: a test that fails anyway proves nothing. */
const untouched = new Map<string, Run>();
let unproven = 0;

await buildIfNeeded();
const copy = copyOfTheTree();
try {
  for (const mutation of mutations) {
    const [verdict, reason] = proofOf(mutation);
    if (verdict !== 'red') unproven += 1;
    const [first] = mutation.edits;
    console.log([verdict, mutation.item, first?.file, first?.find, reason].join(' | '));
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${mutations.length - unproven} of ${mutations.length} tests fail without their protection.`);
process.exitCode = unproven === 0 && mutations.length > 0 ? 0 : 1;

/** Everything that git would keep, and what was installed and built. */
function copyOfTheTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attest-prove-'));
  const kept = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: ROOT });
  for (const file of kept.toString().split('\0').filter(Boolean)) {
    cpSync(join(ROOT, file), join(folder, file));
  }
  for (const made of ['node_modules', 'dist']) symlinkSync(join(ROOT, made), join(folder, made));
  return folder;
}

/** `red` with the words of the failed test, else what stands against it. */
function proofOf({ item, edits }: Mutation): readonly [string, string] {
  const line = lines.get(item);
  if (line === undefined) return ['NO LINE', 'docs/security.md has no such line'];
  const key = `${line.spec} ${line.title}`;
  const before = untouched.get(key) ?? run(line);
  untouched.set(key, before);
  if (before.passed === 0 || before.failures.length > 0) {
    return ['NOT WHOLE', `${key} does not pass as it is: ${before.failures[0] ?? 'no test ran'}`];
  }
  for (const { file, find, replace } of edits) {
    const source = readFileSync(join(copy, file), 'utf8');
    if (source.split(find).length !== 2) return ['NOT FOUND', `"${find}" does not stand once in ${file}`];
    writeFileSync(
      join(copy, file),
      source.replace(find, () => replace),
    );
  }
  const { passed, failures } = run(line);
  for (const { file } of edits) cpSync(join(ROOT, file), join(copy, file));
  const [failure] = failures;
  if (failure !== undefined) return ['red', failure];
  return passed > 0
    ? ['NOT PROVEN', `${key} passes without it`]
    : ['NOT RUN', `${key} did not come to its end`];
}

/** Where there are two engines, on the embedded one alone: what is proved here does not hang on it. */
function run({ spec, title }: ChecklistLine): Run {
  const words = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('%s', '.*');
  const report = join(copy, 'prove-report.json');
  rmSync(report, { force: true });
  spawnSync(
    process.execPath,
    [
      ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
      ...[join(copy, 'node_modules', TOOLS.jest), '-w', '1', '--json', '--outputFile', report],
      ...['--runTestsByPath', spec, '-t', `^(?!.*\\(postgres\\)).*${words}`],
    ],
    // Of what is said of a test that fails there may be more than is kept of it, and then it would be ended.
    { cwd: copy, stdio: 'ignore' },
  );
  // Ended before it could say anything.
  if (!existsSync(report)) return { passed: 0, failures: [] };
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    readonly testResults: readonly {
      readonly assertionResults: readonly { readonly status: string; readonly failureMessages: string[] }[];
    }[];
  };
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const said = ([message = '']: readonly string[]) =>
    stripVTControlCharacters(message).replace(/\s+/g, ' ').slice(0, 160);
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failures: tests
      .filter(({ status }) => status === 'failed')
      .map(({ failureMessages }) => said(failureMessages))
      // A machine that is busy may do the same.
      .filter((message) => !message.includes('Exceeded timeout')),
  };
}
