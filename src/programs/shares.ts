import Big from 'big.js';
import type { DomainError } from '../core/errors.ts';
import { refusal } from '../platform/csv/cells.ts';

/**
 * Why a programme cannot have these shares: they sum to exactly 100, or none is given (rule 8).
 *
 * @param shares percentages as decimal strings; null: not given.
 * @example sharesRefusal(['33.33', '66.67']) // null
 * @example sharesRefusal(['50', null]) // SHARES.NOT_ALL_GIVEN
 */
export function sharesRefusal(shares: readonly (string | null)[]): DomainError | null {
  const given = shares.filter((share) => share !== null);
  if (given.length === 0) return null;
  const remedy = 'Give every row of the programme its share, 100 in all, or leave all of them empty.';
  if (given.length < shares.length) {
    const message = `Only ${given.length} of ${shares.length} rows of the programme have a share.`;
    return refusal('SHARES.NOT_ALL_GIVEN', message, remedy);
  }
  const sum = given.reduce((total, share) => total.plus(share), new Big(0));
  return sum.eq(100)
    ? null
    : refusal('SHARES.NOT_100', `The shares sum to ${sum.toFixed()}, not to 100.`, remedy);
}
