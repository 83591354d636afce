import { and, count, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { compareCodes } from '../core/text.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { insertMissing } from '../platform/database/rows.ts';
import { DELIVERY_STATUSES, type DeliveryStatus, deliveries, subscriptions } from './delivery.table.ts';
import { type Delivery, stateOf } from './delivery.ts';

/** Names a row of the ledger. */
export type DeliveryKey = Pick<Delivery, 'subscription' | 'period'>;

/** Nothing has been handed over, or it came back. */
const OPEN = ['pending', 'failed'] as const;

/** Enters into the ledger what is due; what it holds already, in whatever state, stays as it is. */
export async function addDeliveries(
  tx: Transaction,
  due: readonly (DeliveryKey & { readonly recipient: string })[],
  now: Date,
): Promise<void> {
  await insertMissing(
    tx,
    deliveries,
    due.map(({ subscription, period, recipient }) => ({ subscription, period, recipient, createdAt: now })),
  );
}

/**
 * Every subscription's turn for a period: of those that stand, also where the ledger knows nothing of it yet, and of
 * those that were ended, what the ledger has. In an order that stays.
 */
export async function readDeliveries(db: Database, period: string, now: Date): Promise<readonly Delivery[]> {
  const { id, name, report, pillar, country, donor, lang, paper } = subscriptions;
  const rows = await db
    .select({
      turn: { subscription: id, name, report, pillar, country, donor, lang, paper },
      active: subscriptions.active,
      email: subscriptions.email,
      recipient: deliveries.recipient,
      status: deliveries.status,
      attempts: deliveries.attempts,
      claimedAt: deliveries.claimedAt,
      messageId: deliveries.messageId,
      sentAt: deliveries.sentAt,
      error: deliveries.error,
    })
    .from(subscriptions)
    .leftJoin(deliveries, and(eq(deliveries.subscription, subscriptions.id), eq(deliveries.period, period)))
    .where(or(subscriptions.active, isNotNull(deliveries.id)));
  return rows
    .map(({ turn, active, email, recipient, ...entry }) => {
      const state = stateOf(entry, active, now);
      return {
        ...turn,
        period,
        recipient: state.is === 'open' ? email : (recipient ?? email),
        begun: entry.status !== null,
        state,
      };
    })
    .sort((a, b) => compareCodes(a.report, b.report) || compareCodes(a.recipient, b.recipient));
}

/** The periods that the ledger knows, the latest first. */
export async function readPeriods(db: Database): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ period: deliveries.period })
    .from(deliveries)
    .orderBy(desc(deliveries.period));
  return rows.map(({ period }) => period);
}

/** How many rows of the ledger have each status. */
export async function countDeliveries(
  db: Database,
): Promise<readonly { readonly status: DeliveryStatus; readonly rows: number }[]> {
  const rows = await db
    .select({ status: deliveries.status, rows: count() })
    .from(deliveries)
    .groupBy(deliveries.status);
  const counted = new Map(rows.map((row) => [row.status, row.rows]));
  return DELIVERY_STATUSES.map((status) => ({ status, rows: counted.get(status) ?? 0 }));
}

/**
 * Takes a delivery, so that nobody else sends it: one statement, of which only one of several at once finds the row
 * still open. What is taken is written down before the e-mail leaves, and stays so if this process ends.
 *
 * @param attempt `messageId` is kept from the first attempt on
 * @returns null: it is no longer to be sent
 */
export async function claimDelivery(
  db: Database,
  key: DeliveryKey,
  attempt: { readonly issue: string; readonly messageId: string; readonly now: Date },
): Promise<{ readonly recipient: string; readonly messageId: string } | null> {
  const [claimed] = await db
    .update(deliveries)
    .set({
      status: 'sending',
      issue: attempt.issue,
      recipient: sql`${subscriptions.email}`,
      messageId: sql`COALESCE(${deliveries.messageId}, ${attempt.messageId})`,
      attempts: sql`${deliveries.attempts} + 1`,
      claimedAt: attempt.now,
      error: null,
    })
    .from(subscriptions)
    .where(
      and(
        isRow(key),
        inArray(deliveries.status, OPEN),
        eq(subscriptions.id, deliveries.subscription),
        subscriptions.active,
      ),
    )
    .returning({ recipient: deliveries.recipient, messageId: sql<string>`${deliveries.messageId}` });
  return claimed ?? null;
}

/** What was taken has been accepted by the other side. @throws Error where it was not taken */
export async function recordSent(db: Database, key: DeliveryKey, sentAt: Date): Promise<void> {
  await recordEnd(db, key, { status: 'sent', sentAt, error: null });
}

/** What was taken has been refused, or never left. @throws Error where it was not taken */
export async function recordFailure(db: Database, key: DeliveryKey, reason: string): Promise<void> {
  await recordEnd(db, key, { status: 'failed', error: reason });
}

/** What was taken has left, and nobody knows whether it was accepted: it stays taken. @throws Error where it was not */
export async function recordUnclear(db: Database, key: DeliveryKey, reason: string): Promise<void> {
  await recordEnd(db, key, { error: reason });
}

async function recordEnd(
  db: Database,
  key: DeliveryKey,
  change: Partial<typeof deliveries.$inferInsert>,
): Promise<void> {
  const ended = await db
    .update(deliveries)
    .set(change)
    .where(and(isRow(key), eq(deliveries.status, 'sending')))
    .returning({ id: deliveries.id });
  if (ended.length !== 1) {
    throw new Error(`The delivery of ${key.period} to subscription ${key.subscription} was not being sent.`);
  }
}

/**
 * Writes down what keeps deliveries of a period from being sent at all; what has been taken or sent stays as it is.
 * `failed` where no mail server could take them, otherwise they wait as they did.
 */
export async function recordHindrance(
  db: Database,
  { period, waiting }: { readonly period: string; readonly waiting: readonly DeliveryKey[] },
  { reason, failed }: { readonly reason: string; readonly failed: boolean },
): Promise<void> {
  const ids = waiting.map(({ subscription }) => subscription);
  await db
    .update(deliveries)
    .set({ error: reason, ...(failed ? { status: 'failed' } : {}) })
    .where(
      and(
        eq(deliveries.period, period),
        inArray(deliveries.subscription, ids),
        inArray(deliveries.status, OPEN),
      ),
    );
}

function isRow({ subscription, period }: DeliveryKey) {
  return and(eq(deliveries.subscription, subscription), eq(deliveries.period, period));
}
