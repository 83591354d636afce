import { and, desc, eq, gt, lte, notInArray, or, type SQL } from 'drizzle-orm';
import { type Keeper, readAsPerson } from '../access/index.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { broughtFiles, columnMaps } from './brought-files.table.ts';
import { forgetPieces, keepPieces, readPieces } from './file-pieces.repository.ts';

export type BroughtFile = typeof broughtFiles.$inferSelect;
export type ColumnMap = typeof columnMaps.$inferSelect;

/** So many of a person wait at once, and of large ones one. */
const MOST_OF_ONE = 5;
const LARGE_BYTES = 4 * 1024 * 1024;

/** Keeps a file; those whose time is over go, and the oldest of more than somebody may have. */
export async function addBroughtFile(
  tx: Transaction,
  file: typeof broughtFiles.$inferInsert,
  content: Uint8Array,
): Promise<string> {
  const isOwn = eq(broughtFiles.author, file.author);
  const kept = tx
    .select({ id: broughtFiles.id })
    .from(broughtFiles)
    .where(isOwn)
    .orderBy(desc(broughtFiles.broughtAt), desc(broughtFiles.id))
    .limit(MOST_OF_ONE - 1);
  await forgetBrought(
    tx,
    or(
      lte(broughtFiles.expiresAt, file.broughtAt),
      and(isOwn, notInArray(broughtFiles.id, kept)),
      content.length > LARGE_BYTES ? and(isOwn, gt(broughtFiles.size, LARGE_BYTES)) : undefined,
    ),
  );
  const [added] = await tx.insert(broughtFiles).values(file).returning({ id: broughtFiles.id });
  const id = added?.id ?? '';
  await keepPieces(tx, id, content);
  return id;
}

/** Those whose time is over go. */
export function forgetExpired(tx: Transaction, now: Date): Promise<void> {
  return forgetBrought(tx, lte(broughtFiles.expiresAt, now));
}

async function forgetBrought(tx: Transaction, which: SQL | undefined): Promise<void> {
  const gone = await tx.delete(broughtFiles).where(which).returning({ id: broughtFiles.id });
  await forgetPieces(
    tx,
    gone.map(({ id }) => id),
  );
}

/** One's own file as it waits; null: there is none, or its time is over. */
export async function findBroughtFile(
  db: Database,
  keeper: Keeper,
  id: string,
  now: Date,
): Promise<BroughtFile | null> {
  const [found] = await readAsPerson(db, keeper, (tx) =>
    tx.select().from(broughtFiles).where(eq(broughtFiles.id, id)),
  );
  return found !== undefined && found.author === keeper.account && found.expiresAt > now ? found : null;
}

export function contentOf(db: Database, keeper: Keeper, id: string): Promise<Uint8Array> {
  return readAsPerson(db, keeper, (tx) => readPieces(tx, id));
}

/** Takes it out of those that wait; what is in it stays for whoever took it. @returns false: it is gone, for it was taken before */
export async function takeBroughtFile(tx: Transaction, id: string, author: string): Promise<boolean> {
  const taken = await tx
    .delete(broughtFiles)
    .where(and(eq(broughtFiles.id, id), eq(broughtFiles.author, author)))
    .returning({ id: broughtFiles.id });
  return taken.length > 0;
}

/** What was last said of columns of a shape; null: nothing so far. */
export async function findColumnMap(db: Database, shape: string): Promise<ColumnMap | null> {
  const [found] = await db.select().from(columnMaps).where(eq(columnMaps.id, shape));
  return found ?? null;
}

export async function keepColumnMap(tx: Transaction, map: typeof columnMaps.$inferInsert): Promise<void> {
  const { id: _, ...said } = map;
  await tx.insert(columnMaps).values(map).onConflictDoUpdate({ target: columnMaps.id, set: said });
}
