import { asc, desc, eq, lte, sql } from 'drizzle-orm';
import type { Database, Transaction } from './database.ts';
import { revisions } from './history.table.ts';

/** A revision of the portfolio, with the moment at which it was made. */
export interface Revision {
  readonly number: number;
  readonly at: Date;
}

/** The newest revision that had been made by a moment; null: nothing is recorded so early. */
export async function revisionAt(db: Database, moment: Date): Promise<Revision | null> {
  const [found] = await db
    .select({ number: revisions.number, at: revisions.at })
    .from(revisions)
    // Moments are read to the millisecond, and asked for so.
    .where(lte(sql`date_trunc('milliseconds', ${revisions.at})`, moment.toISOString()))
    .orderBy(desc(revisions.number))
    .limit(1);
  return found ?? null;
}

/** The first moment of which anything is known; null where there has never been anything. */
export async function recordBegins(db: Database): Promise<Date | null> {
  const [first] = await db
    .select({ at: revisions.at })
    .from(revisions)
    .orderBy(asc(revisions.number))
    .limit(1);
  return first?.at ?? null;
}

/** When a revision was made; null for that of a database in which nothing has been stored. */
export async function madeAt(db: Database, number: number): Promise<Date | null> {
  const [found] = await db.select({ at: revisions.at }).from(revisions).where(eq(revisions.number, number));
  return found?.at ?? null;
}

/** From here on `as_of.results` and the like are what the tables were at a past revision; the tables stay themselves. */
export async function readPast(tx: Transaction, revision: number): Promise<void> {
  await tx.execute(sql`SELECT set_config('attest.as_of', ${String(revision)}, true)`);
}

/**
 * From here to the end of the transaction the portfolio's tables and views are those of a past revision: the schema
 * `as_of` has them under the same names (drizzle/0007_history.sql).
 */
export function lookBack(tx: Transaction, revision: number): Promise<unknown> {
  return tx
    .execute(
      sql`SELECT set_config('attest.as_of', ${String(revision)}, true), set_config('search_path', 'as_of, public', true)`,
    )
    .execute();
}
