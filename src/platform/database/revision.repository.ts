import { sql } from 'drizzle-orm';
import { askedTogether } from './asked-together.ts';
import type { Database, Transaction } from './database.ts';
import { revision } from './revision.table.ts';

/** The newest revision as a column of another question, so that it is no question of its own. */
export const NEWEST_REVISION = sql`(SELECT ${revision.number} FROM ${revision})`.mapWith(revision.number);

/** The revision of the portfolio: equal revisions hold equal data. */
export async function readRevision(db: Database): Promise<number> {
  return numberOf(await db.select({ number: revision.number }).from(revision));
}

/** The same, put together once, and asked once for all who come in a turn of the event loop. */
export function revisionReader(db: Database): () => Promise<number> {
  const found = db.select({ number: revision.number }).from(revision).prepare('newest_revision');
  return askedTogether(async () => numberOf(await found.execute()));
}

function numberOf([row]: readonly { readonly number: number }[]): number {
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
