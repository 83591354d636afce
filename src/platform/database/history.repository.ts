import { and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm';
import type { Database, Transaction } from './database.ts';
import { revisions, touched } from './history.table.ts';

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

/** What revisions changed. */
export interface Touched {
  /** Names of tables of the portfolio. */
  readonly tables: ReadonlySet<string>;
  /** Indicators of whose figures, or of whose breakdowns, there was any. */
  readonly indicators: ReadonlySet<string>;
}

/** Further apart than this, two revisions are as different as any. */
const MOST_BETWEEN = 100;

/** Tables of which it is written down whose figures were touched: where there is none of those, nobody knows. */
const OF_INDICATORS: ReadonlySet<string> = new Set(['results', 'result_parts']);

/** What was changed after one revision and up to a later one; null: nobody knows. */
export async function touchedBetween(
  db: Database,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<Touched | null> {
  const apart = upTo - after;
  if (apart < 0 || apart > MOST_BETWEEN) return null;
  const rows = await db
    .select()
    .from(touched)
    .where(and(gt(touched.revision, after), lte(touched.revision, upTo)));
  const revisions = [...Map.groupBy(rows, ({ revision }) => revision).values()].map(told);
  const isKnown = ({ tables, indicators }: Touched) =>
    tables.isDisjointFrom(OF_INDICATORS) || indicators.size > 0;
  return revisions.length === apart && revisions.every(isKnown) ? told(rows) : null;
}

function told(rows: readonly (typeof touched.$inferSelect)[]): Touched {
  return {
    tables: new Set(rows.map(({ relation }) => relation)),
    indicators: new Set(rows.map(({ indicator }) => indicator).filter((indicator) => indicator !== '')),
  };
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
