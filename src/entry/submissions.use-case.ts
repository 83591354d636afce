import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Keeper } from '../access/index.ts';
import { type EntryKind, isOpen, type Origin, type SubmissionStatus } from '../core/entry/submission.ts';
import { DomainError } from '../core/errors.ts';
import { unknownCursor } from '../core/row-page.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { FileRow } from '../platform/csv/file-rows.ts';
import { type Guide, IMPORT_KINDS, type ImportKind } from '../platform/csv/import-kind.ts';
import { actAs } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { programParents, readTerms } from '../programs/index.ts';
import { piecesOfRows } from '../results/index.ts';
import { type Author, authoredBy, isOwn } from './author.ts';
import type { Axis, NamedTerm } from './parts-down.ts';
import { type EnteredRow, isSound, planEntered, type RowCheck, SOUND } from './plan-entered.ts';
import { programOfRow } from './program-of-row.ts';
import { isWithin, lineNotYours, NOT_YOURS, PROGRAM_COLUMN, refuseOthers } from './row-mandate.ts';
import {
  addSubmissions,
  changeSubmission,
  countOwn,
  countTogether,
  findSubmissions,
  type Known,
  type ListedSubmissions,
  lockSubmissions,
  ownSubmissions,
  pageOfSubmissions,
  type Submission,
  setSubmissions,
  submissionsTogether,
} from './submissions.repository.ts';
import type { Cells } from './submissions.table.ts';

export type { Author } from './author.ts';

/** What its author says of the figure that a row looks like. */
export type TwinAnswers = Pick<EnteredRow, 'twin' | 'twinRef'>;

/** What somebody changes of several rows at once, by their ids. */
export interface RowChanges {
  readonly answers?: ReadonlyMap<string, TwinAnswers>;
  /** Cells that are otherwise from now on. */
  readonly mended?: ReadonlyMap<string, Cells>;
}

/** A row, and its place among those that it came with. */
export interface PlacedRow extends EnteredRow {
  readonly place: number;
}

/** What came of a row that was to be submitted. */
export interface Submitted {
  readonly submission: Submission;
  /** What stands in its way, where it is a draft still. */
  readonly check: RowCheck;
}

/** A row is not taken as it stands: what is wrong with it is said beside it. */
export class RowRefused extends DomainError {
  constructor(readonly check: RowCheck) {
    super('ENTRY.FAULTS', 'The row is not taken as it stands.', { kind: 'refused' });
  }
}

/** Of rows that are taken all or none, some are not taken as they stand. */
export class RowsRefused extends DomainError {
  /** @param checks in the order of the rows */
  constructor(readonly checks: readonly RowCheck[]) {
    super('ENTRY.FAULTS', 'Some rows are not taken as they stand, so none is.', { kind: 'refused' });
  }
}

/** Rows that people enter, until somebody else decides: kept as drafts, checked, submitted, taken back, taken away. */
@Injectable()
export class Submissions {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(IMPORT_KINDS) private readonly kinds: readonly ImportKind[],
    private readonly clock: Clock,
  ) {}

  kindOf(kind: EntryKind): ImportKind {
    const found = this.kinds.find(({ name }) => name === kind);
    if (found === undefined) throw new Error(`There is no kind of file "${kind}".`);
    return found;
  }

  guide(kind: EntryKind): Promise<Guide> {
    return this.kindOf(kind).guide(this.db);
  }

  /** Words that a form offers for columns that take some: not so many that they weigh more than the form. */
  async words(kind: EntryKind): Promise<Readonly<Record<string, readonly string[]>>> {
    const lists = Object.entries(await this.kindOf(kind).lists(this.db));
    const short = lists.filter(
      ([column, words]) => column !== PROGRAM_COLUMN[kind] && words.length <= MOST_WORDS,
    );
    if (kind !== 'results') return Object.fromEntries(short);
    const terms = [...(await readTerms(this.db)).values()];
    const axes = terms.filter(({ list }) => list === 'axis').map(({ code }) => code);
    const parts = terms.filter(({ list }) => axes.includes(list)).map(({ code }) => code);
    return { ...Object.fromEntries(short), axis: axes, part: [...new Set(parts)].slice(0, MOST_WORDS) };
  }

  /** The axes by which figures are broken down, with the parts of each; what is not known is the last of them (rule 6). */
  async axes(): Promise<readonly Axis[]> {
    const terms = [...(await readTerms(this.db)).values()];
    const named = (list: string) =>
      terms
        .filter((term) => term.list === list)
        .map(({ code, label }): NamedTerm => ({ code, says: [code, ...Object.values(label)] }));
    return named('axis').map((axis) => ({
      ...axis,
      parts: [
        ...named(axis.code).filter(({ code }) => code !== UNKNOWN_PART),
        named(axis.code).find(({ code }) => code === UNKNOWN_PART) ?? {
          code: UNKNOWN_PART,
          says: [UNKNOWN_PART],
        },
      ],
    }));
  }

  own(keeper: Keeper, statuses: readonly SubmissionStatus[], limit: number): Promise<readonly Submission[]> {
    return ownSubmissions(this.db, keeper, statuses, limit);
  }

  /**
   * A page of one's own, or of what waits for a decision; one row more than asked for where there is more.
   *
   * @throws DomainError `RESULTS.UNKNOWN_CURSOR` (call)
   */
  async page(
    keeper: Keeper,
    listed: ListedSubmissions,
  ): Promise<{ readonly count: number; readonly rows: readonly Submission[] }> {
    const found = await pageOfSubmissions(this.db, keeper, listed);
    if (found === null) throw unknownCursor(listed.after ?? '');
    return found;
  }

  counts(keeper: Keeper): Promise<ReadonlyMap<SubmissionStatus, number>> {
    return countOwn(this.db, keeper);
  }

  together(keeper: Keeper, group: string): Promise<readonly Submission[]> {
    return submissionsTogether(this.db, keeper, group);
  }

  /** Whether a row came with others, or from a file: there is a page of all of them. */
  async isOfSheet(keeper: Keeper, { origin, together }: Submission): Promise<boolean> {
    return origin === 'file' || (await countTogether(this.db, keeper, together)) > 1;
  }

  /** @throws DomainError `ENTRY.UNKNOWN` (missing): not in sight is not there */
  async find(keeper: Keeper, id: string): Promise<Submission> {
    const [found] = await findSubmissions(this.db, keeper, [id]);
    if (found !== undefined) return found;
    throw unknown(id);
  }

  /**
   * A row of the portfolio, to correct it.
   *
   * @throws DomainError `ENTRY.NO_ROW` (missing): there is none, it is of a programme that is not the reader's, or it does
   *   not count yet (rule 1)
   */
  async stored(keeper: Keeper, kind: EntryKind, key: string): Promise<FileRow> {
    const [found] = await this.kindOf(kind).some(this.db, [key]);
    const program = found === undefined ? null : await this.programOf(this.db, kind, found.cells);
    const waits = NOT_YET.includes(found?.cells.status ?? '');
    if (found !== undefined && !waits && (await this.isTheirs(this.db, keeper, kind, found.cells, program)))
      return found;
    throw new DomainError('ENTRY.NO_ROW', `There is nothing called "${key}" to correct.`, {
      kind: 'missing',
    });
  }

  /**
   * Keeps a row as a draft; it may be wrong, or half of one.
   *
   * @throws DomainError `ENTRY.NOT_YOURS`, `ENTRY.CHANGED_MEANWHILE` (refused)
   */
  keep(author: Author, kind: EntryKind, row: EnteredRow, known: Known | null): Promise<Submission> {
    return this.acting(author, (tx, now) => this.write(tx, author, kind, row, known, now));
  }

  /**
   * Keeps a row and submits it, or does neither.
   *
   * @param accepts what is odd about it is meant
   * @throws RowRefused; DomainError as `keep`
   */
  submit(
    author: Author,
    kind: EntryKind,
    row: EnteredRow,
    known: Known | null,
    accepts: boolean,
  ): Promise<Submission> {
    return this.acting(author, async (tx, now) => {
      const kept = await this.write(tx, author, kind, row, known, now);
      const [done] = await this.pass(tx, author, [kept], accepts, now);
      if (done === undefined || done.submission.status === 'submitted') return done?.submission ?? kept;
      throw new RowRefused(done.check);
    });
  }

  /**
   * Keeps rows that came together, all as drafts.
   *
   * @param within is done with it, or nothing is
   * @throws DomainError `ENTRY.NOT_YOURS`, `ENTRY.LINE_NOT_YOURS` (refused)
   */
  keepTogether(
    author: Author,
    kind: EntryKind,
    rows: readonly PlacedRow[],
    {
      origin,
      fileName = '',
      within,
    }: {
      readonly origin: Origin;
      readonly fileName?: string;
      readonly within?: (tx: Transaction, now: Date) => Promise<void>;
    },
  ): Promise<readonly Submission[]> {
    return this.acting(author, async (tx, now) => {
      await within?.(tx, now);
      return this.addTogether(tx, author, kind, rows, { origin, fileName, now });
    });
  }

  /**
   * Keeps rows that came together and submits them, all or none.
   *
   * @param accepts what is odd about them is meant
   * @param replaces what the author has entered before in their place
   * @throws RowsRefused; DomainError as `keepTogether`, `ENTRY.CHANGED_MEANWHILE` (refused)
   */
  submitAll(
    author: Author,
    kind: EntryKind,
    rows: readonly PlacedRow[],
    {
      origin,
      accepts,
      replaces = [],
    }: { readonly origin: Origin; readonly accepts: boolean; readonly replaces?: readonly Known[] },
  ): Promise<readonly Submission[]> {
    return this.acting(author, async (tx, now) => {
      await this.putAway(tx, author, replaces, now);
      const added = await this.addTogether(tx, author, kind, rows, { origin, fileName: '', now });
      const passed = await this.pass(tx, author, added, accepts, now);
      if (passed.every(({ submission }) => submission.status === 'submitted'))
        return passed.map(({ submission }) => submission);
      throw new RowsRefused(passed.map(({ check }) => check));
    });
  }

  /**
   * Keeps rows that came together, and submits those in whose way nothing stands; the others stay drafts.
   *
   * @param replaces what the author has entered before in their place
   * @throws DomainError `ENTRY.NOT_YOURS`, `ENTRY.CHANGED_MEANWHILE` (refused)
   */
  saveTogether(
    author: Author,
    kind: EntryKind,
    rows: readonly PlacedRow[],
    { origin, replaces }: { readonly origin: Origin; readonly replaces: readonly Known[] },
  ): Promise<readonly Submitted[]> {
    return this.acting(author, async (tx, now) => {
      await this.putAway(tx, author, replaces, now);
      const added = await this.addTogether(tx, author, kind, rows, { origin, fileName: '', now });
      return this.pass(tx, author, added, false, now);
    });
  }

  /** What stands in the way of one's own open rows, by id. */
  async check(author: Author, rows: readonly Submission[]): Promise<ReadonlyMap<string, RowCheck>> {
    const checks = await this.db.transaction((tx) => this.checksOf(tx, author, rows, this.clock.now()), {
      isolationLevel: 'repeatable read',
    });
    return checks;
  }

  /**
   * Submits those of one's own open rows in whose way nothing stands.
   *
   * @param accepts what is odd about them is meant
   * @param answers by id, for those that look like other figures
   * @param mended by id, the cells that are otherwise from now on
   * @returns all of them, the others with what does
   * @throws DomainError `ENTRY.CHANGED_MEANWHILE`, `ENTRY.LINE_NOT_YOURS` (refused)
   */
  submitTogether(
    author: Author,
    knowns: readonly Known[],
    { accepts, ...changes }: { readonly accepts: boolean } & RowChanges,
  ): Promise<readonly Submitted[]> {
    return this.acting(author, async (tx, now) => {
      const changed = await this.changeHeld(tx, author, knowns, changes, now);
      const inOrder = changed.toSorted((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
      return this.pass(tx, author, inOrder, accepts, now);
    });
  }

  /** Changes one's own open rows as `submitTogether` does, and submits none. @throws DomainError as it */
  changeTogether(author: Author, knowns: readonly Known[], changes: RowChanges): Promise<void> {
    return this.acting(author, async (tx, now) => {
      const changed = await this.changeHeld(tx, author, knowns, changes, now);
      await this.refuseForeign(tx, author, changed);
    });
  }

  private async changeHeld(
    tx: Transaction,
    author: Author,
    knowns: readonly Known[],
    { answers = new Map(), mended = new Map() }: RowChanges,
    now: Date,
  ): Promise<readonly Submission[]> {
    const held = await this.holdAsSeen(tx, author, knowns, isOpen);
    const calls = await programOfRow(tx);
    const parents = await programParents(tx);
    const changed: Submission[] = [];
    for (const row of held) {
      const typed = mended.get(row.id);
      const answer = answers.get(row.id);
      if (typed === undefined && answer === undefined) {
        changed.push(row);
        continue;
      }
      const cells = { ...row.cells, ...typed };
      const program = calls(row.kind, cells);
      if (typed !== undefined && !isWithin(author, row.kind, cells, program, parents)) {
        throw lineNotYours(row.place);
      }
      const change = { ...answer, ...(typed !== undefined && { cells, program }), changedAt: now };
      changed.push((await changeSubmission(tx, row, author, change)) ?? row);
    }
    return changed;
  }

  /** Makes what waits a draft again. @throws DomainError `ENTRY.CHANGED_MEANWHILE` (refused) */
  takeBack(author: Author, known: Known): Promise<Submission> {
    return this.move(author, known, ['submitted'], 'draft');
  }

  /** Takes away what was not submitted. @throws DomainError `ENTRY.CHANGED_MEANWHILE` (refused) */
  discard(author: Author, known: Known): Promise<Submission> {
    return this.move(author, known, ['draft', 'returned'], 'discarded');
  }

  /** Takes away those of one's own that were not submitted. @throws DomainError `ENTRY.CHANGED_MEANWHILE` (refused) */
  discardTogether(author: Author, knowns: readonly Known[]): Promise<void> {
    return this.acting(author, async (tx, now) => {
      const ids = (await this.holdAsSeen(tx, author, knowns, isOpen)).map(({ id }) => id);
      await setSubmissions(tx, ids, { status: 'discarded', changedAt: now });
    });
  }

  /** One's own rows, held, where all are as they were seen. @throws DomainError `ENTRY.CHANGED_MEANWHILE` (refused) */
  private async holdAsSeen(
    tx: Transaction,
    author: Author,
    knowns: readonly Known[],
    mayBe: (status: SubmissionStatus) => boolean,
  ): Promise<readonly Submission[]> {
    const versions = new Map(knowns.map(({ id, version }) => [id, version]));
    const held = await lockSubmissions(tx, [...versions.keys()]);
    const isAsSeen = (row: Submission) =>
      versions.get(row.id) === row.version && isOwn(row, author) && mayBe(row.status);
    if (held.length < versions.size || !held.every(isAsSeen)) throw changedMeanwhile();
    return held;
  }

  private move(
    author: Author,
    known: Known,
    from: readonly SubmissionStatus[],
    status: SubmissionStatus,
  ): Promise<Submission> {
    return this.acting(author, async (tx, now) => {
      const [held] = await lockSubmissions(tx, [known.id]);
      if (held === undefined || !isOwn(held, author)) throw unknown(known.id);
      const moved = from.includes(held.status)
        ? await changeSubmission(tx, known, author, { status, changedAt: now })
        : null;
      if (moved === null) throw changedMeanwhile();
      return moved;
    });
  }

  /** Takes away what its author enters anew. */
  private async putAway(
    tx: Transaction,
    author: Author,
    replaced: readonly Known[],
    now: Date,
  ): Promise<void> {
    const held = await this.holdAsSeen(tx, author, replaced, (status) => status !== 'approved');
    const ids = held.map(({ id }) => id);
    await setSubmissions(tx, ids, { status: 'discarded', changedAt: now });
  }

  private async addTogether(
    tx: Transaction,
    author: Author,
    kind: EntryKind,
    rows: readonly PlacedRow[],
    { origin, fileName, now }: { readonly origin: Origin; readonly fileName: string; readonly now: Date },
  ): Promise<readonly Submission[]> {
    const together = randomUUID();
    const calls = await programOfRow(tx);
    const parents = await programParents(tx);
    await this.refuseForeign(
      tx,
      author,
      rows.map((row) => ({ ...row, kind })),
    );
    const values = rows.map(({ place, ...row }) => {
      const program = calls(kind, row.cells);
      if (!isWithin(author, kind, row.cells, program, parents)) throw lineNotYours(place);
      const stamp = { createdAt: now, changedAt: now, status: 'draft' as const };
      return { ...row, ...stamp, ...authoredBy(author), kind, program, origin, fileName, together, place };
    });
    return addSubmissions(tx, values);
  }

  private acting<T>(author: Author, run: (tx: Transaction, now: Date) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      await actAs(tx, author.actor, now);
      return run(tx, now);
    });
  }

  private async write(
    tx: Transaction,
    author: Author,
    kind: EntryKind,
    row: EnteredRow,
    known: Known | null,
    now: Date,
  ): Promise<Submission> {
    const program = await this.programOf(tx, kind, row.cells);
    refuseOthers(author, kind, row.cells, program, await programParents(tx));
    // What it corrects is the author's too, wherever it is to go.
    await this.refuseForeign(tx, author, [{ ...row, kind }]);
    const { cells, decimal, twin, twinRef } = row;
    const said = { cells, decimal, twin, twinRef, program, changedAt: now };
    if (known === null) {
      const whose = { ...authoredBy(author), origin: 'page' as const };
      const [added] = await addSubmissions(tx, [
        { ...said, ...whose, kind, status: 'draft', createdAt: now, together: randomUUID(), place: 1 },
      ]);
      return added as Submission;
    }
    const [held] = await lockSubmissions(tx, [known.id]);
    if (held === undefined || !isOwn(held, author)) throw unknown(known.id);
    const changed = isOpen(held.status) ? await changeSubmission(tx, known, author, said) : null;
    if (changed === null) throw changedMeanwhile();
    return changed;
  }

  /** Submits what is sound, of rows that are held. */
  private async pass(
    tx: Transaction,
    author: Author,
    held: readonly Submission[],
    accepts: boolean,
    now: Date,
  ): Promise<readonly Submitted[]> {
    const parents = await programParents(tx);
    for (const { kind, cells, program } of held) refuseOthers(author, kind, cells, program, parents);
    await this.refuseForeign(tx, author, held);
    const checks = await this.checksOf(tx, author, held, now);
    const checkOf = ({ id }: Submission) => checks.get(id) ?? SOUND;
    const passes = (row: Submission) =>
      isSound(checkOf(row)) && (accepts || checkOf(row).doubts.length === 0);
    await setSubmissions(
      tx,
      held.filter(passes).map(({ id }) => id),
      { status: 'submitted', submittedAt: now, changedAt: now },
    );
    return held.map((row) => ({
      submission: passes(row) ? { ...row, status: 'submitted', version: row.version + 1 } : row,
      check: checkOf(row),
    }));
  }

  private async checksOf(
    tx: Transaction,
    author: Author,
    rows: readonly Submission[],
    now: Date,
  ): Promise<ReadonlyMap<string, RowCheck>> {
    const checks = new Map<string, RowCheck>();
    const parents = await programParents(tx);
    // A mandate may be another one by now: then nothing more is told of what the row is about.
    const isTheirs = ({ kind, cells, program }: Submission) =>
      isWithin(author, kind, cells, program, parents);
    for (const { id } of rows.filter((row) => !isTheirs(row))) checks.set(id, NOT_YOURS);
    const restsOn = await piecesOfRows(
      tx,
      rows.map(({ id }) => id),
    );
    for (const group of Map.groupBy(
      rows.filter(isTheirs),
      ({ kind, decimal }) => `${kind} ${decimal}`,
    ).values()) {
      const kind = this.kindOf((group[0] as Submission).kind);
      const planned = await planEntered(tx, kind, group, { by: author.name, now, restsOn });
      for (const [index, { id }] of group.entries()) checks.set(id, planned.checks[index] ?? SOUND);
    }
    return checks;
  }

  /** Refuses rows that name figures of programmes that are not their author's, whatever programme they say themselves. */
  private async refuseForeign(
    tx: Transaction,
    author: Author,
    rows: readonly Pick<Submission, 'kind' | 'cells' | 'twinRef'>[],
  ): Promise<void> {
    for (const [kind, ofKind] of Map.groupBy(rows, (row) => row.kind)) {
      const named = ofKind.flatMap(({ cells, twinRef }) => [twinRef?.trim() ?? '', cells.ref?.trim() ?? '']);
      const keys = [...new Set(named)].filter((key) => key !== '');
      if (keys.length === 0) continue;
      const calls = await programOfRow(tx);
      const parents = await programParents(tx);
      for (const { cells } of await this.kindOf(kind).some(tx, keys))
        refuseOthers(author, kind, cells, calls(kind, cells), parents);
    }
  }

  private async isTheirs(
    db: Database,
    keeper: Keeper,
    kind: EntryKind,
    cells: Cells,
    program: string | null,
  ): Promise<boolean> {
    return isWithin(keeper, kind, cells, program, await programParents(db));
  }

  private async programOf(db: Database, kind: EntryKind, cells: Cells): Promise<string | null> {
    return (await programOfRow(db))(kind, cells);
  }
}

const UNKNOWN_PART = 'unknown';

/** Where a row stands that counts nowhere before somebody approves it. */
const NOT_YET: readonly string[] = ['draft', 'submitted', 'returned'];

/** A list of more is no help to whoever types. */
const MOST_WORDS = 120;

/** In which versions rows are shown, in one word: fields for hundreds of them would weigh more than their page. */
export function seenOf(rows: readonly Known[]): string {
  const versions = rows.map(({ id, version }) => `${id} ${version}`).sort();
  return createHash('sha256').update(versions.join()).digest('base64url');
}

export function changedMeanwhile(): DomainError {
  return new DomainError('ENTRY.CHANGED_MEANWHILE', 'It was changed, or decided, since it was opened.', {
    kind: 'refused',
    remedy: 'Open it again.',
  });
}

function unknown(id: string): DomainError {
  return new DomainError('ENTRY.UNKNOWN', `There is no submission "${id}".`, { kind: 'missing' });
}
