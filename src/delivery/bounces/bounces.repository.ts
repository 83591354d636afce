import { and, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { deliveries, subscriptions } from '../delivery.table.ts';
import { BOUNCE_KINDS, type BounceKind, cameBack } from './bounce.ts';
import { bounces } from './bounces.table.ts';

/** An e-mail of the ledger that a report may be about. */
export interface BouncedEntry {
  readonly entry: typeof deliveries.$inferSelect;
  readonly report: string;
}

/** The e-mail that bears one of these identifiers; held until the transaction ends. Null: none does. */
export async function findByMessageId(tx: Transaction, ids: readonly string[]): Promise<BouncedEntry | null> {
  const [found] = await tx
    .select({ entry: deliveries, report: subscriptions.report })
    .from(deliveries)
    .innerJoin(subscriptions, eq(subscriptions.id, deliveries.subscription))
    .where(inArray(deliveries.messageId, [...ids]))
    .limit(1)
    .for('update', { of: deliveries });
  return found ?? null;
}

/** The last e-mail that was sent to an address since a moment, or came back from it; held likewise. */
export async function findLastTo(
  tx: Transaction,
  address: string,
  since: Date,
): Promise<BouncedEntry | null> {
  const [found] = await tx
    .select({ entry: deliveries, report: subscriptions.report })
    .from(deliveries)
    .innerJoin(subscriptions, eq(subscriptions.id, deliveries.subscription))
    .where(
      and(
        eq(sql`lower(${deliveries.recipient})`, address.toLowerCase()),
        gte(deliveries.claimedAt, since),
        inArray(deliveries.status, ['sending', 'sent', 'failed']),
      ),
    )
    .orderBy(desc(deliveries.claimedAt))
    .limit(1)
    .for('update', { of: deliveries });
  return found ?? null;
}

/** Writes down what a report says. @returns false: it is known */
export async function addBounce(tx: Transaction, bounce: typeof bounces.$inferInsert): Promise<boolean> {
  const added = await tx.insert(bounces).values(bounce).onConflictDoNothing().returning({ id: bounces.id });
  return added.length > 0;
}

/** An e-mail that was sent is known not to have arrived: not sent again unless a person says so. */
export async function recordCameBack(tx: Transaction, id: string, reason: string): Promise<void> {
  await tx
    .update(deliveries)
    .set({ status: 'failed', sentAt: null, nextAttemptAt: null, heldUp: 0, error: reason })
    .where(and(eq(deliveries.id, id), inArray(deliveries.status, ['sent', 'sending'])));
}

/** Why nothing is sent to an address. */
export type Mark = Pick<typeof bounces.$inferSelect, 'address' | 'status' | 'words' | 'toldAt'>;

const IS_MARK = and(eq(bounces.kind, 'refused'), isNull(bounces.againAt));

/** Null: it may be written to. */
export async function findMark(db: Database, address: string): Promise<Mark | null> {
  const [found] = await db
    .select()
    .from(bounces)
    .where(and(IS_MARK, isTo(address)))
    .orderBy(desc(bounces.toldAt))
    .limit(1);
  return found ?? null;
}

/** All marks, by their addresses in small letters. */
export async function readMarks(db: Database): Promise<ReadonlyMap<string, Mark>> {
  const rows = await db.select().from(bounces).where(IS_MARK).orderBy(bounces.toldAt);
  return new Map(rows.map((mark) => [mark.address.toLowerCase(), mark]));
}

/** Lifts the marks of an address. @returns how many there were */
export async function liftMarks(
  tx: Transaction,
  address: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<number> {
  const lifted = await tx
    .update(bounces)
    .set({ againAt: at, againBy: by })
    .where(and(IS_MARK, isTo(address)))
    .returning({ id: bounces.id });
  return lifted.length;
}

/** What was said of an e-mail without its having come back. */
export type Note = Pick<typeof bounces.$inferSelect, 'kind' | 'status' | 'words' | 'toldAt'>;

const NOTES: BounceKind[] = BOUNCE_KINDS.filter((kind) => !cameBack(kind));

/** The last note of each e-mail of a period that stands as sent, by its subscription. */
export async function readNotes(db: Database, period: string): Promise<ReadonlyMap<string, Note>> {
  const { kind, status, words, toldAt } = bounces;
  const rows = await db
    .select({ subscription: deliveries.subscription, note: { kind, status, words, toldAt } })
    .from(bounces)
    .innerJoin(deliveries, eq(deliveries.id, bounces.delivery))
    .where(
      and(
        eq(deliveries.period, period),
        isNull(deliveries.erratum),
        eq(deliveries.status, 'sent'),
        eq(bounces.attemptAt, deliveries.claimedAt),
        inArray(bounces.kind, NOTES),
      ),
    )
    .orderBy(bounces.toldAt);
  return new Map(rows.map(({ subscription, note }) => [subscription, note]));
}

function isTo(address: string) {
  return eq(sql`lower(${bounces.address})`, address.toLowerCase());
}
