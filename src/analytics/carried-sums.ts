import { type Exact, sumOf } from '../core/decimal.ts';
import type { EntrySelection, ResultSelection } from '../core/figures.ts';
import { contributionOf, type RowOfTotal } from '../core/proof/contribution.ts';
import type { Result } from '../core/result.ts';
import type { PageRequest, RowPage } from '../core/row-page.ts';
import { addedBy, rowOf } from './blocks/proof-rows.ts';
import type { View } from './view.ts';

/** So many rows before a page are read to say what they come to; a page further down says it of its own rows alone. */
const MOST_READ = 5_000;
const AT_ONCE = 500;

/** What the results before a page come to; null: they are too many to be read for a page. */
export function carriedByResults(
  { figures }: View,
  selection: ResultSelection,
  shown: RowPage<Result>,
): Promise<Exact | null> {
  const row = rowOf(selection);
  return carried(shown, async (page) => {
    const found = await figures.results(selection, page);
    return { ...found, rows: found.rows.map((result) => contributionOf(result, row).value) };
  });
}

/** The same of transactions. */
export function carriedByEntries(
  { figures }: View,
  selection: EntrySelection,
  shown: RowPage<unknown>,
): Promise<Exact | null> {
  return carried(shown, async (page) => {
    const found = await figures.entries(selection, page);
    return { ...found, rows: addedBy(found.rows) };
  });
}

async function carried(
  { first }: RowPage<unknown>,
  added: (page: PageRequest) => Promise<Pick<RowPage<Exact>, 'rows' | 'next'>>,
): Promise<Exact | null> {
  let left = first - 1;
  if (left > MOST_READ) return null;
  let sum: Exact = 0;
  let cursor: string | null = null;
  while (left > 0) {
    const limit = Math.min(left, AT_ONCE);
    const { rows, next } = await added({ limit, isCounted: false, ...(cursor !== null && { cursor }) });
    sum = sumAfter(sum, rows);
    left -= rows.length;
    cursor = next;
    if (next === null) break;
  }
  return sum;
}

/** A sum with that of more rows. */
export function sumAfter(sum: Exact, rows: readonly Result[], row: RowOfTotal | null): Exact;
export function sumAfter(sum: Exact, added: readonly Exact[]): Exact;
export function sumAfter(
  sum: Exact,
  rows: readonly (Result | Exact)[],
  row: RowOfTotal | null = null,
): Exact {
  const added = rows.map((each) => (typeof each === 'object' ? contributionOf(each, row).value : each));
  return sumOf([sum, ...added], (each) => each);
}
