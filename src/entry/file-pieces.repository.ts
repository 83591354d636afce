import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/database/database.ts';
import { PIECE_BYTES } from '../platform/stored-files/stored-files.table.ts';
import { broughtFilePieces } from './brought-files.table.ts';

/** Pieces of one statement: some megabytes, of which each byte goes as two letters. */
const AT_ONCE = 32;

/** Keeps what is in a file. */
export async function keepPieces(tx: Transaction, file: string, content: Uint8Array): Promise<void> {
  const count = Math.ceil(content.length / PIECE_BYTES);
  for (let from = 0; from < count; from += AT_ONCE) {
    const pieces = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => {
      const start = (from + at) * PIECE_BYTES;
      return { file, position: from + at + 1, bytes: content.subarray(start, start + PIECE_BYTES) };
    });
    await tx.insert(broughtFilePieces).values(pieces);
  }
}

/** What is in a file; nothing of one that is not kept, or not in sight of whoever reads. */
export async function readPieces(db: Database, file: string): Promise<Uint8Array> {
  const found: Uint8Array[] = [];
  for (;;) {
    const pieces = await db
      .select({ bytes: broughtFilePieces.bytes })
      .from(broughtFilePieces)
      .where(and(eq(broughtFilePieces.file, file), gt(broughtFilePieces.position, found.length)))
      .orderBy(asc(broughtFilePieces.position))
      .limit(AT_ONCE);
    for (const { bytes } of pieces) found.push(bytes);
    if (pieces.length < AT_ONCE) return Buffer.concat(found);
  }
}

export async function forgetPieces(tx: Transaction, files: readonly string[]): Promise<void> {
  if (files.length > 0) await tx.delete(broughtFilePieces).where(inArray(broughtFilePieces.file, [...files]));
}
