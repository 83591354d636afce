import { createHash } from 'node:crypto';
import { DomainError } from '../../core/errors.ts';
import { actAs } from '../database/actor.repository.ts';
import type { Database, Transaction } from '../database/database.ts';
import { checkConstraints, lockPortfolio } from '../database/revision.repository.ts';
import { undoing } from '../database/undoing.ts';
import { type Answers, NO_ANSWERS } from './answers.ts';
import { type RowChange, rowChanges, type TotalMove, totalMoves } from './dry-run.ts';
import { beginBatch, endBatch } from './import-batches.repository.ts';
import { type Changes, type ImportKind, latestDayAt } from './import-kind.ts';
import { readTable } from './read-table.adapter.ts';
import { inFileOrder, type RowError } from './row-error.ts';
import type { Table } from './table.ts';
import { questionError, type TwinQuestion } from './twin-question.ts';
import { unseenNotes } from './unseen-notes.ts';

/** A sheet is kilobytes; beyond this it is the wrong file, and it would be held in memory several times over. */
const MAX_BYTES = 64 * 1024 * 1024;

/** More are counted, not listed: nobody reads them, and the first ones often explain the rest. */
const MAX_LISTED_ERRORS = 200;

export interface ImportRequest {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Whose hand: stands in the batch, and beside the rows that it approves. */
  readonly by: string;
  /** Whether rows count at once, or wait as drafts. */
  readonly approve: boolean;
  /** Does everything, then undoes it. */
  readonly dryRun: boolean;
  readonly now: Date;
  /** What is said of the file beside it; what is left out nobody said. */
  readonly answers?: Partial<Answers>;
  /** Every total, by what it is of: a dry run tells which of them would move. */
  readonly totals?: (tx: Transaction) => Promise<ReadonlyMap<string, string>>;
}

/** What came of an import; with errors nothing was stored, and the three counts are 0. */
export interface ImportOutcome extends Required<Changes> {
  readonly kind: string;
  readonly fileName: string;
  readonly dryRun: boolean;
  /** The number by which the import can be taken back; null where nothing was stored. */
  readonly batch: number | null;
  /** In the file, the header, empty rows and what was left out aside. */
  readonly rows: number;
  /** In the order of the file; only the first of very many. */
  readonly errors: readonly RowError[];
  readonly errorCount: number;
  /** Rows that look like other figures and are not answered; with any, nothing was stored. Each is an error, too. */
  readonly questions: readonly TwinQuestion[];
  /** Of a dry run: every row that would be new or changed, and every total that would move. */
  readonly changes: readonly RowChange[];
  readonly moves: readonly TotalMove[];
}

/**
 * Imports a file, all or nothing, in one transaction. Every bad row is reported. The same file again changes nothing;
 * rows that are stored and not in the file stay.
 *
 * @throws DomainError `IMPORT.TOO_LARGE`
 */
export async function importFile(db: Database, request: ImportRequest): Promise<ImportOutcome> {
  const { kind, bytes } = request;
  if (bytes.length > MAX_BYTES) {
    throw new DomainError('IMPORT.TOO_LARGE', `${request.fileName} is larger than ${MAX_BYTES} bytes.`, {
      kind: 'refused',
      remedy: 'Split it into several files.',
    });
  }
  const file = await readTable(bytes, kind.columns, { ...NO_ANSWERS, ...request.answers });
  const run = (tx: Transaction) => importInto(tx, request, file);
  return request.dryRun ? undoing(db, run) : db.transaction(run);
}

async function importInto(tx: Transaction, request: ImportRequest, file: Table): Promise<ImportOutcome> {
  const { kind, fileName, dryRun, by, approve, now } = request;
  await actAs(tx, { kind: 'command', name: by }, now);
  await lockPortfolio(tx);
  const column = (name: string) => file.records.map((record) => record.cells[name] ?? '');
  const plan = await kind.plan(tx, file.records, {
    by,
    approve,
    now,
    answers: { ...NO_ANSWERS, ...request.answers },
    latestDay: latestDayAt(now),
    column,
  });
  const faults = [...file.errors, ...plan.errors];
  // A file that has to be mended is mended first, and asked about then.
  const questions = faults.length > 0 ? [] : (plan.questions ?? []);
  const errors = inFileOrder([...faults, ...questions.map(questionError)]);
  const outcome = { kind: kind.name, fileName, dryRun, rows: file.rowCount };
  if (errors.length > 0) {
    const listed = errors.slice(0, MAX_LISTED_ERRORS);
    return {
      ...outcome,
      batch: null,
      inserted: 0,
      updated: 0,
      unchanged: 0,
      notes: file.notes,
      errors: listed,
      errorCount: errors.length,
      questions,
      changes: [],
      moves: [],
    };
  }
  const before = dryRun ? await stateOf(tx, request) : null;
  const { batch, changes } = await writeBatch(tx, request, file, plan.write);
  // What is checked at the end of a transaction is checked in a dry run too.
  await checkConstraints(tx);
  const notes = [...file.notes, ...unseenNotes(fileName, file.records), ...(changes.notes ?? [])];
  const after = before === null ? null : await stateOf(tx, request);
  return {
    ...outcome,
    batch: dryRun ? null : batch,
    ...changes,
    notes,
    errors: [],
    errorCount: 0,
    questions,
    changes: before && after ? rowChanges(before.table, after.table) : [],
    moves: before && after ? totalMoves(before.totals, after.totals) : [],
  };
}

/** What a dry run compares: the rows of the kind, and all totals. */
async function stateOf(tx: Transaction, { kind, totals }: ImportRequest) {
  return { table: await kind.read(tx), totals: (await totals?.(tx)) ?? new Map<string, string>() };
}

async function writeBatch(
  tx: Transaction,
  { kind, fileName, bytes, by, now }: ImportRequest,
  file: Table,
  write: (batch: number) => Promise<Changes>,
): Promise<{ readonly batch: number; readonly changes: Changes }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const head = {
    kind: kind.name,
    origin: 'file' as const,
    fileName,
    sha256,
    rows: file.rowCount,
    importedBy: by,
    importedAt: now,
  };
  const batch = await beginBatch(tx, head);
  const changes = await write(batch);
  await endBatch(tx, batch, changes);
  return { batch, changes };
}
