import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { reminders } from './reminders.table.ts';

export type Reminder = typeof reminders.$inferSelect;
export type NewReminder = typeof reminders.$inferInsert;

/** Of whom and of what a reminder was, without its text. */
export type ReminderSummary = Omit<Reminder, 'body'>;

const { body: _, ...SUMMARY } = columnsOf();

function columnsOf() {
  const { id, program, recipient, recipientName, lang, askedAt, askedBy, askedByToken } = reminders;
  const { askedName } = reminders;
  const { figures, gaps, subject, body, status, attempts, heldUp, nextAttemptAt } = reminders;
  const { triedAt, settledAt, reason } = reminders;
  return {
    ...{ id, program, recipient, recipientName, lang, askedAt, askedBy, askedByToken },
    ...{ askedName, figures, gaps, subject },
    ...{ body, status, attempts, heldUp, nextAttemptAt, triedAt, settledAt, reason },
  };
}

/** Until the transaction ends nobody else reminds anybody: of two who press at once, the second sees what the first did. */
export async function holdReminders(tx: Transaction): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(288381)`);
}

export async function addReminders(
  tx: Transaction,
  rows: readonly NewReminder[],
): Promise<readonly Reminder[]> {
  return tx
    .insert(reminders)
    .values([...rows])
    .returning();
}

/** The last ones of some programmes, with their texts, the newest first. */
export function lastReminders(
  db: Database | Transaction,
  programs: readonly string[],
  limit: number,
): Promise<readonly Reminder[]> {
  return db
    .select()
    .from(reminders)
    .where(inArray(reminders.program, [...programs]))
    .orderBy(desc(reminders.askedAt), asc(reminders.recipientName), asc(reminders.id))
    .limit(limit);
}

/** Of each programme the last one to each person, the newest first. */
export async function lastToEach(
  db: Database | Transaction,
  programs: readonly string[],
): Promise<readonly ReminderSummary[]> {
  if (programs.length === 0) return [];
  const found = await db
    .selectDistinctOn([reminders.program, reminders.recipient], SUMMARY)
    .from(reminders)
    .where(inArray(reminders.program, [...programs]))
    .orderBy(reminders.program, reminders.recipient, desc(reminders.askedAt), asc(reminders.id));
  return found.toSorted((a, b) => b.askedAt.getTime() - a.askedAt.getTime());
}

/** So many are handed to the queue at once. */
const MOST_AT_ONCE = 200;

/** Those that are to be handed over by now. */
export async function waitingReminders(db: Database, now: Date): Promise<readonly string[]> {
  const found = await db
    .select({ id: reminders.id })
    .from(reminders)
    .where(and(eq(reminders.status, 'waiting'), lte(reminders.nextAttemptAt, now)))
    .orderBy(asc(reminders.nextAttemptAt), asc(reminders.id))
    .limit(MOST_AT_ONCE);
  return found.map(({ id }) => id);
}

/** Takes one that is to be handed over: of several processes one does. @returns null: it is not, or no longer */
export async function takeReminder(db: Database, id: string, now: Date): Promise<Reminder | null> {
  const [taken] = await db
    .update(reminders)
    .set({
      status: 'sending',
      attempts: sql`${reminders.attempts} + 1`,
      nextAttemptAt: null,
      triedAt: now,
      reason: null,
    })
    .where(and(eq(reminders.id, id), eq(reminders.status, 'waiting'), lte(reminders.nextAttemptAt, now)))
    .returning();
  return taken ?? null;
}

/** What came of one that was taken. */
export async function settleReminder(
  db: Database,
  id: string,
  to: Partial<Pick<Reminder, 'status' | 'attempts' | 'heldUp' | 'nextAttemptAt' | 'settledAt' | 'reason'>>,
): Promise<void> {
  await db
    .update(reminders)
    .set(to)
    .where(and(eq(reminders.id, id), eq(reminders.status, 'sending')));
}
