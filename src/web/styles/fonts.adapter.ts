import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  OTHER_SCRIPTS,
  type OtherFont,
  otherFontFor,
  otherFonts,
  plexHas,
  signsIn,
} from '../../charts/index.ts';

const { resolve } = createRequire(import.meta.url);

/** Where a file of `FONT_FILES` is on disk, for the build that copies it. */
export function fontPath(file: string): string {
  return resolve(`@fontsource/ibm-plex-sans/files/${file}`);
}

const inlined = new Map<string, string>();

/** A file of `FONT_FILES` as a `data:` URL, read once: for a PDF, which may load nothing. */
export function inlineFont(file: string): string {
  return inlineFile(fontPath(file));
}

/**
 * A whole document with the typefaces that write what IBM Plex Sans does not have: those that its body and `more` (the
 * line at the foot) need, and no others. What no typeface has stays; the renderer finds it and prints nothing.
 */
export function withOtherScripts(html: string, more: readonly string[]): string {
  const end = html.indexOf('</head>');
  const rules = fontsFor([html.slice(end), ...more].join(' ')).flatMap(facesOf);
  return rules.length === 0
    ? html
    : `${html.slice(0, end)}<style>${rules.join('\n')}</style>${html.slice(end)}`;
}

/** One font for each sign, as a letter and its marks are only drawn together; where none has all, one for each part. */
function fontsFor(text: string): readonly OtherFont[] {
  const fonts = new Set<OtherFont>();
  for (const codePoints of signsIn(text, plexHas)) {
    const whole = otherFontFor(codePoints);
    const parts = whole === undefined ? codePoints.map((code) => otherFontFor([code])) : [whole];
    for (const font of parts) if (font !== undefined) fonts.add(font);
  }
  return otherFonts().filter((font) => fonts.has(font));
}

function facesOf({ files }: OtherFont): readonly string[] {
  return files.map(
    ({ path, weight }) =>
      `@font-face{font-family:'${OTHER_SCRIPTS[files.length > 1 ? 'both' : weight === null ? 'variable' : 'regular']}';` +
      `font-style:normal;font-weight:${weight ?? '100 900'};font-display:block;src:url(${inlineFile(path)})}`,
  );
}

function inlineFile(path: string): string {
  let url = inlined.get(path);
  if (url === undefined) {
    const format = path.slice(path.lastIndexOf('.') + 1);
    url = `data:font/${format};base64,${readFileSync(path).toString('base64')}`;
    inlined.set(path, url);
  }
  return url;
}
