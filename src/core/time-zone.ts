import { DomainError } from './errors.ts';
import type { Day } from './program.ts';

/** What a clock on the wall shows, to the second. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Whether it is the name of a time zone, and not an offset, which knows no summer time. */
export function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && clock(name) !== undefined;
  } catch {
    return false;
  }
}

/** The time zones that there are, and the one that holds, which may have another name for the same. */
export function zonesWith(current: string): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current])].sort();
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What a clock in a time zone shows at an instant (epoch milliseconds).
 *
 * @throws DomainError `TIME.UNKNOWN_ZONE` (call) where `timeZone` is no IANA name.
 * @example wallTime(Date.UTC(2017, 6, 1, 11), 'America/New_York')
 *   // { year: 2017, month: 7, day: 1, hour: 7, minute: 0, second: 0 }
 */
export function wallTime(instantMs: number, timeZone: string): WallTime {
  // "7/1/2017, 07:00:00"; to ask for the parts by their names takes three times as long.
  const shown = clock(timeZone).format(instantMs).match(/\d+/g) ?? [];
  const [month = NaN, day = NaN, year = NaN, hour = NaN, minute = NaN, second = NaN] = shown.map(Number);
  return { year, month, day, hour, minute, second };
}

/**
 * The instant (epoch milliseconds) at which clocks in a time zone show a time. Where they show it twice, the first;
 * where they are set forward over it, the time that they show instead (3:30 for 2:30).
 *
 * @throws DomainError `TIME.UNKNOWN_ZONE` (call).
 * @example instantOf({ year: 2017, month: 7, day: 1, hour: 7, minute: 0, second: 0 }, 'America/New_York')
 *   // Date.UTC(2017, 6, 1, 11)
 */
export function instantOf(wall: WallTime, timeZone: string): number {
  const shown = asUtc(wall);
  // The offsets a day before and a day after are the only two that can be in force around this time.
  const candidates = [shown - DAY_MS, shown + DAY_MS].map((near) => shown - offsetMs(near, timeZone));
  const exact = candidates.filter((instant) => asUtc(wallTime(instant, timeZone)) === shown);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

/**
 * The calendar day in a time zone at an instant (epoch milliseconds).
 *
 * @throws DomainError `TIME.UNKNOWN_ZONE` (call).
 * @example dayIn(Date.UTC(2017, 6, 1, 3), 'America/New_York') // '2017-06-30'
 */
export function dayIn(instantMs: number, timeZone: string): Day {
  const { year, month, day } = wallTime(instantMs, timeZone);
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}

function offsetMs(instantMs: number, timeZone: string): number {
  return asUtc(wallTime(instantMs, timeZone)) - instantMs;
}

function asUtc({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** By time zone: to make one takes thirty times as long as to ask it. */
const CLOCKS = new Map<string, Intl.DateTimeFormat>();

function clock(timeZone: string): Intl.DateTimeFormat {
  const known = CLOCKS.get(timeZone) ?? newClock(timeZone);
  CLOCKS.set(timeZone, known);
  return known;
}

function newClock(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    throw new DomainError('TIME.UNKNOWN_ZONE', `"${timeZone}" is not a time zone.`, {
      kind: 'call',
      remedy: 'Use an IANA name, as in America/New_York.',
      cause,
    });
  }
}
