import { compareExact, type Exact, isPlainDecimal } from '../decimal.ts';
import { type RowPage, rowPage } from '../row-page.ts';
import { folded } from '../search.ts';
import type { Block, BlockRow, Cell } from './block.ts';

/** Which rows of a block are asked for, and in which order. */
export interface BlockRequest {
  /** Every word of it stands in the words of a row. */
  readonly search?: string | undefined;
  /** The key of a column; without one, the block's own order. */
  readonly column?: string | undefined;
  readonly descending: boolean;
  /** The key of the last row of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Which of two words comes first for the reader. */
  readonly compare: (a: string, b: string) => number;
}

/**
 * One page of a block's rows. A column of numbers is ordered by its numbers, another by its words; what is missing comes
 * last either way, and equal rows stay as they stood.
 *
 * @throws DomainError `RESULTS.UNKNOWN_CURSOR` (call)
 * @example blockRows(resultsByCountry, { search: 'costa', descending: false, limit: 50, compare }).total // 1
 */
export function blockRows(
  { columns, rows }: Pick<Block, 'columns' | 'rows'>,
  { search = '', column, descending, cursor, limit, compare }: BlockRequest,
): RowPage<BlockRow> {
  const words = folded(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = rows.filter(({ key, cells }) => {
    const text = folded([key, ...cells.map((cell) => cell.text)].join(' '));
    return words.every((word) => text.includes(word));
  });
  const at = columns.findIndex(({ key }) => key === column);
  if (at < 0) return rowPage(found, keyOf, { cursor, limit });
  const isNumeric = columns[at]?.numeric === true;
  const sign = descending ? -1 : 1;
  const ordered = found.toSorted((a, b) => {
    const [one, other] = [a.cells[at], b.cells[at]];
    if (isMissing(one) || isMissing(other)) return Number(isMissing(one)) - Number(isMissing(other));
    return sign * (isNumeric ? compareRaw(one, other) : compare(one.text, other.text));
  });
  return rowPage(ordered, keyOf, { cursor, limit });
}

function keyOf({ key }: BlockRow): string {
  return key;
}

function isMissing(cell: Cell | undefined): cell is undefined {
  return cell === undefined || cell.raw === null;
}

function compareRaw(one: Cell, other: Cell): number {
  return compareExact(exact(one), exact(other));
}

function exact({ raw }: Cell): Exact {
  if (typeof raw === 'number') return raw;
  return raw !== null && isPlainDecimal(raw) ? raw : 0;
}
