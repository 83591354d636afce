import { type SQL, sql } from 'drizzle-orm';
import { unknownIndicator } from '../../core/facts-index.ts';
import type { Names, ResultOrder, ResultSelection } from '../../core/figures.ts';
import { admits, onlyOne } from '../../core/one-or-more.ts';
import type { Indicator } from '../../core/result.ts';
import { allOf } from './conditions.repository.ts';
import type { KeyedList, OrderedBy } from './key-page.repository.ts';
import {
  approvedResults,
  concerningCountry,
  countedResults,
  ENDS,
  inFilter,
  inRow,
  isLastBeforeRow,
  lastOfSeries,
  type ResultSource,
} from './result-source.repository.ts';
import type { Sources } from './sources.repository.ts';

/**
 * The results behind a figure, in order of period end, programme, indicator and id, as `selectedResults` of
 * src/core/selected-results.ts gives them.
 *
 * @throws DomainError `INDICATOR.UNKNOWN` (missing), where a kind is asked for too
 */
export function resultList(
  sources: Sources,
  { indicators }: Pick<Names, 'indicators'>,
  selection: ResultSelection,
): KeyedList {
  const { filter, kind, concerning } = selection;
  const code = onlyOne(filter.indicator);
  if (code === undefined || kind === undefined) {
    const source = approvedResults(sources);
    const selected = [
      ...inFilter(source, sources, filter),
      ...inRow(source, selection),
      ...(kind === undefined ? [] : [sql`r.kind = ${kind}`]),
    ];
    return listOf(source, selection, [
      ...selected,
      ...(concerning === undefined ? [] : [concerningCountry(concerning)]),
    ]);
  }
  const indicator = indicators.find((each) => each.code === code) ?? unknownIndicator(code);
  const counted = countedIn(sources, indicator, selection);
  const own =
    concerning === undefined
      ? []
      : [sql`r.id IN (SELECT r.id FROM ${sources.results} r WHERE ${concerningCountry(concerning)})`];
  const list = listOf(counted.source, selection, [...counted.conditions, ...own]);
  // Which of a series says the last hangs on all of it.
  return indicator.combineTime === 'latest' ? { ...list, isMadeWhole: true } : list;
}

/** What a total, or with `by` and `key` one row of it, is made of (`resultsBehind` of src/core/aggregate.ts). */
export function countedIn(
  sources: Sources,
  indicator: Indicator,
  selection: ResultSelection,
): { readonly source: ResultSource; readonly conditions: readonly SQL[] } {
  const { filter, kind, by, key } = selection;
  const all = countedResults(sources.keptResults);
  const selected = [
    ...inFilter(all, sources, filter),
    ...(kind === undefined ? [] : [sql`r.kind = ${kind}`]),
    // Who else funds what a donor funds was not asked for.
    ...(by === 'donor' && !admits(filter.donor, key ?? '') ? [sql`false`] : []),
  ];
  const row = inRow(all, selection);
  if (indicator.combineTime !== 'latest') return { source: all, conditions: [...selected, ...row] };
  const first = isLastBeforeRow(indicator, selection);
  const rows = sql`FROM ${all.from} WHERE ${allOf(first ? selected : [...selected, ...row])}`;
  return { source: countedResults(lastOfSeries(rows)), conditions: first ? row : [] };
}

function listOf(
  source: ResultSource,
  { cutOff, inOrderOf = 'period' }: ResultSelection,
  conditions: readonly SQL[],
): KeyedList {
  const isInSight =
    cutOff === undefined
      ? []
      : [sql`(r.kind = 'target' OR ${source.ends} <= ${cutOff}::date OR ${source.ends} = 'infinity')`];
  return {
    rows: sql`FROM ${source.from} WHERE ${allOf([...source.holds, ...conditions, ...isInSight])}`,
    order: RESULT_ORDERS[inOrderOf],
  };
}

const BY_NAME: readonly OrderedBy[] = [
  { column: sql`r.program`, type: 'text' },
  { column: sql`r.indicator`, type: 'text' },
  { column: sql`r.id`, type: 'uuid' },
];
const BY_PERIOD: readonly OrderedBy[] = [{ column: ENDS, type: 'date' }, ...BY_NAME];

/** The orders of lists of results, each so that it ascends: the last day first is the fewest days before a late one. */
export const RESULT_ORDERS: Readonly<Record<ResultOrder, readonly OrderedBy[]>> = {
  period: BY_PERIOD,
  newest: [
    { column: sql`COALESCE('3000-01-01'::date - r.period_end, 1000000)`, type: 'integer' },
    ...BY_NAME,
  ],
  value: [{ column: sql`(-r.value)`, type: 'numeric' }, ...BY_PERIOD],
};
