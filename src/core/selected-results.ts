import { resultsBehind } from './aggregate.ts';
import { portionsBy } from './attribution.ts';
import { countriesOf } from './country-sheet.ts';
import type { Facts } from './facts.ts';
import { indexOf } from './facts-index.ts';
import type { ResultSelection } from './figures.ts';
import { select } from './filter.ts';
import { windowPosition } from './period.ts';
import type { Result } from './result.ts';

/**
 * The approved results behind a figure, in order of period end, programme, indicator and id.
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
    .toSorted(inOrder);
}

/** As lists of results stand: by the end of their period, programme, indicator and id, character by character. */
export function inOrder(a: Result, b: Result): number {
  return orderOf(a) < orderOf(b) ? -1 : 1;
}

/** Every list sorts the same rows. */
const orders = new WeakMap<Result, string>();

function orderOf(result: Result): string {
  const known = orders.get(result);
  if (known !== undefined) return known;
  const order = `${result.periodEnd ?? '9999'} ${result.program} ${result.indicator} ${result.id}`;
  orders.set(result, order);
  return order;
}

function countedOf(facts: Facts, { filter, kind, by, key }: ResultSelection): ReadonlySet<Result> | null {
  if (filter.indicator === undefined || kind === undefined) return null;
  const row = by === undefined || key === undefined ? {} : { by, key };
  return new Set(resultsBehind(facts, { indicator: filter.indicator, kind, filter, ...row }));
}

function isInSight({ kind, periodEnd }: Result, { cutOff }: ResultSelection): boolean {
  return cutOff === undefined || kind === 'target' || windowPosition(periodEnd, { to: cutOff }) === 'inside';
}

function concerns(facts: Facts, { place }: Result, { concerning }: ResultSelection): boolean {
  if (concerning === undefined || place === null || place === concerning.country) return true;
  return countriesOf(facts, place, concerning.day).includes(concerning.country);
}
