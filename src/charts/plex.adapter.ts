import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';
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

/** A glyph that neither file has comes from some other typeface: a full square is the widest it will be. */
const UNKNOWN_GLYPH_EM = 1;

/** Width in em. Letters are laid out in runs of one file, as a browser does with `unicode-range`, so kerning is right. */
function widthInEm(text: string, weight: FontWeight): number {
  const [latin, extended] = facesOf(weight);
  const faceOf = (letter: string): Font | undefined =>
    [latin, extended].find((face) => face?.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
  let width = 0;
  let run = '';
  let runFace: Font | undefined;
  const closeRun = (): void => {
    if (runFace) width += runFace.layout(run).advanceWidth / runFace.unitsPerEm;
    else width += [...run].length * UNKNOWN_GLYPH_EM;
    run = '';
  };
  for (const letter of text) {
    const face = faceOf(letter);
    if (face !== runFace) closeRun();
    runFace = face;
    run += letter;
  }
  closeRun();
  return width;
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
