import { asc, eq, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.ts';
import { rowsOf } from '../database/rows.ts';
import { PIECE_BYTES, storedFilePieces, storedFiles } from './stored-files.table.ts';

export type StoredFile = typeof storedFiles.$inferSelect;

/** So many pieces in one statement: a megabyte, which no driver minds. */
const PIECES_AT_ONCE = 16;

export async function findStoredFile(db: Database, sha256: string): Promise<StoredFile | null> {
  const [found] = await db.select().from(storedFiles).where(eq(storedFiles.sha256, sha256));
  return found ?? null;
}

/** Whether it was new: of two who bring the same at once the second waits, and finds it there. */
export async function addStoredFile(tx: Transaction, file: StoredFile): Promise<boolean> {
  const added = await tx
    .insert(storedFiles)
    .values(file)
    .onConflictDoNothing()
    .returning({ sha256: storedFiles.sha256 });
  return added.length > 0;
}

export async function addPieces(tx: Transaction, file: string, content: Uint8Array): Promise<void> {
  const pieces = Array.from({ length: Math.ceil(content.length / PIECE_BYTES) }, (_, index) => ({
    file,
    position: index + 1,
    bytes: content.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES),
  }));
  for (let start = 0; start < pieces.length; start += PIECES_AT_ONCE) {
    await tx.insert(storedFilePieces).values(pieces.slice(start, start + PIECES_AT_ONCE));
  }
}

export async function readPieces(db: Database, file: string): Promise<Uint8Array> {
  const pieces = await db
    .select({ bytes: storedFilePieces.bytes })
    .from(storedFilePieces)
    .where(eq(storedFilePieces.file, file))
    .orderBy(asc(storedFilePieces.position));
  return Buffer.concat(pieces.map(({ bytes }) => bytes));
}

/** How many files the other store has, and their bytes: what a backup of the database lacks. */
export async function filesElsewhere(
  db: Database,
): Promise<{ readonly count: number; readonly size: number }> {
  const [row] = await rowsOf<{ count: number; size: string }>(
    db,
    sql`SELECT count(*)::int AS count, COALESCE(sum(size), 0)::text AS size FROM stored_files WHERE store <> 'database'`,
  );
  return { count: row?.count ?? 0, size: Number(row?.size ?? 0) };
}
