import Big from 'big.js';
import type { Baseline, Indicator } from '../core/result.ts';
import { originalText } from '../core/text.ts';
import { textCells } from '../platform/csv/file-rows.ts';
import { inOneReading } from '../platform/csv/written-number.ts';
import { wordOf } from '../programs/index.ts';
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
    breakdown: parts.map((part) => partCell(part, result)).join(';'),
    note: originalText(result.note) ?? '',
  };
}

/** A part that is the whole value has no number of its own, so that the value can be corrected in one cell. */
function partCell(
  { axis, part, value }: StoredResult['parts'][number],
  whole: Pick<StoredResult, 'parts' | 'value'>,
): string {
  const isAlone = whole.parts.filter((each) => each.axis === axis).length === 1;
  return isAlone && value === whole.value ? `${axis}=${part}` : `${axis}=${part}:${plain(value)}`;
}

/** The whole row, but for what is written of it beside other rows: its ref, what holds it and whether it counts. */
export function resultCells(
  result: StoredResult,
  indicator: Indicator | undefined,
): Readonly<Record<string, string>> {
  return {
    ...figureCells(result),
    ...baselineCells(result.baseline),
    program: result.program,
    indicator: indicator === undefined ? result.indicator : wordOf(indicator.code, indicator.name),
    unit: originalText(indicator?.unit) ?? '',
    ...textCells('sheet', result.sheet),
    sheet_for: result.sheetFor ?? '',
    ...textCells('note', result.note),
    note_for: result.noteFor ?? '',
    reason: result.reason ?? '',
  };
}

/** A date is written as far as it is known. */
function baselineCells(baseline: Baseline | null): Readonly<Record<string, string>> {
  if (baseline === null) return { baseline: '', baseline_denominator: '', baseline_date: '' };
  const { value, denominator, on, precision } = baseline;
  return {
    baseline: plain(value),
    baseline_denominator: denominator === null ? '' : plain(denominator),
    baseline_date: on?.slice(0, WRITTEN[precision]) ?? '',
  };
}

const WRITTEN: Readonly<Record<Baseline['precision'], number>> = { day: 10, month: 7, year: 4, none: 0 };

/** As a file may write it: without an exponent, and to be read in one way. */
export function plain(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : inOneReading(new Big(value).toFixed());
}
