import { asc, eq } from 'drizzle-orm';
import type { ClosedPeriods } from '../core/entry/closed-periods.ts';
import type { Day } from '../core/program.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { closedPeriods } from './closed-periods.table.ts';

export type ClosedPeriod = typeof closedPeriods.$inferSelect;

export async function readClosedPeriods(db: Database): Promise<ClosedPeriods> {
  const rows = await listClosedPeriods(db);
  return new Map(rows.map(({ program, through }): [string, Day] => [program, through]));
}

/** In order of the programmes' codes. */
export function listClosedPeriods(db: Database): Promise<readonly ClosedPeriod[]> {
  return db.select().from(closedPeriods).orderBy(asc(closedPeriods.program));
}

/** Closes a programme's periods through a day, in place of the day that was said before. */
export async function closePeriods(tx: Transaction, closed: ClosedPeriod): Promise<void> {
  const { program: _, ...set } = closed;
  await tx.insert(closedPeriods).values(closed).onConflictDoUpdate({ target: closedPeriods.program, set });
}

/** @returns whether they were closed */
export async function reopenPeriods(tx: Transaction, program: string): Promise<boolean> {
  const gone = await tx
    .delete(closedPeriods)
    .where(eq(closedPeriods.program, program))
    .returning({ program: closedPeriods.program });
  return gone.length > 0;
}
