/** IBM Plex Sans in the weights and subsets that pages and PDFs are set in; its figures are tabular as drawn. */
export interface FontFile {
  /** Its name inside `@fontsource/ibm-plex-sans/files/`. */
  readonly file: string;
  readonly weight: 400 | 600;
  readonly unicodeRange: string;
}

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const LATIN_EXT =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

export const FONT_FILES: readonly FontFile[] = ([400, 600] as const).flatMap((weight) => [
  { file: `ibm-plex-sans-latin-${weight}-normal.woff2`, weight, unicodeRange: LATIN },
  { file: `ibm-plex-sans-latin-ext-${weight}-normal.woff2`, weight, unicodeRange: LATIN_EXT },
]);

/**
 * The `@font-face` rules; `urlOf` says where a file is: under /assets for a page, a `data:` URL for a PDF. On a screen a
 * font that comes late is not put in: a page that has been read does not move.
 */
export function fontFaces(urlOf: (file: string) => string, display: 'optional' | 'block'): string {
  return FONT_FILES.map(
    ({ file, weight, unicodeRange }) =>
      `@font-face{font-family:'IBM Plex Sans';font-style:normal;font-weight:${weight};font-display:${display};` +
      `src:url(${urlOf(file)}) format('woff2');unicode-range:${unicodeRange}}`,
  ).join('\n');
}
