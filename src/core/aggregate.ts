import { portionsBy } from './attribution.ts';
import { type Dimension, inReadingOrder, isTime } from './dimension.ts';
import type { Facts, Filter } from './facts.ts';
import { indexOf } from './facts-index.ts';
import type { Figure } from './figure.ts';
import { type Selection, select } from './filter.ts';
import { combine, combinesFreely, type Portion } from './measure.ts';
import { admits } from './one-or-more.ts';
import type { Indicator, Result, ResultKind } from './result.ts';
import { current } from './series.ts';

export { type Dimension, NOT_RECORDED, NOT_SPLIT, UNDATED } from './dimension.ts';
export type { Figure } from './figure.ts';
export {
  type FundingQuery,
  type FundingRow,
  type FundingTotals,
  fundingTotals,
  type MoneyFigure,
} from './funding-totals.ts';

export interface TotalsRow extends Figure {
  readonly key: string;
}

export interface Totals {
  readonly indicator: string;
  readonly kind: ResultKind;
  readonly by: Dimension;
  /** False: the rows must not be summed (donor, rule 9; ratios, `latest` over time, `none`, rule 3). */
  readonly additive: boolean;
  /** Sorted by value, greatest first, then key; the rows for regions, not-split, undated and not-recorded last. Time: by key. */
  readonly rows: readonly TotalsRow[];
  readonly total: Figure;
  /** Machine-readable reasons for a reader's caution. */
  readonly notes: readonly TotalsNote[];
}

export type TotalsNote =
  | 'contributed-to' // rows by donor: shown per donor, never summed
  | 'ratio' // pairs, combined as pairs
  | 'not-additive' // the indicator's rule forbids the sum
  | 'same-person-twice' // rule 12
  | 'outside-window' // there are targets whose period ends after the window
  | 'undated-excluded'; // a window leaves undated rows out

export interface TotalsQuery {
  readonly indicator: string;
  readonly kind: ResultKind;
  readonly by: Dimension;
  readonly filter: Filter;
}

/**
 * One indicator's targets or actuals, row by row and in total (rules 2 to 6, 9 to 12). The total is combined from the
 * results themselves, each once, and not from the rows.
 *
 * @throws DomainError `INDICATOR.UNKNOWN` (missing), `PROGRAM.PARENT_CYCLE` (refused).
 * @example totals(facts, { indicator: 'officials-trained', kind: 'actual', by: 'country', filter: {} })
 *   // total 123 = 78 exact + 45 approximate, 22 of it undated; AG 45, CR 37, BB 22, DO 15, CL 4
 */
export function totals(facts: Facts, query: TotalsQuery): Totals {
  const index = indexOf(facts);
  const indicator = index.indicator(query.indicator);
  const selection = select(index.results(query.indicator, query.kind), query.filter, index.tree);
  const total = combine(indicator, selection.inside);
  return totalsFrom(indicator, query, { rows: rowsBy(indicator, selection, query), total, ...selection });
}

/** Figures as the answer to a question: in their order, with what must be said of them. */
export function totalsFrom(
  indicator: Indicator,
  query: TotalsQuery,
  found: Pick<Totals, 'total'> & Omit<Selection, 'inside'> & { readonly rows: Iterable<TotalsRow> },
): Totals {
  return {
    indicator: query.indicator,
    kind: query.kind,
    by: query.by,
    additive: isAdditive(indicator, query.by),
    rows: inReadingOrder(found.rows, query.by, (row) => row.value),
    total: found.total,
    notes: notesOn(indicator, query, found, found.total),
  };
}

/**
 * The results that a total is made of, or with `by` and `key` one row of it, each once: `latest` leaves earlier ones out.
 *
 * @throws DomainError as `totals`
 * @example resultsBehind(facts, { indicator: 'officials-trained', kind: 'actual', filter: {}, by: 'country', key: 'BB' }) // the 22
 */
export function resultsBehind(
  facts: Facts,
  query: Omit<TotalsQuery, 'by'> & { readonly by?: Dimension; readonly key?: string },
): readonly Result[] {
  const { by, key = '', filter } = query;
  const index = indexOf(facts);
  const indicator = index.indicator(query.indicator);
  const { inside } = select(index.results(query.indicator, query.kind), filter, index.tree);
  const portions = by === undefined ? inside : (groupsBy(indicator, inside, { by, filter }).get(key) ?? []);
  return [...new Set(current(indicator, portions).map(({ result }) => result))];
}

function rowsBy(
  indicator: Indicator,
  { inside }: Selection,
  { by, filter }: TotalsQuery,
): Iterable<TotalsRow> {
  const groups = groupsBy(indicator, inside, { by, filter });
  return groups.entries().map(([key, portions]) => ({ key, ...combine(indicator, portions) }));
}

function groupsBy(
  indicator: Indicator,
  inside: Selection['inside'],
  { by, filter }: Pick<TotalsQuery, 'by' | 'filter'>,
): ReadonlyMap<string, readonly Portion[]> {
  // A year shows its own last value; any other row what is the last of all the time asked for.
  const counted = isTime(by) ? inside : current(indicator, inside);
  const groups = new Map<string, Portion[]>();
  for (const row of counted) {
    for (const [key, portion] of portionsBy(row, by)) {
      // Who else funds what a donor funds was not asked for.
      if (by === 'donor' && !admits(filter.donor, key)) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [portion]);
      else group.push(portion);
    }
  }
  return groups;
}

function isAdditive(indicator: Indicator, by: Dimension): boolean {
  if (by === 'donor' || indicator.measure === 'ratio') return false;
  return combinesFreely(indicator) && !isLatestOverTime(indicator, by);
}

function isLatestOverTime(indicator: Indicator, by: Dimension): boolean {
  return indicator.combineTime === 'latest' && isTime(by);
}

function notesOn(
  indicator: Indicator,
  { by, kind }: TotalsQuery,
  selection: Omit<Selection, 'inside'>,
  total: Figure,
): readonly TotalsNote[] {
  const applies: Record<TotalsNote, boolean> = {
    'contributed-to': by === 'donor',
    ratio: indicator.measure === 'ratio',
    'not-additive': !combinesFreely(indicator) || isLatestOverTime(indicator, by),
    'same-person-twice': indicator.people === 'persons' && total.value !== null && total.resultCount > 1,
    'outside-window': kind === 'target' && selection.someAfter,
    'undated-excluded': selection.someUndated,
  };
  return (Object.keys(applies) as TotalsNote[]).filter((note) => applies[note]);
}
