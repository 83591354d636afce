import { axisParts } from '../attribution.ts';
import { type Exact, sumOf } from '../decimal.ts';
import { axisOf, type Dimension } from '../dimension.ts';
import type { Result } from '../result.ts';

/** One row of a total. */
export interface RowOfTotal {
  readonly by: Dimension;
  readonly key: string;
}

/** What a result that counts adds to a total, and of a pair to its denominator (rule 3). */
export interface Contribution {
  readonly value: Exact;
  readonly denominator: Exact | null;
}

/**
 * What a result that counts in a total, or in one row of it, adds there: all that it says, of a breakdown the part that it
 * states.
 *
 * @param row without it, of the whole total
 * @example contributionOf(22 people, 7 women and 15 men, { by: 'axis:sex', key: 'female' }).value // 7
 */
export function contributionOf(result: Result, row: RowOfTotal | null): Contribution {
  const { value, denominator } = result;
  const axis = row === null ? null : axisOf(row.by);
  if (row === null || axis === null) return { value, denominator };
  const own = axisParts(result, axis).filter(([key]) => key === row.key);
  return { value: sumOf(own, ([, part]) => part), denominator };
}

/**
 * The sum up to each of several numbers, with it; the last is what all come to.
 *
 * @param start what stood before them: of the second page, what the first came to
 * @example runningSums([45, 37, 22], 0) // [45, 82, 104]
 */
export function runningSums(values: readonly Exact[], start: Exact): readonly Exact[] {
  let sum = start;
  return values.map((value) => {
    sum = sumOf([sum, value], (each) => each);
    return sum;
  });
}
