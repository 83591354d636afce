import { and, count, eq, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { recoveryCodes } from './recovery-codes.table.ts';

/** In place of those that there were. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  account: string,
  hashes: readonly string[],
): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.account, account));
  if (hashes.length > 0) await tx.insert(recoveryCodes).values(hashes.map((hash) => ({ account, hash })));
}

/** Uses one up: of two requests at once, one. @returns whether it was there */
export async function takeRecoveryCode(
  tx: Transaction,
  account: string,
  hash: string,
  now: Date,
): Promise<boolean> {
  const taken = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(eq(recoveryCodes.account, account), eq(recoveryCodes.hash, hash), isNull(recoveryCodes.usedAt)),
    )
    .returning({ hash: recoveryCodes.hash });
  return taken.length > 0;
}

/** How many are left. */
export async function countRecoveryCodes(db: Database, account: string): Promise<number> {
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.account, account), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}
