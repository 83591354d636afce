import type { Exact } from './decimal.ts';
import type { Qualifier } from './result.ts';

/**
 * One figure with its make-up. `exact + approximate = value`; `undated` is the part of `value` (exact or not) that
 * has no date. All null when the figure is missing, and then `missing` says why: it is not zero (rules 3, 4 and 5).
 */
export interface Figure {
  readonly value: Exact | null;
  readonly exact: Exact | null;
  readonly approximate: Exact | null;
  readonly undated: Exact | null;
  /** Ratios only: value of denominator. */
  readonly denominator: Exact | null;
  readonly missing: 'not-reported' | 'not-additive' | null;
  /** How many results the figure is made of. */
  readonly resultCount: number;
  /** The qualifier that all of them have; null: they differ, or there are none (rule 4). */
  readonly qualifier: Qualifier | null;
  /** Of ranges alone, the sum of their upper ends; null where the figure is a part of what they give. */
  readonly valueHigh: Exact | null;
}

/**
 * A figure that cannot be given, with the reason and the number of results behind it (rule 5).
 *
 * @example missingFigure('not-reported').value // null, not 0
 */
export function missingFigure(reason: 'not-reported' | 'not-additive', resultCount = 0): Figure {
  return {
    value: null,
    exact: null,
    approximate: null,
    undated: null,
    denominator: null,
    missing: reason,
    resultCount,
    qualifier: null,
    valueHigh: null,
  };
}
