import type { Parser } from 'saxen';
import { type NumberKind, shownNumber } from './number-format.ts';
import { broken, localName, onElements, tooLarge, unescaped } from './workbook-parts.ts';

/** One row of a sheet that holds something. */
export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Which cells hold numbers, and not text or dates. */
  readonly numbers: ReadonlySet<number>;
}

/** Cells that are one, from a first to a last; both ends inclusive, columns from 0. */
export interface MergedCells {
  readonly name: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** What a sheet holds and does not show, which is read all the same. */
export interface HiddenParts {
  readonly lines: readonly number[];
  /** By their letters. */
  readonly columns: readonly string[];
}

/** What a sheet's cells refer to. */
interface Workbook {
  readonly strings: readonly string[];
  /** By the number of a style. */
  readonly kinds: readonly NumberKind[];
  readonly since1904: boolean;
}

/** As many columns as a sheet has. */
const MOST_COLUMNS = 16_384;
/** As many rows. */
const MOST_ROWS = 1_048_576;
/** Of all cells together, empty ones before a filled one counted as one each: as much as a CSV may have. */
const MOST_CHARACTERS = 64 * 1024 * 1024;
/** More merged cells than this are a form, and no table. */
const MOST_MERGED = 10_000;

/** Reads the rows of a sheet from the parser's events, which `parse` brings about. */
export async function sheetRows(
  parse: (parser: Parser) => Promise<void>,
  workbook: Workbook,
): Promise<{
  readonly rows: readonly SheetRow[];
  readonly merged: readonly MergedCells[];
  readonly hidden: HiddenParts;
}> {
  const rows: SheetRow[] = [];
  const hiddenLines: number[] = [];
  const hiddenColumns: { readonly from: number; readonly to: number }[] = [];
  let isHidden = false;
  const merged: MergedCells[] = [];
  let left = MOST_CHARACTERS;
  let line = 0;
  let cells: string[] = [];
  let numbers = new Set<number>();
  let column = -1;
  let [type, style, text, takes, aside]: [string, number, string, boolean, boolean] = [
    '',
    0,
    '',
    false,
    false,
  ];

  const parser = onElements((name, attributes) => {
    if (name === 'row') {
      const { r, hidden } = attributes();
      line = Number(r ?? line + 1);
      isHidden = isTrue(hidden);
      if (!(line >= 1 && line <= MOST_ROWS)) throw broken('has a row without a place');
      [cells, numbers, column] = [[], new Set(), -1];
    } else if (name === 'c') {
      const { r, t = 'n', s = '0' } = attributes();
      column = r === undefined ? column + 1 : columnOf(r);
      if (!(column >= 0 && column < MOST_COLUMNS)) throw broken('has a cell without a place');
      [type, style, text] = [t, Number(s), ''];
    } else if (name === 'v' || name === 't') takes = true;
    else if (name === 'rPh') aside = true;
    else if (name === 'col') {
      const { min, max, hidden } = attributes();
      if (isTrue(hidden)) hiddenColumns.push({ from: Number(min) - 1, to: Number(max) - 1 });
    } else if (name === 'mergeCell') {
      const range = rangeOf(attributes().ref ?? '');
      if (range !== null && merged.length < MOST_MERGED) merged.push(range);
    }
  });
  const add = (piece: string) => {
    if (takes && !aside) text += piece;
  };
  parser.on('text', (piece, decode) => add(decode(piece)));
  parser.on('cdata', add);
  parser.on('closeTag', (name) => {
    const local = localName(name);
    if (local === 'v' || local === 't') takes = false;
    else if (local === 'rPh') aside = false;
    else if (local === 'c') {
      const shown = cellText(type, style, text, workbook).trim().normalize('NFC');
      if (shown === '') return;
      left -= shown.length + Math.max(0, column - cells.length);
      if (left < 0) throw tooLarge();
      while (cells.length < column) cells.push('');
      cells[column] = shown;
      if (type === 'n' && /^-?[\d.]+$/.test(shown) && isNumber(style, workbook)) numbers.add(column);
    } else if (local === 'row' && cells.length > 0) {
      rows.push({ line, cells, numbers });
      if (isHidden) hiddenLines.push(line);
    }
  });
  await parse(parser);
  return { rows, merged, hidden: { lines: hiddenLines, columns: filledColumns(rows, hiddenColumns) } };
}

const isTrue = (attribute: string | undefined): boolean => attribute === '1' || attribute === 'true';

/** Those of some ranges of columns that hold something, by their letters: a sheet may hide all that are to its right. */
function filledColumns(
  rows: readonly SheetRow[],
  ranges: readonly { readonly from: number; readonly to: number }[],
): readonly string[] {
  if (ranges.length === 0) return [];
  const filled = new Set(
    rows.flatMap(({ cells }) => cells.flatMap((text, column) => (text === '' ? [] : [column]))),
  );
  return [...filled]
    .filter((column) => ranges.some(({ from, to }) => column >= from && column <= to))
    .sort((a, b) => a - b)
    .map(lettersOf);
}

/** @example lettersOf(27) // 'AB' */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

function isNumber(style: number, { kinds }: Workbook): boolean {
  return (kinds[style] ?? 'number') === 'number';
}

function cellText(
  type: string,
  style: number,
  text: string,
  { strings, kinds, since1904 }: Workbook,
): string {
  switch (type) {
    case 's':
      return text.trim() === '' ? '' : (strings[Number(text)] ?? '');
    case 'b':
      return text.trim() === '1' ? 'true' : 'false';
    case 'n':
      return shownNumber(text, kinds[style] ?? 'number', since1904);
    case 'd':
      return text.replace('T', ' ');
    default:
      return unescaped(text);
  }
}

/** @example columnOf('AB12') // 27 */
function columnOf(reference: string): number {
  const [letters = ''] = /^[A-Z]{1,3}/i.exec(reference) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function rangeOf(reference: string): MergedCells | null {
  const [from = '', to = from] = reference.split(':');
  const [firstLine, lastLine] = [from, to].map((cell) => Number(/\d+$/.exec(cell)?.[0]));
  const [firstColumn, lastColumn] = [columnOf(from), columnOf(to)];
  if (!firstLine || !lastLine || firstColumn < 0 || lastColumn < 0) return null;
  return { name: reference, firstLine, lastLine, firstColumn, lastColumn };
}
