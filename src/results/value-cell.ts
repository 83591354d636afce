import type { DomainError } from '../core/errors.ts';
import { cell, quoted, readNumber, refusal } from '../platform/csv/cells.ts';
import type { CellReader } from '../platform/csv/reading.ts';

/** A number, or the two ends of a range. */
export interface GivenValue {
  readonly low: number;
  /** Null: one number. */
  readonly high: number | null;
}

/** `15`, or `10-15` where the qualifier is `range`. */
export const valueCell = cell((text): GivenValue | DomainError => {
  const [, first, second] = /^(\d[\d.]*)\s*[-–]\s*(\d[\d.]*)$/.exec(text) ?? [];
  const [low, high] = [readNumber(first ?? text), second === undefined ? null : readNumber(second)];
  if (typeof low !== 'number') return low;
  if (high !== null && typeof high !== 'number') return high;
  if (high === null || high >= low) return { low, high };
  return refusal(
    'RESULT.RANGE_REVERSED',
    `${quoted(text)} ends below its beginning.`,
    'Write the lower end first: 10-15',
  );
});

/** Two numbers as people write them, with a dash between. */
const RANGE = /^(\d[\d.,'’\s]*?)\s*[-–—]\s*(\d[\d.,'’\s]*)$/u;

/** Reads a number, or both ends of a range, as `readNumber` does. */
export function valueReader(readNumber: CellReader): CellReader {
  return (text, isNumber) => {
    const [, first, second] = RANGE.exec(text) ?? [];
    if (first === undefined || second === undefined) return readNumber(text, isNumber);
    const [low, high] = [readNumber(first, false), readNumber(second, false)];
    if (typeof low !== 'string') return low;
    return typeof high === 'string' ? `${low}-${high}` : high;
  };
}
