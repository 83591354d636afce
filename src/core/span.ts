import type { DatePrecision, Day } from './program.ts';

/** When a figure is dated: both ends inclusive; null: undated. */
export type Span = { readonly from: Day; readonly to: Day } | null;

interface Period {
  readonly periodStart: Day | null;
  readonly periodEnd: Day | null;
  readonly datePrecision: DatePrecision;
}

/**
 * The days that a figure is about: from its first day, or else from the first day that its last one can mean.
 *
 * @example spanOf({ periodStart: null, periodEnd: '2017-06-30', datePrecision: 'month' }) // 2017-06-01 to 2017-06-30
 */
export function spanOf({ periodStart, periodEnd, datePrecision }: Period): Span {
  if (periodEnd === null) return null;
  const from: Record<DatePrecision, Day> = {
    year: `${periodEnd.slice(0, 4)}-01-01`,
    month: `${periodEnd.slice(0, 7)}-01`,
    day: periodEnd,
    none: periodEnd,
  };
  return { from: periodStart ?? from[datePrecision], to: periodEnd };
}

/**
 * Whether two spans share a day; what is undated meets what is undated.
 *
 * @example overlap({ from: '2017-01-01', to: '2017-03-31' }, { from: '2017-03-31', to: '2017-06-30' }) // true
 */
export function overlap(one: Span, other: Span): boolean {
  if (one === null || other === null) return one === other;
  return one.from <= other.to && other.from <= one.to;
}
