import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { findAccount, findToken, RoleRights, type Scope } from '../../access/index.ts';
import { totalsOfPrograms } from '../../analytics/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { NO_ANSWERS } from '../../platform/csv/answers.ts';
import { beginBatch, endBatch } from '../../platform/csv/import-batches.repository.ts';
import { IMPORT_KINDS, type ImportKind, latestDayAt } from '../../platform/csv/import-kind.ts';
import { differences } from '../../platform/csv/likeness.ts';
import { readTable } from '../../platform/csv/read-table.adapter.ts';
import type { Table, TableRecord } from '../../platform/csv/table.ts';
import { actAs } from '../../platform/database/actor.repository.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { checkConstraints, lockPortfolio } from '../../platform/database/revision.repository.ts';
import { undoing } from '../../platform/database/undoing.ts';
import { readPieces } from '../file-pieces.repository.ts';
import { movesBetween } from '../moved-totals.ts';
import { programOfRow } from '../program-of-row.ts';
import { PROGRAM_COLUMN } from '../row-mandate.ts';
import { underSaidNames } from '../said-of-columns.ts';
import { faultsByLine, foreignRows, type LineFault } from './large-file-faults.ts';
import {
  beginNext,
  changeLargeFile,
  forgetContent,
  type LargeFile,
  replaceFaults,
  tellProgress,
} from './large-files.repository.ts';
import type { LargeOutcome, SampleRow } from './large-files.table.ts';

/** A job that broke off so often with a file is not tried again by itself. */
const MOST_ATTEMPTS = 3;
/** Rows that are new or changed are shown, of the first so many. */
const MOST_SAMPLED = 20;
const SAMPLED_OF = 200;
/** Progress is told no more often: it is for people. */
const TOLD_EVERY_MS = 500;

/** What carrying out a file came to; with faults nothing was written. */
interface CarriedOut {
  readonly outcome: LargeOutcome;
  readonly faults: readonly LineFault[];
  readonly batch: number | null;
}

/** What was approved does not come to the same any more. */
class Moved extends Error {}

/**
 * What a job does with large files: it says what each would come to, and writes those that were approved. Either is the
 * import of the file's kind, in one transaction; what breaks off leaves nothing, and is done again.
 */
@Injectable()
export class LargeFileWork {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(IMPORT_KINDS) private readonly kinds: readonly ImportKind[],
    private readonly clock: Clock,
    private readonly roles: RoleRights,
  ) {}

  /** Does what is due, one file after the other; throws where one breaks off, and goes on with another when it is called again. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const file = await beginNext(this.db);
      if (file === null) return;
      if (file.attempts > MOST_ATTEMPTS) await this.giveUp(file);
      else if (file.status === 'checking') await this.check(file);
      else await this.write(file);
    }
  }

  private async check(file: LargeFile): Promise<void> {
    const table = await this.read(file);
    const { outcome, faults } = await undoing(this.db, async (tx) => {
      await lockPortfolio(tx);
      return this.carryOut(tx, file, table, file.authorName);
    });
    const isSound = faults.length === 0;
    await this.db
      .transaction(async (tx) => {
        await replaceFaults(tx, file.id, faults);
        // What was approved and moved since waits again, as it is now.
        const waits = isSound && file.submittedAt !== null;
        const found = await changeLargeFile(tx, file, {
          status: waits ? 'submitted' : 'checked',
          ...(!waits && { submittedAt: null }),
          outcome,
          attempts: 0,
          rowsRead: outcome.rows,
          rowsChecked: outcome.rows,
          changedAt: this.clock.now(),
        });
        // Its author took it away meanwhile, or answered for it, and it is checked as it is now.
        if (found === null) throw new Superseded();
      })
      .catch(unlessSuperseded);
  }

  private async write(file: LargeFile): Promise<void> {
    const table = await this.read(file);
    const now = this.clock.now();
    const { decidedBy, decidedByToken, decidedName, outcome } = file;
    const by = { id: decidedByToken ?? decidedBy ?? '', name: decidedName ?? '' };
    try {
      await this.db.transaction(async (tx) => {
        await actAs(tx, { kind: decidedByToken === null ? 'person' : 'token', ...by }, now);
        await lockPortfolio(tx);
        const { outcome: is, batch } = await this.carryOut(tx, file, table, by.name);
        if (batch === null || is.digest !== outcome?.digest) throw new Moved();
        const written = await changeLargeFile(tx, file, { status: 'approved', batch, changedAt: now });
        if (written === null) throw new Superseded();
        await forgetContent(tx, file.id);
      });
    } catch (error) {
      if (error instanceof Moved) return this.checkAgain(file);
      unlessSuperseded(error);
    }
  }

  /** Nothing was approved: it is looked at again, as it is now. */
  private async checkAgain(file: LargeFile): Promise<void> {
    await this.db.transaction((tx) =>
      changeLargeFile(tx, file, {
        status: 'checking',
        note: 'moved',
        attempts: 0,
        ...UNDECIDED,
        changedAt: this.clock.now(),
      }),
    );
  }

  private async giveUp(file: LargeFile): Promise<void> {
    await this.db.transaction(async (tx) => {
      const isApproved = file.status === 'approving';
      await changeLargeFile(tx, file, {
        note: 'failed',
        attempts: 0,
        changedAt: this.clock.now(),
        ...(isApproved
          ? { status: 'submitted' as const, ...UNDECIDED }
          : { status: 'checked' as const, submittedAt: null, outcome: null }),
      });
    });
  }

  private async read(file: LargeFile): Promise<Table> {
    const content = await readPieces(this.db, file.id);
    if (content.length === 0) throw new Error(`What is in the file ${file.id} is not there.`);
    const told = this.teller(file, (rowsRead) => ({ rowsRead }));
    const kind = this.kindOf(file);
    const { columns, options } =
      file.said === null
        ? { columns: kind.columns, options: NO_ANSWERS }
        : underSaidNames(kind, file.said.line, file.said);
    return readTable(content, columns, options, { told });
  }

  /** Reads, checks and writes the file as an import does, and says what that moved. */
  private async carryOut(tx: Transaction, file: LargeFile, table: Table, by: string): Promise<CarriedOut> {
    const kind = this.kindOf(file);
    const now = this.clock.now();
    const records = file.said === null ? table.records : table.records.map(withSame(file.said.same));
    const isForeign = await foreignRows(tx, await this.scopeOf(tx, file), { file, kind, records });
    const own = records.filter(({ line }) => !isForeign.has(line));
    const told = this.teller(file, (rowsChecked) => ({ rowsChecked }));
    const plan = await kind.plan(tx, own, {
      by,
      approve: true,
      now,
      latestDay: latestDayAt(now),
      answers: {
        ...NO_ANSWERS,
        decimal: file.decimal,
        twins: { all: file.twins, byLine: new Map(file.answers) },
      },
      column: (name) => own.map(({ cells }) => cells[name] ?? ''),
      told,
    });
    const errors = [...table.errors, ...isForeign.values(), ...plan.errors];
    // A file that has to be mended is asked about as well: its author mends and answers once.
    const faults = faultsByLine(records, errors, plan.questions ?? []);
    if (faults.length > 0) {
      const asked = faults.filter(({ errors }) => errors.length === 0).length;
      const found = { rows: table.rowCount, wrong: faults.length - asked, asked };
      return { outcome: { ...NOTHING, ...found }, faults, batch: null };
    }
    const programs = await programsOf(tx, file, own);
    const keys = [...(plan.keys ?? new Map<number, string>())];
    const rowsNow = () => sampleNow(tx, kind, keys.slice(0, SAMPLED_OF));
    const before = { totals: await totalsOfPrograms(tx, programs), rows: await rowsNow() };
    const batch = await beginBatch(tx, {
      kind: kind.name,
      origin: 'file',
      fileName: file.fileName,
      sha256: file.sha256,
      rows: table.rowCount,
      importedBy: file.authorName,
      importedAt: now,
    });
    const changes = await plan.write(batch);
    await endBatch(tx, batch, changes);
    await checkConstraints(tx);
    const after = { totals: await totalsOfPrograms(tx, programs), rows: await rowsNow() };
    const { inserted, updated, unchanged } = changes;
    const outcome = {
      rows: table.rowCount,
      wrong: 0,
      asked: 0,
      inserted,
      updated,
      unchanged,
      moves: movesBetween(before.totals, after.totals),
      sample: samplesBetween(kind, before.rows, after.rows),
    };
    return { outcome: { ...outcome, digest: digestOf(file, outcome, keys) }, faults, batch };
  }

  /** Tells how far a job is, without waiting for it: a transaction may hold the one connection that there is. */
  private teller(file: LargeFile, of: (rows: number) => Parameters<typeof tellProgress>[2]) {
    let since = performance.now();
    let isTelling = false;
    return (rows: number): void => {
      if (isTelling || performance.now() - since < TOLD_EVERY_MS) return;
      since = performance.now();
      isTelling = true;
      tellProgress(this.db, file, of(rows))
        // What is not told is told the next time.
        .catch(() => undefined)
        .finally(() => {
          isTelling = false;
        });
    };
  }

  /** The rights of whoever brought it, as they are now. */
  private async scopeOf(tx: Transaction, { author, authorToken }: LargeFile): Promise<Scope> {
    const mandate =
      authorToken === null ? await findAccount(tx, author ?? '') : await findToken(tx, authorToken);
    if (mandate === null) throw new Error(`There is nobody ${authorToken ?? author}.`);
    return this.roles.scopeOf(mandate);
  }

  private kindOf({ kind }: LargeFile): ImportKind {
    const found = this.kinds.find(({ name }) => name === kind);
    if (found === undefined) throw new Error(`There is no kind of file "${kind}".`);
    return found;
  }
}

/** Somebody changed the file while a job was at it: what the job found is of no use. */
class Superseded extends Error {}

function unlessSuperseded(error: unknown): void {
  if (!(error instanceof Superseded)) throw error;
}

const UNDECIDED = { decidedAt: null, decidedBy: null, decidedByToken: null, decidedName: null };

const NOTHING: Omit<LargeOutcome, 'rows' | 'wrong' | 'asked'> = {
  inserted: 0,
  updated: 0,
  unchanged: 0,
  moves: [],
  sample: [],
  digest: '',
};

/** Records with the cells that hold for each of them. */
function withSame(same: Readonly<Record<string, string>>) {
  return (record: TableRecord): TableRecord => ({ ...record, cells: { ...record.cells, ...same } });
}

/** The programmes that its rows name. */
async function programsOf(
  tx: Transaction,
  { kind }: LargeFile,
  records: readonly TableRecord[],
): Promise<readonly string[]> {
  const column = PROGRAM_COLUMN[kind];
  if (column === undefined) return [];
  const calls = await programOfRow(tx);
  // Most rows name one that another names too.
  const named = new Set(records.map(({ cells }) => cells[column] ?? ''));
  return [...new Set([...named].flatMap((name) => calls(kind, { [column]: name }) ?? []))].sort();
}

/** Some rows as they stand now, by the line that they come from. */
async function sampleNow(tx: Transaction, kind: ImportKind, keys: readonly (readonly [number, string])[]) {
  const stored = await kind.some(tx, [...new Set(keys.map(([, key]) => key))]);
  const cells = new Map(stored.map((row) => [row.key, row.cells]));
  return new Map(keys.map(([line, key]) => [line, cells.get(key) ?? null]));
}

type Sampled = Awaited<ReturnType<typeof sampleNow>>;

function samplesBetween({ columns }: ImportKind, before: Sampled, after: Sampled): readonly SampleRow[] {
  const found = [...after].flatMap(([line, is]): SampleRow[] => {
    const was = before.get(line) ?? null;
    if (is === null || (was !== null && differences(columns.known, was, is).length === 0)) return [];
    return [{ line, before: was, after: is }];
  });
  return found.slice(0, MOST_SAMPLED);
}

/** Of the file as it was answered for, which rows it is made of, and what it moves. */
function digestOf(
  { sha256, said, decimal, twins, answers }: LargeFile,
  outcome: Omit<LargeOutcome, 'digest'>,
  keys: readonly (readonly [number, string])[],
): string {
  const hash = createHash('sha256').update(JSON.stringify([sha256, said, decimal, twins, answers, outcome]));
  for (const [line, key] of keys) hash.update(`\n${line} ${key}`);
  return hash.digest('base64url');
}
