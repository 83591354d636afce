import { reportPeriod } from './asked-period.ts';
import { DomainError } from './errors.ts';
import { monthOf, nextPeriod, type Period, parsePeriod, previousMonth, previousPeriod } from './period.ts';
import { dayIn, instantOf, wallTime } from './time-zone.ts';

/** When the monthly report is due: at `hour` o'clock on `dayOfMonth`, by the clocks of `timeZone`. */
export interface MonthlySchedule {
  /** 1 to 28, the days that every month has. */
  readonly dayOfMonth: number;
  /** 0 to 23. */
  readonly hour: number;
  /** IANA name, for example `America/New_York`. */
  readonly timeZone: string;
  /** By whose clocks the month must be over, too: where it ends later, the report is due when it has. */
  readonly monthsEndIn?: string;
}

/** How often somebody has a report sent. Each is about the last period of its kind, and due with the month after it. */
export const FREQUENCIES = ['monthly', 'quarterly', 'yearly', 'fiscal-yearly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** When reports are due, and with which month, 1 to 12, the organisation's fiscal year begins. */
export interface SendingTimes {
  readonly schedule: MonthlySchedule;
  readonly fiscalMonth: number;
}

/** One report's turn: the period it is about, and the instant (epoch milliseconds) from which it is due. */
export interface Turn {
  readonly period: Period;
  readonly dueAtMs: number;
}

/**
 * The last report that has fallen due and the next that will (README.md, "Reports"; the month before the one it is
 * sent in). It depends on the instant alone, so a service that was down when a report fell due finds it on its return.
 *
 * @param nowMs epoch milliseconds.
 * @throws DomainError `SCHEDULE.INVALID` (call), `TIME.UNKNOWN_ZONE` (call).
 * @example turnsAt(Date.UTC(2017, 6, 1, 11), { dayOfMonth: 1, hour: 7, timeZone: 'America/New_York' })
 *   // due: 2017-06 since that very instant; next: 2017-07 at Date.UTC(2017, 7, 1, 11)
 */
export function turnsAt(
  nowMs: number,
  schedule: MonthlySchedule,
): { readonly due: Turn; readonly next: Turn } {
  validate(schedule);
  const { year, month } = wallTime(nowMs, schedule.timeZone);
  const thisMonth = turnIn(year, month, schedule);
  return thisMonth.dueAtMs <= nowMs
    ? { due: thisMonth, next: turnIn(year, month + 1, schedule) }
    : { due: turnIn(year, month - 1, schedule), next: thisMonth };
}

/**
 * The last report of a frequency that has fallen due.
 *
 * @param nowMs epoch milliseconds.
 * @throws DomainError as `turnsAt`
 * @example lastTurn(Date.UTC(2017, 7, 15), 'quarterly', times).period.key // '2017-Q2'
 */
export function lastTurn(nowMs: number, frequency: Frequency, times: SendingTimes): Turn {
  let month = turnsAt(nowMs, times.schedule).due.period;
  let period = endingWith(month, frequency, times.fiscalMonth);
  while (period === null) {
    month = previousPeriod(month);
    period = endingWith(month, frequency, times.fiscalMonth);
  }
  return turnOf(period, times.schedule);
}

/** Which frequencies a period is a turn of; a fiscal year that begins in January is the calendar's. */
export function frequenciesOf({ key, to }: Period, fiscalMonth: number): readonly Frequency[] {
  return FREQUENCIES.filter((each) => endingWith(monthOf(to), each, fiscalMonth)?.key === key);
}

/** The period of a frequency that ends with a month; null: none does. */
function endingWith(month: Period, frequency: Frequency, fiscalMonth: number): Period | null {
  const [year, number] = month.to.split('-').map(Number) as [number, number];
  switch (frequency) {
    case 'monthly':
      return month;
    case 'quarterly':
      return number % 3 === 0 ? parsePeriod(`${year}-Q${number / 3}`) : null;
    case 'yearly':
      return number === 12 ? parsePeriod(`${year}`) : null;
    case 'fiscal-yearly':
      return Number(nextPeriod(month).from.slice(5, 7)) === fiscalMonth
        ? reportPeriod(`FY${year}`, fiscalMonth)
        : null;
  }
}

/**
 * The turn of a period that may be long past: due in the month after it.
 *
 * @throws DomainError `SCHEDULE.INVALID` (call), `TIME.UNKNOWN_ZONE` (call).
 * @example turnOf(parsePeriod('2017-06'), { dayOfMonth: 1, hour: 7, timeZone: 'America/New_York' }).dueAtMs
 *   // Date.UTC(2017, 6, 1, 11)
 */
export function turnOf(period: Period, schedule: MonthlySchedule): Turn {
  validate(schedule);
  const { dueAtMs } = turnIn(Number(period.to.slice(0, 4)), Number(period.to.slice(5, 7)) + 1, schedule);
  return { period, dueAtMs };
}

/** The turn that falls in a month; `month` may be 0 or 13. */
function turnIn(year: number, month: number, schedule: MonthlySchedule): Turn {
  const { dayOfMonth, hour, timeZone, monthsEndIn } = schedule;
  const at = (day: number, hour: number, zone: string) =>
    instantOf({ year, month, day, hour, minute: 0, second: 0 }, zone);
  const chosenMs = at(dayOfMonth, hour, timeZone);
  const dueAtMs = monthsEndIn === undefined ? chosenMs : Math.max(chosenMs, at(1, 0, monthsEndIn));
  return { period: previousMonth(dayIn(chosenMs, timeZone)), dueAtMs };
}

function validate({ dayOfMonth, hour }: MonthlySchedule): void {
  const inRange = (value: number, low: number, high: number) =>
    Number.isInteger(value) && value >= low && value <= high;
  if (inRange(dayOfMonth, 1, 28) && inRange(hour, 0, 23)) return;
  throw new DomainError(
    'SCHEDULE.INVALID',
    `A report cannot be due on day ${dayOfMonth} at ${hour} o'clock.`,
    {
      kind: 'call',
      remedy: 'Choose a day from 1 to 28 and an hour from 0 to 23.',
    },
  );
}
