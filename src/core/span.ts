import { daysAfter } from './period.ts';
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
 * How precisely each end of a period is known. Its one precision is that of the coarser date: a day that is not the edge of
 * its year, or of its month, was said more precisely, and it is the day by which the figure counts (rule 11). Within a year
 * both ends are as precise as the finer.
 *
 * @example precisionsOf({ periodStart: '2014-01-01', periodEnd: '2017-06-30', datePrecision: 'year' })
 *   // { start: 'year', end: 'month' }: 2014 – June 2017
 */
export function precisionsOf({ periodStart, periodEnd, datePrecision }: Period): {
  readonly start: DatePrecision;
  readonly end: DatePrecision;
} {
  const start = periodStart === null ? datePrecision : knownTo(periodStart, 'first', datePrecision);
  const end = periodEnd === null ? datePrecision : knownTo(periodEnd, 'last', datePrecision);
  if (periodStart?.slice(0, 4) !== periodEnd?.slice(0, 4)) return { start, end };
  const finer = FINEST_FIRST.find((each) => each === start || each === end) ?? datePrecision;
  return { start: finer, end: finer };
}

const FINEST_FIRST: readonly DatePrecision[] = ['day', 'month', 'year'];

function knownTo(day: Day, edge: 'first' | 'last', precision: DatePrecision): DatePrecision {
  if (precision === 'year' && day.slice(5) === (edge === 'first' ? '01-01' : '12-31')) return 'year';
  if (precision !== 'year' && precision !== 'month') return precision;
  const neighbour = daysAfter(day, edge === 'first' ? -1 : 1);
  return neighbour.slice(0, 7) === day.slice(0, 7) ? 'day' : 'month';
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
