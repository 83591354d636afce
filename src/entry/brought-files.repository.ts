import { and, desc, eq, lte, notInArray, or } from 'drizzle-orm';
import { type Keeper, readAsPerson } from '../access/index.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { broughtFiles, columnMaps } from './brought-files.table.ts';

export type BroughtFile = Omit<typeof broughtFiles.$inferSelect, 'content'>;
export type ColumnMap = typeof columnMaps.$inferSelect;

const { content, ...WITHOUT_CONTENT } = {
  id: broughtFiles.id,
  author: broughtFiles.author,
  kind: broughtFiles.kind,
  decimal: broughtFiles.decimal,
  fileName: broughtFiles.fileName,
  shape: broughtFiles.shape,
  broughtAt: broughtFiles.broughtAt,
  expiresAt: broughtFiles.expiresAt,
  content: broughtFiles.content,
};

/** So many of a person wait at once. */
const MOST_OF_ONE = 5;

/** Keeps a file; those whose time is over go, and the oldest of more than somebody may have. */
export async function addBroughtFile(
  tx: Transaction,
  file: typeof broughtFiles.$inferInsert,
): Promise<string> {
  const kept = tx
    .select({ id: broughtFiles.id })
    .from(broughtFiles)
    .where(eq(broughtFiles.author, file.author))
    .orderBy(desc(broughtFiles.broughtAt), desc(broughtFiles.id))
    .limit(MOST_OF_ONE - 1);
  await tx
    .delete(broughtFiles)
    .where(
      or(
        lte(broughtFiles.expiresAt, file.broughtAt),
        and(eq(broughtFiles.author, file.author), notInArray(broughtFiles.id, kept)),
      ),
    );
  const [added] = await tx.insert(broughtFiles).values(file).returning({ id: broughtFiles.id });
  return added?.id ?? '';
}

/** One's own file as it waits; null: there is none, or its time is over. */
export async function findBroughtFile(
  db: Database,
  keeper: Keeper,
  id: string,
  now: Date,
): Promise<BroughtFile | null> {
  const [found] = await readAsPerson(db, keeper, (tx) =>
    tx.select(WITHOUT_CONTENT).from(broughtFiles).where(eq(broughtFiles.id, id)),
  );
  return found !== undefined && found.author === keeper.account && found.expiresAt > now ? found : null;
}

export async function contentOf(db: Database, keeper: Keeper, id: string): Promise<Uint8Array> {
  const [found] = await readAsPerson(db, keeper, (tx) =>
    tx.select({ content }).from(broughtFiles).where(eq(broughtFiles.id, id)),
  );
  return found?.content ?? new Uint8Array();
}

/** @returns false: it is gone, for it was taken before */
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
