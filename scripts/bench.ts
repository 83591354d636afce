import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded } from './build.ts';
import { ROOT } from './run-tool.ts';

/** What a bench/NAME.bench.ts exports; each figure is a row of the table. */
interface Bench {
  readonly name: string;
  run(): Promise<readonly Figure[]>;
}

interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be; a figure above it fails the run. */
  readonly limit?: number;
}

await buildIfNeeded();
const wanted = process.argv.slice(2);
const files = globSync('dist/bench/*.bench.js', { cwd: ROOT }).sort();
const benches = await Promise.all(
  files.map(async (file) => (await import(pathToFileURL(join(ROOT, file)).href)) as Bench),
);
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark "${unknown[0]}". Benchmarks: ${benches.map(({ name }) => name).join(', ')}.`,
  );
  console.error('Usage: npm run bench [-- NAME]');
  process.exit(2);
}
const out = join(ROOT, 'bench/out');
if (!existsSync(out)) {
  mkdirSync(out, { recursive: true });
}
for (const bench of benches.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const figures = await bench.run();
  console.log(`\n${bench.name}`);
  console.table(Object.fromEntries(figures.map(({ what, ...figure }) => [what, figure])));
  writeFileSync(join(out, `${bench.name}.json`), `${JSON.stringify(figures, null, 2)}\n`);
  if (figures.some(({ value, limit }) => limit !== undefined && value > limit)) {
    process.exitCode = 1;
  }
}
