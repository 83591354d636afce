import { sql } from 'drizzle-orm';
import type { Scope } from '../access/index.ts';
import { type Totals, type TotalsQuery, totalsFrom, totalsOver } from '../core/aggregate.ts';
import type { AttributedResult } from '../core/attribution.ts';
import { type Exact, exactIn, sumOf } from '../core/decimal.ts';
import { axisOf, type Dimension, isTime } from '../core/dimension.ts';
import type { Figure } from '../core/figure.ts';
import type { Selection } from '../core/filter.ts';
import { combinesFreely } from '../core/measure.ts';
import type { Indicator, Qualifier } from '../core/result.ts';
import { figureOf, type Sums } from '../core/sums.ts';
import type { Transaction } from '../platform/database/database.ts';
import { rowsOf } from '../platform/database/rows.ts';
import {
  type Asking,
  inWindow,
  MEASURES,
  portionsOf,
  type Question,
  resultsIn,
} from './kept-portions.repository.ts';

/**
 * One indicator's targets or actuals as `totals` of src/core/aggregate.ts gives them, from totals that are kept
 * (kept.table.ts) and the few results at the ends of a window.
 *
 * Which results of a `latest` indicator count hangs on the window: they are read, and the law itself is asked.
 *
 * @param tx reads with the rights of the scope (`readInScope`)
 */
export async function keptTotals(
  tx: Transaction,
  asking: Asking,
  indicator: Indicator,
  query: TotalsQuery,
): Promise<Totals> {
  const question = questionOf(asking, indicator, query);
  if (indicator.combineTime === 'latest') return latestTotals(tx, indicator, query, question);
  const portions = await summed(tx, question);
  const rows = [...Map.groupBy(portions, ({ key }) => key)].map(([key, places]) => ({
    key,
    ...figure(indicator, places),
  }));
  const whole = addUp(query.by) ? portions : await summed(tx, { ...question, by: null });
  return totalsFrom(indicator, query, {
    rows,
    total: figure(indicator, whole),
    ...(await leftOut(tx, question)),
  });
}

/** Whether every result is in one row alone, so that the rows hold what the total does. */
function addUp(by: Dimension): boolean {
  return by !== 'donor' && axisOf(by) === null;
}

/** Its total alone, with the notes of a total by programme. */
export async function keptTotal(
  tx: Transaction,
  asking: Asking,
  indicator: Indicator,
  given: Omit<TotalsQuery, 'by'>,
): Promise<Pick<Totals, 'total' | 'notes'>> {
  const query = { ...given, by: 'program' } as const;
  const question = questionOf(asking, indicator, query);
  const { total, notes } =
    indicator.combineTime === 'latest'
      ? await latestTotals(tx, indicator, query, question)
      : totalsFrom(indicator, query, {
          rows: [],
          total: figure(indicator, await summed(tx, { ...question, by: null })),
          ...(await leftOut(tx, question)),
        });
  return { total, notes };
}

function questionOf(asking: Asking, indicator: Indicator, query: TotalsQuery): Question {
  const byPlace = !combinesFreely(indicator) && indicator.combinePlace === 'none';
  return { ...query, ...asking, byPlace };
}

/** What a question is answered from: a row for each key and, where the answer hangs on places, for each country. */
async function summed(tx: Transaction, question: Question): Promise<readonly SummedRow[]> {
  const sums = sql.join(
    MEASURES.map((name) => sql`sum(${sql.identifier(name)})::text AS ${sql.identifier(name)}`),
    sql`, `,
  );
  const portions = portionsOf(question);
  // A window that ends before it begins.
  if (portions.length === 0) return [];
  return rowsOf<SummedRow>(
    tx,
    sql`SELECT key, country, sum(value - exact)::text AS approximate, ${sums}
      FROM (${sql.join([...portions], sql` UNION ALL `)}) AS portions GROUP BY key, country HAVING sum(count) <> 0`,
  );
}

function figure(indicator: Indicator, rows: readonly SummedRow[]): Figure {
  const countries = new Set(rows.map(({ country }) => country));
  return figureOf(indicator, rows.map(sumsOf).reduce(plus, NOTHING), countries.size);
}

type SummedRow = Readonly<Record<'key' | 'country' | 'approximate' | (typeof MEASURES)[number], string>>;

function sumsOf(row: SummedRow): Sums {
  const [count, about, atLeast, atMost, range] = [
    row.count,
    row.abouts,
    row.at_leasts,
    row.at_mosts,
    row.ranges,
  ].map(Number) as [number, number, number, number, number];
  return {
    count,
    value: exactIn(row.value),
    exact: exactIn(row.exact),
    approximate: exactIn(row.approximate),
    undated: exactIn(row.undated),
    denominator: exactIn(row.denominator),
    high: exactIn(row.high),
    wholes: Number(row.wholes),
    qualifiers: {
      exact: count - about - atLeast - atMost - range,
      about,
      'at least': atLeast,
      'at most': atMost,
      range,
    },
  };
}

const NO_QUALIFIERS: Sums['qualifiers'] = { exact: 0, about: 0, 'at least': 0, 'at most': 0, range: 0 };
const NOTHING: Sums = {
  count: 0,
  value: 0,
  exact: 0,
  approximate: 0,
  undated: 0,
  denominator: 0,
  high: 0,
  wholes: 0,
  qualifiers: NO_QUALIFIERS,
};

function plus(one: Sums, other: Sums): Sums {
  const both = (of: (sums: Sums) => Exact) => sumOf([one, other], of);
  const qualifiers = Object.keys(NO_QUALIFIERS) as Qualifier[];
  return {
    count: one.count + other.count,
    value: both(({ value }) => value),
    exact: both(({ exact }) => exact),
    approximate: both(({ approximate }) => approximate),
    undated: both(({ undated }) => undated),
    denominator: both(({ denominator }) => denominator),
    high: both(({ high }) => high),
    wholes: one.wholes + other.wholes,
    qualifiers: Object.fromEntries(
      qualifiers.map((each) => [each, one.qualifiers[each] + other.qualifiers[each]]),
    ) as Sums['qualifiers'],
  };
}

/** What the window of a question alone keeps out (`Selection`). */
async function leftOut(tx: Transaction, question: Question): Promise<Omit<Selection, 'inside'>> {
  const { from, to } = question.filter;
  // Only of targets it is worth a note that some reach beyond the window.
  const asksAfter = to !== undefined && question.kind === 'target';
  const asksUndated = from !== undefined;
  if (!asksAfter && !asksUndated) return { someAfter: false, someUndated: false };
  const results = resultsIn(question);
  const after = asksAfter
    ? sql`EXISTS (SELECT ${results} AND r.period_end > ${to}::date AND r.period_end >= ${from ?? to}::date)`
    : sql`false`;
  const undated = asksUndated ? sql`EXISTS (SELECT ${results} AND r.period_end IS NULL)` : sql`false`;
  const [found] = await rowsOf<{ after: boolean; undated: boolean }>(
    tx,
    sql`SELECT ${after} AS after, ${undated} AS undated`,
  );
  return { someAfter: found?.after === true, someUndated: found?.undated === true };
}

/** Which results of each series may be the last that it says (`current` of src/core/series.ts), and no others, are read. */
async function latestTotals(
  tx: Transaction,
  indicator: Indicator,
  query: TotalsQuery,
  question: Question,
): Promise<Totals> {
  const end = sql`COALESCE(r.period_end, '-infinity')`;
  // A year shows its own last value.
  const time = isTime(query.by)
    ? sql`, left(r.period_end::text, ${query.by === 'year' ? 4 : 7}::integer)`
    : sql``;
  const found = await rowsOf<ReadRow>(
    tx,
    sql`SELECT r.id::text, r.program::text, r.pillar::text, r.country::text, to_json(r.donors)::text AS donors, r.period_end::text,
      r.qualifier, r.value::text, r.value_high::text, r.denominator::text, r.parts::text,
      to_char(r.approved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS approved_at
      FROM (
        SELECT r.*, ${end} AS ends, max(${end}) FILTER (WHERE COALESCE(jsonb_array_length(r.parts), 0) <> 1)
          OVER (PARTITION BY r.program, r.country${time}) AS whole_ends
        ${resultsIn(question)} AND ${inWindow(query.filter)}
      ) AS r WHERE r.whole_ends IS NULL OR r.ends >= r.whole_ends`,
  );
  const inside = found.map((row) => attributed(row, query, question.scope));
  return totalsOver(indicator, { inside, ...(await leftOut(tx, question)) }, query);
}

interface ReadRow {
  readonly id: string;
  readonly program: string;
  readonly pillar: string;
  readonly country: string;
  readonly donors: string;
  readonly period_end: string | null;
  readonly qualifier: Qualifier;
  readonly value: string;
  readonly value_high: string | null;
  readonly denominator: string | null;
  readonly parts: string | null;
  readonly approved_at: string;
}

function attributed(row: ReadRow, { indicator, kind }: TotalsQuery, scope: Scope): AttributedResult {
  const parts = JSON.parse(row.parts ?? '[]') as readonly (readonly [string, string, number])[];
  const donors = JSON.parse(row.donors) as readonly string[];
  const value = Number(row.value);
  return {
    value,
    pillar: row.pillar,
    country: row.country,
    // Another donor is not even named.
    donors: scope.kind === 'donor' ? donors.filter((each) => scope.organisations.includes(each)) : donors,
    result: {
      id: row.id,
      program: row.program,
      indicator,
      kind,
      place: row.country,
      periodStart: null,
      periodEnd: row.period_end,
      datePrecision: 'day',
      qualifier: row.qualifier,
      value,
      valueHigh: row.value_high === null ? null : Number(row.value_high),
      denominator: row.denominator === null ? null : Number(row.denominator),
      breakdown: parts.map(([axis, part, number]) => ({ axis, part, value: number })),
      note: null,
      noteFor: null,
      partOf: null,
      approvedAt: row.approved_at,
      evidence: [],
    },
  };
}
