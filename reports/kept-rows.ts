import type { Block } from '../src/core/report/block.ts';
import { linesOf, SHEET_WIDTH, STRONG, TEXT } from './sheet-room.ts';

/**
 * What of a table stays together: all of it; or its first two rows with its head, and its last two with its total, or one of
 * these; or what any table keeps, its head with a row.
 */
export type KeptRows = 'whole' | 'ends' | 'start' | 'end' | 'head';

/** Pixels of CSS: what moves to the next page leaves at most a third of the lower paper empty; what is worked out is a little more than what is printed. */
const MOST_HIGH = 298;
/** Of a section (report.css.ts), above its first figure; and above a figure, with what stands around its parts. */
const [HEADING, ABOVE] = [72, 23];
/** Of a figure, in one line each: its title, what stands beneath it, and the head of its table with the air around it. */
const [TITLE, NOTE, HEAD] = [20.5, 15, 33];
const HEAD_LINE = 15;
const HEAD_TEXT = { size: 10.4, line: HEAD_LINE, weight: 600 } as const;
const [CELL_AIR, CELL_SIDES] = [9, 12];
/** Of the width of a sheet, on A4, the narrower: what its rows are called, and its bars. */
const [NAME, NAME_BESIDE_BAR, NAME_OF_TARGET, BAR] = [0.34, 0.38, 0.35, 0.25];
/** A figure, and what stands in words, at least. */
const [FIGURE, LEAST_WORDS] = [0.13, 0.36];
/** Of what moved, whose figures say how exact they are. */
const MOVED = 0.25;
/** Their figures are sentences, and have lines. */
const IN_WORDS: readonly string[] = ['moved', 'targets', 'mended-figures'];

/**
 * Of a table with or without bars.
 *
 * @param above in pixels of CSS, what stands between the heading of the section and it; null: it is not the first of its section
 */
export function keptRows(block: Block, above: number | null): KeptRows {
  const rows = [...block.rows, ...(block.total === null ? [] : [block.total])].map((row) =>
    rowHigh(block, row),
  );
  const lines = (text: string) => (text === '' ? 0 : linesOf(text, SHEET_WIDTH.a4, STRONG));
  const head =
    lines(block.title) * TITLE + lines(block.subtitle) * NOTE + HEAD + (headLines(block) - 1) * HEAD_LINE;
  const notes = block.notes.reduce((sum, note) => sum + linesOf(note, SHEET_WIDTH.a4, TEXT) * NOTE, 0);
  const most = MOST_HIGH - (above === null ? ABOVE : HEADING + above);
  const high = (part: readonly number[]) => part.reduce((sum, each) => sum + each, 0);
  if (head + high(rows) + notes <= most) return 'whole';
  const last = block.total === null ? -2 : -3;
  const [keepsStart, keepsEnd] = [
    head + high(rows.slice(0, 2)) <= most,
    high(rows.slice(last)) + notes <= MOST_HIGH,
  ];
  // Of few rows, those that stay with the first and those that stay with the last would be all of them.
  const count = block.rows.length;
  if (keepsStart && keepsEnd && count > 3) return 'ends';
  if (keepsStart && count > (block.total === null ? 3 : 2)) return 'start';
  return keepsEnd && count > 2 ? 'end' : 'head';
}

/** The least that a figure has beside its name; what its column is called is broken between words. */
function headLines(block: Block): number {
  const { chart, columns } = block;
  const [, ...others] = columns.filter(({ dataOnly }) => dataOnly !== true);
  const left = 1 - nameOf(block) - (chart === null ? 0 : BAR);
  const width = SHEET_WIDTH.a4 * Math.min(FIGURE, left / Math.max(1, others.length)) - CELL_SIDES;
  return Math.max(1, ...others.map(({ label, numeric }) => (numeric ? linesOf(label, width, HEAD_TEXT) : 1)));
}

function nameOf({ id, chart }: Block): number {
  if (id === 'targets') return NAME_OF_TARGET;
  return chart === null || IN_WORDS.includes(id) ? NAME : NAME_BESIDE_BAR;
}

function rowHigh(block: Block, { cells }: Block['rows'][number]): number {
  const { id, chart, columns } = block;
  const name = nameOf(block);
  const shown = columns.flatMap((column, at) => (column.dataOnly === true ? [] : [{ ...column, at }]));
  const [, ...others] = shown;
  const figures = others.filter(({ numeric }) => numeric).length;
  const left = 1 - name - (chart === null ? 0 : BAR) - figures * FIGURE;
  const words = Math.max(LEAST_WORDS, left / Math.max(1, others.length - figures));
  const figure = id === 'moved' ? MOVED : FIGURE;
  const shareOf = (at: number, numeric: boolean) => (at === 0 ? name : numeric ? figure : words);
  const lines = shown.map(({ at, numeric }) =>
    numeric && !IN_WORDS.includes(id)
      ? 1
      : linesOf(cells[at]?.text ?? '', SHEET_WIDTH.a4 * shareOf(at, numeric) - CELL_SIDES, TEXT),
  );
  return CELL_AIR + Math.max(1, ...lines) * TEXT.line;
}
