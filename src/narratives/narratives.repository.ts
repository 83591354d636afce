import { asc, eq, inArray, or, type SQL } from 'drizzle-orm';
import type { Narrative } from '../core/narratives/narrative.ts';
import type { Standing } from '../platform/csv/approval.ts';
import { idsAmong, keyOf, refsOf, type StoredRow } from '../platform/csv/match-rows.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { inChunks, storeWhole } from '../platform/database/rows.ts';
import { narratives, type narrativesSeen } from './narratives.table.ts';

/** A text as a file gives it, with what is written of it: a key of people's own, and why it says what it says. */
export interface StoredNarrative extends Narrative {
  readonly ref: string | null;
  readonly reason: string | null;
}

/** Every text of some programmes, and those of some refs or ids. */
export async function readNarrativesOf(
  db: Database,
  wanted: { readonly programs: readonly string[]; readonly refs: readonly string[] },
): Promise<readonly StoredRow<StoredNarrative>[]> {
  const known =
    wanted.programs.length === 0
      ? []
      : await readNarratives(db, inArray(narratives.program, [...wanted.programs]));
  const byRef = refsOf(known);
  const missing = wanted.refs.map(keyOf).filter((ref) => !byRef.has(ref));
  const others = await inChunks(missing, (chunk) =>
    readNarratives(db, or(inArray(narratives.ref, chunk), inArray(narratives.id, idsAmong(chunk)))),
  );
  return [...known, ...others];
}

export function readNarrativesOfBatch(
  db: Database,
  batch: number,
): Promise<readonly StoredRow<StoredNarrative>[]> {
  return readNarratives(db, eq(narratives.batch, batch));
}

/** All texts, in the order in which they came in. */
export function readAllNarratives(db: Database): Promise<readonly StoredRow<StoredNarrative>[]> {
  return readNarratives(db, undefined);
}

async function readNarratives(
  db: Database,
  which: SQL | undefined,
): Promise<readonly StoredRow<StoredNarrative>[]> {
  const rows = await db
    .select()
    .from(narratives)
    .where(which)
    .orderBy(asc(narratives.batch), asc(narratives.batchLine), asc(narratives.id));
  return rows.map((row) => {
    const { id, ref, reason, status, approvedAt, approvedBy, withdrawnAt, withdrawnBy, batch, batchLine } =
      row;
    return {
      id,
      ref,
      standing: { status, approvedAt, approvedBy, withdrawnAt, withdrawnBy, batch, batchLine },
      row: { ...narrativeOf(row), ref, reason },
    };
  });
}

/** Those of some ids that a text has. */
export async function takenNarrativeIds(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await inChunks(ids, (chunk) =>
    db.select({ id: narratives.id }).from(narratives).where(inArray(narratives.id, chunk)),
  );
  return new Set(rows.map(({ id }) => id));
}

export async function storeNarratives(
  tx: Transaction,
  rows: readonly { readonly narrative: StoredNarrative; readonly standing: Standing }[],
): Promise<void> {
  await storeWhole(
    tx,
    narratives,
    narratives.id,
    rows.map(({ narrative, standing }) => ({ ...narrative, ...standing })),
  );
}

/** A text as `core` knows it. */
export function narrativeOf(row: typeof narrativesSeen.$inferSelect): Narrative {
  const { id, program, place, section, periodStart, periodEnd, datePrecision } = row;
  const { text, textFor, sheet, sheetFor } = row;
  return {
    id,
    program,
    place,
    section,
    periodStart,
    periodEnd,
    datePrecision,
    text,
    textFor,
    sheet,
    sheetFor,
  };
}
