import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { DomainError } from '../core/errors.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { insertMissing, upsert } from '../platform/database/rows.ts';
import { deliveries, subscriptions } from './delivery.table.ts';
import { isSameTime, type OwnTime } from './own-time.ts';
import { holdSubscriptions } from './subscription-groups.repository.ts';

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

/** Who gets it through a group, by name. */
export function readMembers(db: Database, group: string): Promise<Subscription[]> {
  return db
    .select()
    .from(subscriptions)
    .where(and(eq(subscriptions.memberOf, group), eq(subscriptions.active, true)))
    .orderBy(asc(sql`lower(${subscriptions.name})`), asc(subscriptions.donor), asc(subscriptions.id));
}

/** What somebody has sent to an address: the report and its slice. */
export type SubscribedSlice = Pick<Subscription, 'report' | 'pillar' | 'country' | 'donor'>;

/** People's own that stood when the account of their address was closed, and stand still. @returns their ids */
export async function standingOfClosed(
  db: Database,
  closed: readonly { readonly email: string; readonly since: Date }[],
): Promise<readonly string[]> {
  if (closed.length === 0) return [];
  const closedSince = new Map(closed.map(({ email, since }) => [email.toLowerCase(), since]));
  const { id, email, since } = subscriptions;
  const rows = await db
    .select({ id, email, since })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.active, true),
        isNull(subscriptions.memberOf),
        inArray(sql`lower(${email})`, [...closedSince.keys()]),
      ),
    );
  return rows.flatMap((row) => {
    const at = closedSince.get(row.email.toLowerCase());
    return at !== undefined && row.since < at ? [row.id] : [];
  });
}

export async function endSubscriptions(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(subscriptions)
    .set({ active: false })
    .where(and(inArray(subscriptions.id, [...ids]), eq(subscriptions.active, true)));
}

/** The subscriptions of an address that stand, in an order that stays. */
export function standingOf(db: Database, email: string): Promise<Subscription[]> {
  return db
    .select()
    .from(subscriptions)
    .where(and(isAddress(email), eq(subscriptions.active, true)))
    .orderBy(asc(subscriptions.report), asc(subscriptions.since), asc(subscriptions.id));
}

/** The ones of an address to a slice of a report, whether they stand or not. */
export function findSame(db: Database, email: string, slice: SubscribedSlice): Promise<Subscription[]> {
  const same = (
    column: typeof subscriptions.pillar | typeof subscriptions.country | typeof subscriptions.donor,
    code: string | null,
  ) => (code === null ? isNull(column) : eq(column, code));
  return db
    .select()
    .from(subscriptions)
    .where(
      and(
        isAddress(email),
        eq(subscriptions.report, slice.report),
        same(subscriptions.pillar, slice.pillar),
        same(subscriptions.country, slice.country),
        same(subscriptions.donor, slice.donor),
      ),
    );
}

function isAddress(email: string) {
  return eq(sql`lower(${subscriptions.email})`, email.toLowerCase());
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

/** How somebody has a report sent. */
export type SubscriptionEdition = Pick<
  Subscription,
  'lang' | 'paper' | 'frequency' | 'deliveredAs' | 'whenNothingNew' | keyof OwnTime
>;

/**
 * Has it come otherwise from now on; what it had by then counts as had. Said for one alone, it is their own from then on,
 * also where they had it through a group. Where nothing is said anew, all stays as it is.
 *
 * @throws DomainError `SUBSCRIPTION.ALREADY` (refused): the same goes to the same address that often already
 */
export async function changeEdition(
  tx: Transaction,
  subscription: Subscription,
  edition: Partial<SubscriptionEdition>,
  now: Date,
): Promise<void> {
  const changed = { ...subscription, ...edition };
  const { frequency } = changed;
  const isOther = (Object.keys(edition) as (keyof SubscriptionEdition)[]).some(
    (name) => changed[name] !== subscription[name],
  );
  if (!isOther) return;
  await holdSubscriptions(tx);
  const same = await findSame(tx, subscription.email, subscription);
  if (same.some((each) => each.frequency === frequency && each.id !== subscription.id)) {
    throw new DomainError(
      'SUBSCRIPTION.ALREADY',
      `${subscription.email} has this report ${frequency} already.`,
      {
        kind: 'refused',
        remedy: 'Stop one of the two.',
      },
    );
  }
  const isThen = frequency === subscription.frequency && isSameTime(changed, subscription);
  const timesSince = isThen ? subscription.timesSince : now;
  await tx
    .update(subscriptions)
    .set({ ...edition, timesSince, memberOf: null })
    .where(eq(subscriptions.id, subscription.id));
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
    .set({ status: 'settled', settledAt: now, nextAttemptAt: null, awaitsApprovalSince: null, error })
    .where(
      and(inArray(deliveries.subscription, [...ids]), inArray(deliveries.status, ['pending', 'failed'])),
    );
}
