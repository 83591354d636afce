import Big from 'big.js';
import type { Totals } from './aggregate.ts';
import { type Exact, exactOf } from './decimal.ts';
import { type Figure, missingFigure } from './figure.ts';

/**
 * How a figure stands to its predecessor. A number that cannot be given is null, "n/a", and `reason` says why; a
 * missing figure is never read as zero (rule 5).
 */
export interface Change {
  readonly absolute: Exact | null;
  /** As a part of the previous figure's size: 0.25 is +25 %. */
  readonly relative: number | null;
  /** `not-comparable`: pairs, and figures whose parts may not be summed; `small-base`: a part of so little says nothing. */
  readonly reason:
    | 'no-previous'
    | 'no-current'
    | 'previous-zero'
    | 'small-base'
    | 'across-zero'
    | 'not-comparable'
    | null;
}

/**
 * The change from one number to the next (rule 5): from 0 there is a difference but no percentage, from nothing there
 * is neither. Amounts of money in, amounts in the same minor units out.
 *
 * @example change(100, 123) // { absolute: 23, relative: 0.23, reason: null }
 * @example change(0, 45) // { absolute: 45, relative: null, reason: 'previous-zero' }
 * @example change(64, -69) // { absolute: -133, relative: null, reason: 'across-zero' }
 * @example change(null, 45) // { absolute: null, relative: null, reason: 'no-previous' }
 */
export function change(previous: Exact | null, current: Exact | null): Change {
  if (previous === null) return notAvailable('no-previous');
  if (current === null) return notAvailable('no-current');
  const difference = new Big(current).minus(previous);
  const absolute = exactOf(difference);
  if (previous === 0) return { absolute, relative: null, reason: 'previous-zero' };
  // From money in to money back, no part of the one is the other.
  if (new Big(previous).cmp(0) * new Big(current).cmp(0) < 0)
    return { absolute, relative: null, reason: 'across-zero' };
  return { absolute, relative: difference.div(new Big(previous).abs()).toNumber(), reason: null };
}

/** A change of a figure that was smaller than this has no percentage (rule 5). */
const LEAST_BASE = 30;

/**
 * The change from one figure to the next (rules 3 and 5). Pairs are not compared by their first number: 14 of 17 and
 * 15 of 20 are no growth. From 17 to 95 there are 78 more, and no percentage.
 *
 * @example changeBetween(officials trained in May, 0, officials trained in June, 101)
 *   // { absolute: 101, relative: null, reason: 'previous-zero' }
 */
export function changeBetween(previous: Figure, current: Figure): Change {
  const comparable = ({ denominator, missing }: Figure) => denominator === null && missing !== 'not-additive';
  if (!comparable(previous) || !comparable(current)) return notAvailable('not-comparable');
  const found = change(previous.value, current.value);
  const isSmall = previous.value !== null && new Big(previous.value).abs().lt(LEAST_BASE);
  return found.relative !== null && isSmall ? { ...found, relative: null, reason: 'small-base' } : found;
}

/**
 * One number as a part of another: of 200, 50 is 0.25. `whole` is not zero.
 *
 * @example shareOf(14, 17) // 0.8235…
 */
export function shareOf(part: Exact, whole: Exact): number {
  return new Big(part).div(whole).toNumber();
}

/** An actual beside its target: a pair, never added and never one number (rule 2). */
export interface Progress {
  readonly target: Figure;
  readonly actual: Figure;
  /** `not-reported`: there is a target and no actual, which is not an actual of 0. */
  readonly state: 'reported' | 'not-reported' | 'no-target' | 'not-additive';
}

/**
 * Progress as a pair (rule 2).
 *
 * @example progress(at least 200340 officials, no figure).state // 'not-reported'
 */
export function progress(target: Figure, actual: Figure): Progress {
  return { target, actual, state: stateOf(target, actual) };
}

/**
 * Progress row by row, over the same dimension: rows with a target in their order, then those with an actual only.
 *
 * @example progressByRow(targets by program, actuals by program)[0]
 *   // { key: 'NET-POL', target: 200340 …, actual: missing, state: 'not-reported' }
 */
export function progressByRow(
  targets: Totals,
  actuals: Totals,
): readonly (Progress & { readonly key: string })[] {
  const [targetOf, actualOf] = [targets, actuals].map(
    ({ rows }) => new Map(rows.map(({ key, ...figure }) => [key, figure])),
  );
  const nothing = missingFigure('not-reported');
  const keys = new Set([...targets.rows, ...actuals.rows].map(({ key }) => key));
  return [...keys].map((key) => ({
    key,
    ...progress(targetOf?.get(key) ?? nothing, actualOf?.get(key) ?? nothing),
  }));
}

function stateOf(target: Figure, actual: Figure): Progress['state'] {
  if (target.missing === 'not-reported') return 'no-target';
  if (actual.missing === 'not-reported') return 'not-reported';
  return target.missing === null && actual.missing === null ? 'reported' : 'not-additive';
}

function notAvailable(reason: Change['reason']): Change {
  return { absolute: null, relative: null, reason };
}
