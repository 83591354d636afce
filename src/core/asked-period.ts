import {
  daysAfter,
  daysBetween,
  isPeriodKey,
  type Period,
  parsePeriod,
  previousPeriod,
  type Window,
} from './period.ts';
import type { Day } from './program.ts';

/** Names of periods that move with the day on which they are asked for; `to-date` is everything so far. */
export const PERIOD_PRESETS = [
  'this-year',
  'last-year',
  'this-quarter',
  'last-quarter',
  'last-12-months',
  'this-fiscal-year',
  'to-date',
] as const;
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

/** What a period's figures are held against: what came just before it, or the same days a year earlier. */
export const COMPARISONS = ['previous', 'last-year'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** The day of asking, and the month (1 to 12) with which the organisation's fiscal year begins. */
export interface Calendar {
  readonly today: Day;
  readonly fiscalMonth: number;
}

const FISCAL_YEAR = /^FY((?:19|2\d)\d{2})$/;

/**
 * Whether a text is the name of a period (`askedWindow`).
 *
 * @example isAskedPeriod('last-12-months') // true
 */
export function isAskedPeriod(key: string): boolean {
  return isPreset(key) || FISCAL_YEAR.test(key) || isPeriodKey(key);
}

/**
 * What a report is asked about: as `parsePeriod`, or a fiscal year by the calendar year in which it ends, which is twelve
 * months by their own names, so that a report that was made stays what it is when the fiscal year changes.
 *
 * @param fiscalMonth 1 to 12, with which the organisation's fiscal year begins
 * @throws DomainError `REPORT.UNKNOWN_PERIOD` (call)
 * @example reportPeriod('FY2017', 4).key // '2016-04..2017-03'
 * @example reportPeriod('FY2017', 1).key // '2017'
 */
export function reportPeriod(key: string, fiscalMonth: number): Period {
  const [, fiscalYear] = FISCAL_YEAR.exec(key) ?? [];
  if (fiscalYear === undefined) return parsePeriod(key);
  const { from, to } = fiscalWindow(Number(fiscalYear), fiscalMonth);
  return parsePeriod(`${from.slice(0, 7)}..${to.slice(0, 7)}`);
}

export function isPreset(key: string): key is PeriodPreset {
  return (PERIOD_PRESETS as readonly string[]).includes(key);
}

/**
 * The days that a period's name stands for (interfaces.md, `period`): a preset, a month, a quarter or a year, or a fiscal
 * year by the calendar year in which it ends. A period that is not over reaches to its end, not to today.
 *
 * @throws DomainError `REPORT.UNKNOWN_PERIOD` (call) where `isAskedPeriod` says no
 * @example askedWindow('this-quarter', { today: '2026-11-29', fiscalMonth: 1 }) // { from: '2026-10-01', to: '2026-12-31' }
 * @example askedWindow('FY2017', { today: '2026-11-29', fiscalMonth: 7 }) // { from: '2016-07-01', to: '2017-06-30' }
 */
export function askedWindow(key: string, calendar: Calendar): Window {
  const { today } = calendar;
  const [, fiscalYear] = FISCAL_YEAR.exec(key) ?? [];
  if (fiscalYear !== undefined) return fiscalWindow(Number(fiscalYear), calendar.fiscalMonth);
  if (!isPreset(key)) return windowOf(parsePeriod(key));
  switch (key) {
    case 'to-date':
      return {};
    case 'this-year':
      return windowOf(yearOf(today));
    case 'last-year':
      return windowOf(previousPeriod(yearOf(today)));
    case 'this-quarter':
      return windowOf(quarterOf(today));
    case 'last-quarter':
      return windowOf(previousPeriod(quarterOf(today)));
    case 'last-12-months':
      return { from: daysAfter(monthsAfter(today, -12), 1), to: today };
    case 'this-fiscal-year':
      return fiscalWindow(fiscalYearOf(calendar), calendar.fiscalMonth);
  }
}

/**
 * The days that a window is compared with; null: there are none, for nothing comes before what has no beginning. Whole
 * months stand beside whole months. Of a window that is not over, as much as has passed stands beside as much.
 *
 * @param today the last day that can count
 * @example comparedWindow({ from: '2017-01-01', to: '2017-12-31' }, 'previous', '2018-03-01') // all of 2016
 * @example comparedWindow({ from: '2026-01-01', to: '2026-12-31' }, 'previous', '2026-11-29') // 2025-01-01 to 2025-11-29
 * @example comparedWindow({}, 'last-year', '2026-11-29') // { to: '2025-11-29' }
 */
export function comparedWindow({ from, to }: Window, how: Comparison, today: Day): Window | null {
  const last = to === undefined || to > today ? today : to;
  if (from === undefined) return how === 'previous' ? null : { to: monthsAfter(last, -12) };
  if (from > last) return null;
  const months = how === 'last-year' ? 12 : wholeMonths(from, to ?? last);
  if (months === null) {
    const days = daysBetween(from, last) + 1;
    return { from: daysAfter(from, -days), to: daysAfter(last, -days) };
  }
  const earlier = monthsAfter(last, -months);
  const end = isMonthEnd(last) ? monthEnd(earlier) : earlier;
  const before = daysAfter(from, -1);
  return {
    from: monthsAfter(from, -months),
    to: how === 'previous' && end > before ? before : end,
  };
}

/** How many months a window takes from a day of one to the day before the same of another; null: it ends on another. */
function wholeMonths(from: Day, to: Day): number | null {
  const next = daysAfter(to, 1);
  return next.slice(8) === from.slice(8) ? monthNumber(next) - monthNumber(from) : null;
}

function windowOf({ from, to }: Period): Window {
  return { from, to };
}

function yearOf(day: Day): Period {
  return parsePeriod(day.slice(0, 4));
}

function quarterOf(day: Day): Period {
  return parsePeriod(`${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`);
}

function fiscalYearOf({ today, fiscalMonth }: Calendar): number {
  const year = Number(today.slice(0, 4));
  return fiscalMonth > 1 && Number(today.slice(5, 7)) >= fiscalMonth ? year + 1 : year;
}

function fiscalWindow(endsIn: number, fiscalMonth: number): { readonly from: Day; readonly to: Day } {
  const begins = fiscalMonth === 1 ? endsIn : endsIn - 1;
  const from = `${begins}-${twoDigits(fiscalMonth)}-01`;
  return { from, to: daysAfter(monthsAfter(from, 12), -1) };
}

/** The same day so many months later, or the month's last where it has no such day. */
function monthsAfter(day: Day, months: number): Day {
  const at = monthNumber(day) + months;
  const first = `${Math.floor(at / 12)}-${twoDigits((at % 12) + 1)}-01`;
  const last = monthEnd(first);
  return last.slice(8) < day.slice(8) ? last : `${first.slice(0, 8)}${day.slice(8)}`;
}

function monthEnd(day: Day): Day {
  return parsePeriod(day.slice(0, 7)).to;
}

function isMonthEnd(day: Day): boolean {
  return monthEnd(day) === day;
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
