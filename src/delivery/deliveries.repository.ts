import { and, count, desc, eq, isNotNull, lte, max, notInArray, or } from 'drizzle-orm';
import type { MonthlySchedule } from '../core/schedule.ts';
import { compareCodes } from '../core/text.ts';
import type { Database } from '../platform/database/database.ts';
import { DELIVERY_STATUSES, type DeliveryStatus, deliveries, subscriptions } from './delivery.table.ts';
import { type Delivery, type LedgerEntry, stateBefore, stateOf } from './delivery.ts';

/** By which clock, and which times of sending, the ledger is read. */
export interface LedgerTime {
  readonly now: Date;
  readonly schedule: MonthlySchedule;
}

/** A subscription that stands, and the last month that the ledger has of it. */
export interface Standing {
  readonly subscription: string;
  readonly email: string;
  readonly since: Date;
  readonly last: string | null;
}

/**
 * Every subscription's turn for a period: of those that stand, also where the ledger knows nothing of it yet, and of
 * those that were ended, what the ledger has. In an order that stays.
 */
export async function readDeliveries(
  db: Database,
  period: string,
  { now, schedule }: LedgerTime,
): Promise<readonly Delivery[]> {
  const { id, name, report, pillar, country, donor, lang, paper } = subscriptions;
  const rows = await db
    .select({
      turn: { subscription: id, name, report, pillar, country, donor, lang, paper },
      active: subscriptions.active,
      since: subscriptions.since,
      email: subscriptions.email,
      entry: deliveries,
    })
    .from(subscriptions)
    .leftJoin(deliveries, and(eq(deliveries.subscription, subscriptions.id), eq(deliveries.period, period)))
    .where(or(subscriptions.active, isNotNull(deliveries.id)));
  return rows
    .map(({ turn, active, since, email, entry }) => ({
      ...turn,
      period,
      recipient: entry !== null && wasHandedOver(entry) ? entry.recipient : email,
      state: entry === null ? stateBefore(period, since, now, schedule) : stateOf(entry, active, now),
    }))
    .sort((a, b) => compareCodes(a.report, b.report) || compareCodes(a.recipient, b.recipient));
}

/** Before, it goes to whatever address the subscription has by then. */
function wasHandedOver({ status }: LedgerEntry): boolean {
  return status === 'sending' || status === 'sent';
}

/** The subscriptions that stand. */
export function readStanding(db: Database): Promise<readonly Standing[]> {
  return db
    .select({
      subscription: subscriptions.id,
      email: subscriptions.email,
      since: subscriptions.since,
      last: max(deliveries.period),
    })
    .from(subscriptions)
    .leftJoin(deliveries, eq(deliveries.subscription, subscriptions.id))
    .where(eq(subscriptions.active, true))
    .groupBy(subscriptions.id);
}

/** The periods of which something is to be handed over now, the oldest first. */
export async function readDuePeriods(db: Database, now: Date): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ period: deliveries.period })
    .from(deliveries)
    .innerJoin(subscriptions, eq(subscriptions.id, deliveries.subscription))
    .where(
      and(lte(deliveries.nextAttemptAt, now), notInArray(deliveries.status, SETTLED), subscriptions.active),
    )
    .orderBy(deliveries.period);
  return rows.map(({ period }) => period);
}

/** The periods of which the ledger has something that nobody knows to have arrived. */
export async function readUnsettledPeriods(db: Database): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ period: deliveries.period })
    .from(deliveries)
    .innerJoin(subscriptions, eq(subscriptions.id, deliveries.subscription))
    .where(
      and(notInArray(deliveries.status, SETTLED), or(subscriptions.active, eq(deliveries.status, 'sending'))),
    );
  return rows.map(({ period }) => period);
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

/** What an index of its own leaves out, so that the many that have arrived cost nothing. */
const SETTLED: DeliveryStatus[] = ['sent', 'settled'];
