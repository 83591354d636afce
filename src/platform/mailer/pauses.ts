const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Shorter than the bell's minute, so that whoever was told "later" is the first in the next turn. */
const SHORTEST_MS = 30_000;

/** Whoever has said "later" for hours will not mind hours; a report that is four hours late on the second day is no later. */
const LONGEST_MS = 4 * HOUR_MS;

/** When the mail server answers again, everybody waits for it: soon, and still too seldom to be a burden to it. */
const LONGEST_HOLD_UP_MS = 10 * MINUTE_MS;

/** What is not taken in two days of trying is no passing trouble, and needs a person. */
const ENOUGH_MS = 48 * HOUR_MS;

/**
 * So many e-mails in a row that came to nothing are the mail server's doing, not their recipients': the others are not
 * even tried. Few enough for a server that is silent for two minutes each time, and more than bad addresses in a row that
 * chance makes.
 */
export const MOST_IN_A_ROW = 5;

/**
 * How long an e-mail rests after so many attempts that came to nothing: half a minute, doubled each time up to four hours.
 *
 * @returns milliseconds; null: it has rested for two days in all, and is not tried again
 * @example [1, 2, 3, 10, 20, 21].map(restAfter) // [30_000, 60_000, 120_000, 14_400_000, 14_400_000, null]
 */
export function restAfter(attempts: number): number | null {
  let rested = 0;
  for (let attempt = 1; attempt < attempts; attempt += 1) rested += doubled(attempt, LONGEST_MS);
  return rested >= ENOUGH_MS ? null : doubled(attempts, LONGEST_MS);
}

/**
 * How long an e-mail waits that has been kept from being handed over so many times in a row by what is not its
 * recipient's trouble. It costs nothing of its two days and never ends: half a minute, doubled each time up to ten.
 *
 * @returns milliseconds
 */
export function waitAfter(heldUp: number): number {
  return doubled(heldUp, LONGEST_HOLD_UP_MS);
}

function doubled(times: number, longestMs: number): number {
  return Math.min(SHORTEST_MS * 2 ** (times - 1), longestMs);
}
