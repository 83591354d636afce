import { and, eq, inArray } from 'drizzle-orm';
import type { Result } from '../core/result.ts';
import { compareCodes, type LocalText, type Readership } from '../core/text.ts';
import type { Standing, StandingRow } from '../platform/csv/approval.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { inChunks, insertMissing, upsert } from '../platform/database/rows.ts';
import { evidence, resultParts, results } from './results.table.ts';

/** A figure as a file gives it: all that a change of would be a change of the figure. Parts in order of axis and part. */
export interface StoredResult extends Omit<Result, 'breakdown' | 'evidence' | 'approvedAt'> {
  readonly measure: (typeof results.$inferSelect)['measure'];
  readonly parts: Result['breakdown'];
  /** The sheets that state it; what else it rests on is not from the file. */
  readonly sheet: LocalText | null;
  readonly sheetFor: Readership | null;
}

/** Where evidence from the file stands; people's own comes after. */
const SHEET_POSITION = 1;

export async function readResults(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StandingRow<StoredResult>>> {
  const rows = await inChunks(ids, (chunk) => db.select().from(results).where(inArray(results.id, chunk)));
  const parts = await inChunks(ids, (chunk) =>
    db.select().from(resultParts).where(inArray(resultParts.result, chunk)),
  );
  const sheets = await inChunks(ids, (chunk) =>
    db
      .select()
      .from(evidence)
      .where(and(inArray(evidence.result, chunk), eq(evidence.position, SHEET_POSITION))),
  );
  const partsOf = Map.groupBy(parts, ({ result }) => result);
  const sheetOf = new Map(sheets.map((sheet) => [sheet.result, sheet]));
  return new Map(
    rows.map(({ status, approvedAt: _at, approvedBy: _by, batch: _batch, batchLine: _line, ...figures }) => [
      figures.id,
      {
        status,
        row: {
          ...figures,
          parts: inOrder(
            (partsOf.get(figures.id) ?? []).map(({ axis, part, value }) => ({ axis, part, value })),
          ),
          sheet: sheetOf.get(figures.id)?.title ?? null,
          sheetFor: sheetOf.get(figures.id)?.titleFor ?? null,
        },
      },
    ]),
  );
}

/** Stores figures whole: parts and sheet are these and no others. */
export async function storeResults(
  tx: Transaction,
  rows: readonly { readonly result: StoredResult; readonly standing: Standing }[],
): Promise<void> {
  const ids = rows.map(({ result }) => result.id);
  await upsert(
    tx,
    results,
    [results.id],
    rows.map(({ result: { parts: _parts, sheet: _sheet, sheetFor: _for, ...figures }, standing }) => ({
      ...figures,
      ...standing,
    })),
  );
  await inChunks(ids, (chunk) =>
    tx
      .delete(resultParts)
      .where(inArray(resultParts.result, chunk))
      .returning({ result: resultParts.result }),
  );
  await insertMissing(
    tx,
    resultParts,
    rows.flatMap(({ result }) => result.parts.map((part) => ({ result: result.id, ...part }))),
  );
  await inChunks(ids, (chunk) =>
    tx
      .delete(evidence)
      .where(and(inArray(evidence.result, chunk), eq(evidence.position, SHEET_POSITION)))
      .returning({ result: evidence.result }),
  );
  await insertMissing(
    tx,
    evidence,
    rows.flatMap(({ result: { id, sheet, sheetFor } }) =>
      sheet === null
        ? []
        : [
            {
              result: id,
              position: SHEET_POSITION,
              kind: 'sheet' as const,
              title: sheet,
              titleFor: sheetFor,
            },
          ],
    ),
  );
}

export function inOrder(parts: Result['breakdown']): Result['breakdown'] {
  return [...parts].sort((a, b) => compareCodes(a.axis, b.axis) || compareCodes(a.part, b.part));
}
