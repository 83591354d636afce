import type { Exact } from './decimal.ts';

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
  /** Ids of the results that the figure is made of, in order of id. */
  readonly resultIds: readonly string[];
}

/**
 * A figure that cannot be given, with the reason and the results that are behind it (rule 5).
 *
 * @example missingFigure('not-reported', []).value // null, not 0
 */
export function missingFigure(reason: 'not-reported' | 'not-additive', resultIds: readonly string[]): Figure {
  return {
    value: null,
    exact: null,
    approximate: null,
    undated: null,
    denominator: null,
    missing: reason,
    resultIds,
  };
}
