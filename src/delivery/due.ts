import { DomainError } from '../core/errors.ts';
import { nextPeriod, type Period, parsePeriod, previousPeriod } from '../core/period.ts';
import {
  type Frequency,
  lastTurn,
  type MonthlySchedule,
  type SendingTimes,
  type Turn,
  turnOf,
  turnsAt,
} from '../core/schedule.ts';
import { dayIn } from '../core/time-zone.ts';

/** The report goes out within minutes; what is not sent by then needs somebody to look. */
const GRACE_MS = 2 * 60 * 60 * 1000;

/** The mailer gives up after some twelve minutes of silence: what has been under way for longer was left so by a process that ended. */
export const UNDER_WAY_MS = 15 * 60 * 1000;

/** The last report of a frequency that has fallen due, however long ago. */
export function dueTurn(now: Date, times: SendingTimes, frequency: Frequency = 'monthly'): Turn {
  return lastTurn(now.getTime(), frequency, times);
}

/** When a period fell due, or will. */
export function turnOfPeriod(key: string, schedule: MonthlySchedule): Turn {
  return turnOf(parsePeriod(key), schedule);
}

/** What a subscription is owed follows from this. */
export interface Owed {
  readonly frequency: Frequency;
  /** When it began to stand. */
  readonly since: Date;
  /** It begins with the next report that falls due, and not with the last that had by then. */
  readonly fromNext?: boolean;
  /** The last period that the ledger has of it; null: none. */
  readonly last: string | null;
}

/** The first period that a subscription gets: the last that had fallen due when it began to stand, or the one after it. */
export function firstPeriod(
  { frequency, since, fromNext = false }: Pick<Owed, 'frequency' | 'since' | 'fromNext'>,
  times: SendingTimes,
): Period {
  const { period } = dueTurn(since, times, frequency);
  return fromNext ? nextPeriod(period) : period;
}

/**
 * The periods that have fallen due for a subscription and that the ledger does not have yet, in order. What the ledger has,
 * and what ended no later, is never owed again: so that none is sent twice when the schedule changes, nor a quarter to
 * somebody who was sent its months. As a change moves what is due by a month at most, none is left out.
 */
export function periodsOwed(owed: Owed, now: Date, times: SendingTimes): readonly string[] {
  const { period } = dueTurn(now, times, owed.frequency);
  const last = owed.last === null ? null : parsePeriod(owed.last).to;
  return periodsDue(firstPeriod(owed, times), period)
    .filter(({ to }) => last === null || to > last)
    .map(({ key }) => key);
}

/**
 * The periods from `first` to the one that is due, in order.
 *
 * @example periodsDue(parsePeriod('2017-11'), parsePeriod('2018-01')) // 2017-11, 2017-12, 2018-01
 */
export function periodsDue(first: Period, due: Period): readonly Period[] {
  const periods: Period[] = [];
  for (let period = due; period.to >= first.to; period = previousPeriod(period)) periods.unshift(period);
  return periods;
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
  // All that fall due in one month fall due at one moment.
  const isLast = turn.dueAtMs === turnsAt(now.getTime(), schedule).due.dueAtMs;
  const from = isLast ? Math.max(turn.dueAtMs, startedAt.getTime(), changedAt?.getTime() ?? 0) : turn.dueAtMs;
  return now.getTime() >= from + GRACE_MS;
}

/** Whether an e-mail whose attempt began at `claimedAt` and has no recorded end may still be on its way. */
export function isUnderWay(claimedAt: Date, now: Date): boolean {
  return now.getTime() - claimedAt.getTime() < UNDER_WAY_MS;
}

/**
 * The period that a person asks to be sent: one that is over, as each goes to a subscriber only once.
 *
 * @throws DomainError `REPORT.UNKNOWN_PERIOD`, `DELIVERY.PERIOD_NOT_OVER` (call)
 */
export function periodToSend(key: string, now: Date, timeZone: string): Period {
  const period = parsePeriod(key);
  if (period.to >= dayIn(now.getTime(), timeZone)) {
    throw new DomainError(
      'DELIVERY.PERIOD_NOT_OVER',
      `The period ${period.key} is not over in ${timeZone}.`,
      {
        kind: 'call',
        remedy: 'A subscriber gets each period once, so it is not sent before its last day has passed.',
      },
    );
  }
  return period;
}
