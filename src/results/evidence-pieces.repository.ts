import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/database/database.ts';
import { evidencePieces, evidencePiecesSeen } from './evidence-pieces.table.ts';
import { evidence } from './results.table.ts';

/** What somebody attached to a figure, as its reader may see it. */
export type EvidencePiece = typeof evidencePiecesSeen.$inferSelect;
export type NewPiece = Omit<
  typeof evidencePieces.$inferInsert,
  'id' | 'confirmedAt' | 'confirmedBy' | 'confirmedName' | `withdrawn${string}`
>;

/** All of a figure that whoever reads in this transaction may see, the first that was added first. */
export function readPiecesOf(tx: Database, result: string): Promise<readonly EvidencePiece[]> {
  return tx
    .select()
    .from(evidencePiecesSeen)
    .where(eq(evidencePiecesSeen.result, result))
    .orderBy(asc(evidencePiecesSeen.addedAt), asc(evidencePiecesSeen.id));
}

/** One that whoever reads in this transaction may see. */
export async function findPiece(tx: Database, id: string): Promise<EvidencePiece | null> {
  const [found] = await tx.select().from(evidencePiecesSeen).where(eq(evidencePiecesSeen.id, id));
  return found ?? null;
}

/** Whether it stands with its figure, confirmed. */
export async function standsInPortfolio(db: Database, piece: string): Promise<boolean> {
  const found = await db.select({ piece: evidence.piece }).from(evidence).where(eq(evidence.piece, piece));
  return found.length > 0;
}

export async function addPiece(tx: Transaction, piece: NewPiece): Promise<string> {
  const [added] = await tx.insert(evidencePieces).values(piece).returning({ id: evidencePieces.id });
  return added?.id ?? '';
}

/** Until the transaction ends nobody else decides about it. */
export async function lockPiece(
  tx: Transaction,
  id: string,
): Promise<typeof evidencePieces.$inferSelect | null> {
  const [piece] = await tx.select().from(evidencePieces).where(eq(evidencePieces.id, id)).for('update');
  return piece ?? null;
}

/** What evidence of the portfolio it becomes. */
const STANDS_AS = { file: 'document', link: 'link', quotation: 'quotation' } as const;

/** Confirms a piece, which then stands with its figure, after what stands there. */
export async function confirmPiece(
  tx: Transaction,
  piece: typeof evidencePieces.$inferSelect,
  by: { readonly account: string; readonly name: string; readonly at: Date },
): Promise<void> {
  const { id, result, kind, title, titleFor, url } = piece;
  await tx
    .update(evidencePieces)
    .set({ confirmedAt: by.at, confirmedBy: by.account, confirmedName: by.name })
    .where(and(eq(evidencePieces.id, id), isNull(evidencePieces.confirmedAt)));
  await tx.insert(evidence).values({
    result,
    // The first is the file's.
    position: sql`(SELECT GREATEST(max(e.position), 1) + 1 FROM evidence e WHERE e.result = ${result})`,
    kind: STANDS_AS[kind],
    title,
    titleFor,
    url,
    piece: id,
  });
}

/** Withdraws a piece, which no longer stands with its figure; the history has that it did. */
export async function withdrawPiece(
  tx: Transaction,
  id: string,
  by: { readonly account: string; readonly name: string; readonly at: Date; readonly because: string },
): Promise<void> {
  await tx
    .update(evidencePieces)
    .set({
      withdrawnAt: by.at,
      withdrawnBy: by.account,
      withdrawnName: by.name,
      withdrawnBecause: by.because,
    })
    .where(eq(evidencePieces.id, id));
  await tx.delete(evidence).where(eq(evidence.piece, id));
}

/** Pieces that nobody has looked at yet, of approved figures, the oldest first; those that one added oneself aside. */
export async function waitingPieces(
  tx: Database,
  account: string,
  most: number,
): Promise<readonly EvidencePiece[]> {
  return tx
    .select()
    .from(evidencePiecesSeen)
    .where(
      and(
        isNull(evidencePiecesSeen.confirmedAt),
        isNull(evidencePiecesSeen.withdrawnAt),
        sql`${evidencePiecesSeen.addedBy} <> ${account}::uuid`,
      ),
    )
    .orderBy(asc(evidencePiecesSeen.addedAt), asc(evidencePiecesSeen.id))
    .limit(most);
}

/**
 * Those of some figures that have any evidence: a sheet that states them, or something attached that was not withdrawn,
 * looked at or not.
 */
export async function resultsWithEvidence(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const some = [...ids];
  const [stated, attached] = await Promise.all([
    db.selectDistinct({ id: evidence.result }).from(evidence).where(inArray(evidence.result, some)),
    db
      .selectDistinct({ id: evidencePieces.result })
      .from(evidencePieces)
      .where(and(inArray(evidencePieces.result, some), isNull(evidencePieces.withdrawnAt))),
  ]);
  return new Set([...stated, ...attached].map(({ id }) => id));
}
