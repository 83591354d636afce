import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/database/database.ts';
import { insertMissing } from '../platform/database/rows.ts';
import { type DeliveryStatus, deliveries, subscriptions } from './delivery.table.ts';
import type { Delivery } from './delivery.ts';
import { TURN_REASON } from './recipient-reasons.ts';

/** Names a row of the ledger. */
export type DeliveryKey = Pick<Delivery, 'subscription' | 'period' | 'erratum'>;

/** Nothing has been handed over, or it came back. */
export const OPEN: DeliveryStatus[] = ['pending', 'failed'];

/**
 * Enters into the ledger what has fallen due; what it holds already, in whatever state, stays as it is.
 *
 * @param nextAttemptAt null: not to be sent until a person says so
 */
export async function enterDeliveries(
  tx: Transaction,
  due: readonly (DeliveryKey & {
    readonly recipient: string;
    readonly nextAttemptAt: Date | null;
    /** That an erratum is of; of a report there is none yet. */
    readonly issue?: string;
  })[],
  now: Date,
): Promise<void> {
  await insertMissing(
    tx,
    deliveries,
    due.map(({ subscription, period, erratum = null, issue = null, recipient, nextAttemptAt }) => ({
      subscription,
      period,
      erratum,
      issue,
      recipient,
      nextAttemptAt,
      createdAt: now,
    })),
  );
}

/**
 * Takes a delivery, so that nobody else sends it: one statement, of which only one of several at once finds the row
 * still open and due. What is taken is written down before the e-mail leaves, and stays so if this process ends.
 *
 * @param attempt `messageId` is kept from the first attempt on
 * @returns null: it is no longer to be sent, or not yet again
 */
export async function claimDelivery(
  db: Database,
  key: DeliveryKey,
  attempt: { readonly issue: string; readonly messageId: string; readonly now: Date },
): Promise<{ readonly recipient: string; readonly messageId: string; readonly attempts: number } | null> {
  const [claimed] = await db
    .update(deliveries)
    .set({
      status: 'sending',
      issue: attempt.issue,
      recipient: sql`${subscriptions.email}`,
      messageId: sql`COALESCE(${deliveries.messageId}, ${attempt.messageId})`,
      attempts: sql`${deliveries.attempts} + 1`,
      nextAttemptAt: null,
      claimedAt: attempt.now,
      error: null,
    })
    .from(subscriptions)
    .where(
      and(
        isRow(key),
        inArray(deliveries.status, OPEN),
        lte(deliveries.nextAttemptAt, attempt.now),
        eq(subscriptions.id, deliveries.subscription),
        subscriptions.active,
        // What moved is told to whoever got it, not to whoever reads there since.
        key.erratum === undefined
          ? undefined
          : sql`lower(${subscriptions.email}) = lower(${deliveries.recipient})`,
      ),
    )
    .returning({
      recipient: deliveries.recipient,
      messageId: sql<string>`${deliveries.messageId}`,
      attempts: deliveries.attempts,
    });
  return claimed ?? null;
}

/** What was taken has been accepted by the other side. @throws Error where it was not taken */
export async function recordSent(db: Database, key: DeliveryKey, sentAt: Date): Promise<void> {
  await recordEnd(db, key, { status: 'sent', sentAt, error: null });
}

/**
 * What was taken has been refused, or never left.
 *
 * @param next when it is handed over again; null: not until a person says so
 * @throws Error where it was not taken
 */
export async function recordFailure(
  db: Database,
  key: DeliveryKey,
  { reason, next }: { readonly reason: string; readonly next: Date | null },
): Promise<void> {
  await recordEnd(db, key, { status: 'failed', error: reason, heldUp: 0, nextAttemptAt: next });
}

/** What is not to be sent to its address, before it is taken: not tried again unless a person says so. */
export async function barDeliveries(
  tx: Database,
  keys: readonly DeliveryKey[],
  reason: string,
): Promise<void> {
  await tx
    .update(deliveries)
    .set({ status: 'failed', error: reason, heldUp: 0, nextAttemptAt: null })
    .where(and(areRows(keys), inArray(deliveries.status, OPEN)));
}

/** What was taken has left, and nobody knows whether it was accepted: it stays taken. @throws Error where it was not */
export async function recordUnclear(db: Database, key: DeliveryKey, reason: string): Promise<void> {
  await recordEnd(db, key, { error: reason });
}

/** What was taken never got as far as its recipient, so it was no attempt. @throws Error where it was not taken */
export async function giveBack(db: Database, key: DeliveryKey, reason: string, now: Date): Promise<void> {
  await recordEnd(db, key, {
    status: sql`CASE WHEN ${deliveries.attempts} > 1 THEN 'failed' ELSE 'pending' END`,
    attempts: sql`${deliveries.attempts} - 1`,
    nextAttemptAt: now,
    error: reason,
  });
}

type Change = Parameters<ReturnType<Database['update']>['set']>[0];

async function recordEnd(db: Database, key: DeliveryKey, change: Change): Promise<void> {
  const ended = await db
    .update(deliveries)
    .set(change)
    .where(and(isRow(key), eq(deliveries.status, 'sending')))
    .returning({ id: deliveries.id });
  if (ended.length !== 1) {
    throw new Error(`The delivery of ${key.period} to subscription ${key.subscription} was not being sent.`);
  }
}

/** Writes down what keeps open deliveries from being handed over, and until when; what is taken or sent stays as it is. */
export async function recordHoldUp(
  db: Database,
  held: readonly DeliveryKey[],
  hindrance: { readonly reason: string; readonly heldUp: number; readonly next: Date },
): Promise<void> {
  const { reason, heldUp, next } = hindrance;
  await db
    .update(deliveries)
    .set({ error: reason, heldUp, nextAttemptAt: next })
    .where(and(areRows(held), inArray(deliveries.status, OPEN), lte(deliveries.nextAttemptAt, next)));
}

/** Has open deliveries wait for their turn, as the mail server takes so many a minute; what failed before keeps its reason. */
export async function putOff(db: Database, waiting: readonly DeliveryKey[], next: Date): Promise<void> {
  await db
    .update(deliveries)
    .set({
      nextAttemptAt: next,
      error: sql`CASE WHEN ${deliveries.status} = 'pending' THEN ${TURN_REASON} ELSE ${deliveries.error} END`,
    })
    .where(and(areRows(waiting), inArray(deliveries.status, OPEN), lte(deliveries.nextAttemptAt, next)));
}

/** Lets what nobody has had begin anew, at once. @returns how many there were */
export async function reopenDeliveries(
  tx: Transaction,
  keys: readonly DeliveryKey[],
  now: Date,
): Promise<number> {
  const opened = await tx
    .update(deliveries)
    .set({
      status: 'pending',
      attempts: 0,
      heldUp: 0,
      nextAttemptAt: now,
      awaitsApprovalSince: null,
      settledAt: null,
    })
    .where(and(areRows(keys), inArray(deliveries.status, [...OPEN, 'settled'])))
    .returning({ id: deliveries.id });
  return opened.length;
}

/** Writes down that what nobody has had will not be sent. @returns how many there were */
export async function settleDeliveries(
  tx: Transaction,
  keys: readonly DeliveryKey[],
  reason: string,
  now: Date,
): Promise<number> {
  const settled = await tx
    .update(deliveries)
    .set({ status: 'settled', settledAt: now, nextAttemptAt: null, awaitsApprovalSince: null, error: reason })
    .where(and(areRows(keys), inArray(deliveries.status, OPEN)))
    .returning({ id: deliveries.id });
  return settled.length;
}

/** Writes down that nothing was new. @returns false: somebody else has taken it or settled it */
export async function recordSkipped(
  db: Database,
  key: DeliveryKey,
  { issue, reason, now }: { readonly issue: string; readonly reason: string; readonly now: Date },
): Promise<boolean> {
  const skipped = await db
    .update(deliveries)
    .set({ status: 'settled', issue, settledAt: now, nextAttemptAt: null, error: reason })
    .where(and(isRow(key), inArray(deliveries.status, OPEN), lte(deliveries.nextAttemptAt, now)))
    .returning({ id: deliveries.id });
  return skipped.length > 0;
}

export function isRow({ subscription, period, erratum }: DeliveryKey) {
  return and(eq(deliveries.subscription, subscription), eq(deliveries.period, period), isOf(erratum));
}

function isOf(erratum: string | undefined) {
  return erratum === undefined ? isNull(deliveries.erratum) : eq(deliveries.erratum, erratum);
}

/** All of one period, and of one erratum or of none. */
function areRows(keys: readonly DeliveryKey[]) {
  const ids = keys.map(({ subscription }) => subscription);
  const [first] = keys;
  return and(
    eq(deliveries.period, first?.period ?? ''),
    isOf(first?.erratum),
    inArray(deliveries.subscription, ids),
  );
}
