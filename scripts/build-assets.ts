import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import subsetFont from 'subset-font';
import type * as FontFiles from '../src/web/styles/fonts.adapter.ts';
import type * as Fonts from '../src/web/styles/fonts.ts';
import type * as Stylesheets from '../src/web/styles/stylesheets.ts';

/**
 * Writes what pages load to `dist`/client: the script, the style sheets and their fonts, each under a name that holds its
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
    await Promise.all(
      FONT_FILES.map(async ({ file, unicodeRange }) => [
        file,
        write(out, file, await forScreens(readFileSync(fontPath(file)), unicodeRange)),
      ]),
    ),
  );

  const { accountStylesheet, screenStylesheet } = await load<typeof Stylesheets>(
    dist,
    'src/web/styles/stylesheets.js',
  );
  const stylesheet = await writeCss(
    out,
    'attest.css',
    screenStylesheet((file) => `/assets/${fonts[file]}`),
  );
  const account = await writeCss(out, 'account.css', accountStylesheet());

  const manifest = { 'attest.js': script, 'attest.css': stylesheet, 'account.css': account, ...fonts };
  writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2));
}

/**
 * A font without what a screen does not use: hints for printers of the nineties, alternate letters that no style asks
 * for. That is half of its bytes; the widths of its letters stay, so charts measured with the whole font fit.
 */
function forScreens(font: Uint8Array, unicodeRange: string): Promise<Uint8Array> {
  return subsetFont(Buffer.from(font), charactersIn(unicodeRange), {
    targetFormat: 'woff2',
    noHinting: true,
    noLayoutClosure: true,
  });
}

/** `U+0041-0043,U+20AC` is "ABC€". */
function charactersIn(unicodeRange: string): string {
  return unicodeRange
    .split(',')
    .map((part) => {
      const [from = 0, to = from] = part
        .replace('U+', '')
        .split('-')
        .map((code) => Number.parseInt(code, 16));
      return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, step) => from + step));
    })
    .join('');
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

async function writeCss(out: string, name: string, css: string): Promise<string> {
  const { code } = await transform(css, { loader: 'css', minify: true });
  const written = write(out, name, Buffer.from(code));
  pack(out, written);
  return written;
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
