import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import type * as FontFiles from '../src/web/styles/fonts.adapter.ts';
import type * as Fonts from '../src/web/styles/fonts.ts';
import type * as Stylesheets from '../src/web/styles/stylesheets.ts';

/**
 * Writes what pages load to `dist`/client: the script, the style sheet and its fonts, each under a name that holds its
 * hash, and manifest.json from their plain names to those. Texts are packed here, once and as small as can be.
 *
 * @param root where package.json is
 * @param dist where the compiled sources are
 */
export async function buildAssets(root: string, dist: string): Promise<void> {
  const out = join(dist, 'client');
  mkdirSync(out, { recursive: true });
  const { file: script } = await bundle(root, out);
  pack(out, script);

  const { FONT_FILES } = await load<typeof Fonts>(dist, 'src/web/styles/fonts.js');
  const { fontPath } = await load<typeof FontFiles>(dist, 'src/web/styles/fonts.adapter.js');
  const fonts = Object.fromEntries(
    FONT_FILES.map(({ file }) => [file, write(out, file, readFileSync(fontPath(file)))]),
  );

  const { screenStylesheet } = await load<typeof Stylesheets>(dist, 'src/web/styles/stylesheets.js');
  const css = await transform(
    screenStylesheet((file) => `/assets/${fonts[file]}`),
    { loader: 'css', minify: true },
  );
  const stylesheet = write(out, 'attest.css', Buffer.from(css.code));
  pack(out, stylesheet);

  const manifest = { 'attest.js': script, 'attest.css': stylesheet, ...fonts };
  writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2));
}

async function bundle(root: string, out: string): Promise<{ file: string }> {
  const { buildClient } = await load<{ buildClient(out: string): Promise<{ file: string }> }>(
    root,
    'src/client/build.mjs',
  );
  return buildClient(out);
}

function load<T>(folder: string, file: string): Promise<T> {
  return import(join(folder, file)) as Promise<T>;
}

function write(out: string, name: string, content: Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const hashed = name.replace(/(\.\w+)$/, `-${hash}$1`);
  writeFileSync(join(out, hashed), content);
  return hashed;
}

function pack(out: string, name: string): void {
  const content = readFileSync(join(out, name));
  writeFileSync(join(out, `${name}.br`), brotliCompressSync(content));
  writeFileSync(join(out, `${name}.gz`), gzipSync(content, { level: 9 }));
}
