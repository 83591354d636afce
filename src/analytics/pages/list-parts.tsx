import type { Block, Gap } from '../../core/report/block.ts';
import { toldOnce } from '../../core/report/columns.ts';
import { countOfRows, inShort } from '../../core/report/short.ts';
import type { Edition } from '../../web/edition.ts';
import { listMessages } from '../../web/i18n/messages/list-pages.ts';
import type { ColumnOrders, Whole } from '../../web/parts/data-table.tsx';
import { pathOf, type Url, withParameters } from '../../web/url.ts';

/** Rows of a list on one page. */
export const PAGE_ROWS = 50;
/** Of entries that have tables or sentences of their own. */
export const PAGE_ENTRIES = 6;
/** Results and targets of each programme among those of a country, whose page has room for no more. */
export const ROWS_AMONG_OTHERS = { limit: 5 } as const;

/** Where all of a block opens: its own page at the same address. */
export function wholeHref(url: Url, id: string): Url {
  return withParameters(url, { block: id, cursor: null, order: null, search: null });
}

/** Where all items of a gap open. */
export function gapHref(url: Url): (gap: Gap) => Url {
  return ({ id }) => wholeHref(url, `gap-${id}`);
}

/** Where the money of a page goes: the page of it, with the same filter. */
export function moneyHref(url: Url): Url {
  const kept = withParameters(url, { block: null, cursor: null, order: null, search: null });
  return kept.replace(pathOf(kept), '/money');
}

/** The block as it is read at once, and the way to all of it; null: it is all here. */
export function shortBlock(url: Url, block: Block): { readonly block: Block; readonly whole: Whole | null } {
  const { block: short, whole } = openingBlock(url, block);
  return { block: short, whole: whole.isMore ? whole : null };
}

/** The same with the way to all of it, whether or not there is more than is here. */
export function openingBlock(url: Url, block: Block) {
  const href = wholeHref(url, block.id);
  const short = inShort(block, href);
  const count = countOfRows(block);
  return { block: short, whole: { href, count, isMore: short.rows.length < count } };
}

/**
 * A list as it is read: notes that several rows bear stand beneath it, once, and a total of more rows than are here says so.
 *
 * @param count how many rows there are in all
 */
export function listAsRead({ t }: Pick<Edition, 't'>, block: Block, count: number): Block {
  const { total, ...told } = toldOnce(block, 'note', (note, ofRows) =>
    ofRows === null ? note : t(listMessages.noteOfRows, { note, count: ofRows }),
  );
  if (total === null || told.rows.length >= count) return { ...told, total };
  const [name, ...cells] = total.cells;
  const words = { ...name, raw: null, text: t(listMessages.totalOfAll, { count }) };
  return { ...told, total: { ...total, cells: [words, ...cells] } };
}

/** So many charts are seen at first. */
const FIRST = 2;

/**
 * What has a chart comes first; in place of what a sentence says, the next side of the results: beside the map, which tells
 * countries apart already, who paid.
 */
export function drawnFirst(
  lead: readonly Block[],
  results: readonly Block[],
): Record<'first' | 'others', readonly Block[]> {
  const isDrawn = ({ chart }: Block) => chart !== null;
  const donors = results.filter(({ id }) => id === 'results-by-donor');
  const sides = lead.some(({ chart }) => chart?.type === 'map') ? [...donors, ...results] : results;
  const first = [...lead, ...sides].filter(isDrawn).slice(0, FIRST);
  const others = [...lead, ...results].filter((block) => !first.includes(block));
  return { first, others: others.filter((block) => !isSaidByCountry(block, others)) };
}

/** Of one country the map says in a sentence what the countries say in another. */
function isSaidByCountry({ id, isSentence = false }: Block, others: readonly Block[]): boolean {
  return (
    id === 'results-map' &&
    isSentence &&
    others.some((block) => block.id === 'results-by-country' && block.isSentence === true)
  );
}

/** In which directions a list may be ordered by a column; the names are the values of `order`. */
export interface ColumnOrder {
  readonly column: string;
  readonly ascending?: string;
  readonly descending?: string;
}

/**
 * The heads of a list that lead to the same list in another order.
 *
 * @param order the one in which it stands
 * @example listOrders(url, 'newest', [{ column: 'period', ascending: 'period', descending: 'newest' }])
 */
export function listOrders(url: Url, order: string, columns: readonly ColumnOrder[]): ColumnOrders {
  return Object.fromEntries(
    columns.map(({ column, ascending, descending }) => {
      const sorted = order === ascending ? 'ascending' : order === descending ? 'descending' : null;
      const other = sorted === 'descending' ? (ascending ?? descending) : (descending ?? ascending);
      return [column, { sorted, href: withParameters(url, { order: other ?? null, cursor: null }) }];
    }),
  );
}
