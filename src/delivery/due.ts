import { DomainError } from '../core/errors.ts';
import { type Period, parsePeriod, previousPeriod } from '../core/period.ts';
import { type MonthlySchedule, type Turn, turnOf, turnsAt } from '../core/schedule.ts';
import { dayIn } from '../core/time-zone.ts';

/** The report goes out within minutes; what is not sent by then needs somebody to look. */
const GRACE_MS = 2 * 60 * 60 * 1000;

/** The mailer gives up after some twelve minutes of silence: what has been under way for longer was left so by a process that ended. */
const UNDER_WAY_MS = 15 * 60 * 1000;

/** The last monthly report that has fallen due, however long ago. */
export function dueTurn(now: Date, schedule: MonthlySchedule): Turn {
  return turnsAt(now.getTime(), schedule).due;
}

/** When a month fell due, or will. */
export function turnOfMonth(key: string, schedule: MonthlySchedule): Turn {
  return turnOf(parsePeriod(key), schedule);
}

/** The first month that a subscription gets: the last that had fallen due when it began to stand. */
export function firstMonth(since: Date, schedule: MonthlySchedule): string {
  return dueTurn(since, schedule).period.key;
}

/**
 * The months that have fallen due for a subscription and that the ledger does not have yet, in order. A month that it has
 * is never owed again, so that none is sent twice when the schedule changes; and as a change moves what is due by a month
 * at most, none is left out.
 *
 * @param last the last month that the ledger has of it
 */
export function monthsOwed(
  { since, last }: { readonly since: Date; readonly last: string | null },
  now: Date,
  schedule: MonthlySchedule,
): readonly string[] {
  const { period } = dueTurn(now, schedule);
  return monthsDue(firstMonth(since, schedule), period).filter((month) => last === null || month > last);
}

/**
 * The months from `first` to the one that is due, in order.
 *
 * @example monthsDue('2017-11', parsePeriod('2018-01')) // ['2017-11', '2017-12', '2018-01']
 */
export function monthsDue(first: string, due: Period): readonly string[] {
  const months: string[] = [];
  for (let month = due; month.key >= first; month = previousPeriod(month)) months.unshift(month.key);
  return months;
}

/**
 * Whether what is still not sent of a turn is late. A process that has just started, and a schedule that has just been
 * changed, is given time to catch up with what it does by itself, which is the turn that is due; what is older is late.
 */
export function isOverdue(
  turn: Turn,
  given: {
    readonly now: Date;
    readonly startedAt: Date;
    readonly schedule: MonthlySchedule;
    /** When the schedule was last changed. */
    readonly changedAt: Date | null;
  },
): boolean {
  const { now, startedAt, schedule, changedAt } = given;
  const isLast = turn.period.key === dueTurn(now, schedule).period.key;
  const from = isLast ? Math.max(turn.dueAtMs, startedAt.getTime(), changedAt?.getTime() ?? 0) : turn.dueAtMs;
  return now.getTime() >= from + GRACE_MS;
}

/** Whether an e-mail whose attempt began at `claimedAt` and has no recorded end may still be on its way. */
export function isUnderWay(claimedAt: Date, now: Date): boolean {
  return now.getTime() - claimedAt.getTime() < UNDER_WAY_MS;
}

/**
 * The month that a person asks to be sent: one that is over, as each month goes to a subscriber only once.
 *
 * @throws DomainError `REPORT.UNKNOWN_PERIOD`, `DELIVERY.NOT_A_MONTH`, `DELIVERY.PERIOD_NOT_OVER` (call)
 */
export function monthToSend(key: string, now: Date, timeZone: string): Period {
  const period = parsePeriod(key);
  if (period.kind !== 'month') {
    throw new DomainError('DELIVERY.NOT_A_MONTH', `"${key}" is not a month, and subscriptions are monthly.`, {
      kind: 'call',
      remedy: 'Name a month, as in 2017-06.',
    });
  }
  if (period.to >= dayIn(now.getTime(), timeZone)) {
    throw new DomainError('DELIVERY.PERIOD_NOT_OVER', `The month ${key} is not over in ${timeZone}.`, {
      kind: 'call',
      remedy: 'A subscriber gets each month once, so it is not sent before its last day has passed.',
    });
  }
  return period;
}
