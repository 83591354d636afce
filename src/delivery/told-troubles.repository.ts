import { and, eq, max, or } from 'drizzle-orm';
import type { Database } from '../platform/database/database.ts';
import { toldTroubles } from './told-troubles.table.ts';
import { type Troubled, troubleKey } from './trouble.ts';

/** When administrators were last told of something; null: of nothing that still is. */
export async function lastTold(db: Database): Promise<Date | null> {
  const [row] = await db.select({ at: max(toldTroubles.toldAt) }).from(toldTroubles);
  return row?.at ?? null;
}

/**
 * Writes down what is told now, and forgets what is over. Of several processes at once each trouble is told by one.
 *
 * @returns what had not been told
 */
export function claimTroubles(
  db: Database,
  now: readonly Troubled[],
  at: Date,
): Promise<readonly Troubled[]> {
  return db.transaction(async (tx) => {
    const known = await tx.select().from(toldTroubles);
    const standing = new Set(now.map(troubleKey));
    const over = known.filter(
      ({ subscription, period, trouble }) => !standing.has(`${subscription} ${period} ${trouble}`),
    );
    if (over.length > 0) await tx.delete(toldTroubles).where(or(...over.map(isRow)));
    const rows = now.map(({ delivery: { subscription, period }, trouble }) => ({
      subscription,
      period,
      trouble,
      toldAt: at,
    }));
    if (rows.length === 0) return [];
    const claimed = await tx.insert(toldTroubles).values(rows).onConflictDoNothing().returning();
    const fresh = new Set(
      claimed.map(({ subscription, period, trouble }) => `${subscription} ${period} ${trouble}`),
    );
    return now.filter((each) => fresh.has(troubleKey(each)));
  });
}

/** Nobody was told after all. */
export async function releaseTroubles(db: Database, claimed: readonly Troubled[]): Promise<void> {
  const rows = claimed.map(({ delivery: { subscription, period }, trouble }) => ({
    subscription,
    period,
    trouble,
  }));
  await db.delete(toldTroubles).where(or(...rows.map(isRow)));
}

function isRow({
  subscription,
  period,
  trouble,
}: Pick<typeof toldTroubles.$inferSelect, 'subscription' | 'period' | 'trouble'>) {
  return and(
    eq(toldTroubles.subscription, subscription),
    eq(toldTroubles.period, period),
    eq(toldTroubles.trouble, trouble),
  );
}
