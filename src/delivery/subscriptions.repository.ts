import { and, inArray } from 'drizzle-orm';
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
