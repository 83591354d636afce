import { DomainError } from './errors.ts';
import { type Period, previousMonth } from './period.ts';
import { dayIn, instantOf, wallTime } from './time-zone.ts';

/** When the monthly report is due: at `hour` o'clock on `dayOfMonth`, by the clocks of `timeZone`. */
export interface MonthlySchedule {
  /** 1 to 28, the days that every month has. */
  readonly dayOfMonth: number;
  /** 0 to 23. */
  readonly hour: number;
  /** IANA name, for example `America/New_York`. */
  readonly timeZone: string;
}

/** One report's turn: the month it is about, and the instant (epoch milliseconds) from which it is due. */
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
 * The turn of a month that may be long past: due in the month after it.
 *
 * @throws DomainError `SCHEDULE.INVALID` (call), `TIME.UNKNOWN_ZONE` (call).
 * @example turnOf(parsePeriod('2017-06'), { dayOfMonth: 1, hour: 7, timeZone: 'America/New_York' }).dueAtMs
 *   // Date.UTC(2017, 6, 1, 11)
 */
export function turnOf(month: Period, schedule: MonthlySchedule): Turn {
  validate(schedule);
  return turnIn(Number(month.from.slice(0, 4)), Number(month.from.slice(5, 7)) + 1, schedule);
}

/** The turn that falls in a month; `month` may be 0 or 13. */
function turnIn(year: number, month: number, { dayOfMonth, hour, timeZone }: MonthlySchedule): Turn {
  const dueAtMs = instantOf({ year, month, day: dayOfMonth, hour, minute: 0, second: 0 }, timeZone);
  return { period: previousMonth(dayIn(dueAtMs, timeZone)), dueAtMs };
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
