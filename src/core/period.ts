import { DomainError } from './errors.ts';
import type { Day } from './program.ts';

/**
 * What a report is about: a calendar month, quarter or year, or other whole months in a row; `key` is how people and
 * addresses name it, and no two keys name the same days.
 */
export interface Period {
  /** `2017-06`, `2017-Q2`, `2017` or `2016-04..2017-03`. */
  readonly key: string;
  readonly kind: 'month' | 'quarter' | 'year' | 'months';
  readonly from: Day;
  /** The last day, inclusive. */
  readonly to: Day;
}

/** A time that figures are asked for; both ends inclusive. Without `from`: everything to date. */
export interface Window {
  readonly from?: Day;
  readonly to?: Day;
}

const PERIOD_KEY = /^((?:19|2\d)\d{2})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/;
const MONTHS_KEY = /^((?:19|2\d)\d{2}-(?:0[1-9]|1[0-2]))\.\.((?:19|2\d)\d{2}-(?:0[1-9]|1[0-2]))$/;
const DAY_MS = 24 * 60 * 60 * 1000;
const DAY = /^([12]\d{3})-(0[1-9]|1[0-2])-(\d{2})$/;

/**
 * The period that a key names, from the year 1900 to 2999 (interfaces.md, `--period`). Months that are just a quarter or a
 * year are that.
 *
 * @throws DomainError `REPORT.UNKNOWN_PERIOD` (call) for anything else.
 * @example parsePeriod('2017-Q2') // { key: '2017-Q2', kind: 'quarter', from: '2017-04-01', to: '2017-06-30' }
 * @example parsePeriod('2016-04..2017-03').to // '2017-03-31'
 * @example parsePeriod('2017-04..2017-06').key // '2017-Q2'
 */
export function parsePeriod(key: string): Period {
  const period = readPeriod(key);
  if (period === null) {
    throw new DomainError('REPORT.UNKNOWN_PERIOD', `"${key}" is not a period.`, {
      kind: 'call',
      remedy:
        'Name a month (2017-06), a quarter (2017-Q2), a year (2017), or its first and last month (2016-04..2017-03).',
      values: { period: key },
    });
  }
  return period;
}

/** Whether a text names a period that `parsePeriod` takes. */
export function isPeriodKey(text: string): boolean {
  return readPeriod(text) !== null;
}

function readPeriod(key: string): Period | null {
  const [, year, month, quarter] = PERIOD_KEY.exec(key) ?? [];
  if (month !== undefined) return monthPeriod(Number(year), Number(month));
  if (quarter !== undefined) return quarterPeriod(Number(year), Number(quarter));
  if (year !== undefined) return yearPeriod(Number(year));
  const [, first, last] = MONTHS_KEY.exec(key) ?? [];
  return first === undefined || last === undefined || last < first ? null : monthsPeriod(first, last);
}

/** @param first and `last`, months as `2016-04` */
function monthsPeriod(first: string, last: string): Period {
  const { from } = monthOf(`${first}-01`);
  const { to } = monthOf(`${last}-01`);
  const usual = periodKeyOf({ from, to });
  return usual === null ? { key: `${first}..${last}`, kind: 'months', from, to } : parsePeriod(usual);
}

/**
 * The key of the month, quarter or year that takes exactly these days; null: there is none.
 *
 * @example periodKeyOf({ from: '2017-04-01', to: '2017-06-30' }) // '2017-Q2'
 */
export function periodKeyOf({ from, to }: Window): string | null {
  if (from === undefined || to === undefined) return null;
  const { year, month } = dayParts(from);
  const periods = [yearPeriod(year), quarterPeriod(year, Math.ceil(month / 3)), monthPeriod(year, month)];
  return periods.find((each) => each.from === from && each.to === to)?.key ?? null;
}

/**
 * The period of the same kind, or of as many months, that ends the day before this one begins.
 *
 * @example previousPeriod(parsePeriod('2017-Q1')).key // '2016-Q4'
 */
export function previousPeriod(period: Period): Period {
  const { year, month } = dayParts(period.from);
  switch (period.kind) {
    case 'month':
      return month === 1 ? monthPeriod(year - 1, 12) : monthPeriod(year, month - 1);
    case 'quarter':
      return month === 1 ? quarterPeriod(year - 1, 4) : quarterPeriod(year, (month - 1) / 3);
    case 'year':
      return yearPeriod(year - 1);
    case 'months':
      return monthsPeriod(monthKey(period.from, -monthsIn(period)), monthKey(period.from, -1));
  }
}

/**
 * The period of the same kind, or of as many months, that begins the day after this one ends.
 *
 * @example nextPeriod(parsePeriod('2017-Q4')).key // '2018-Q1'
 */
export function nextPeriod(period: Period): Period {
  const { kind, to } = period;
  const { year, month } = dayParts(daysAfter(to, 1));
  switch (kind) {
    case 'month':
      return monthPeriod(year, month);
    case 'quarter':
      return quarterPeriod(year, (month + 2) / 3);
    case 'year':
      return yearPeriod(year);
    case 'months':
      return monthsPeriod(monthKey(to, 1), monthKey(to, monthsIn(period)));
  }
}

/** How many months a period has. */
function monthsIn({ from, to }: Period): number {
  const [first, last] = [dayParts(from), dayParts(to)];
  return (last.year - first.year) * 12 + last.month - first.month + 1;
}

/** The month so many after that of a day, as `2017-06`. */
function monthKey(day: Day, months: number): string {
  const { year, month } = dayParts(day);
  const at = year * 12 + month - 1 + months;
  return `${Math.floor(at / 12)}-${twoDigits((at % 12) + 1)}`;
}

/** The order of time of periods by their keys: by their last days, the shorter first of those with the same. */
export function comparePeriods(a: string, b: string): number {
  const [one, other] = [parsePeriod(a), parsePeriod(b)];
  if (one.to !== other.to) return one.to < other.to ? -1 : 1;
  return one.from === other.from ? 0 : one.from > other.from ? -1 : 1;
}

/**
 * The month that a day lies in.
 *
 * @example monthOf('2017-06-15') // from 2017-06-01 to 2017-06-30
 */
export function monthOf(day: Day): Period {
  const { year, month } = dayParts(day);
  return monthPeriod(year, month);
}

/**
 * The month before the one that a day lies in: what a monthly report sent on that day is about.
 *
 * @example previousMonth('2017-07-01').key // '2017-06'
 */
export function previousMonth(day: Day): Period {
  return previousPeriod(monthOf(day));
}

/**
 * What people ask for on a day: the month, the quarter and the year in which something last happened, or the one before
 * where it is not over.
 *
 * @param last the day on which something last happened
 * @example latestPeriods('2017-07-01').map(({ key }) => key) // ['2017-06', '2017-Q2', '2016']
 * @example latestPeriods('2026-11-29', '2017-06-30').map(({ key }) => key) // ['2017-06', '2017-Q2', '2017']
 */
export function latestPeriods(today: Day, last: Day = today): readonly Period[] {
  const { year, month } = dayParts(last);
  const periods = [monthPeriod(year, month), quarterPeriod(year, Math.ceil(month / 3)), yearPeriod(year)];
  return periods.map((each) => (each.to < today ? each : previousPeriod(each)));
}

/**
 * Whether `text` is a day that the calendar has, written `YYYY-MM-DD`, from the year 1000 to 2999.
 *
 * @example isDay('2017-02-29') // false
 */
export function isDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (day === undefined) return false;
  return Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month));
}

/**
 * The day so many days after another; a negative number goes back.
 *
 * @example daysAfter('2017-02-28', 1) // '2017-03-01'
 */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The same day so many months earlier, or that month's last day.
 *
 * @example monthsBefore('2017-06-30', 12) // '2016-06-30'
 */
export function monthsBefore(day: Day, months: number): Day {
  const month = monthKey(day, -months);
  const { to } = monthOf(`${month}-01`);
  const sameDay = `${month}${day.slice(7)}`;
  return sameDay < to ? sameDay : to;
}

/**
 * How many days lie between two, whichever is the earlier.
 *
 * @example daysBetween('2017-02-28', '2017-03-01') // 1
 */
export function daysBetween(one: Day, other: Day): number {
  return Math.abs(Date.parse(`${one}T00:00:00Z`) - Date.parse(`${other}T00:00:00Z`)) / DAY_MS;
}

/**
 * Where a result stands to a window, by the end of its period (rule 11). An undated one is inside what is asked "to
 * date", and `undated` (outside) as soon as the window has a beginning.
 *
 * @example windowPosition('2017-06-30', { from: '2017-06-01', to: '2017-06-30' }) // 'inside'
 * @example windowPosition(null, { to: '2017-06-30' }) // 'inside'
 */
export function windowPosition(
  periodEnd: Day | null,
  window: Window,
): 'inside' | 'before' | 'after' | 'undated' {
  const { from, to } = window;
  if (periodEnd === null) return from === undefined ? 'inside' : 'undated';
  if (from !== undefined && periodEnd < from) return 'before';
  return to !== undefined && periodEnd > to ? 'after' : 'inside';
}

function monthPeriod(year: number, month: number): Period {
  const key = `${year}-${twoDigits(month)}`;
  return { key, kind: 'month', from: `${key}-01`, to: `${key}-${daysInMonth(year, month)}` };
}

function quarterPeriod(year: number, quarter: number): Period {
  const { from } = monthPeriod(year, quarter * 3 - 2);
  const { to } = monthPeriod(year, quarter * 3);
  return { key: `${year}-Q${quarter}`, kind: 'quarter', from, to };
}

function yearPeriod(year: number): Period {
  return { key: `${year}`, kind: 'year', from: `${year}-01-01`, to: `${year}-12-31` };
}

function dayParts(day: Day): { readonly year: number; readonly month: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
