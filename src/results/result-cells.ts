import Big from 'big.js';
import type { StoredResult } from './results.repository.ts';

/** What a figure says, as a file writes it: read back, it is the same. */
export function figureCells(
  result: Omit<StoredResult, 'measure' | 'id' | 'ref' | 'reason' | 'partOf'>,
): Readonly<Record<string, string>> {
  const { value, valueHigh, parts } = result;
  return {
    country_or_region: result.place ?? '',
    kind: result.kind,
    period_start: result.periodStart ?? '',
    period_end: result.periodEnd ?? '',
    date_precision: result.datePrecision,
    qualifier: result.qualifier,
    value: valueHigh === null ? plain(value) : `${plain(value)}-${plain(valueHigh)}`,
    denominator: result.denominator === null ? '' : plain(result.denominator),
    breakdown: parts.map(({ axis, part, value: of }) => `${axis}=${part}:${plain(of)}`).join(';'),
    note: result.note?.en ?? '',
  };
}

/** Without an exponent, which a file may not write. */
export function plain(value: number): string {
  return new Big(value).toFixed();
}
