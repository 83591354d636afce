import { DomainError } from '../core/errors.ts';
import { nextPeriod, type Period, parsePeriod, previousPeriod } from '../core/period.ts';
import { type Frequency, lastTurn, type SendingTimes, type Turn, turnOf } from '../core/schedule.ts';
import { dayIn } from '../core/time-zone.ts';
import { type OwnTime, timesOf } from './own-time.ts';

/** The report goes out within minutes; what is not sent by then needs somebody to look. */
const GRACE_MS = 2 * 60 * 60 * 1000;

/** The mailer gives up after some twelve minutes of silence: what has been under way for longer was left so by a process that ended. */
export const UNDER_WAY_MS = 15 * 60 * 1000;

/** The last report of a frequency that has fallen due, however long ago. */
export function dueTurn(now: Date, times: SendingTimes, frequency: Frequency = 'monthly'): Turn {
  return lastTurn(now.getTime(), frequency, times);
}

/** When a subscription comes; `Partial`: without a time of its own it is sent as the organisation sends. */
export interface Comes extends Partial<OwnTime> {
  readonly frequency: Frequency;
}

/** The last report of a subscription that has fallen due, however long ago. @param times the organisation's */
export function dueTurnOf(comes: Comes, now: Date, times: SendingTimes): Turn {
  return dueTurn(now, timesOf(comes, times), comes.frequency);
}

/** What a subscription is owed follows from this. */
export interface Owed extends Comes {
  /** When it began to stand. */
  readonly since: Date;
  /** When it was last changed when it comes; null: not since. */
  readonly timesSince?: Date | null;
  /** It begins with the next report that falls due, and not with the last that had by then. */
  readonly fromNext?: boolean;
  /** The last period that the ledger has of it; null: none. */
  readonly last: string | null;
}

/**
 * The first period that a subscription gets by the times that hold for it: the last that had fallen due when it began to
 * stand, or to come then, or the one after it. What fell due before was had, or is in the ledger.
 *
 * @param times the organisation's
 */
export function firstPeriod(owed: Omit<Owed, 'last'>, times: SendingTimes): Period {
  const { since, timesSince = null, fromNext = false } = owed;
  const begun = timesSince !== null && timesSince > since ? timesSince : since;
  const { period } = dueTurnOf(owed, begun, times);
  return fromNext ? nextPeriod(period) : period;
}

/**
 * The periods that have fallen due for a subscription and that the ledger does not have yet, in order. What the ledger has,
 * and what ended no later, is never owed again: so that none is sent twice when the schedule changes, nor a quarter to
 * somebody who was sent its months. As a change moves what is due by a month at most, none is left out.
 *
 * @param times the organisation's
 */
export function periodsOwed(owed: Owed, now: Date, times: SendingTimes): readonly string[] {
  const { period } = dueTurnOf(owed, now, times);
  const last = owed.last === null ? null : parsePeriod(owed.last).to;
  // Who has had some has the next; and of who has had none a change is no beginning, unless it begins with the next.
  const begun = owed.fromNext === true && last === null ? owed : { ...owed, timesSince: null };
  return periodsDue(firstPeriod(begun, times), period)
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

/** When a subscription's report of a period falls due. */
export interface TurnTime {
  readonly dueAt: Date;
  /** It is the last of its frequency that has fallen due: what is sent by itself. */
  readonly isLast: boolean;
  /** Since when it falls due then: the subscription, its times or the organisation's may be younger than that moment. */
  readonly since: Date;
}

/**
 * When the reports of a period fall due, or fell, each subscription's by its own time or the organisation's. Asked once for
 * all, as calendars are slow and most subscriptions come at the same moment.
 *
 * @param scheduleSince when the organisation last changed its schedule; null: never
 */
export function turnTimes(
  period: string,
  now: Date,
  organisation: SendingTimes & { readonly scheduleSince: Date | null },
): (subscription: Comes & { readonly since: Date; readonly timesSince: Date | null }) => TurnTime {
  const known = new Map<string, Omit<TurnTime, 'since'>>();
  return (subscription) => {
    const { frequency, ownDay, ownHour, ownZone, since, timesSince } = subscription;
    const { schedule } = timesOf(subscription, organisation);
    const key = JSON.stringify([frequency, ownDay, ownHour, ownZone]);
    const turn = known.get(key) ?? {
      dueAt: new Date(turnOf(parsePeriod(period), schedule).dueAtMs),
      isLast: dueTurnOf(subscription, now, organisation).period.key === period,
    };
    known.set(key, turn);
    const follows = schedule === organisation.schedule;
    const changes = [since, timesSince, follows ? organisation.scheduleSince : null];
    return { ...turn, since: new Date(Math.max(...changes.map((at) => at?.getTime() ?? 0))) };
  };
}

/**
 * Whether what is still not sent is late. A process that has just started, and times that have just been changed, are given
 * time to catch up with what is sent by itself, which is the last that has fallen due; what is older is late.
 */
export function isOverdue(
  { dueAt, isLast, since }: TurnTime,
  { now, startedAt }: { readonly now: Date; readonly startedAt: Date },
): boolean {
  const from = isLast ? Math.max(dueAt.getTime(), startedAt.getTime(), since.getTime()) : dueAt.getTime();
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
