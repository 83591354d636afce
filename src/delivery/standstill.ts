const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Longer than from one turn to the next, whatever day is chosen, and a fortnight of holidays: who was away for longer is
 * asked before anything goes out, for a clock that is wrong looks the same.
 */
const LONGEST_MS = 40 * DAY_MS;

/** Written down so seldom that a look costs nothing. */
const NOTED_EVERY_MS = 60 * 60 * 1000;

/** From when to when nobody looked at what is due. */
export interface Standstill {
  readonly from: Date;
  readonly to: Date;
}

/**
 * Whether nobody has looked at what is due for so long that a person is asked first.
 *
 * @param lookedAt null: the service has never looked
 * @example standstillOf(new Date('2026-11-29'), new Date('2031-03-02')) // from the first to the second
 */
export function standstillOf(lookedAt: Date | null, now: Date): Standstill | null {
  if (lookedAt === null || now.getTime() - lookedAt.getTime() <= LONGEST_MS) return null;
  return { from: lookedAt, to: now };
}

/** Whether a look is to be written down. A clock that was put back leaves what was written by the later one. */
export function isToNote(lookedAt: Date | null, now: Date): boolean {
  return lookedAt === null || now.getTime() - lookedAt.getTime() >= NOTED_EVERY_MS;
}

/** For the log and `/readyz`. */
export function standstillLine({ from, to }: Standstill): string {
  return `Nobody looked at what is due from ${from.toISOString()} to ${to.toISOString()}: nothing is sent until somebody lets it go on at /deliveries, or the clock is put right.`;
}
