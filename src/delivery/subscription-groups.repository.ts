import { asc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/database/database.ts';
import { subscriptions } from './delivery.table.ts';
import type { SubscriptionGroup } from './group-members.ts';
import { subscriptionGroups } from './subscription-groups.table.ts';
import type { Subscription } from './subscriptions.repository.ts';

export type NewSubscriptionGroup = Omit<SubscriptionGroup, 'id'>;

/** All there are, in an order that stays. */
export function readGroups(db: Database): Promise<SubscriptionGroup[]> {
  return db
    .select()
    .from(subscriptionGroups)
    .orderBy(asc(subscriptionGroups.report), asc(subscriptionGroups.since), asc(subscriptionGroups.id));
}

export async function findGroup(db: Database, id: string): Promise<SubscriptionGroup | null> {
  const [found] = await db.select().from(subscriptionGroups).where(eq(subscriptionGroups.id, id));
  return found ?? null;
}

/** @returns its id; null: there is one that says the same */
export async function addGroup(tx: Transaction, group: NewSubscriptionGroup): Promise<string | null> {
  const [added] = await tx
    .insert(subscriptionGroups)
    .values(group)
    .onConflictDoNothing()
    .returning({ id: subscriptionGroups.id });
  return added?.id ?? null;
}

export async function updateGroup(
  tx: Transaction,
  id: string,
  to: Partial<NewSubscriptionGroup>,
): Promise<void> {
  await tx.update(subscriptionGroups).set(to).where(eq(subscriptionGroups.id, id));
}

/** The rows that groups are about: of their members, and whatever else is sent of the same reports. */
export function readRowsOf(db: Database, groups: readonly SubscriptionGroup[]): Promise<Subscription[]> {
  const reports = [...new Set(groups.map(({ report }) => report))];
  return db
    .select()
    .from(subscriptions)
    .where(or(isNotNull(subscriptions.memberOf), inArray(subscriptions.report, reports)))
    .orderBy(asc(subscriptions.since), asc(subscriptions.id));
}

/** Until the transaction ends nobody else changes them, so that what somebody stops meanwhile stays stopped. */
export async function lockRowsOf(tx: Transaction, groups: readonly SubscriptionGroup[]): Promise<void> {
  const reports = [...new Set(groups.map(({ report }) => report))];
  await tx
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(or(isNotNull(subscriptions.memberOf), inArray(subscriptions.report, reports)))
    .orderBy(asc(subscriptions.id))
    .for('no key update');
}

/** Until the transaction ends nobody else enters subscriptions: of several processes one says who is in which group. */
export async function holdSubscriptions(tx: Transaction): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('subscriptions'))`);
}
