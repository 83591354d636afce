import { TRANSACTION_TYPES } from '../core/funding.ts';
import { isDay, parsePeriod } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import { type Query, queryString } from './links.ts';

/**
 * The page to which such an address leads.
 *
 * @param until a day, or a period that ends with the last day that counts
 * @throws DomainError `REPORT.UNKNOWN_PERIOD` (call) for anything else
 * @example proofPage('disbursement', '2017-06', {}) // '/transactions?type=disbursement&to=2017-06-30'
 */
export function proofPage(what: string, until: string, slice: Query): string {
  const to: Day = isDay(until) ? until : parsePeriod(until).to;
  const rest = { ...slice, to };
  if (what === 'programs') return `/programs${queryString(slice)}`;
  if (what === 'targets') return `/results${queryString({ kind: 'target', ...rest })}`;
  if ((TRANSACTION_TYPES as readonly string[]).includes(what)) {
    return `/transactions${queryString({ type: what, ...rest })}`;
  }
  return `/results${queryString({ indicator: what, kind: 'actual', ...rest })}`;
}
