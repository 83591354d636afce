import type { Block } from '../src/core/report/block.ts';
import { linesOf, SHEET_WIDTH, STRONG, TEXT } from './sheet-room.ts';

/**
 * What of a table stays together: all of it; or its first two rows with its head, and its last two with its total, or one of
 * these; or what any table keeps, its head with a row.
 */
export type KeptRows = 'whole' | 'ends' | 'start' | 'end' | 'head';

/** Pixels of CSS: a table that moves to the next page leaves at most a third of the lower paper empty. */
const MOST_HIGH = 296;
/** With the heading of its section, and what stands between, at most two fifths. */
const MOST_WITH_HEADING = 364;
const HEADING = 82;
/** Above a figure, and between its parts. */
const SPACES = 26 + 10;
const NOTE = 15;
const [CELL_AIR, CELL_SIDES] = [9, 12];
/** Of the width of a sheet, on A4, the narrower: what its rows are called, and its bars. */
const [NAME, BAR] = [0.34, 0.25];
/** A figure, and what stands in words, at least. */
const [FIGURE, LEAST_WORDS] = [0.13, 0.2];
/** Their figures are sentences, and have lines. */
const IN_WORDS: readonly string[] = ['moved', 'targets', 'mended-figures'];

/**
 * Of a table with or without bars.
 *
 * @param above how many lines stand between the heading of the section and it; null: it is not the first of its section
 */
export function keptRows(block: Block, above: number | null): KeptRows {
  const rows = [...block.rows, ...(block.total === null ? [] : [block.total])].map((row) =>
    rowHigh(block, row),
  );
  const lines = (text: string) => (text === '' ? 0 : linesOf(text, SHEET_WIDTH.a4, STRONG) * TEXT.line);
  const head = SPACES + lines(block.title) + lines(block.subtitle) + TEXT.line + CELL_AIR;
  const notes = block.notes.reduce((sum, note) => sum + linesOf(note, SHEET_WIDTH.a4, TEXT) * NOTE, 0);
  const most =
    above === null ? MOST_HIGH : Math.min(MOST_HIGH, MOST_WITH_HEADING - HEADING - above * TEXT.line);
  const high = (part: readonly number[]) => part.reduce((sum, each) => sum + each, 0);
  if (head + high(rows) + notes <= most) return 'whole';
  const last = block.total === null ? -2 : -3;
  const [keepsStart, keepsEnd] = [
    head + high(rows.slice(0, 2)) <= most,
    high(rows.slice(last)) + notes <= MOST_HIGH,
  ];
  return keepsStart ? (keepsEnd ? 'ends' : 'start') : keepsEnd ? 'end' : 'head';
}

function rowHigh({ id, chart, columns }: Block, { cells }: Block['rows'][number]): number {
  const shown = columns.flatMap((column, at) => (column.dataOnly === true ? [] : [{ ...column, at }]));
  const [, ...others] = shown;
  const figures = others.filter(({ numeric }) => numeric).length;
  const left = 1 - NAME - (chart === null ? 0 : BAR) - figures * FIGURE;
  const words = Math.max(LEAST_WORDS, left / Math.max(1, others.length - figures));
  const shareOf = (at: number, numeric: boolean) => (at === 0 ? NAME : numeric ? FIGURE : words);
  const lines = shown.map(({ at, numeric }) =>
    numeric && !IN_WORDS.includes(id)
      ? 1
      : linesOf(cells[at]?.text ?? '', SHEET_WIDTH.a4 * shareOf(at, numeric) - CELL_SIDES, TEXT),
  );
  return CELL_AIR + Math.max(1, ...lines) * TEXT.line;
}
