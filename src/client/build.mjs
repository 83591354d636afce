import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const OUT = join(here, '../../dist/client');

/**
 * Bundles the browser's script into dist/client under a name that changes with its content, so that it may be cached
 * for ever, and enters it into dist/client/manifest.json: `{"attest.js": "attest-<hash>.js"}`.
 *
 * @param {string} out
 * @returns {Promise<{ file: string, gzippedBytes: number }>}
 */
export async function buildClient(out = OUT) {
  const { outputFiles } = await build({
    entryPoints: { attest: join(here, 'main.ts') },
    outdir: out,
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'eof',
    tsconfig: join(here, 'tsconfig.json'),
    write: false,
  });
  const [script] = outputFiles;
  await mkdir(out, { recursive: true });
  const stale = (await readdir(out)).filter((name) => /^attest-.*\.js(\.br|\.gz)?$/.test(name));
  await Promise.all(stale.map((name) => rm(join(out, name))));
  await writeFile(script.path, script.contents);
  const manifest = { ...(await entries(join(out, 'manifest.json'))), 'attest.js': basename(script.path) };
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return { file: basename(script.path), gzippedBytes: gzipSync(script.contents).length };
}

/** What else a page loads is entered by others. */
async function entries(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { file, gzippedBytes } = await buildClient();
  console.log(`dist/client/${file}: ${(gzippedBytes / 1000).toFixed(1)} kB gzipped`);
}
