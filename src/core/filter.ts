import type { AttributedResult } from './attribution.ts';
import type { Filter } from './facts.ts';
import { admits, admitsAny } from './one-or-more.ts';
import { windowPosition } from './period.ts';
import type { ProgramTree } from './program-tree.ts';

/** Results that a filter lets through, and what its window alone keeps out. */
export interface Selection {
  readonly inside: readonly AttributedResult[];
  /** There are results whose period ends after the window. */
  readonly someAfter: boolean;
  /** There are undated results, and the window has a beginning (rule 11). */
  readonly someUndated: boolean;
}

/**
 * Selects results by the very keys under which they count, so that every filter agrees with every view (rules 10
 * and 11): pillar and country by key, donor among the funders, a programme with all its activities.
 *
 * @example { from: '2017-06-01', to: '2017-06-30' } leaves out the 22 officials of Barbados, who are undated
 */
export function select(rows: readonly AttributedResult[], filter: Filter, tree: ProgramTree): Selection {
  const matches = matcher(filter, tree);
  const inside: AttributedResult[] = [];
  let [someAfter, someUndated] = [false, false];
  for (const row of rows) {
    if (!matches(row)) continue;
    const position = windowPosition(row.result.periodEnd, filter);
    if (position === 'inside') inside.push(row);
    someAfter ||= position === 'after';
    someUndated ||= position === 'undated';
  }
  return { inside, someAfter, someUndated };
}

function matcher(filter: Filter, tree: ProgramTree): (row: AttributedResult) => boolean {
  const within = tree.within(filter.program);
  return ({ result, pillar, country, donors }) =>
    admits(filter.pillar, pillar) &&
    admits(filter.country, country) &&
    admitsAny(filter.donor, donors) &&
    admits(filter.indicator, result.indicator) &&
    within(result.program);
}
