/** Nobody who left the screen alone for so long is still signed in (ASVS 5.0, 7.3.1). */
const IDLE_MS = 60 * 60_000;
/** However busy: a working day (ASVS 5.0, 7.3.2). */
const ABSOLUTE_MS = 12 * 60 * 60_000;
/** To fetch a telephone and type six digits. */
const HALF_WAY_MS = 10 * 60_000;
/** Last seen is written to the minute: a write at every request would cost more than the page. */
const NOTED_EVERY_MS = 60_000;

/** Sessions last seen before this are over. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_MS);
}

/** When a session that begins now ends, however busy it is. */
export function sessionEnd(now: Date, stage: 'full' | 'later' | 'second-factor' | 'enrolment'): Date {
  return new Date(now.getTime() + (stage === 'full' || stage === 'later' ? ABSOLUTE_MS : HALF_WAY_MS));
}

/** Whether a session of this age is still good for the steps between a password and being signed in. */
export function isFreshFromPassword(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() < HALF_WAY_MS;
}

/** Whether it is time to write down again that something is in use. */
export function isWorthNoting(last: Date | null, now: Date): boolean {
  return last === null || now.getTime() - last.getTime() >= NOTED_EVERY_MS;
}
