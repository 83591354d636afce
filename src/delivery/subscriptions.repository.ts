import type { Database, Transaction } from '../platform/database/database.ts';
import { insertMissing, upsert } from '../platform/database/rows.ts';
import { subscriptions } from './delivery.table.ts';

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
