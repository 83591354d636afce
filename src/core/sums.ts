import type { Exact } from './decimal.ts';
import { type Figure, missingFigure } from './figure.ts';
import { combinesFreely, isSummable } from './measure.ts';
import type { Indicator, Qualifier } from './result.ts';

/** What results of one indicator and kind sum to, before it is said whether they may be summed. */
export interface Sums {
  readonly count: number;
  readonly value: Exact;
  /** The part of `value` whose results are exact. */
  readonly exact: Exact;
  /** `value` less `exact`. */
  readonly approximate: Exact;
  readonly undated: Exact;
  /** Of pairs alone: all of them have one. */
  readonly denominator: Exact;
  /** The upper ends of the ranges that are summed whole, and not as a part of their breakdown. */
  readonly high: Exact;
  readonly qualifiers: Readonly<Record<Qualifier, number>>;
  /** How many are summed whole. */
  readonly wholes: number;
}

/**
 * The figure that `combine` makes of results of which the sums are known: of an indicator that is `latest`, of the last
 * of each series (rules 3, 4 and 5).
 *
 * @param places how many places they are of, for an indicator that does not combine over places
 * @example figureOf(officials, the sums of 78 exact and about 45, 5) // { value: 123, exact: 78, approximate: 45, … }
 */
export function figureOf(indicator: Indicator, sums: Sums, places: number): Figure {
  const { count, denominator, qualifiers, wholes, high } = sums;
  if (count === 0) return missingFigure('not-reported');
  if (!mayBeSummed(indicator, count, places)) return missingFigure('not-additive', count);
  const [only] = (Object.keys(qualifiers) as Qualifier[]).filter((each) => qualifiers[each] === count);
  return {
    value: sums.value,
    exact: sums.exact,
    approximate: sums.approximate,
    undated: sums.undated,
    denominator: indicator.measure === 'ratio' ? denominator : null,
    missing: null,
    resultCount: count,
    qualifier: only ?? null,
    valueHigh: only === 'range' && wholes === count ? high : null,
  };
}

function mayBeSummed(indicator: Indicator, count: number, places: number): boolean {
  if (count === 1 || combinesFreely(indicator)) return true;
  return isSummable(indicator.measure) && indicator.combineTime !== 'none' && places === 1;
}
