import { DomainError } from '../core/errors.ts';
import { type Period, parsePeriod } from '../core/period.ts';
import { type Turn, turnsAt } from '../core/schedule.ts';
import { dayIn } from '../core/time-zone.ts';

/**
 * The first of the month, when the month before is over; at six, so that the report is there before work begins, and a
 * mail server that is being mended has two hours.
 */
const MONTHLY = { dayOfMonth: 1, hour: 6 } as const;

/**
 * How often an e-mail is handed over before the schedule gives it up, at one attempt each time the bell rings: greylisting
 * lets go within minutes, and whoever still refuses after an hour refuses for good.
 */
export const MAX_ATTEMPTS = 6;

/** Ample for the attempts above; what is not sent by then needs a person. */
const GRACE_MS = 2 * 60 * 60 * 1000;

/** The mailer gives up after ten minutes of silence: what has been under way for longer was left so by a process that ended. */
const UNDER_WAY_MS = 15 * 60 * 1000;

/** The last monthly report that has fallen due by the clocks of `timeZone`, however long ago. */
export function dueTurn(now: Date, timeZone: string): Turn {
  return turnsAt(now.getTime(), { ...MONTHLY, timeZone }).due;
}

/**
 * Whether what is still not sent of a turn is late. A process that has just started is given the same time to catch up.
 */
export function isOverdue(turn: Turn, now: Date, startedAt: Date): boolean {
  return now.getTime() >= Math.max(turn.dueAtMs, startedAt.getTime()) + GRACE_MS;
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
