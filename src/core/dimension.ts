import { compareExact, type Exact } from './decimal.ts';
import { compareCodes } from './text.ts';

/** What totals are broken down by. `axis:sex` asks for a breakdown axis. */
export type Dimension = 'pillar' | 'country' | 'donor' | 'program' | TimeStep | `axis:${string}`;

/** What a row of a total over time is: the period in which what it counts ended (rule 11). */
export type TimeStep = 'year' | 'quarter' | 'month';

/** Keys of rows that stand for what a dimension does not say; `region:…` keys are ordinary places. */
export const NOT_SPLIT = 'not-split';
export const NOT_RECORDED = 'not-recorded';
export const UNDATED = 'undated';

/** The part of a breakdown axis that states that its value is not known (rule 6). */
export const UNKNOWN_PART = 'unknown';

/** Where the rows of what is not said stand, after regions (1) and all others (0). */
const LAST: ReadonlyMap<string, number> = new Map([
  [NOT_SPLIT, 2],
  [UNDATED, 3],
  [NOT_RECORDED, 4],
]);

/** The breakdown axis that a dimension names, or null. */
export function axisOf(by: Dimension): string | null {
  return by.startsWith('axis:') ? by.slice('axis:'.length) : null;
}

export function isTime(by: Dimension): by is TimeStep {
  return by === 'year' || by === 'quarter' || by === 'month';
}

export function isRegion(key: string): boolean {
  return key.startsWith('region:');
}

/**
 * Rows in the order in which they are read: time by key; anything else by value, greatest first, then key, with
 * regions, not-split, undated and not-recorded at the end in that order. A row without a value stands after its peers.
 *
 * @example inReadingOrder(rows, 'country', (row) => row.value)
 *   // CR 2, HN 2, BZ 1, region:oas-member-states 3, not-recorded 5
 */
export function inReadingOrder<Row extends { readonly key: string }>(
  rows: Iterable<Row>,
  by: Dimension,
  numberOf: (row: Row) => Exact | null,
): readonly Row[] {
  const value = isTime(by) ? () => 0 : numberOf;
  return [...rows].sort(
    (a, b) => rank(a.key) - rank(b.key) || descending(value(a), value(b)) || compareCodes(a.key, b.key),
  );
}

function rank(key: string): number {
  return isRegion(key) ? 1 : (LAST.get(key) ?? 0);
}

/** What is missing comes after what is there. */
function descending(a: Exact | null, b: Exact | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareExact(b, a);
}
