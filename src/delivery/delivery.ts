import { compareCodes, type Language } from '../core/text.ts';
import type { DeliveryStatus, SUBSCRIPTION_PAPERS } from './delivery.table.ts';
import { isUnderWay } from './due.ts';

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
  /** The address that it went to, or will. */
  readonly recipient: string;
  /** The subscriber's name, as entered. */
  readonly name: string;
  /** False: nobody has begun with it, and the ledger knows nothing of it yet. */
  readonly begun: boolean;
  readonly state: DeliveryState;
}

/**
 * `open`: to be sent, with the reason why it is not sent yet; `refused` where the last attempt came to nothing.
 * `under-way`, `unclear`: handed over, in the last minutes or longer ago, and nobody has recorded what came of it.
 * `ended`: the subscription was ended before it was sent.
 */
export type DeliveryState =
  | { readonly is: 'sent'; readonly at: Date }
  | {
      readonly is: 'open';
      readonly failed: boolean;
      readonly attempts: number;
      readonly reason: string | null;
    }
  | { readonly is: 'under-way'; readonly since: Date }
  | { readonly is: 'unclear'; readonly since: Date; readonly messageId: string }
  | { readonly is: 'ended' };

/** What the ledger holds of a turn; all null where it has no row yet. */
export interface LedgerEntry {
  readonly status: DeliveryStatus | null;
  readonly attempts: number | null;
  readonly claimedAt: Date | null;
  readonly messageId: string | null;
  readonly sentAt: Date | null;
  readonly error: string | null;
}

/** How far a turn has come, by its row in the ledger and whether its subscription still stands. */
export function stateOf(entry: LedgerEntry, active: boolean, now: Date): DeliveryState {
  const { status, attempts, claimedAt, messageId, sentAt, error } = entry;
  if (status === 'sent' && sentAt !== null) return { is: 'sent', at: sentAt };
  if (status === 'sending' && claimedAt !== null) {
    // With a reason the mailer has come back without knowing; without one it may still be at it.
    const underWay = error === null && isUnderWay(claimedAt, now);
    return underWay
      ? { is: 'under-way', since: claimedAt }
      : { is: 'unclear', since: claimedAt, messageId: messageId ?? '' };
  }
  if (!active) return { is: 'ended' };
  return { is: 'open', failed: status === 'failed', attempts: attempts ?? 0, reason: error };
}

/** Whether it is to be sent, and has been tried less than `maxAttempts` times. */
export function waits({ state }: Delivery, maxAttempts: number): boolean {
  return state.is === 'open' && state.attempts < maxAttempts;
}

/** Whether a subscriber is still without it, for whatever reason. */
export function isMissing({ state }: Delivery): boolean {
  return state.is !== 'sent' && state.is !== 'ended';
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
