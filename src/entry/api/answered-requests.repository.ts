import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import { answeredRequests } from './answered-requests.table.ts';

export type AnsweredRequest = typeof answeredRequests.$inferSelect;
/** A key as its program sent it: each program has its own. */
export type RequestKey = Pick<AnsweredRequest, 'token' | 'key'>;

/**
 * Holds a key until the transaction ends, on whichever machine the next request with it arrives.
 *
 * @returns false: another request with it is under way
 */
export async function holdKey(tx: Transaction, { token, key }: RequestKey): Promise<boolean> {
  const [held] = await rowsOf<{ held: boolean }>(
    tx,
    sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${`${token} ${key}`}, 30)) AS held`,
  );
  return held?.held === true;
}

/** What was answered; null: nothing, or it is not kept any more. */
export async function findAnswered(
  tx: Transaction,
  { token, key }: RequestKey,
  now: Date,
): Promise<AnsweredRequest | null> {
  const [found] = await tx
    .select()
    .from(answeredRequests)
    .where(
      and(
        eq(answeredRequests.token, token),
        eq(answeredRequests.key, key),
        gt(answeredRequests.expiresAt, now),
      ),
    );
  return found ?? null;
}

/** Keeps an answer, in the place of one that is not kept any more. */
export async function keepAnswered(tx: Transaction, answered: AnsweredRequest): Promise<void> {
  const { token: _, key: __, ...set } = answered;
  await tx
    .insert(answeredRequests)
    .values(answered)
    .onConflictDoUpdate({ target: [answeredRequests.token, answeredRequests.key], set });
}

/** Answers that are not kept any more, so that the table stays small. */
export async function forgetOldAnswers(db: Database, now: Date): Promise<void> {
  await db.delete(answeredRequests).where(lte(answeredRequests.expiresAt, now));
}
