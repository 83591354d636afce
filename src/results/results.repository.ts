import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Result } from '../core/result.ts';
import { compareCodes, type LocalText, type Readership } from '../core/text.ts';
import type { Standing } from '../platform/csv/approval.ts';
import { keyOf, refsOf, type StoredRow } from '../platform/csv/match-rows.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { inChunks, storeWhole } from '../platform/database/rows.ts';
import { evidence, resultParts, results } from './results.table.ts';

/** A figure as a file gives it: all that a change of would be a change of the figure. Parts in order of axis and part. */
export interface StoredResult extends Omit<Result, 'breakdown' | 'evidence' | 'approvedAt'> {
  readonly measure: (typeof results.$inferSelect)['measure'];
  readonly parts: Result['breakdown'];
  /** A key of people's own. */
  readonly ref: string | null;
  /** Why it says what it says now. */
  readonly reason: string | null;
  /** The sheets that state it; what else it rests on is not from the file. */
  readonly sheet: LocalText | null;
  readonly sheetFor: Readership | null;
}

/** Where evidence from the file stands; people's own comes after. */
const SHEET_POSITION = 1;

/** Every figure of some programmes and indicators, and those of some refs or ids. */
export async function readResultsOf(
  db: Database,
  wanted: {
    readonly programs: readonly string[];
    readonly indicators: readonly string[];
    readonly refs: readonly string[];
  },
): Promise<readonly StoredRow<StoredResult>[]> {
  const [programs, indicators] = [[...wanted.programs], [...wanted.indicators]];
  const known =
    programs.length === 0 || indicators.length === 0
      ? []
      : await readResults(
          db,
          and(inArray(results.program, programs), inArray(results.indicator, indicators)),
        );
  const byRef = refsOf(known);
  const missing = wanted.refs.map(keyOf).filter((ref) => !byRef.has(ref));
  const others = await inChunks(missing, (chunk) =>
    readResults(db, or(inArray(results.ref, chunk), inArray(sql`${results.id}::text`, chunk))),
  );
  return [...known, ...others];
}

export function readResultsOfBatch(db: Database, batch: number): Promise<readonly StoredRow<StoredResult>[]> {
  return readResults(db, eq(results.batch, batch));
}

/** All figures, in the order in which they came in. */
export function readAllResults(db: Database): Promise<readonly StoredRow<StoredResult>[]> {
  return readResults(db, undefined);
}

async function readResults(
  db: Database,
  which: SQL | undefined,
): Promise<readonly StoredRow<StoredResult>[]> {
  const rows = await db
    .select()
    .from(results)
    .where(which)
    .orderBy(asc(results.batch), asc(results.batchLine), asc(results.id));
  const ids = db.select({ id: results.id }).from(results).where(which);
  const parts = await db.select().from(resultParts).where(inArray(resultParts.result, ids));
  const sheets = await db
    .select()
    .from(evidence)
    .where(and(inArray(evidence.result, ids), eq(evidence.position, SHEET_POSITION)));
  const partsOf = Map.groupBy(parts, ({ result }) => result);
  const sheetOf = new Map(sheets.map((sheet) => [sheet.result, sheet]));
  return rows.map(
    ({ status, approvedAt, approvedBy, withdrawnAt, withdrawnBy, batch, batchLine, ...figures }) => ({
      id: figures.id,
      ref: figures.ref,
      standing: { status, approvedAt, approvedBy, withdrawnAt, withdrawnBy, batch, batchLine },
      row: {
        ...figures,
        parts: inOrder(
          (partsOf.get(figures.id) ?? []).map(({ axis, part, value }) => ({ axis, part, value })),
        ),
        sheet: sheetOf.get(figures.id)?.title ?? null,
        sheetFor: sheetOf.get(figures.id)?.titleFor ?? null,
      },
    }),
  );
}

/** Those of some ids that a figure has. */
export async function takenResultIds(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await inChunks(ids, (chunk) =>
    db.select({ id: results.id }).from(results).where(inArray(results.id, chunk)),
  );
  return new Set(rows.map(({ id }) => id));
}

/** Stores figures whole: parts and sheet are these and no others. */
export async function storeResults(
  tx: Transaction,
  rows: readonly {
    readonly result: StoredResult;
    readonly standing: Standing;
    readonly isNew: boolean;
  }[],
): Promise<void> {
  await storeWhole(
    tx,
    results,
    results.id,
    rows.map(({ result: { parts: _parts, sheet: _sheet, sheetFor: _for, ...figures }, standing }) => ({
      ...figures,
      ...standing,
    })),
  );
  const known = rows.filter(({ isNew }) => !isNew).map(({ result }) => result.id);
  await inChunks(known, (chunk) =>
    tx
      .delete(resultParts)
      .where(inArray(resultParts.result, chunk))
      .returning({ result: resultParts.result }),
  );
  await storeWhole(
    tx,
    resultParts,
    null,
    rows.flatMap(({ result }) => result.parts.map((part) => ({ result: result.id, ...part }))),
  );
  await inChunks(known, (chunk) =>
    tx
      .delete(evidence)
      .where(and(inArray(evidence.result, chunk), eq(evidence.position, SHEET_POSITION)))
      .returning({ result: evidence.result }),
  );
  await storeWhole(
    tx,
    evidence,
    null,
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
