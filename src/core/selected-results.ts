import { resultsBehind } from './aggregate.ts';
import { portionsBy } from './attribution.ts';
import { countriesOf } from './country-sheet.ts';
import { compareExact } from './decimal.ts';
import type { Facts } from './facts.ts';
import { indexOf } from './facts-index.ts';
import type { ResultOrder, ResultSelection } from './figures.ts';
import { select } from './filter.ts';
import { onlyOne } from './one-or-more.ts';
import { windowPosition } from './period.ts';
import type { Result } from './result.ts';
import { compareCodes } from './text.ts';

/**
 * The approved results behind a figure (of one indicator and kind those that count; else all), in the order that is asked for, else by period end, programme, indicator and id.
 *
 * @example selectedResults(facts, { filter: { indicator: 'officials-trained' }, kind: 'actual', by: 'country', key: 'BB' }) // the 22
 */
export function selectedResults(facts: Facts, selection: ResultSelection): readonly Result[] {
  const { filter, kind, by, key } = selection;
  const { attributed, tree } = indexOf(facts);
  const inside = select(attributed, filter, tree).inside.filter(
    ({ result }) => kind === undefined || result.kind === kind,
  );
  const chosen =
    by === undefined ? inside : inside.filter((row) => portionsBy(row, by).some(([name]) => name === key));
  const counted = countedOf(facts, selection);
  return chosen
    .map(({ result }) => result)
    .filter(
      (result) =>
        (counted === null || counted.has(result)) &&
        isInSight(result, selection) &&
        concerns(facts, result, selection),
    )
    .toSorted(ORDERS[selection.inOrderOf ?? 'period']);
}

/** As lists of results stand: by the end of their period, programme, indicator and id, character by character. */
export function inOrder(a: Result, b: Result): number {
  return compareCodes(a.periodEnd ?? UNDATED_LAST, b.periodEnd ?? UNDATED_LAST) || byName(a, b);
}

/** The last period end first, undated last. */
export function newestFirst(a: Result, b: Result): number {
  return compareCodes(b.periodEnd ?? '', a.periodEnd ?? '') || byName(a, b);
}

/** The greatest value first. */
export function greatestFirst(a: Result, b: Result): number {
  return compareExact(b.value, a.value) || inOrder(a, b);
}

const UNDATED_LAST = '9999-99-99';
const ORDERS: Readonly<Record<ResultOrder, (a: Result, b: Result) => number>> = {
  period: inOrder,
  newest: newestFirst,
  value: greatestFirst,
};

function byName(a: Result, b: Result): number {
  return (
    compareCodes(a.program, b.program) || compareCodes(a.indicator, b.indicator) || compareCodes(a.id, b.id)
  );
}

function countedOf(facts: Facts, { filter, kind, by, key }: ResultSelection): ReadonlySet<Result> | null {
  const indicator = onlyOne(filter.indicator);
  if (indicator === undefined || kind === undefined) return null;
  const row = by === undefined || key === undefined ? {} : { by, key };
  return new Set(resultsBehind(facts, { indicator, kind, filter, ...row }));
}

function isInSight({ kind, periodEnd }: Result, { cutOff }: ResultSelection): boolean {
  return cutOff === undefined || kind === 'target' || windowPosition(periodEnd, { to: cutOff }) === 'inside';
}

function concerns(facts: Facts, { place }: Result, { concerning }: ResultSelection): boolean {
  if (concerning === undefined || place === null || place === concerning.country) return true;
  return countriesOf(facts, place, concerning.day).includes(concerning.country);
}
