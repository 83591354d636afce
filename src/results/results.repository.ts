import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Baseline, Result } from '../core/result.ts';
import type { LocalText, Readership } from '../core/text.ts';
import type { Standing } from '../platform/csv/approval.ts';
import { idsAmong, keyOf, refsOf, type StoredRow } from '../platform/csv/match-rows.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { KeptOnce } from '../platform/database/kept-once.ts';
import { inChunks, storeWhole } from '../platform/database/rows.ts';
import { inOrder } from './open-result.ts';
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
    readResults(db, or(inArray(results.ref, chunk), inArray(results.id, idsAmong(chunk)))),
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

/** Figures that are read at once: what the driver makes of them is several times what is kept. */
const READ_ROWS = 2_000;

async function readResults(
  db: Database,
  which: SQL | undefined,
): Promise<readonly StoredRow<StoredResult>[]> {
  const ids = await db
    .select({ id: results.id })
    .from(results)
    .where(which)
    .orderBy(asc(results.batch), asc(results.batchLine), asc(results.id));
  const [texts, lists] = [new KeptOnce(), new KeptOnce()];
  const rows: StoredRow<StoredResult>[] = [];
  for (let start = 0; start < ids.length; start += READ_ROWS) {
    const some = ids.slice(start, start + READ_ROWS).map(({ id }) => id);
    const { figures, partsOf, sheetOf } = await readSome(db, some);
    for (const id of some) {
      const figure = figures.get(id);
      if (figure === undefined) continue;
      rows.push(storedRow(figure, partsOf.get(id) ?? [], sheetOf.get(id), texts, lists));
    }
  }
  return rows;
}

async function readSome(db: Database, ids: readonly string[]) {
  // As one value: naming each id in the statement takes longer than finding it.
  const wanted = sql`(SELECT unnest(${`{${ids.join(',')}}`}::text::uuid[]))`;
  const figures = await db.select().from(results).where(sql`${results.id} IN ${wanted}`);
  const parts = await db.select().from(resultParts).where(sql`${resultParts.result} IN ${wanted}`);
  const sheets = await db
    .select()
    .from(evidence)
    .where(and(sql`${evidence.result} IN ${wanted}`, eq(evidence.position, SHEET_POSITION)));
  return {
    figures: new Map(figures.map((figure) => [figure.id, figure])),
    partsOf: Map.groupBy(parts, ({ result }) => result),
    sheetOf: new Map(sheets.map((sheet) => [sheet.result, sheet])),
  };
}

function storedRow(
  row: typeof results.$inferSelect,
  given: readonly (typeof resultParts.$inferSelect)[],
  sheet: typeof evidence.$inferSelect | undefined,
  texts: KeptOnce,
  lists: KeptOnce,
): StoredRow<StoredResult> {
  const parts = inOrder(given.map(({ axis, part, value }) => ({ axis, part, value })));
  return {
    id: row.id,
    ref: row.ref,
    standing: {
      status: texts.text(row.status),
      approvedAt: texts.moment(row.approvedAt),
      approvedBy: texts.text(row.approvedBy),
      withdrawnAt: texts.moment(row.withdrawnAt),
      withdrawnBy: texts.text(row.withdrawnBy),
      batch: row.batch,
      batchLine: row.batchLine,
    },
    row: {
      id: row.id,
      ref: row.ref,
      program: texts.text(row.program),
      indicator: texts.text(row.indicator),
      measure: texts.text(row.measure),
      kind: texts.text(row.kind),
      place: texts.text(row.place),
      periodStart: texts.text(row.periodStart),
      periodEnd: texts.text(row.periodEnd),
      datePrecision: texts.text(row.datePrecision),
      qualifier: texts.text(row.qualifier),
      value: row.value,
      valueHigh: row.valueHigh,
      denominator: row.denominator,
      baseline: baselineIn(row),
      parts: lists.value(JSON.stringify(parts), () => parts),
      note: row.note === null ? null : lists.value(JSON.stringify(row.note), () => row.note),
      noteFor: texts.text(row.noteFor),
      reason: row.reason,
      partOf: row.partOf,
      sheet: sheet?.title ?? null,
      sheetFor: sheet?.titleFor ?? null,
    },
  };
}

/** A target's baseline as its columns hold it. */
export function baselineIn({
  baseline,
  baselineDenominator,
  baselineOn,
  baselinePrecision,
}: Pick<
  typeof results.$inferSelect,
  'baseline' | 'baselineDenominator' | 'baselineOn' | 'baselinePrecision'
>): Baseline | null {
  return baseline === null
    ? null
    : { value: baseline, denominator: baselineDenominator, on: baselineOn, precision: baselinePrecision };
}

function baselineColumns(baseline: Baseline | null) {
  return {
    baseline: baseline?.value ?? null,
    baselineDenominator: baseline?.denominator ?? null,
    baselineOn: baseline?.on ?? null,
    baselinePrecision: baseline?.precision ?? ('none' as const),
  };
}

/** What some figures are called by: their own ref, else their id. */
export async function refsOfResults(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await inChunks(ids, (chunk) =>
    db.select({ id: results.id, ref: results.ref }).from(results).where(inArray(results.id, chunk)),
  );
  return new Map(rows.map(({ id, ref }) => [id, ref ?? id]));
}

/** Those of some ids that a figure has. */
export async function takenResultIds(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await inChunks(ids, (chunk) =>
    db.select({ id: results.id }).from(results).where(inArray(results.id, chunk)),
  );
  return new Set(rows.map(({ id }) => id));
}

/** A figure, and whether it is there already. */
interface ResultToStore {
  readonly result: StoredResult;
  readonly standing: Standing;
  readonly isNew: boolean;
}

/** Stores figures whole: parts and sheet are these and no others. `rows` are gone through several times. */
export async function storeResults(tx: Transaction, rows: Iterable<ResultToStore>): Promise<void> {
  await storeWhole(tx, results, results.id, figuresOf(rows));
  const known = [...rows].flatMap(({ isNew, result }) => (isNew ? [] : [result.id]));
  await inChunks(known, (chunk) =>
    tx
      .delete(resultParts)
      .where(inArray(resultParts.result, chunk))
      .returning({ result: resultParts.result }),
  );
  await storeWhole(tx, resultParts, null, partsOf(rows));
  await inChunks(known, (chunk) =>
    tx
      .delete(evidence)
      .where(and(inArray(evidence.result, chunk), eq(evidence.position, SHEET_POSITION)))
      .returning({ result: evidence.result }),
  );
  await storeWhole(tx, evidence, null, sheetsOf(rows));
}

function* figuresOf(rows: Iterable<ResultToStore>) {
  for (const { result, standing } of rows) {
    const { parts: _parts, sheet: _sheet, sheetFor: _for, baseline, ...figure } = result;
    yield { ...figure, ...baselineColumns(baseline), ...standing };
  }
}

function* partsOf(rows: Iterable<ResultToStore>) {
  for (const { result } of rows) {
    for (const part of result.parts) yield { result: result.id, ...part };
  }
}

function* sheetsOf(rows: Iterable<ResultToStore>) {
  for (const { result } of rows) {
    const { id, sheet: title, sheetFor: titleFor } = result;
    if (title !== null)
      yield { result: id, position: SHEET_POSITION, kind: 'sheet' as const, title, titleFor };
  }
}
