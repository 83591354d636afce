import { sql } from 'drizzle-orm';
import { type Totals, type TotalsQuery, totalsFrom } from '../core/aggregate.ts';
import { type Exact, exactIn, sumOf } from '../core/decimal.ts';
import { axisOf, type Dimension, isTime } from '../core/dimension.ts';
import type { Figure } from '../core/figure.ts';
import type { IndicatorTotal } from '../core/figures.ts';
import type { Selection } from '../core/filter.ts';
import { combinesFreely } from '../core/measure.ts';
import type { Indicator, Qualifier } from '../core/result.ts';
import { figureOf, type Sums } from '../core/sums.ts';
import type { Transaction } from '../platform/database/database.ts';
import { rowsOf } from '../platform/database/rows.ts';
import type { Asking } from './kept-keys.repository.ts';
import { MEASURES, portionsOf, type Question, resultsIn, undatedKept } from './kept-portions.repository.ts';

/**
 * One indicator's targets or actuals as `totals` of src/core/aggregate.ts gives them, from totals that are kept
 * (kept.table.ts) and the few results at the ends of a window; of a `latest` indicator, from the last of each series.
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
  const portions = await summed(tx, question);
  const rows = [...Map.groupBy(portions, ({ key }) => key)].map(([key, places]) => ({
    key,
    ...figure(indicator, places),
  }));
  const whole = addUp(indicator, query.by) ? portions : await summed(tx, { ...question, by: null });
  return totalsFrom(indicator, query, {
    rows,
    total: figure(indicator, whole),
    ...(await leftOut(tx, question))(indicator.code),
  });
}

/** Whether every result is in one row alone, and counts there as in the total, so that the rows hold what that does. */
function addUp(indicator: Indicator, by: Dimension): boolean {
  return by !== 'donor' && axisOf(by) === null && !(isLatest(indicator) && isTime(by));
}

/**
 * The total of each of several indicators, with the notes of a total by programme (`indicatorTotals` of `FigureTotals`).
 * Those that count alike are asked for at once.
 */
export async function keptIndicatorTotals(
  tx: Transaction,
  asking: Asking,
  indicators: readonly Indicator[],
  query: Pick<TotalsQuery, 'kind' | 'filter'>,
): Promise<readonly IndicatorTotal[]> {
  const found = new Map<string, IndicatorTotal>();
  const queryOf = ({ code }: Indicator) => ({ ...query, indicator: code, by: 'program' }) as const;
  const countedAlike = Map.groupBy(indicators, (each) => `${isLatest(each)} ${hangsOnPlaces(each)}`);
  for (const alike of countedAlike.values()) {
    const [byPlace, codes] = [alike.some(hangsOnPlaces), alike.map(({ code }) => code)];
    const question = {
      ...{ ...query, ...asking, indicators: codes, by: null },
      ...{ byPlace, isLatest: alike.some(isLatest) },
    };
    const sums = Map.groupBy(await summed(tx, question), ({ key }) => key);
    const leftOutOf = await leftOut(tx, question);
    for (const indicator of alike) {
      const total = figure(indicator, sums.get(indicator.code) ?? []);
      const { notes } = totalsFrom(indicator, queryOf(indicator), {
        rows: [],
        total,
        ...leftOutOf(indicator.code),
      });
      found.set(indicator.code, { indicator: indicator.code, total, notes });
    }
  }
  return indicators.flatMap(({ code }) => found.get(code) ?? []);
}

function questionOf(asking: Asking, indicator: Indicator, query: TotalsQuery): Question {
  return {
    ...query,
    ...asking,
    indicators: [indicator.code],
    byPlace: hangsOnPlaces(indicator),
    isLatest: isLatest(indicator),
  };
}

function isLatest({ combineTime }: Indicator): boolean {
  return combineTime === 'latest';
}

/** Whether a figure can be summed hangs on how many places its results are of. */
function hangsOnPlaces(indicator: Indicator): boolean {
  return !combinesFreely(indicator) && indicator.combinePlace === 'none';
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
  // Of thousands of programmes each has one row.
  const [first = NOTHING, ...others] = rows.map(sumsOf);
  return figureOf(indicator, others.reduce(plus, first), countries.size);
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

type LeftOut = Omit<Selection, 'inside'>;

/** What the window of a question alone keeps out of each indicator (`Selection`). */
async function leftOut(tx: Transaction, question: Question): Promise<(indicator: string) => LeftOut> {
  const { from, to } = question.filter;
  // Only of targets it is worth a note that some reach beyond the window.
  const asksAfter = to !== undefined && question.kind === 'target';
  const asksUndated = from !== undefined;
  const nothing = { someAfter: false, someUndated: false };
  if (!asksAfter && !asksUndated) return () => nothing;
  const results = resultsIn(question, (indicator) => sql`${indicator} = i.code`);
  const after = asksAfter
    ? sql`EXISTS (SELECT ${results} AND r.period_end > ${to}::date AND r.period_end >= ${from ?? to}::date)`
    : sql`false`;
  const undated = asksUndated
    ? sql`EXISTS (${undatedKept(question, sql`i.code`) ?? sql`SELECT ${results} AND r.period_end IS NULL`})`
    : sql`false`;
  const rows = await rowsOf<{ code: string; after: boolean; undated: boolean }>(
    tx,
    sql`SELECT i.code, ${after} AS after, ${undated} AS undated
      FROM jsonb_array_elements_text(${JSON.stringify(question.indicators)}::jsonb) AS i(code)`,
  );
  const found = new Map(rows.map((row) => [row.code, { someAfter: row.after, someUndated: row.undated }]));
  return (indicator) => found.get(indicator) ?? nothing;
}
