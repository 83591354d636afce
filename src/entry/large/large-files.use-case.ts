import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Keeper } from '../../access/index.ts';
import { type LargeFileStatus, OPEN_STATUSES } from '../../core/entry/large-file.ts';
import type { EntryKind } from '../../core/entry/submission.ts';
import { DomainError } from '../../core/errors.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { LineAnswer, TwinAnswer } from '../../platform/csv/twin-answers.ts';
import type { DecimalSign } from '../../platform/csv/written-number.ts';
import { actAs } from '../../platform/database/actor.repository.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { JobQueue } from '../../platform/jobs/job-queue.ts';
import { type Author, authoredBy, decidedBy, handOf, isOfHand, isOwn } from '../author.ts';
import { contentOf } from '../brought-files.repository.ts';
import { keepPieces } from '../file-pieces.repository.ts';
import { changedMeanwhile } from '../submissions.use-case.ts';
import {
  addLargeFile,
  changeLargeFile,
  columnsOfFaults,
  faultsOfFile,
  findLargeFile,
  forgetContent,
  holdCounts,
  type KnownFile,
  type LargeFault,
  type LargeFile,
  lockLargeFile,
  type NewLargeFile,
  ownLargeFiles,
  waitingLargeFiles,
} from './large-files.repository.ts';
import type { SaidOfFile } from './large-files.table.ts';

/** The queue of the one job that does what is due with large files. */
export const LARGE_FILES = 'large-files';
/** Of all that there is one job waits or runs at a time: two files at once would wait for each other's lock. */
export const ONE_AT_A_TIME = { singletonKey: LARGE_FILES };

/** What a job takes within a minute, and a service holds in memory (docs/decisions/entry.md). */
export const MOST_ROWS_IN_ALL = 200_000;

/** What one person may have that is not decided, and what may wait for the job; as bytes a few hundred megabytes. */
const MOST_OF_ONE = 5;
const MOST_DUE = 20;
/** What its author may take away. */
const DISCARDABLE: readonly LargeFileStatus[] = ['checking', 'checked', 'returned'];
const LATER_S = { own: 3_600, due: 120 };

/** A file as it was brought. */
export interface LargeContent {
  readonly kind: EntryKind;
  readonly decimal: DecimalSign | null;
  readonly fileName: string;
  readonly content: Uint8Array;
}

/** What its author says of rows that look like others. */
export interface LargeAnswers {
  /** Of all that are not answered by their line; null: nothing more than before. */
  readonly all: TwinAnswer | null;
  readonly byLine: ReadonlyMap<number, LineAnswer>;
}

/** Files that are taken as one thing: brought, looked at, submitted, decided. What is to be done with them a job does. */
@Injectable()
export class LargeFiles {
  /** @param jobs null: whoever made it asks for the job when its own transaction has ended */
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    @Inject(JobQueue) private readonly jobs: JobQueue | null,
  ) {}

  /** @throws DomainError `ENTRY.UNKNOWN` (missing): not in sight is not there */
  async find(keeper: Keeper, id: string): Promise<LargeFile> {
    const found = await findLargeFile(this.db, keeper, id);
    if (found !== null) return found;
    throw unknown(id);
  }

  /** One's own that are not taken away. */
  own(keeper: Keeper, limit: number): Promise<readonly LargeFile[]> {
    return ownLargeFiles(this.db, keeper, [...OPEN_STATUSES, 'approved'], limit);
  }

  waiting(keeper: Keeper, limit: number): Promise<readonly LargeFile[]> {
    return waitingLargeFiles(this.db, keeper, limit);
  }

  /** What its reader has to do with: one's own that is not decided, and what waits for a decision of theirs. */
  async onDesk(keeper: Keeper, limit: number): Promise<readonly LargeFile[]> {
    const own = await ownLargeFiles(this.db, keeper, OPEN_STATUSES, limit);
    if (!keeper.scope.rights.approvesFigures) return own;
    const waiting = (await this.waiting(keeper, limit)).filter((file) => !isOwn(file, keeper));
    return [...waiting, ...own].slice(0, limit);
  }

  faults(keeper: Keeper, id: string, after: number, limit: number): Promise<readonly LargeFault[]> {
    return faultsOfFile(this.db, keeper, id, { after, limit });
  }

  columnsOfFaults(keeper: Keeper, id: string): Promise<ReadonlySet<string>> {
    return columnsOfFaults(this.db, keeper, id);
  }

  /** As it was brought. @throws DomainError `ENTRY.UNKNOWN` (missing): it is not kept any more */
  async content(keeper: Keeper, id: string): Promise<Uint8Array> {
    const found = await contentOf(this.db, keeper, id);
    if (found.length > 0) return found;
    throw new DomainError('ENTRY.UNKNOWN', 'What was in the file is not kept any more.', { kind: 'missing' });
  }

  /**
   * Keeps a file whose header says what its columns are, and has it checked.
   *
   * @returns by which it is found
   * @throws DomainError `ENTRY.LARGE_OF_ONE` (too-often), `ENTRY.LARGE_OF_ALL` (broken)
   */
  async bring(author: Author, { content, ...file }: LargeContent): Promise<string> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const id = await this.acting(author, async (tx, now) => {
      const added = await this.add(tx, author, { ...file, sha256, said: null }, now);
      await keepPieces(tx, added, content);
      return added;
    });
    await this.ask();
    return id;
  }

  /**
   * The same of a file that waited for its columns to be told, within the transaction in which they are. It keeps its id,
   * and with it what is in it.
   *
   * @throws DomainError as `bring`
   */
  async take(
    tx: Transaction,
    author: Author,
    id: string,
    file: Omit<LargeContent, 'content'> & { readonly sha256: string; readonly said: SaidOfFile },
  ): Promise<void> {
    await this.add(tx, author, { id, ...file }, this.clock.now());
  }

  /** Has done what is due; whoever cannot ask the queue now is found by the bell. */
  async ask(): Promise<void> {
    await this.jobs?.enqueue(LARGE_FILES, {}, ONE_AT_A_TIME).catch(() => undefined);
  }

  /** Has it checked again, with what its author says of rows that look like others. @throws DomainError as `submit` */
  async answer(author: Author, known: KnownFile, { all, byLine }: LargeAnswers): Promise<void> {
    await this.move(author, known, ['checked', 'returned'], (file) => ({
      status: 'checking',
      twins: all ?? file.twins,
      answers: [...new Map([...file.answers, ...byLine])],
      // What was given back is its author's to submit once more.
      submittedAt: null,
      attempts: 0,
      note: null,
    }));
    await this.ask();
  }

  /**
   * Hands it to whoever approves.
   *
   * @throws DomainError `ENTRY.FAULTS`, `ENTRY.CHANGED_MEANWHILE` (refused), `ENTRY.UNKNOWN` (missing)
   */
  async submit(author: Author, known: KnownFile): Promise<void> {
    await this.move(author, known, ['checked'], ({ outcome }, now) => {
      if (outcome === null || outcome.wrong + outcome.asked > 0) {
        throw new DomainError('ENTRY.FAULTS', 'A file with rows that are wrong is not submitted.', {
          kind: 'refused',
        });
      }
      return { status: 'submitted', submittedAt: now, note: null };
    });
  }

  /** Makes what waits its author's again. @throws DomainError as `submit` */
  async takeBack(author: Author, known: KnownFile): Promise<void> {
    await this.move(author, known, ['submitted'], () => ({
      status: 'checked',
      submittedAt: null,
      note: null,
    }));
  }

  /** @throws DomainError as `submit` */
  async discard(author: Author, known: KnownFile): Promise<void> {
    await this.move(author, known, DISCARDABLE, () => ({ status: 'discarded' }), forgetContent);
  }

  /**
   * Has it written, if it still comes to what was looked at: a job finds out.
   *
   * @param digest of what the approver has seen
   * @throws DomainError `APPROVAL.OWN`, `ENTRY.CHANGED_MEANWHILE` (refused)
   */
  async approve(approver: Author, known: KnownFile, digest: string): Promise<void> {
    await this.decide(approver, known, ({ outcome }) => {
      if (outcome === null || outcome.digest !== digest) throw changedMeanwhile();
      return { status: 'approving', attempts: 0, note: null, comment: null };
    });
    await this.ask();
  }

  /** @throws DomainError `APPROVAL.NO_COMMENT` (call), as `approve` */
  async giveBack(approver: Author, known: KnownFile, comment: string): Promise<void> {
    const why = comment.trim();
    if (why === '')
      throw new DomainError('APPROVAL.NO_COMMENT', 'Say why it is given back.', { kind: 'call' });
    await this.decide(approver, known, () => ({ status: 'returned', comment: why }));
  }

  private async add(
    tx: Transaction,
    author: Author,
    file: Pick<NewLargeFile, 'id' | 'kind' | 'decimal' | 'fileName' | 'sha256' | 'said'>,
    now: Date,
  ): Promise<string> {
    const { own, due } = await holdCounts(tx, handOf(author));
    if (own >= MOST_OF_ONE) {
      throw new DomainError('ENTRY.LARGE_OF_ONE', `${own} large files of one person are not decided yet.`, {
        kind: 'too-often',
        remedy: 'Wait for one to be decided, or take one away.',
        retryAfterS: LATER_S.own,
        values: { most: String(MOST_OF_ONE) },
      });
    }
    if (due >= MOST_DUE) {
      throw new DomainError('ENTRY.LARGE_OF_ALL', `${due} large files wait to be checked.`, {
        kind: 'broken',
        remedy: 'Try again in some minutes.',
        retryAfterS: LATER_S.due,
      });
    }
    const whose = authoredBy(author);
    const when = { broughtAt: now, changedAt: now };
    return addLargeFile(tx, { ...file, ...whose, ...when, status: 'checking' });
  }

  private decide(
    approver: Author,
    known: KnownFile,
    change: (file: LargeFile) => Partial<NewLargeFile>,
  ): Promise<void> {
    return this.acting(approver, async (tx, now) => {
      const file = await lockLargeFile(tx, known.id);
      if (file === null || file.submittedAt === null || file.status === 'discarded') throw unknown(known.id);
      if (file.version !== known.version) throw changedMeanwhile();
      if (isOfHand(file, approver)) {
        throw new DomainError('APPROVAL.OWN', 'Nobody approves or gives back what is their own.', {
          kind: 'refused',
          remedy: 'Somebody else has to.',
        });
      }
      if (file.status !== 'submitted') throw changedMeanwhile();
      await changeSeen(tx, known, { ...change(file), ...decidedBy(approver, now), changedAt: now });
    });
  }

  /** What its author does with it. */
  private move(
    author: Author,
    known: KnownFile,
    from: readonly LargeFileStatus[],
    change: (file: LargeFile, now: Date) => Partial<NewLargeFile>,
    within?: (tx: Transaction, id: string) => Promise<void>,
  ): Promise<void> {
    return this.acting(author, async (tx, now) => {
      const file = await lockLargeFile(tx, known.id);
      if (file === null || !isOwn(file, author)) throw unknown(known.id);
      if (file.version !== known.version || !from.includes(file.status)) throw changedMeanwhile();
      await changeSeen(tx, known, { ...change(file, now), changedAt: now });
      await within?.(tx, known.id);
    });
  }

  private acting<T>(author: Author, run: (tx: Transaction, now: Date) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      await actAs(tx, author.actor, now);
      return run(tx, now);
    });
  }
}

async function changeSeen(tx: Transaction, known: KnownFile, change: Partial<NewLargeFile>): Promise<void> {
  if ((await changeLargeFile(tx, known, change)) === null) throw changedMeanwhile();
}

function unknown(id: string): DomainError {
  return new DomainError('ENTRY.UNKNOWN', `There is no file "${id}".`, { kind: 'missing' });
}
