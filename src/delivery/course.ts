import type { MailFate } from '../platform/mailer/mail-fate.ts';
import { MOST_IN_A_ROW } from '../platform/mailer/pauses.ts';
import type { Delivery } from './delivery.ts';

/**
 * What became of an e-mail in a run. `gone`: somebody else has it. `skipped`: its subscriber wants it only where something
 * is new. `held`: a manager has to approve it, or has refused it. `not made`: its report could not be.
 */
export type Outcome = Pick<Delivery, 'subscription'> &
  (
    | { readonly is: 'sent' | 'gone' | 'skipped' | 'held' | 'not made' }
    /** With why. */
    | { readonly is: MailFate; readonly reason: string }
  );

/** What is left of a run, and why. */
export interface HeldUp {
  readonly deliveries: readonly Delivery[];
  readonly reason: string;
  /** The mail server took some before, so that it only sets a pace. */
  readonly afterSome: boolean;
}

/** The mail server has answered to the point, be it with no. */
const isAnswered = ({ is }: Outcome) => is === 'sent' || is === 'refused';

/** The mail server has taken nothing. */
const isFailed = (outcome: Outcome) => 'reason' in outcome && !isAnswered(outcome);

/** Whether the mail server was given it, or was to be. */
export function isHandedOver(outcome: Outcome): boolean {
  return 'reason' in outcome || outcome.is === 'sent';
}

/** Those of which a run came to nothing, not even to a failure. */
export function untried(due: readonly Delivery[], outcomes: readonly Outcome[]): readonly Delivery[] {
  const tried = new Set(outcomes.map(({ subscription }) => subscription));
  return due.filter(({ subscription }) => !tried.has(subscription));
}

/** Whether so many in a row came to nothing that there is no use in trying the next. */
export function isHopeless(outcomes: readonly Outcome[]): boolean {
  const last = outcomes.filter((outcome) => isAnswered(outcome) || isFailed(outcome)).slice(-MOST_IN_A_ROW);
  return last.length === MOST_IN_A_ROW && last.every(isFailed);
}

/**
 * The e-mails of a run that were not handed over for what is not their own trouble: those that the server would not hear
 * of, and those that nobody tried after them.
 *
 * @returns null: none, or nobody knows of a reason (the process stops)
 */
export function heldUp(due: readonly Delivery[], outcomes: readonly Outcome[]): HeldUp | null {
  const done = new Set(outcomes.flatMap(({ is, subscription }) => (is === 'held up' ? [] : [subscription])));
  const deliveries = due.filter(({ subscription }) => !done.has(subscription));
  const failed = outcomes.findLast(isFailed);
  if (deliveries.length === 0 || failed === undefined || !('reason' in failed)) return null;
  return { deliveries, reason: failed.reason, afterSome: outcomes.some(isAnswered) };
}
