import { lt, sql } from 'drizzle-orm';
import type { Database } from '../platform/database/database.ts';
import { limits } from './limits.table.ts';

/** So many in a window of time. */
export interface Limit {
  readonly most: number;
  readonly windowS: number;
}

/**
 * Counts one more under `key`, in one statement, so that any number of processes count together. The window begins with
 * the first and is not prolonged by the next.
 *
 * @returns how many there are in the window now, and when it ends
 */
export async function countOne(
  db: Database,
  key: string,
  { windowS }: Limit,
  now: Date,
): Promise<{ readonly count: number; readonly resetsAt: Date }> {
  const resetsAt = new Date(now.getTime() + windowS * 1000);
  const [row] = await db
    .insert(limits)
    .values({ key, count: 1, resetsAt })
    .onConflictDoUpdate({
      target: limits.key,
      set: {
        count: sql`CASE WHEN ${limits.resetsAt} <= ${now.toISOString()}::timestamptz THEN 1 ELSE ${limits.count} + 1 END`,
        resetsAt: sql`CASE WHEN ${limits.resetsAt} <= ${now.toISOString()}::timestamptz THEN ${resetsAt.toISOString()}::timestamptz ELSE ${limits.resetsAt} END`,
      },
    })
    .returning();
  if (row === undefined) throw new Error('The limit was not counted.');
  return { count: row.count, resetsAt: row.resetsAt };
}

/** Counts one less under `key`, never below none. */
export async function uncountOne(db: Database, key: string): Promise<void> {
  await db
    .update(limits)
    .set({ count: sql`greatest(${limits.count} - 1, 0)` })
    .where(sql`${limits.key} = ${key}`);
}

/** Forgets what was counted under the key, as after a success. */
export async function resetCount(db: Database, key: string): Promise<void> {
  await db.delete(limits).where(sql`${limits.key} = ${key}`);
}

/** Windows that are over, so that the table stays small. */
export async function forgetOldCounts(db: Database, now: Date): Promise<void> {
  await db.delete(limits).where(lt(limits.resetsAt, now));
}
