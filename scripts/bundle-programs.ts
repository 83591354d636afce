import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/** What is used in place: binaries and files beside the code, and what must be there before all else. */
const IN_PLACE = [
  '@electric-sql/pglite',
  '@node-rs/argon2',
  '@sparticuz/chromium',
  // Each a module for require() beside one for import, of which a bundle would take the first, without its names.
  '@zxcvbn-ts/core',
  '@zxcvbn-ts/language-common',
  'fontkit',
  'puppeteer',
  'reflect-metadata',
  'subset-font',
];
/** What Nest would take if it were installed. */
const NOT_INSTALLED = [
  '@fastify/multipart',
  '@fastify/static',
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  'class-transformer',
  'class-validator',
  'pino-pretty',
];

/**
 * Writes the service, the command line and the threads (platform/threads) to `dist`, each with the libraries it uses: a process that reads a few files in
 * place of some 1,600 is there in a third of the time (docs/decisions/one-bundle.md).
 *
 * @param dist where the compiled sources are
 */
export async function bundlePrograms(root: string, dist: string): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: {
      main: join(dist, 'src/main.js'),
      cli: join(dist, 'src/cli.js'),
      'read-table-thread': join(dist, 'src/platform/csv/read-table-thread.adapter.js'),
      'chart-thread': join(dist, 'src/analytics/chart-thread.adapter.js'),
      'drawing-thread': join(dist, 'src/reporting/drawing-thread.adapter.js'),
    },
    outdir: dist,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    keepNames: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: [...IN_PLACE, ...NOT_INSTALLED],
    // Libraries written for require() get one.
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
    },
    logLevel: 'warning',
  });
  let found = 0;
  for (const { path, text } of outputFiles) {
    found += text.split(NAMES_ALL).length - 1;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text.replace(NAMES_ALL, NAMES_CLASSES));
  }
  if (found !== 1)
    throw new Error(`esbuild says ${found} times how it keeps names, and not once as expected.`);
}

/**
 * How esbuild keeps the names of functions and classes that it had to call otherwise. It would name a function each time that
 * it is made, several times in each answer of the service; of classes alone, which log lines name, it is done once.
 */
const NAMES_ALL = 'var __name = (target, value) => __defProp(target, "name", { value, configurable: true });';
const NAMES_CLASSES =
  'var __name = (target, value) => value.charCodeAt(0) > 96 ? target : __defProp(target, "name", { value, configurable: true });';
