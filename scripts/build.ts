import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stop } from 'esbuild';
import { buildAssets } from './build-assets.ts';
import { bundlePrograms } from './bundle-programs.ts';

const ROOT = resolve(import.meta.dirname, '..');
const STAMP = join(ROOT, 'dist/.built-from');

/** Everything that decides what the build makes. */
const INPUTS = [
  '{src,reports,bench,scripts,test/support}/**/*.{ts,tsx,mjs,css}',
  'tsconfig*.json',
  'package-lock.json',
];

/** Makes dist/ anew unless it was made from exactly these sources; throws where they do not compile. */
export async function buildIfNeeded(): Promise<void> {
  const fingerprint = sources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint) {
    return;
  }
  const start = performance.now();
  console.error('Building ...');
  // Beside the old one until it is whole: a build that breaks off must not pass for one that is done.
  const fresh = `dist.${process.pid}`;
  try {
    compile(fresh);
    await bundlePrograms(ROOT, join(ROOT, fresh));
    await buildAssets(ROOT, join(ROOT, fresh));
    writeFileSync(join(ROOT, fresh, '.built-from'), fingerprint);
    putInPlace(fresh, fingerprint);
  } finally {
    rmSync(join(ROOT, fresh), { recursive: true, force: true });
    // It keeps a process for the next build, and the service that is started next would carry it along.
    await stop();
  }
  console.error(`Built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** Of two builds of the same sources that end together, the first one stays. */
function putInPlace(fresh: string, fingerprint: string): void {
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  try {
    renameSync(join(ROOT, fresh), join(ROOT, 'dist'));
  } catch (error) {
    if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== fingerprint) throw error;
  }
}

function compile(outDir: string): void {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', outDir];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    throw new Error('The sources do not compile.');
  }
}

function sources(): string {
  const hash = createHash('sha256').update(process.version);
  const names = INPUTS.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort();
  for (const name of names) {
    hash.update(`\0${name}\0`).update(readFileSync(join(ROOT, name)));
  }
  return hash.digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildIfNeeded().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
