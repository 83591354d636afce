import { DomainError } from '../core/errors.ts';
import { type Period, parsePeriod, previousPeriod } from '../core/period.ts';
import { type Turn, turnOf, turnsAt } from '../core/schedule.ts';
import { dayIn } from '../core/time-zone.ts';

/**
 * The first of the month, when the month before is over; at six, so that the report is there before work begins, and a
 * mail server that is being mended has two hours.
 */
const MONTHLY = { dayOfMonth: 1, hour: 6 } as const;

/** The report goes out within minutes; what is not sent by then needs somebody to look. */
const GRACE_MS = 2 * 60 * 60 * 1000;

/** The mailer gives up after some twelve minutes of silence: what has been under way for longer was left so by a process that ended. */
const UNDER_WAY_MS = 15 * 60 * 1000;

/** The last monthly report that has fallen due by the clocks of `timeZone`, however long ago. */
export function dueTurn(now: Date, timeZone: string): Turn {
  return turnsAt(now.getTime(), { ...MONTHLY, timeZone }).due;
}

/** When a month fell due, or will. */
export function turnOfMonth(key: string, timeZone: string): Turn {
  return turnOf(parsePeriod(key), { ...MONTHLY, timeZone });
}

/** The first month that a subscription gets: the last that had fallen due when it began to stand. */
export function firstMonth(since: Date, timeZone: string): string {
  return dueTurn(since, timeZone).period.key;
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
 * Whether what is still not sent of a turn is late. A process that has just started is given time to catch up with what
 * it does by itself, which is the turn that is due; what is older is late.
 */
export function isOverdue(
  turn: Turn,
  { now, startedAt, timeZone }: { readonly now: Date; readonly startedAt: Date; readonly timeZone: string },
): boolean {
  const isLast = turn.period.key === dueTurn(now, timeZone).period.key;
  const from = isLast ? Math.max(turn.dueAtMs, startedAt.getTime()) : turn.dueAtMs;
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
