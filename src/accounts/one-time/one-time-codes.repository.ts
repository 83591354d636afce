import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { oneTimeCodes } from './one-time-codes.table.ts';

export type OneTimePurpose = (typeof oneTimeCodes.$inferSelect)['purpose'];

export async function storeCode(
  tx: Transaction,
  code: Pick<typeof oneTimeCodes.$inferSelect, 'id' | 'purpose' | 'account' | 'createdAt' | 'expiresAt'>,
): Promise<void> {
  await tx.insert(oneTimeCodes).values(code);
}

/** The codes of a purpose that are still good are so no more; `account` null: those of the first administrator. */
export async function voidCodes(
  tx: Transaction,
  { account, purpose }: { readonly account: string | null; readonly purpose?: OneTimePurpose },
  now: Date,
): Promise<void> {
  await tx
    .update(oneTimeCodes)
    .set({ usedAt: now })
    .where(
      and(
        account === null ? isNull(oneTimeCodes.account) : eq(oneTimeCodes.account, account),
        purpose === undefined ? undefined : eq(oneTimeCodes.purpose, purpose),
        isNull(oneTimeCodes.usedAt),
      ),
    );
}

/** What a code is for, and whose it is, if it is good at `now`. */
export async function findCode(
  db: Database,
  id: string,
  now: Date,
): Promise<Pick<typeof oneTimeCodes.$inferSelect, 'purpose' | 'account'> | null> {
  const [found] = await db
    .select({ purpose: oneTimeCodes.purpose, account: oneTimeCodes.account })
    .from(oneTimeCodes)
    .where(isGood(id, now));
  return found ?? null;
}

/** Uses a code up: of any number at once, one. @returns whether it was good */
export async function takeCode(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const taken = await tx
    .update(oneTimeCodes)
    .set({ usedAt: now })
    .where(isGood(id, now))
    .returning({ id: oneTimeCodes.id });
  return taken.length > 0;
}

/** Those that were used or ran out before `before`. */
export async function forgetOldCodes(db: Database, before: Date): Promise<void> {
  await db
    .delete(oneTimeCodes)
    .where(or(lt(oneTimeCodes.usedAt, before), lt(oneTimeCodes.expiresAt, before)));
}

function isGood(id: string, now: Date) {
  return and(eq(oneTimeCodes.id, id), isNull(oneTimeCodes.usedAt), gt(oneTimeCodes.expiresAt, now));
}
