import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/database/database.ts';
import { insertMissing, upsert } from '../platform/database/rows.ts';
import { deliveries, subscriptions } from './delivery.table.ts';

export type Subscription = typeof subscriptions.$inferSelect;
export type NewSubscription = Omit<Subscription, 'id'>;

export function readSubscriptions(db: Database): Promise<Subscription[]> {
  return db.select().from(subscriptions);
}

export async function storeSubscriptions(
  tx: Transaction,
  added: readonly NewSubscription[],
  changed: readonly Subscription[],
): Promise<void> {
  await insertMissing(tx, subscriptions, added);
  await upsert(tx, subscriptions, [subscriptions.id], changed);
}

export async function findSubscription(db: Database, id: string): Promise<Subscription | null> {
  const [found] = await db.select().from(subscriptions).where(eq(subscriptions.id, id));
  return found ?? null;
}

/** @returns whether it stood until now */
export async function stopSubscription(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const stopped = await tx
    .update(subscriptions)
    .set({ active: false, stoppedAt: now })
    .where(and(eq(subscriptions.id, id), eq(subscriptions.active, true)))
    .returning({ id: subscriptions.id });
  return stopped.length > 0;
}

/** The subscriptions that their recipients have stopped, in an order that stays. */
export function readStopped(db: Database): Promise<Subscription[]> {
  return db
    .select()
    .from(subscriptions)
    .where(isNotNull(subscriptions.stoppedAt))
    .orderBy(desc(subscriptions.stoppedAt), asc(subscriptions.email), asc(subscriptions.id));
}

/** What ended with a subscription stays so when it stands again. */
export async function closeOpenDeliveries(tx: Transaction, ids: readonly string[], now: Date): Promise<void> {
  const error = 'The subscription had ended before it was sent.';
  await tx
    .update(deliveries)
    .set({ status: 'settled', settledAt: now, nextAttemptAt: null, error })
    .where(
      and(inArray(deliveries.subscription, [...ids]), inArray(deliveries.status, ['pending', 'failed'])),
    );
}
