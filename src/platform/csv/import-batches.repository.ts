import { desc, eq, getTableColumns, inArray, isNotNull } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.ts';
import { importBatches } from './import-batches.table.ts';
import type { Changes } from './import-kind.ts';

/** When each of the imports that were taken back was, in milliseconds. */
export type UndoneBatches = ReadonlyMap<number, number>;

type BatchHead = Pick<
  typeof importBatches.$inferInsert,
  'kind' | 'origin' | 'fileName' | 'sha256' | 'rows' | 'importedBy' | 'importedAt'
>;

/** @returns the number of the batch, which its rows carry */
export async function beginBatch(tx: Transaction, head: BatchHead): Promise<number> {
  const [batch] = await tx.insert(importBatches).values(head).returning({ id: importBatches.id });
  if (batch === undefined) throw new Error('The batch was not stored.');
  return batch.id;
}

export async function endBatch(tx: Transaction, id: number, changes: Changes): Promise<void> {
  const { inserted, updated, unchanged } = changes;
  await tx.update(importBatches).set({ inserted, updated, unchanged }).where(eq(importBatches.id, id));
}

/** The imports that were taken back, and when. */
export async function undoneBatches(db: Database): Promise<UndoneBatches> {
  const rows = await db
    .select({ id: importBatches.id, at: importBatches.undoneAt })
    .from(importBatches)
    .where(isNotNull(importBatches.undoneAt));
  return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, at.getTime()]])));
}

export type ImportBatch = typeof importBatches.$inferSelect;

/** The last imports of some kinds, the newest first. */
export function latestBatches(
  db: Database,
  kinds: readonly string[],
  limit: number,
): Promise<readonly ImportBatch[]> {
  return db
    .select(getTableColumns(importBatches))
    .from(importBatches)
    .where(inArray(importBatches.kind, [...kinds]))
    .orderBy(desc(importBatches.id))
    .limit(limit);
}
