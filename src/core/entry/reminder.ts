/**
 * What became of a reminder by e-mail.
 *
 * - `waiting`: it is handed over soon, or once the mail server takes it.
 * - `sending`: it was handed over and nobody knows whether it was taken, for a moment or for good.
 * - `sent`: the mail server took it.
 * - `failed`: it will not be taken, with the reason.
 */
export const REMINDER_STATUSES = ['waiting', 'sending', 'sent', 'failed'] as const;
export type ReminderStatus = (typeof REMINDER_STATUSES)[number];

/** A reminder, as far as it decides whether another one comes too soon. */
export interface EarlierReminder {
  readonly recipient: string;
  readonly askedAt: Date;
  readonly status: ReminderStatus;
}

const DAY_MS = 86_400_000;
/** So long nobody is reminded of the same programme again, unless whoever does it says so. */
export const SOON_DAYS = 3;
/** So many people are reminded at once: a programme that more answer for has a list of its own elsewhere. */
export const MOST_PEOPLE = 20;
/** A mail server answers within ten minutes; what has had no answer after so long gets none. */
const ANSWERED_WITHIN_MS = 15 * 60_000;

/**
 * The reminder that makes another one to the same person too soon: the last one of three days; null: there is none. What
 * did not arrive reminds nobody.
 *
 * @param earlier of the programme, and of those above it: what they say is about it too
 * @example recentReminder('ana', [{ recipient: 'ana', askedAt: 2 July, status: 'sent' }], 5 July) // null
 */
export function recentReminder<R extends EarlierReminder>(
  recipient: string,
  earlier: readonly R[],
  now: Date,
): R | null {
  const since = now.getTime() - SOON_DAYS * DAY_MS;
  return earlier
    .filter(
      (each) => each.recipient === recipient && each.status !== 'failed' && each.askedAt.getTime() > since,
    )
    .reduce<R | null>((last, each) => (last === null || each.askedAt > last.askedAt ? each : last), null);
}

/** Whether a reminder was handed over without an answer, and will get none: it may have arrived. */
export function isUnclear(
  { status, triedAt }: { readonly status: ReminderStatus; readonly triedAt: Date | null },
  now: Date,
): boolean {
  return status === 'sending' && triedAt !== null && now.getTime() - triedAt.getTime() > ANSWERED_WITHIN_MS;
}
