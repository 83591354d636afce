import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Keeper } from '../access/index.ts';
import type { EntryKind } from '../core/entry/submission.ts';
import { DomainError } from '../core/errors.ts';
import { Clock } from '../platform/clock/clock.ts';
import { NO_ANSWERS } from '../platform/csv/answers.ts';
import { type FileShape, sameHeader } from '../platform/csv/file-shape.ts';
import { readShape, readTable } from '../platform/csv/read-table.adapter.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import type { Table } from '../platform/csv/table.ts';
import type { DecimalSign } from '../platform/csv/written-number.ts';
import { actAs } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import type { PersonAuthor } from './author.ts';
import {
  addBroughtFile,
  type BroughtFile,
  type ColumnMap,
  contentOf,
  findBroughtFile,
  findColumnMap,
  keepColumnMap,
  takeBroughtFile,
} from './brought-files.repository.ts';
import { namedColumns } from './column-names.ts';
import { forgetPieces } from './file-pieces.repository.ts';
import { LargeFiles } from './large/large-files.use-case.ts';
import { rowsOfFile } from './rows-of-file.ts';
import { underSaidNames } from './said-of-columns.ts';
import type { Submission } from './submissions.repository.ts';
import type { Cells } from './submissions.table.ts';
import { Submissions } from './submissions.use-case.ts';

/** So long a file waits for somebody to say what its columns are. */
const KEPT_MS = 24 * 3_600_000;

/** What somebody says of a file's columns. */
export interface SaidOfColumns {
  /** Of each column which of the kind's it is (`choicesOf`); '': it is not used. */
  readonly columns: readonly string[];
  /** What holds for each row, by column. */
  readonly same: Cells;
  readonly decimal: DecimalSign | null;
}

/** Files whose columns are called otherwise than ours: kept for their author, until they have said what they are. */
@Injectable()
export class BroughtFiles {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly submissions: Submissions,
    private readonly large: LargeFiles,
    private readonly clock: Clock,
  ) {}

  /** What its columns look like, or why nobody can tell. @throws DomainError as `readTable` */
  shapeOf(kind: EntryKind, content: Uint8Array): Promise<FileShape | RowError> {
    return readShape(content, namedColumns(this.submissions.kindOf(kind)), NO_ANSWERS);
  }

  /** @returns by which it is found */
  keep(
    author: PersonAuthor,
    {
      content,
      ...file
    }: Pick<BroughtFile, 'kind' | 'decimal' | 'fileName' | 'shape'> & { readonly content: Uint8Array },
  ): Promise<string> {
    const broughtAt = this.clock.now();
    return this.db.transaction(async (tx) => {
      await actAs(tx, author.actor, broughtAt);
      const expiresAt = new Date(broughtAt.getTime() + KEPT_MS);
      const kept = { ...file, size: content.length, author: author.account, broughtAt, expiresAt };
      return addBroughtFile(tx, kept, content);
    });
  }

  /** @throws DomainError `ENTRY.UNKNOWN` (missing): it is somebody else's, was taken, or its time is over */
  async find(keeper: Keeper, id: string): Promise<BroughtFile> {
    const found = await findBroughtFile(this.db, keeper, id, this.clock.now());
    if (found !== null) return found;
    throw new DomainError('ENTRY.UNKNOWN', 'There is no such file any more.', { kind: 'missing' });
  }

  /** What was last said of the columns of files of this shape, by whomever. */
  remembered({ kind, shape }: Pick<BroughtFile, 'kind' | 'shape'>): Promise<ColumnMap | null> {
    return findColumnMap(this.db, shapeKey(kind, shape));
  }

  /** The file under the names that were given its columns. @throws DomainError as `readTable` */
  async read(keeper: Keeper, file: BroughtFile, said: SaidOfColumns): Promise<Table> {
    const { columns, options } = underSaidNames(this.submissions.kindOf(file.kind), file.shape.line, said);
    return readTable(await contentOf(this.db, keeper, file.id), columns, options);
  }

  /**
   * Makes its rows drafts, and remembers what its columns are; the file is kept no longer.
   *
   * @throws DomainError `ENTRY.UNKNOWN` (missing), `ENTRY.LINE_NOT_YOURS` (refused): it is kept
   */
  take(
    author: PersonAuthor,
    file: BroughtFile,
    { records }: Pick<Table, 'records'>,
    said: SaidOfColumns,
  ): Promise<readonly Submission[]> {
    const { kind, fileName } = file;
    const { same, decimal } = said;
    return this.submissions.keepTogether(author, kind, rowsOfFile(records, decimal, same), {
      origin: 'file',
      fileName,
      within: async (tx, saidAt) => {
        if (!(await takeBroughtFile(tx, file.id, author.account))) throw takenAlready();
        await forgetPieces(tx, [file.id]);
        await keepColumnMap(tx, mapOf(author, file, said, saidAt));
      },
    });
  }

  /**
   * Has it checked as one thing, and remembers what its columns are; what is in it goes with it.
   *
   * @returns by which the large file is found
   * @throws DomainError `ENTRY.UNKNOWN` (missing), `ENTRY.LARGE_OF_ONE` (too-often), `ENTRY.LARGE_OF_ALL` (broken): it is kept
   */
  async takeWhole(author: PersonAuthor, file: BroughtFile, said: SaidOfColumns): Promise<string> {
    const { kind, fileName, shape, id } = file;
    const now = this.clock.now();
    const content = await contentOf(this.db, author, id);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const { columns, same, decimal } = said;
    await this.db.transaction(async (tx) => {
      await actAs(tx, author.actor, now);
      if (!(await takeBroughtFile(tx, id, author.account))) throw takenAlready();
      const whole = { kind, decimal, fileName, sha256, said: { line: shape.line, columns, same } };
      await this.large.take(tx, author, id, whole);
      await keepColumnMap(tx, mapOf(author, file, said, now));
    });
    await this.large.ask();
    return id;
  }
}

function takenAlready(): DomainError {
  return new DomainError('ENTRY.UNKNOWN', 'The file was taken already.', { kind: 'missing' });
}

function mapOf(
  author: PersonAuthor,
  { kind, shape }: BroughtFile,
  { columns, decimal }: SaidOfColumns,
  saidAt: Date,
): ColumnMap {
  return {
    id: shapeKey(kind, shape),
    kind,
    header: shape.columns.map(({ name }) => name),
    columns,
    decimal,
    saidAt,
    saidBy: author.account,
    saidName: author.name,
  };
}

/** Equal for files of one kind whose columns are called the same, in the same order. */
function shapeKey(kind: EntryKind, { columns }: FileShape): string {
  const header = sameHeader(columns.map(({ name }) => name));
  return createHash('sha256').update(`${kind}\n${header}`).digest('base64url');
}
