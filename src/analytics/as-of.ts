import { z } from 'zod';
import { DomainError } from '../core/errors.ts';
import type { FaultReason } from '../core/fault.ts';
import { isDay } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import { dayIn, instantOf, wallTime } from '../core/time-zone.ts';

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
/** As a field for date and time sends it, of a clock in the zone in which reports reckon. */
const LOCAL = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?$/;
const TAKES =
  'takes a moment such as 2017-06-30T18:00:00Z, a day such as 2017-06-30, or a time of the organisation such as 2017-06-30T14:00';

/** The moment as of which figures are asked for, as it is typed: with its zone or without, or a day, which is its end. */
export const asOfParameter = z
  .string()
  // A plus sign in an address that nobody encoded arrives as a space.
  .transform((typed) => typed.trim().replace(/ (\d\d:\d\d)$/, '+$1'))
  .refine((typed) => isDay(typed) || isDay((MOMENT.exec(typed) ?? LOCAL.exec(typed))?.[1] ?? ''), {
    error: TAKES,
    params: { reason: 'not-a-moment' },
  });

/**
 * The moment that was asked for. Of a day, and of a minute without its zone, it is the last millisecond in the zone in
 * which reports reckon; of what is not over, now.
 *
 * @param typed as `asOfParameter` lets it through
 * @throws DomainError `AS_OF.UNREADABLE`, `AS_OF.FUTURE` (call)
 * @example asOfMoment('2017-06-30', now, 'America/New_York') // 2017-07-01T03:59:59.999Z
 */
export function asOfMoment(typed: string, now: Date, timeZone: string): Date {
  const read = asOfParameter.safeParse(typed);
  if (!read.success)
    throw fault('AS_OF.UNREADABLE', `"${typed}" is no moment.`, 'not-a-moment', typed, `It ${TAKES}.`);
  const { first, last } = boundsOf(read.data, timeZone);
  if (first > now.getTime())
    throw fault(
      'AS_OF.FUTURE',
      `${typed} has not come yet.`,
      'in-the-future',
      typed,
      'Name a moment in the past.',
    );
  return new Date(Math.min(last, now.getTime()));
}

/** The moment of a query; null where it names none, and asks for what is known now. @throws DomainError as `asOfMoment` */
export function askedMoment(typed: string | undefined, now: Date, timeZone: string): Date | null {
  return typed === undefined ? null : asOfMoment(typed, now, timeZone);
}

/**
 * Up to when approvals and corrections are in figures that are asked for as known now: when the record was last changed,
 * or, where nothing has been changed since, the end of the cut-off day; of today its beginning, so that the same data
 * say the same all day.
 *
 * @example knownAt({ cutOff: '2017-06-30', changedAt: new Date('2017-07-03T14:03:00Z'), … }) // that moment
 */
export function knownAt(given: {
  readonly cutOff: Day;
  readonly changedAt: Date | null;
  readonly now: Date;
  readonly timeZone: string;
}): Date {
  const { cutOff, changedAt, now, timeZone } = given;
  const today = dayBounds(dayIn(now.getTime(), timeZone), timeZone).first;
  const settled = Math.min(dayBounds(cutOff, timeZone).last, today);
  return new Date(Math.min(Math.max(changedAt?.getTime() ?? 0, settled), now.getTime()));
}

/** What there is to say of a moment before anything was recorded. */
export function nothingSoEarly(asked: Date, begins: Date | null): DomainError {
  const value = asked.toISOString();
  return new DomainError('AS_OF.TOO_EARLY', `What was known on ${value} is not recorded.`, {
    kind: 'call',
    remedy:
      begins === null
        ? 'Nothing has been stored yet.'
        : `The first moment that can be asked for is ${begins.toISOString()}.`,
    values: { moment: value },
    faults: [
      {
        parameter: 'as-of',
        reason: 'before-the-record',
        value,
        ...(begins !== null && { near: begins.toISOString() }),
      },
    ],
  });
}

function dayBounds(day: Day, timeZone: string) {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000);
  return { first: midnight(new Date(`${day}T00:00:00Z`), timeZone), last: midnight(next, timeZone) - 1 };
}

function boundsOf(typed: string, timeZone: string) {
  if (isDay(typed)) return dayBounds(typed, timeZone);
  const [, day = '', hour, minute, second, fraction] = LOCAL.exec(typed) ?? [];
  if (hour === undefined) return { first: Date.parse(typed), last: Date.parse(typed) };
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) };
  const first =
    instantOf({ year, month, day: date, ...time }, timeZone) + Number((fraction ?? '').padEnd(3, '0'));
  const lasts = second === undefined ? 60_000 : fraction === undefined ? 1_000 : 1;
  return { first, last: first + lasts - 1 };
}

/**
 * A moment as a field for date and time holds it: to the minute, or as exactly as it was asked for, so that it is the same
 * moment when the field is sent.
 *
 * @param typed as it was asked for; without it, nobody asked for it
 * @example localMoment(2017-07-01T11:00:00Z, undefined, 'America/New_York') // '2017-07-01T07:00'
 */
export function localMoment(moment: Date, typed: string | undefined, timeZone: string): string {
  const { year, month, day, hour, minute, second } = wallTime(moment.getTime(), timeZone);
  const two = (part: number) => String(part).padStart(2, '0');
  const toMinute = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
  const [, seconds, fraction] = /T\d\d:\d\d:(\d\d)(\.\d+)?/.exec(typed ?? '') ?? [];
  const rest = moment.getTime() % 60_000;
  if (seconds === undefined || (rest === 0 && fraction === undefined)) return toMinute;
  return `${toMinute}:${two(second)}.${String(moment.getUTCMilliseconds()).padStart(3, '0')}`;
}

/** When a day, given in UTC, begins in a zone. */
function midnight(day: Date, timeZone: string): number {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  return instantOf({ year, month, day: date, hour: 0, minute: 0, second: 0 }, timeZone);
}

function fault(
  code: string,
  message: string,
  reason: FaultReason,
  value: string,
  remedy: string,
): DomainError {
  return new DomainError(code, message, {
    kind: 'call',
    remedy,
    values: { moment: value },
    faults: [{ parameter: 'as-of', reason, value }],
  });
}
