import type { Paper } from '../src/core/report/paper.ts';
import { spanParts } from '../src/web/i18n/dates.ts';
import { measurePlex } from '../src/web/paper-room.ts';

/**
 * How much of a sheet of paper something takes, in pixels of CSS: worked out from the widths of its letters, so that what may
 * not be torn is put where it fits, with no second pass and on any version of the browser. What is worked out is a little
 * more than what is printed.
 */

/** Of the text of a sheet. */
export const SHEET_HEIGHT: Readonly<Record<Paper, number>> = { a4: 978, letter: 912 };
export const SHEET_WIDTH: Readonly<Record<Paper, number>> = { a4: 672, letter: 694 };
/** What may be planned for. */
export function roomOn(paper: Paper): number {
  return SHEET_HEIGHT[paper] - 12;
}

/** A size of letters with the height of its lines. */
export interface Setting {
  readonly size: number;
  readonly line: number;
  readonly weight?: 400 | 600;
}

/** Ten points, as all text of a fact sheet. */
export const TEXT: Setting = { size: 13.34, line: 18.7 };
export const STRONG: Setting = { ...TEXT, weight: 600 };
export const NAME: Setting = { size: 16.7, line: 21, weight: 600 };

/** What is measured and what is set differ by no more. */
const WIDER = 1.005;

/** How many lines a text has in a column; words that are wider than the column are broken anywhere. */
export function linesOf(text: string, width: number, { size, weight = 400 }: Setting): number {
  const widthOf = (part: string) => measurePlex(part, size, weight) * WIDER;
  const space = widthOf(' ');
  let [lines, used] = [1, 0];
  for (const word of text.split(/\s+/)) {
    const own = widthOf(word);
    if (used > 0 && used + space + own <= width) {
      used += space + own;
      continue;
    }
    if (used > 0) lines += 1;
    const broken = Math.ceil(own / width);
    lines += Math.max(0, broken - 1);
    used = own - Math.max(0, broken - 1) * width;
  }
  return lines;
}

/** How high a text is in a column; nothing where there is none. */
export function heightOf(text: string, width: number, setting: Setting = TEXT): number {
  return text === '' ? 0 : linesOf(text, width, setting) * setting.line;
}

/** How high a table is whose columns take these shares of a width. */
export function tableHeight(
  rows: readonly (readonly string[])[],
  {
    width,
    shares,
    head,
  }: { readonly width: number; readonly shares: readonly number[]; readonly head: boolean },
): number {
  const sides = (at: number) => (at === shares.length - 1 ? 0 : CELL_SIDES);
  const rowHeight = (cells: readonly string[]) =>
    CELL_AIR + Math.max(...cells.map((cell, at) => spanHeight(cell, width * (shares[at] ?? 1) - sides(at))));
  const rowsHigh = rows.reduce((sum, cells) => sum + rowHeight(cells), 0);
  return rowsHigh + (head && rows.length > 0 ? TEXT.line + CELL_AIR : 0);
}

/** A span of dates that is longer than a line ends one behind its dash. */
export function spanHeight(text: string, width: number): number {
  const whole = heightOf(text, width);
  if (whole <= TEXT.line) return whole;
  return Math.max(
    whole,
    spanParts(text).reduce((sum, part) => sum + heightOf(part, width), 0),
  );
}

/** What stands above and below the text of a cell, and at its side, but for the last of a row. */
const [CELL_AIR, CELL_SIDES] = [9, 12];
