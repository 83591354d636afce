import { resultsBehind } from '../aggregate.ts';
import { portionsBy } from '../attribution.ts';
import type { Facts, Filter } from '../facts.ts';
import { indexOf } from '../facts-index.ts';
import { select } from '../filter.ts';
import { admits } from '../one-or-more.ts';
import { windowPosition } from '../period.ts';
import type { Result, ResultKind } from '../result.ts';
import { inOrder } from '../selected-results.ts';
import type { RowOfTotal } from './contribution.ts';

/**
 * Why an approved result of an indicator, in the places and of the programmes that were asked for, is not in the total:
 * `outside` the days that were asked for; `undated`, which counts to date alone (rule 11); `held` by another figure, whose
 * part it is (rule 9); `superseded`, of a series that has said something later (rule 3).
 */
export const LEFT_OUT = ['held', 'superseded', 'undated', 'outside'] as const;
export type LeftOutReason = (typeof LEFT_OUT)[number];

/** Of what is asked what is left out: of a total, or of one row of it. */
export interface LeftOutQuery {
  readonly indicator: string;
  readonly kind: ResultKind;
  readonly filter: Filter;
  readonly row?: RowOfTotal;
}

export interface LeftOut {
  readonly reason: LeftOutReason;
  /** How many there are. */
  readonly count: number;
  /** The first of them, in the order of lists of results. */
  readonly rows: readonly Result[];
}

/**
 * What a total leaves out, in the order of `LEFT_OUT`; a reason for which nothing is left out is not there.
 *
 * @param most so many rows of each reason are named
 * @throws DomainError `INDICATOR.UNKNOWN` (missing)
 * @example leftOut(facts, { indicator: 'officials-trained', kind: 'actual', filter: { from: '2017-06-01', to: '2017-06-30' } }, 1)
 *   // [{ reason: 'undated', count: 1, rows: [the 22 of Barbados] }]
 */
export function leftOut(facts: Facts, query: LeftOutQuery, most: number): readonly LeftOut[] {
  const { indicator, kind, filter, row } = query;
  const { attributed, tree } = indexOf(facts);
  // Refuses what nobody knows.
  indexOf(facts).indicator(indicator);
  // Who else funds what a donor funds was not asked for.
  if (!admits(filter.indicator, indicator) || (row?.by === 'donor' && !admits(filter.donor, row.key)))
    return [];
  const { from: _from, to: _to, ...keys } = filter;
  const counted = new Set(resultsBehind(facts, { indicator, kind, filter, ...row }));
  const others = select(
    attributed.filter(({ result }) => result.indicator === indicator && result.kind === kind),
    keys,
    tree,
  ).inside.filter(
    (each) =>
      !counted.has(each.result) &&
      (row === undefined || portionsBy(each, row.by).some(([key]) => key === row.key)),
  );
  const byReason = Map.groupBy(
    others.map(({ result }) => result),
    (result) => reasonOf(result, filter),
  );
  return LEFT_OUT.flatMap((reason) => {
    const rows = byReason.get(reason);
    return rows === undefined
      ? []
      : [{ reason, count: rows.length, rows: rows.toSorted(inOrder).slice(0, most) }];
  });
}

function reasonOf({ periodEnd, partOf }: Result, filter: Filter): LeftOutReason {
  const position = windowPosition(periodEnd, filter);
  if (position === 'undated') return 'undated';
  if (position !== 'inside') return 'outside';
  return partOf === null ? 'superseded' : 'held';
}
