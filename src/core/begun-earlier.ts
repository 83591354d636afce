import { resultsBehind, type TotalsQuery } from './aggregate.ts';
import type { Facts } from './facts.ts';
import { spanOf } from './span.ts';

/** Of how many of the results of a window the period began before it: a result counts when its period ends (rule 11). */
export type BegunEarlier = 'none' | 'some' | 'all';

/**
 * Whether a total counts what began before its window; of what has no beginning, or of nothing, none did.
 *
 * @throws DomainError `INDICATOR.UNKNOWN` (missing)
 * @example begunEarlier(facts, { indicator: 'officials-trained', kind: 'actual', filter: { from: '2017-01-01' } })
 *   // 'all': the 101 officials of 2014 to June 2017
 */
export function begunEarlier(facts: Facts, query: Omit<TotalsQuery, 'by'>): BegunEarlier {
  const { from } = query.filter;
  const counted = resultsBehind(facts, query);
  if (from === undefined) return 'none';
  const earlier = counted.filter((result) => (spanOf(result)?.from ?? from) < from);
  if (earlier.length === 0) return 'none';
  return earlier.length === counted.length ? 'all' : 'some';
}
