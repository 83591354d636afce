import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';
import { otherFontFor } from './other-scripts.adapter.ts';
import type { FontWeight, MeasureText } from './text-measure.ts';

const { resolve } = createRequire(import.meta.url);

function openFont(subset: 'latin' | 'latin-ext', weight: FontWeight): Font {
  const font = openSync(
    resolve(`@fontsource/ibm-plex-sans/files/ibm-plex-sans-${subset}-${weight}-normal.woff`),
  );
  if (!('layout' in font))
    throw new Error(`IBM Plex Sans ${subset} ${weight} is a collection, not one font.`);
  return font;
}

const faces = new Map<FontWeight, readonly Font[]>();

function facesOf(weight: FontWeight): readonly Font[] {
  const known = faces.get(weight) ?? [openFont('latin', weight), openFont('latin-ext', weight)];
  faces.set(weight, known);
  return known;
}

/** Whether IBM Plex Sans, as pages and PDFs have it, has a glyph for the code point. */
export function plexHas(codePoint: number): boolean {
  return facesOf(400).some((face) => face.hasGlyphForCodePoint(codePoint));
}

/** Chinese, Japanese and Korean signs fill a square, and nothing is wider. */
const SQUARE_EM = 1;

/** What only says how others run; joiners shape the letters beside them, and stay. */
const UNSEEN = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;

/** The file that a letter is measured with; none for what fills a square. */
function faceOf(letter: string, weight: FontWeight): Font | null {
  const code = letter.codePointAt(0) ?? 0;
  const plex = facesOf(weight).find((face) => face.hasGlyphForCodePoint(code));
  return plex ?? otherFontFor([code])?.measured(weight) ?? null;
}

/** Width in em. Letters are laid out in runs of one file, as a browser does with `unicode-range`, so kerning is right. */
function widthInEm(text: string, weight: FontWeight): number {
  let width = 0;
  let run = '';
  let runFace: Font | null = null;
  const closeRun = (): void => {
    if (runFace) width += advanceOf(runFace, run) / runFace.unitsPerEm;
    else width += [...run].length * SQUARE_EM;
    run = '';
  };
  for (const letter of text.replace(UNSEEN, '')) {
    const face = faceOf(letter, weight);
    if (face !== runFace) closeRun();
    runFace = face;
    run += letter;
  }
  closeRun();
  return width;
}

/** In the font's units. Where fontkit stumbles over what a script's rules do with its letters, they count one by one. */
function advanceOf(face: Font, run: string): number {
  try {
    return face.layout(run).advanceWidth;
  } catch {
    return [...run].reduce(
      (sum, letter) => sum + face.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth,
      0,
    );
  }
}

/** About 2 MB when full. Labels repeat from chart to chart, so nearly every measure is a hit. */
const MAX_REMEMBERED = 20_000;
const remembered = new Map<string, number>();

/** Measures with the very font files that the page and the PDF print with. */
export const measurePlex: MeasureText = (text, size, weight) => {
  const key = `${weight}${text}`;
  let em = remembered.get(key);
  if (em === undefined) {
    em = widthInEm(text, weight);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(key, em);
  }
  return em * size;
};
