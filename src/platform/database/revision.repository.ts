import { sql } from 'drizzle-orm';
import type { Database, Transaction } from './database.ts';
import { revision } from './revision.table.ts';

/** The newest revision as a column of another question, so that it is no question of its own. */
export const NEWEST_REVISION = sql`(SELECT ${revision.number} FROM ${revision})`.mapWith(revision.number);

/** The revision of the portfolio: equal revisions hold equal data. */
export async function readRevision(db: Database): Promise<number> {
  const [row] = await db.select({ number: revision.number }).from(revision);
  if (row === undefined) throw new Error('The revision has no row; a migration puts it there.');
  return row.number;
}

/**
 * Makes other changes of the portfolio wait until this transaction ends. For those that read first and then write what
 * they conclude; a plain change takes the same lock by itself.
 */
export async function lockPortfolio(tx: Transaction): Promise<void> {
  await tx.select({ number: revision.number }).from(revision).for('update');
}

/** Checks now what is otherwise checked at the end of the transaction: shares, breakdowns, parents, memberships. */
export async function checkConstraints(tx: Transaction): Promise<void> {
  await tx.execute(sql`SET CONSTRAINTS ALL IMMEDIATE`);
  // What follows in the same transaction is put off again: a breakdown may take more than one statement.
  await tx.execute(sql`SET CONSTRAINTS ALL DEFERRED`);
}
