import type { SendingTimes } from '../core/schedule.ts';

/** At which moment of a month something is sent; all three null: as the organisation sends (`/settings`). */
export interface OwnTime {
  /** 1 to 28, the days that every month has. */
  readonly ownDay: number | null;
  /** 0 to 23. */
  readonly ownHour: number | null;
  /** IANA name, for example `America/Costa_Rica`. */
  readonly ownZone: string | null;
}

/** By which times something is sent: its own, yet not before the period is over for the organisation; or else as it sends. */
export function timesOf(
  { ownDay = null, ownHour = null, ownZone = null }: Partial<OwnTime>,
  { schedule, fiscalMonth }: SendingTimes,
): SendingTimes {
  if (ownDay === null || ownHour === null || ownZone === null) return { schedule, fiscalMonth };
  const own = { dayOfMonth: ownDay, hour: ownHour, timeZone: ownZone, monthsEndIn: schedule.timeZone };
  return { schedule: own, fiscalMonth };
}

export function isSameTime(a: OwnTime, b: OwnTime): boolean {
  return a.ownDay === b.ownDay && a.ownHour === b.ownHour && a.ownZone === b.ownZone;
}
