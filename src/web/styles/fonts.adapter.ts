import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Where a file of `FONT_FILES` is on disk, for the build that copies it. */
export function fontPath(file: string): string {
  return resolve(`@fontsource/ibm-plex-sans/files/${file}`);
}

const inlined = new Map<string, string>();

/** A file of `FONT_FILES` as a `data:` URL, read once: for a PDF, which may load nothing. */
export function inlineFont(file: string): string {
  let url = inlined.get(file);
  if (url === undefined) {
    url = `data:font/woff2;base64,${readFileSync(fontPath(file)).toString('base64')}`;
    inlined.set(file, url);
  }
  return url;
}
