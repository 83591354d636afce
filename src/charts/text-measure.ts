import { endOfWords } from '../core/end-of-words.ts';
import { NO_GLYPH } from '../core/report/no-glyph.ts';

export type FontWeight = 400 | 600;

/** Width in pixels of one line of text, set in the charts' typeface. */
export type MeasureText = (text: string, size: number, weight: FontWeight) => number;

export const FONT_FAMILY = 'IBM Plex Sans';
/**
 * What a PDF brings along for the signs that the typeface lacks; a screen has fonts of its own. By the weights of their
 * files, as a browser looks in a family for the nearest weight first, and only there for the sign.
 */
export const OTHER_SCRIPTS = {
  both: 'Other Scripts',
  regular: 'Other Scripts Regular',
  variable: 'Other Scripts Variable',
} as const;
/** The typeface with what stands in for it where it has no glyph. */
export const FONT_STACK = [FONT_FAMILY, ...Object.values(OTHER_SCRIPTS), NO_GLYPH]
  .map((family) => `'${family}',`)
  .join('')
  .concat('sans-serif');

/** From the middle of a line to its baseline, so that capitals and figures look centred (half the cap height of 0.698). */
export const BASELINE_SHIFT = 0.35;
export const LINE_HEIGHT = 1.25;

const ELLIPSIS = '…';

/** As readers see them: a letter stays with its marks. */
const LETTERS = new Intl.Segmenter();

/**
 * The text cut to `width` with an ellipsis, after a whole word where one ends in the last two thirds of the width; whole where it
 * fits; empty where not even one letter does.
 */
export function ellipsis(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  const letters = Array.from(LETTERS.segment(text), ({ segment }) => segment);
  let fits = 0;
  let tooLong = letters.length;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(letters.slice(0, middle).join('').trimEnd() + ELLIPSIS) <= width) fits = middle;
    else tooLong = middle;
  }
  if (fits === 0) return '';
  const cut = letters.slice(0, fits).join('');
  return text.slice(0, endOfWords(text, cut.length)) + ELLIPSIS;
}

/**
 * The text broken between words into at most `maxLines` lines no wider than `width`; what does not fit is cut with an
 * ellipsis. A word wider than a line is cut where it stands, and ends the text.
 */
export function wrapText(
  text: string,
  width: number,
  maxLines: number,
  measure: (text: string) => number,
): readonly string[] {
  const words = text.trim().split(/[^\S\u00a0]+/);
  const lines: string[] = [];
  let rest = words;
  while (rest.length > 0 && lines.length < maxLines) {
    const count = lines.length === maxLines - 1 ? rest.length : wordsThatFit(rest, width, measure);
    const line = rest.slice(0, count).join(' ');
    if (measure(line) > width) return [...lines, ellipsis(rest.join(' '), width, measure)];
    lines.push(line);
    rest = rest.slice(count);
  }
  return lines;
}

/** At least one, so that a word too wide for any line is met and cut rather than pushed on for ever. */
function wordsThatFit(words: readonly string[], width: number, measure: (text: string) => number): number {
  let count = 1;
  while (count < words.length && measure(words.slice(0, count + 1).join(' ')) <= width) count += 1;
  return count;
}
