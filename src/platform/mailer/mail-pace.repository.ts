import { desc, eq, gt, lte, or, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { mailPace } from './mail-pace.table.ts';

export const MINUTE_MS = 60_000;

/**
 * Books room for one e-mail: in any minute there are so many, over all processes on the database. Whoever may wait has the
 * next that becomes free, also while others take whatever is free now.
 *
 * @returns when there is room, and by which it was booked; null: it was not, for it would be longer than `mostWaitMs`
 */
export function bookRoom(
  db: Database,
  { perMinute, mostWaitMs }: { readonly perMinute: number; readonly mostWaitMs: number },
  now: Date,
): Promise<{ readonly at: Date; readonly booked: string | null }> {
  const minuteAgo = new Date(now.getTime() - MINUTE_MS);
  return db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(471147)`);
    // What lies further ahead than anybody waits was booked by a clock that was wrong.
    const beyond = new Date(now.getTime() + MOST_AHEAD_MS);
    await tx.delete(mailPace).where(or(lte(mailPace.at, minuteAgo), gt(mailPace.at, beyond)));
    const [before] = await tx
      .select({ at: mailPace.at })
      .from(mailPace)
      .orderBy(desc(mailPace.at))
      .offset(perMinute - 1)
      .limit(1);
    const at = before === undefined ? now : new Date(before.at.getTime() + MINUTE_MS);
    if (at.getTime() - now.getTime() > mostWaitMs) return { at, booked: null };
    const [row] = await tx.insert(mailPace).values({ at }).returning({ id: mailPace.id });
    return { at, booked: row?.id ?? null };
  });
}

/** Room that was booked and not used is free again. */
export async function releaseRoom(db: Database, booked: string): Promise<void> {
  await db.delete(mailPace).where(eq(mailPace.id, booked));
}

/** So long somebody waits for room at the most; more is asked for again. */
export const MOST_AHEAD_MS = 5 * MINUTE_MS;
