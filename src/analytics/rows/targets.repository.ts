import { type SQL, sql } from 'drizzle-orm';
import { exactIn } from '../../core/decimal.ts';
import { unknownIndicator } from '../../core/facts-index.ts';
import type { Figure } from '../../core/figure.ts';
import type { FigureTargets, TargetPage, TargetsQuery } from '../../core/figures.ts';
import type { Qualifier, Result } from '../../core/result.ts';
import type { PageRequest, RowPage } from '../../core/row-page.ts';
import { figureOf, type Sums } from '../../core/sums.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import { IS_GIVEN, portionsOfTargets, reportedTargets, targetTables } from './actuals.repository.ts';
import type { RowsAsking } from './asking.ts';
import { begunTargets, keptTargets } from './begun-targets.repository.ts';
import { arrayOf } from './conditions.repository.ts';
import { type KeyedList, type OrderedBy, pageOfKeys } from './key-page.repository.ts';
import { readResultsInOrder } from './read-rows.repository.ts';
import { RESULT_ORDERS } from './result-list.repository.ts';
import { type Sources, sourcesFor } from './sources.repository.ts';

/**
 * Targets beside the actuals of their own periods, as `FigureTargets.targets` gives them: rows of one page, and how many of
 * all have an actual.
 *
 * @throws DomainError `RESULTS.UNKNOWN_CURSOR` (call)
 */
export async function rowsOfTargets(
  tx: Transaction,
  asking: RowsAsking,
  query: TargetsQuery,
  page?: PageRequest,
): Promise<TargetPage> {
  const sources = sourcesFor(asking.scope);
  const begun = begunTargets(sources, asking, query);
  const keys = await pageOfKeys(tx, inConcern(asking, begun, query), page);
  const targets = await readResultsInOrder(tx, asking.scope, keys.rows);
  const actuals = await actualsOf(tx, asking, keys.rows, query);
  const missing = (target: Result) => figureOf(indicatorOf(asking, target.indicator), sumsOf(null), 0);
  return {
    ...keys,
    rows: targets.map((target) => ({
      target,
      combineTime: indicatorOf(asking, target.indicator).combineTime,
      actual: actuals.get(target.id) ?? missing(target),
    })),
    reported: await countReported(tx, asking, begun, query),
  };
}

/** The results that a target's actual is made of, as `FigureTargets.reportedFor` gives them. */
export async function rowsReportedFor(
  tx: Transaction,
  { scope }: RowsAsking,
  target: Result,
  { filter, cutOff }: Parameters<FigureTargets['reportedFor']>[1],
  page?: PageRequest,
): Promise<RowPage<Result>> {
  const sources = sourcesFor(scope);
  const list = {
    rows: sql`FROM (
      WITH RECURSIVE ${targetTables(sources, resultsById(sources, [target.id]), cutOff)} ${portionsOfTargets(sources, filter)}
    ) AS r WHERE true`,
    order: RESULT_ORDERS.period,
    isMadeWhole: true,
  };
  const keys = await pageOfKeys(tx, list, page);
  return { ...keys, rows: await readResultsInOrder(tx, scope, keys.rows) };
}

async function countReported(
  tx: Transaction,
  asking: RowsAsking,
  begun: SQL,
  query: TargetsQuery,
): Promise<number> {
  const sources = sourcesFor(asking.scope);
  const live = async (rows: SQL) => {
    const [found] = await rowsOf<{ count: string }>(
      tx,
      sql`WITH RECURSIVE ${targetTables(sources, rows, query.cutOff)}
        SELECT count(*)::text AS count FROM (${reportedTargets(sources, query.filter)}) AS reported`,
    );
    return Number(found?.count ?? 0);
  };
  const kept = keptTargets(sources, asking, query);
  if (kept === null) return live(begun);
  const [found] = await rowsOf<{ count: string }>(
    tx,
    sql`SELECT count(*)::text AS count ${kept.rows} AND ${kept.isSettled} AND ${kept.isReported}`,
  );
  return Number(found?.count ?? 0) + (await live(kept.unsettled));
}

/** In the order of results; or first those that have ended and are not reached (`byConcern` of src/core/targets.ts). */
function inConcern(asking: RowsAsking, begun: SQL, query: TargetsQuery): KeyedList {
  const { filter, cutOff, inOrderOf = 'period' } = query;
  const sources = sourcesFor(asking.scope);
  const kept = keptTargets(sources, asking, query);
  if (inOrderOf === 'period') return { rows: kept?.rows ?? begun, order: RESULT_ORDERS.period };
  const order = [{ column: sql`r.rank`, type: 'integer' } satisfies OrderedBy, ...RESULT_ORDERS.newest];
  if (kept !== null) {
    const isLate = sql`(r.period_end < ${cutOff}::date AND NOT r.is_reached)`;
    const ranked = sql`SELECT r.id, r.program, r.indicator, r.period_end, (NOT COALESCE(${isLate}, false))::integer AS rank ${kept.rows}`;
    return { rows: sql`FROM (${ranked}) AS r WHERE true`, order };
  }
  const figures = sql`WITH RECURSIVE ${targetTables(sources, begun, cutOff)}
    SELECT t.id, t.program, t.indicator, t.period_end,
      (t.period_end IS NULL OR t.period_end >= ${cutOff}::date
        OR COALESCE(m.is_given AND (t.denominator IS NOT NULL
          OR CASE WHEN t.down_to IS NULL THEN m.value >= t.value ELSE m.value <= t.down_to END), false))::integer AS rank
    FROM targets t LEFT JOIN (
      SELECT p.target, sum(p.portion) AS value, ${IS_GIVEN} AS is_given
      FROM (${portionsOfTargets(sources, filter)}) AS p JOIN targets t ON t.id = p.target
      GROUP BY p.target, t.is_summable, t.is_summed_over_places
    ) AS m ON m.target = t.id`;
  return {
    rows: sql`FROM (${figures}) AS r WHERE true`,
    isMadeWhole: true,
    order,
  };
}

/** The actuals of some targets; of one of which nothing is reported there is none. */
async function actualsOf(
  tx: Transaction,
  asking: RowsAsking,
  ids: readonly string[],
  { filter, cutOff }: TargetsQuery,
): Promise<ReadonlyMap<string, Figure>> {
  const sources = sourcesFor(asking.scope);
  const found = await rowsOf<SummedTarget>(
    tx,
    sql`WITH RECURSIVE ${targetTables(sources, resultsById(sources, ids), cutOff)}
      SELECT p.target::text AS target, min(p.indicator) AS indicator, count(*)::text AS count,
        sum(p.portion)::text AS value,
        COALESCE(sum(p.portion) FILTER (WHERE p.qualifier = 'exact'), 0)::text AS exact,
        COALESCE(sum(p.portion) FILTER (WHERE p.qualifier <> 'exact'), 0)::text AS approximate,
        COALESCE(sum(p.portion) FILTER (WHERE p.period_end IS NULL), 0)::text AS undated,
        COALESCE(sum(p.denominator), 0)::text AS denominator,
        COALESCE(sum(p.value_high) FILTER (WHERE p.portion = p.value), 0)::text AS high,
        count(*) FILTER (WHERE p.portion = p.value)::text AS wholes,
        count(*) FILTER (WHERE p.qualifier = 'about')::text AS about,
        count(*) FILTER (WHERE p.qualifier = 'at least')::text AS at_least,
        count(*) FILTER (WHERE p.qualifier = 'at most')::text AS at_most,
        count(*) FILTER (WHERE p.qualifier = 'range')::text AS range,
        count(DISTINCT p.country)::text AS places
      FROM (${portionsOfTargets(sources, filter)}) AS p GROUP BY p.target`,
  );
  return new Map(
    found.map((row) => [
      row.target,
      figureOf(indicatorOf(asking, row.indicator), sumsOf(row), Number(row.places)),
    ]),
  );
}

type SummedTarget = Readonly<
  Record<
    | 'target'
    | 'indicator'
    | 'count'
    | 'value'
    | 'exact'
    | 'approximate'
    | 'undated'
    | 'denominator'
    | 'high'
    | 'wholes'
    | 'about'
    | 'at_least'
    | 'at_most'
    | 'range'
    | 'places',
    string
  >
>;

function sumsOf(row: SummedTarget | null): Sums {
  const number = (text: string | undefined) => Number(text ?? 0);
  const exact = (text: string | undefined) => exactIn(text ?? '0');
  const qualifiers: Omit<Sums['qualifiers'], 'exact'> = {
    about: number(row?.about),
    'at least': number(row?.at_least),
    'at most': number(row?.at_most),
    range: number(row?.range),
  };
  const count = number(row?.count);
  const inexact = Object.values<number>(qualifiers).reduce((sum, each) => sum + each, 0);
  return {
    count,
    value: exact(row?.value),
    exact: exact(row?.exact),
    approximate: exact(row?.approximate),
    undated: exact(row?.undated),
    denominator: exact(row?.denominator),
    high: exact(row?.high),
    wholes: number(row?.wholes),
    qualifiers: { ...qualifiers, exact: count - inexact } satisfies Readonly<Record<Qualifier, number>>,
  };
}

function indicatorOf({ names }: RowsAsking, code: string) {
  return names.indicators.find((each) => each.code === code) ?? unknownIndicator(code);
}

function resultsById({ results }: Sources, ids: readonly string[]): SQL {
  return sql`FROM ${results} r WHERE r.id = ANY (${arrayOf(ids, 'uuid')})`;
}
