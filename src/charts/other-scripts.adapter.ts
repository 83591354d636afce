import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Font, openSync } from 'fontkit';
import type { FontWeight } from './text-measure.ts';

const { resolve } = createRequire(import.meta.url);

/** The file of a typeface in one weight, or in all of them (`null`). */
export interface OtherFontFile {
  readonly path: string;
  readonly weight: FontWeight | null;
}

/** Files that hold the same signs, one for each weight or one for all. */
export interface OtherFont {
  readonly files: readonly OtherFontFile[];
  /** Whether all of these code points can be written with it. */
  readonly has: (codePoints: readonly number[]) => boolean;
  /** To measure with; null where a sign is as wide as it is high, and nothing has to be measured. */
  readonly measured: (weight: FontWeight) => Font | null;
}

/** Weights that pages and PDFs are set in. */
const WEIGHTS: readonly FontWeight[] = [400, 600];

/** What IBM Plex Sans has of its own beyond Latin; nothing else of the package is needed here. */
const PLEX_SUBSETS = ['cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];

/** One script each, a subset of that name in the package; Latin stands in `NOTO_SANS`. */
const SCRIPTS: readonly string[] = [
  ...['arabic', 'hebrew', 'thai', 'bengali', 'tamil', 'telugu', 'kannada', 'malayalam', 'gujarati'],
  ...['gurmukhi', 'oriya', 'sinhala', 'georgian', 'armenian', 'ethiopic', 'khmer', 'lao', 'myanmar'],
  ...['thaana', 'mongolian', 'canadian-aboriginal', 'cherokee', 'nko', 'syriac', 'tifinagh'],
].map((script) => `@fontsource/noto-sans-${script}`);

/** Chinese signs first as in simplified Chinese, then what only Japan, Korea and Taiwan have. */
const EAST_ASIAN = ['sc', 'kr', 'jp', 'tc'].map((place) => `@fontsource-variable/noto-sans-${place}`);

/** The first that has a sign writes it (docs/decisions/fonts.md). Read when a text first needs one. */
let known: readonly OtherFont[] | undefined;

/**
 * The typefaces that write what IBM Plex Sans does not have, in the order of preference. No file is opened before
 * somebody asks whether it has something.
 */
export function otherFonts(): readonly OtherFont[] {
  known ??= [
    ...fontsource('@fontsource/ibm-plex-sans', (subset) => PLEX_SUBSETS.includes(subset)),
    notoSans(),
    ...[...SCRIPTS, '@fontsource/noto-serif-tibetan'].flatMap((name) => fontsource(name, isOwnSubset)),
    ...EAST_ASIAN.flatMap((name) => fontsource(name, isOwnSubset)),
    // Called its Latin subset, it is the whole typeface.
    fontOf(filesOf('@fontsource/noto-sans-math', 'latin'), null),
    ...fontsource('@fontsource/noto-sans-symbols', isOwnSubset),
    ...fontsource('@fontsource/noto-sans-symbols-2', isOwnSubset),
    ...fontsource('@fontsource-variable/noto-emoji', isOwnSubset),
  ];
  return known;
}

/** The first that has them all. */
export function otherFontFor(codePoints: readonly number[]): OtherFont | undefined {
  return otherFonts().find((font) => font.has(codePoints));
}

function isOwnSubset(subset: string): boolean {
  return !/^(latin|cyrillic|greek|vietnamese)/.test(subset);
}

/** The whole of it, not cut into subsets: a letter with a mark that is no letter of its own (ɔ̀) needs both from one file. */
function notoSans(): OtherFont {
  const root = folderOf('@expo-google-fonts/noto-sans');
  const files = (['400Regular', '600SemiBold'] as const).map((style, index) => ({
    path: join(root, style, `NotoSans_${style}.ttf`),
    weight: WEIGHTS[index] ?? null,
  }));
  return fontOf(files, null);
}

/** The subsets of a package of fontsource, whose unicode.json says what each may hold. */
function fontsource(name: string, wanted: (subset: string) => boolean): readonly OtherFont[] {
  const ranges = JSON.parse(readFileSync(join(folderOf(name), 'unicode.json'), 'utf8')) as Record<
    string,
    string
  >;
  return Object.entries(ranges)
    .map(([key, range]) => [key.replace(/[[\]]/g, ''), range] as const)
    .filter(([subset]) => wanted(subset))
    .map(([subset, range]) => fontOf(filesOf(name, subset), rangesOf(range)));
}

/** Some have one weight, which browsers then make bolder themselves; of those that vary, one file has them all. */
function filesOf(name: string, subset: string): readonly OtherFontFile[] {
  const root = folderOf(name);
  const start = join(root, 'files', `${name.slice(name.indexOf('/') + 1)}-${subset}`);
  if (name.startsWith('@fontsource-variable/')) return [{ path: `${start}-wght-normal.woff2`, weight: null }];
  const { weights } = JSON.parse(readFileSync(join(root, 'metadata.json'), 'utf8')) as { weights: number[] };
  return WEIGHTS.filter((weight) => weights.includes(weight)).map((weight) => ({
    path: `${start}-${weight}-normal.woff`,
    weight,
  }));
}

type Range = readonly [from: number, to: number];

/** `U+0600-06FF,U+2E41` as numbers. */
function rangesOf(text: string): readonly Range[] {
  return text.split(',').map((part) => {
    const [from = 0, to = from] = part
      .replace(/^U\+/i, '')
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    return [from, to];
  });
}

/** `ranges` may promise more than the file holds; what they leave out is not looked for in it. */
function fontOf(files: readonly OtherFontFile[], ranges: readonly Range[] | null): OtherFont {
  const opened = new Map<OtherFontFile, Font>();
  const open = (file: OtherFontFile): Font => {
    const font = opened.get(file) ?? (openSync(file.path) as Font);
    opened.set(file, font);
    return font;
  };
  const [first] = files;
  const inRange = (code: number) =>
    ranges === null || ranges.some(([from, to]) => from <= code && code <= to);
  return {
    files,
    has: (codePoints) =>
      first !== undefined &&
      codePoints.every((code) => inRange(code)) &&
      codePoints.every((code) => open(first).hasGlyphForCodePoint(code)),
    measured: (weight) => {
      const file = files.find((each) => each.weight === weight) ?? first;
      return file === undefined || file.weight === null ? null : open(file);
    },
  };
}

/** Packages of fonts have no entry for Node, but all have a package.json. */
function folderOf(name: string): string {
  return dirname(resolve(`${name}/package.json`));
}
