import { type SQL, sql } from 'drizzle-orm';
import type { Filter } from '../../core/facts.ts';
import { unknownIndicator } from '../../core/facts-index.ts';
import type { FigureRows, Figures, ResultSelection } from '../../core/figures.ts';
import { admits } from '../../core/one-or-more.ts';
import type { Result } from '../../core/result.ts';
import type { PageRequest, RowPage } from '../../core/row-page.ts';
import { seesEverything } from '../../core/visibility/scope.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import { FIRST_DAY, levelFor, piecesOf, timesAt } from '../kept-plan.ts';
import type { RowsAsking } from './asking.ts';
import { allOf, isAmong } from './conditions.repository.ts';
import { pageOfKeys } from './key-page.repository.ts';
import { readResultsInOrder, readTransactionsInOrder } from './read-rows.repository.ts';
import { keptCounting } from './result-counts.repository.ts';
import { countedIn, resultList } from './result-list.repository.ts';
import { sourcesFor } from './sources.repository.ts';

/**
 * Results as `FigureRows.results` gives them, from the rows of one page.
 *
 * @throws DomainError `RESULTS.UNKNOWN_CURSOR` (call), `INDICATOR.UNKNOWN` (missing)
 */
export async function rowsOfResults(
  tx: Transaction,
  asking: RowsAsking,
  selection: ResultSelection,
  page?: PageRequest,
): Promise<RowPage<Result>> {
  const { scope, names } = asking;
  const list = resultList(sourcesFor(scope), names, selection);
  const count = keptCounting(asking, selection, list);
  const keys = await pageOfKeys(tx, count === null ? list : { ...list, count }, page);
  return { ...keys, rows: await readResultsInOrder(tx, scope, keys.rows) };
}

/** An approved result; null: there is none for this reader. */
export async function resultById(
  tx: Transaction,
  { scope }: RowsAsking,
  id: string,
): ReturnType<FigureRows['result']> {
  const [found] = UUID.test(id) ? await readResultsInOrder(tx, scope, [id]) : [];
  return found ?? null;
}

/** Likewise of transactions. */
export async function transactionById(
  tx: Transaction,
  { scope }: RowsAsking,
  id: string,
): ReturnType<FigureRows['transaction']> {
  const [found] = UUID.test(id) ? await readTransactionsInOrder(tx, scope, [id]) : [];
  return found ?? null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Axes by which a total is broken down, as `Figures.axesOf`. @throws DomainError `INDICATOR.UNKNOWN` (missing) */
export async function axesOfTotal(
  tx: Transaction,
  asking: RowsAsking,
  { indicator: code, kind, filter }: Parameters<Figures['axesOf']>[0],
): ReturnType<Figures['axesOf']> {
  const { scope, names } = asking;
  const indicator = names.indicators.find((each) => each.code === code) ?? unknownIndicator(code);
  if (!admits(filter.indicator, code)) return [];
  const selection = { kind, filter: { ...filter, indicator: code } };
  const { source, conditions } = countedIn(sourcesFor(scope), indicator, selection);
  const isKnown = sql`part NOT IN ('', 'not-recorded')`;
  const sums = sql`SELECT FROM kept.totals t
    WHERE t.indicator = ${code} AND t.kind = ${kind} AND t.axis = l.list AND t.${isKnown} AND t.count <> 0`;
  const isInUse = seesEverything(scope)
    ? sql`EXISTS (${sums} AND t.level = 'all' AND t.grain = 'ever')`
    : sql`true`;
  const years = indicator.combineTime === 'latest' ? null : yearsOfParts(asking, filter);
  // Each axis is looked for by itself: what whole years tell first, then with the first row that knows a part of it. In that order:
  // the planner would look for those that are in no use among all rows.
  const found = await rowsOf<{ axis: string }>(
    tx,
    sql`SELECT l.list::text AS axis FROM (SELECT DISTINCT list FROM terms) AS l
      WHERE CASE WHEN ${isInUse} THEN ${years === null ? sql`false` : sql`EXISTS (${sums} AND ${years})`} OR EXISTS (
        SELECT FROM ${source.from} CROSS JOIN LATERAL kept.parts_of(r.parts, r.value, r.denominator) AS o
        WHERE ${allOf(conditions)} AND r.parts IS NOT NULL AND o.axis = l.list AND o.${isKnown}
        OFFSET 0
      ) ELSE false END ORDER BY l.list`,
  );
  return found.map(({ axis }) => axis);
}

/** Of the whole years in a window, the sums that are kept `t` of breakdowns under a filter; null: none are kept. */
function yearsOfParts({ scope, today }: RowsAsking, filter: Filter): SQL | null {
  const by = 'axis:any';
  const level = seesEverything(scope) ? levelFor({ by, filter }, scope, false) : null;
  if (level === null) return null;
  const [years] = piecesOf(
    { ...filter, from: filter.from ?? FIRST_DAY },
    { by, times: timesAt(level, by), today },
  ).spans;
  if (years === undefined) return null;
  const key = filter.pillar ?? filter.country ?? filter.donor ?? '';
  return sql`t.level = ${level} AND ${isAmong(sql`t.key`, key)} AND t.grain = ${years.grain} AND t.span BETWEEN ${years.first} AND ${years.last}`;
}
