import { daysAfter, monthsBefore } from '../period.ts';
import type { Day } from '../program.ts';
import type { ReportsEvery } from '../result.ts';

/** Days from the first to the last, both inclusive. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** What a programme reports of an indicator at one place, and of which days. */
export interface ReportedSeries {
  readonly every: ReportsEvery;
  /** Between these days its programme runs; null: not known. */
  readonly programStart: Day | null;
  readonly programEnd: Day | null;
  /** The first day of which anything is known: a figure's last day, or the first of a target in force; null: of none. */
  readonly firstKnown: Day | null;
  /** Of which days there is a figure, approved or waiting for it. */
  readonly reported: readonly Days[];
}

/** A period that has ended, and of which nothing is reported. */
export interface DuePeriod extends Days {
  /** The day after its last. */
  readonly since: Day;
}

export interface Due {
  /** Of the last twelve months, newest first. */
  readonly periods: readonly DuePeriod[];
  /** How many there are before those. */
  readonly earlier: number;
}

/** What ended longer ago is counted, and not listed. */
const LISTED_MONTHS = 12;

const MONTHS: Readonly<Record<ReportsEvery, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/**
 * The periods of a series that have ended and of which nothing is reported. Periods are those of the calendar, as far as
 * the programme runs in them; the first is that of its start or, where that is not known, that of the first day of which
 * anything is known. A period is reported by a figure that ends in it (rule 11), or that is about all of it.
 *
 * @example
 * // From May 2017 on, every month, and May is reported: on 1 July
 * duePeriods(series, '2017-07-01')
 *   // { periods: [{ from: '2017-06-01', to: '2017-06-30', since: '2017-07-01' }], earlier: 0 }
 */
export function duePeriods(series: ReportedSeries, today: Day): Due {
  const { every, programStart, programEnd, firstKnown, reported } = series;
  const begin = programStart ?? (firstKnown === null ? null : calendarPeriod(firstKnown, every).from);
  // Nobody can tell since when.
  if (begin === null) return { periods: [], earlier: 0 };
  const yesterday = daysAfter(today, -1);
  const end = programEnd !== null && programEnd < yesterday ? programEnd : yesterday;
  const listedFrom = listedSince(today);
  const periods: DuePeriod[] = [];
  let earlier = 0;
  let at = calendarPeriod(end, every);
  while (at.to >= begin) {
    const period = within(at, begin, programEnd);
    const isOver = period.to < today;
    if (isOver && !reported.some((days) => reports(days, period))) {
      if (period.to >= listedFrom) periods.push({ ...period, since: daysAfter(period.to, 1) });
      else earlier += 1;
    }
    at = calendarPeriod(daysAfter(at.from, -1), every);
  }
  return { periods, earlier };
}

/**
 * The month, quarter, half-year or year of the calendar that a day lies in.
 *
 * @example calendarPeriod('2017-08-15', 'half-year') // { from: '2017-07-01', to: '2017-12-31' }
 */
export function calendarPeriod(day: Day, every: ReportsEvery): Days {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const first = month - (month % MONTHS[every]);
  return { from: firstOfMonth(first), to: daysAfter(firstOfMonth(first + MONTHS[every]), -1) };
}

/**
 * The periods of which one can be listed as due on a day: those of the last twelve months, and those that run, which end
 * with a programme.
 *
 * @example calendarSince('2017-07-01', 'half-year').map(({ from }) => from) // ['2017-07-01', '2017-01-01', '2016-07-01']
 */
export function calendarSince(today: Day, every: ReportsEvery): readonly Days[] {
  const periods: Days[] = [];
  let at = calendarPeriod(today, every);
  while (at.to >= listedSince(today)) {
    periods.push(at);
    at = calendarPeriod(daysAfter(at.from, -1), every);
  }
  return periods;
}

/**
 * The day from which on a period that ends is listed.
 *
 * @example listedSince('2017-07-01') // '2016-07-01'
 */
export function listedSince(today: Day): Day {
  return monthsBefore(today, LISTED_MONTHS);
}

/** A month by its number since the year 0, from 0. */
function firstOfMonth(month: number): Day {
  const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1];
  return `${String(year).padStart(4, '0')}-${String(inYear).padStart(2, '0')}-01`;
}

function within({ from, to }: Days, begin: Day, end: Day | null): Days {
  return { from: from < begin ? begin : from, to: end !== null && end < to ? end : to };
}

function reports(days: Days, { from, to }: Days): boolean {
  const endsInside = days.to >= from && days.to <= to;
  return endsInside || (days.from <= from && days.to >= to);
}
