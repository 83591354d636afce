import { type SQL, sql } from 'drizzle-orm';
import { exactIn } from '../../core/decimal.ts';
import type { EntryOrder, EntryPage, EntrySelection } from '../../core/figures.ts';
import type { AmountAsPaid } from '../../core/funding-totals.ts';
import { valuesOf } from '../../core/one-or-more.ts';
import type { PageRequest } from '../../core/row-page.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import { timePattern } from '../kept-keys.repository.ts';
import type { RowsAsking } from './asking.ts';
import { allOf, arrayOf, isAmong } from './conditions.repository.ts';
import { keptAmount, keptEntryCounting } from './entry-counts.repository.ts';
import { type KeyedList, type OrderedBy, pageOfKeys } from './key-page.repository.ts';
import { readTransactionsInOrder } from './read-rows.repository.ts';
import { type Sources, sourcesFor, withBelow } from './sources.repository.ts';

/**
 * Transactions as `FigureRows.entries` gives them: of one page, but for the sums, which are of all that was selected.
 *
 * @throws DomainError `RESULTS.UNKNOWN_CURSOR` (call)
 */
export async function rowsOfEntries(
  tx: Transaction,
  asking: RowsAsking,
  selection: EntrySelection,
  page?: PageRequest,
): Promise<EntryPage> {
  const { scope } = asking;
  const cells = cellsIn(sourcesFor(scope), selection);
  const list = listOf(cells, selection);
  const count = keptEntryCounting(asking, selection, list);
  const keys = await pageOfKeys(tx, count === null ? list : { ...list, count }, page);
  const transactions = await readTransactionsInOrder(tx, scope, keys.rows);
  const amounts = await rowsOf<{ id: string; amount: string }>(
    tx,
    sql`SELECT e.transaction::text AS id, sum(e.amount)::text AS amount ${cells}
      AND e.transaction = ANY (${arrayOf(keys.rows, 'uuid')}) GROUP BY e.transaction`,
  );
  const amountOf = new Map(amounts.map(({ id, amount }) => [id, Number(amount)]));
  const rows = transactions.map((transaction) => ({
    transaction,
    amountMinor: amountOf.get(transaction.id) ?? 0,
  }));
  // What all come to is told with the last piece, and by every page.
  const isSummed = page?.isCounted !== false || keys.next === null;
  const sums = isSummed
    ? await sumsOf(tx, asking, selection, cells)
    : { countedMinor: null, illustrative: false };
  return { ...keys, rows, ...sums };
}

/** As `FigureRows.amountsAsPaid` gives them. */
export async function rowsAsPaid(
  tx: Transaction,
  { scope }: RowsAsking,
  query: Pick<EntrySelection, 'type' | 'filter'>,
): Promise<readonly AmountAsPaid[]> {
  const sources = sourcesFor(scope);
  const ids = sql`SELECT e.transaction ${cellsIn(sources, query)}`;
  // A view that holds back rows looks its own up by an array, which by a subquery it would not.
  const isAsked = sources.isWhole ? sql`t.id IN (${ids})` : sql`t.id = ANY (ARRAY(${ids}))`;
  const found = await rowsOf<{ currency: string; amount: string }>(
    tx,
    sql`SELECT t.currency::text COLLATE "C" AS currency, sum(t.amount_minor)::text AS amount FROM ${sources.transactions} t
      WHERE ${isAsked} GROUP BY 1 ORDER BY 1`,
  );
  return found.map(({ currency, amount }) => ({ currency, amountMinor: exactIn(amount) }));
}

async function sumsOf(
  tx: Transaction,
  asking: RowsAsking,
  selection: EntrySelection,
  cells: SQL,
): Promise<Pick<EntryPage, 'countedMinor' | 'illustrative'>> {
  const kept = await keptAmount(tx, asking, selection);
  const [found] = await rowsOf<{ counted: string | null; illustrative: boolean }>(
    tx,
    sql`SELECT ${kept === undefined ? sql`(SELECT sum(e.amount)::text ${cells} AND e.currency = '')` : sql`NULL`} AS counted,
      EXISTS (SELECT ${cells} AND e.illustrative) AS illustrative`,
  );
  return {
    countedMinor: kept !== undefined ? kept : found?.counted == null ? null : exactIn(found.counted),
    illustrative: found?.illustrative === true,
  };
}

/** `FROM … WHERE …` of the cells that a selection lets through, by the very keys under which they count (rule 10). */
function cellsIn(sources: Sources, { type, filter, by, key }: EntrySelection): SQL {
  const { pillar, country, donor, program, from, to } = filter;
  const row = key === undefined ? sql`true` : sql`${keyOf(by)} = ${key}`;
  return sql`FROM ${sources.keptEntries} e WHERE ${allOf([
    sql`e.type = ${type}`,
    ...(pillar === undefined ? [] : [isAmong(sql`e.pillar`, pillar)]),
    ...(country === undefined ? [] : [isAmong(sql`e.place`, country)]),
    ...(donor === undefined ? [] : [isAmong(sql`e.donor`, donor)]),
    ...(program === undefined ? [] : [sql`e.program = ANY (${withBelow(sources, valuesOf(program))})`]),
    ...(from === undefined ? [] : [sql`e.value_date >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`e.value_date <= ${to}::date`]),
    row,
  ])}`;
}

/** Under which a cell counts; money has no breakdown, and stands by month where one is asked for. */
function keyOf(by: EntrySelection['by'] = 'program'): SQL {
  switch (by) {
    case 'pillar':
      return sql`e.pillar`;
    case 'country':
      return sql`e.place`;
    case 'donor':
      return sql`e.donor`;
    case 'program':
      return sql`e.program`;
    default:
      return sql`to_char(e.value_date, ${timePattern(by)}::text)`;
  }
}

function listOf(cells: SQL, { inOrderOf = 'value-date' }: EntrySelection): KeyedList {
  const day = inOrderOf === 'newest' ? AGO : sql`e.value_date`;
  return {
    // Each transaction once, with what its cells come to.
    rows: sql`FROM (
      SELECT e.transaction, ${day} AS day, min(e.currency) AS currency, sum(e.amount) AS amount ${cells}
      GROUP BY ${day}, e.transaction
    ) AS m WHERE true`,
    order: ORDERS[inOrderOf],
  };
}

/** The last day first is the fewest days before a late one. */
const AGO = sql`('3000-01-01'::date - e.value_date)`;
const BY_ID: readonly OrderedBy[] = [{ column: sql`m.transaction`, type: 'uuid' }];
const BY_DATE: readonly OrderedBy[] = [{ column: sql`m.day`, type: 'date' }, ...BY_ID];
const ORDERS: Readonly<Record<EntryOrder, readonly OrderedBy[]>> = {
  'value-date': BY_DATE,
  id: BY_ID,
  newest: [{ column: sql`m.day`, type: 'integer' }, ...BY_ID],
  amount: [
    { column: sql`(m.currency <> '')::integer`, type: 'integer' },
    { column: sql`CASE WHEN m.currency = '' THEN -m.amount ELSE 0 END`, type: 'numeric' },
    ...BY_DATE,
  ],
};
