import { nextPeriod, type Period, parsePeriod } from '../core/period.ts';
import { type SendingTimes, turnOf } from '../core/schedule.ts';
import type { DeliveredAs, WhenNothingNew } from '../core/sending.ts';
import type { MissedIssues } from '../core/settings/settings.ts';
import { compareCodes, type Language } from '../core/text.ts';
import type { DeliveryStatus, SUBSCRIPTION_PAPERS } from './delivery.table.ts';
import { dueTurnOf, firstPeriod, isOverdue, isUnderWay, type Owed, type TurnTime } from './due.ts';
import { timesOf } from './own-time.ts';
import { TURN_REASON } from './recipient-reasons.ts';

/** Which report, how made. Whoever is subscribed to the same edition gets the same file. */
export interface ReportEdition {
  readonly report: string;
  readonly pillar: string | null;
  readonly country: string | null;
  readonly donor: string | null;
  readonly lang: Language;
  readonly paper: (typeof SUBSCRIPTION_PAPERS)[number];
}

/** One subscription's turn for a period: who gets what, and how far it has come. */
export interface Delivery extends ReportEdition {
  readonly subscription: string;
  readonly period: string;
  /** What it carries, where it is no report but what has moved in one. */
  readonly erratum?: string;
  /** The address that it went to, or will. */
  readonly recipient: string;
  /** The subscriber's name, as entered. */
  readonly name: string;
  readonly deliveredAs: DeliveredAs;
  readonly whenNothingNew: WhenNothingNew;
  readonly needsApproval: boolean;
  /** Which was to be handed over, or was skipped; null: none so far. */
  readonly issue: string | null;
  readonly state: DeliveryState;
}

/** A delivery of a report, with when it falls due. */
export interface ReportTurn extends Delivery {
  readonly turn: TurnTime;
}

/**
 * `open`: to be handed over, from `nextAt` on, with the reason why it has not been yet; `failed` where the last attempt
 * came to nothing. `given-up`: refused for good, or not taken in two days. `missed`: it fell due while nothing ran, and a
 * later one has since. `settled`: somebody has said that it will not be sent. `under-way`, `unclear`: handed over, in the
 * last minutes or longer ago, and nobody has recorded what came of it. `ended`: the subscription was ended before it was
 * sent. `awaits-approval`: its issue is made, and goes out once a manager has approved it. `to-come`: it is the
 * next, and falls due at `at`. `not-owed`: it fell due before the subscription stood, or will after the next.
 */
export type DeliveryState =
  | { readonly is: 'sent'; readonly at: Date }
  | {
      readonly is: 'open';
      readonly failed: boolean;
      readonly attempts: number;
      /** Times in a row that something else kept it from an attempt. */
      readonly heldUp: number;
      readonly reason: string | null;
      readonly nextAt: Date;
    }
  | { readonly is: 'given-up'; readonly attempts: number; readonly reason: string }
  | { readonly is: 'missed' }
  | { readonly is: 'settled'; readonly at: Date; readonly reason: string }
  | { readonly is: 'under-way'; readonly since: Date }
  | { readonly is: 'unclear'; readonly since: Date; readonly messageId: string }
  | { readonly is: 'awaits-approval'; readonly since: Date; readonly issue: string }
  | { readonly is: 'ended' }
  | { readonly is: 'to-come'; readonly at: Date }
  | { readonly is: 'not-owed' };

/** A period of which somebody is without a report. */
export interface MissingPeriod {
  readonly period: Period;
  readonly turns: readonly ReportTurn[];
}

/** What the ledger holds of a turn. */
export interface LedgerEntry {
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly heldUp: number;
  readonly nextAttemptAt: Date | null;
  readonly issue: string | null;
  readonly awaitsApprovalSince: Date | null;
  readonly claimedAt: Date | null;
  readonly messageId: string | null;
  readonly sentAt: Date | null;
  readonly settledAt: Date | null;
  readonly error: string | null;
}

/** How far a turn has come, by its row in the ledger and whether its subscription still stands. */
export function stateOf(entry: LedgerEntry, active: boolean, now: Date): DeliveryState {
  const { status, attempts, heldUp, nextAttemptAt, claimedAt, messageId, sentAt, settledAt, error } = entry;
  if (status === 'sent' && sentAt !== null) return { is: 'sent', at: sentAt };
  if (status === 'settled' && settledAt !== null) {
    return { is: 'settled', at: settledAt, reason: error ?? '' };
  }
  if (status === 'sending' && claimedAt !== null) {
    // With a reason the mailer has come back without knowing; without one it may still be at it.
    const underWay = error === null && isUnderWay(claimedAt, now);
    return underWay
      ? { is: 'under-way', since: claimedAt }
      : { is: 'unclear', since: claimedAt, messageId: messageId ?? '' };
  }
  if (!active) return { is: 'ended' };
  const { awaitsApprovalSince: since, issue } = entry;
  if (since !== null && issue !== null) return { is: 'awaits-approval', since, issue };
  const failed = status === 'failed';
  if (nextAttemptAt !== null) {
    return { is: 'open', failed, attempts, heldUp, reason: error, nextAt: nextAttemptAt };
  }
  return failed ? { is: 'given-up', attempts, reason: error ?? '' } : { is: 'missed' };
}

/**
 * How far a turn has come of which the ledger knows nothing yet.
 *
 * @param key of a period of the subscription's frequency
 * @param times the organisation's
 */
export function stateBefore(
  key: string,
  subscription: Omit<Owed, 'last'>,
  now: Date,
  { missed = 'last', ...times }: SendingTimes & { readonly missed?: MissedIssues },
): DeliveryState {
  const due = dueTurnOf(subscription, now, times);
  const { to } = parsePeriod(key);
  if (to < firstPeriod(subscription, times).to) return { is: 'not-owed' };
  if (to > due.period.to) {
    const next = nextPeriod(due.period);
    const { schedule } = timesOf(subscription, times);
    return next.key === key
      ? { is: 'to-come', at: new Date(turnOf(next, schedule).dueAtMs) }
      : { is: 'not-owed' };
  }
  if (to < due.period.to && missed === 'last') return { is: 'missed' };
  const nextAt = new Date(due.dueAtMs);
  return { is: 'open', failed: false, attempts: 0, heldUp: 0, reason: null, nextAt };
}

/** Whether the schedule hands it over now. */
export function isDue({ state }: Delivery, now: Date): boolean {
  return state.is === 'open' && state.nextAt <= now;
}

/**
 * Whether a subscriber is still without it, for whatever reason, and nobody has said that it shall be so. What waits for
 * approval is where it shall be.
 */
export function isMissing({ state }: Delivery): boolean {
  return !['sent', 'settled', 'ended', 'to-come', 'not-owed', 'awaits-approval'].includes(state.is);
}

/** So long after its turn one that waits for it is in a queue that moves. */
const QUEUE_MOVES_MS = 10 * 60_000;

/** Whether it only waits for its turn, in a queue that moves: it takes longer, and nobody need look. */
export function isQueued({ state }: Pick<Delivery, 'state'>, now: Date): boolean {
  if (state.is !== 'open' || state.reason !== TURN_REASON) return false;
  return now.getTime() - state.nextAt.getTime() < QUEUE_MOVES_MS;
}

/** Whether a subscriber is without it although it should have left by now. */
export function isLate(
  delivery: ReportTurn,
  when: { readonly now: Date; readonly startedAt: Date },
): boolean {
  return isMissing(delivery) && !isQueued(delivery, when.now) && isOverdue(delivery.turn, when);
}

/** Whether it can be sent when a person says so: nobody has had it, and nobody is at it. */
export function isSendable({ state }: Delivery): boolean {
  return state.is === 'open' || state.is === 'given-up' || state.is === 'missed';
}

/** Whether it is sent by hand alone, before its turn or after: the schedule owes it to nobody. */
export function isSentByHand({ state }: Delivery): boolean {
  return state.is === 'not-owed' || state.is === 'to-come';
}

/** Deliveries by what they carry, so that each edition is made once; in an order that stays. */
export function groupByEdition(
  deliveries: readonly Delivery[],
): readonly { readonly edition: ReportEdition; readonly deliveries: readonly Delivery[] }[] {
  const groups = Map.groupBy(deliveries, editionKey);
  return [...groups]
    .sort(([a], [b]) => compareCodes(a, b))
    .flatMap(([, members]) => {
      const [first] = members;
      if (first === undefined) return [];
      const { report, pillar, country, donor, lang, paper } = first;
      return [{ edition: { report, pillar, country, donor, lang, paper }, deliveries: members }];
    });
}

/** "portfolio pillar=democracy fr a4": an edition in one line, for people at the command line. */
export function editionKey(edition: ReportEdition): string {
  const slice = (['pillar', 'country', 'donor'] as const).flatMap((name) => {
    const code = edition[name];
    return code === null ? [] : [`${name}=${code}`];
  });
  return [edition.report, ...slice, edition.lang, edition.paper].join(' ');
}
