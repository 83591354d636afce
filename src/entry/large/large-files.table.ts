import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { LARGE_FILE_NOTES, LARGE_FILE_STATUSES } from '../../core/entry/large-file.ts';
import { ENTRY_KINDS } from '../../core/entry/submission.ts';
import { importBatches } from '../../platform/csv/import-batches.table.ts';
import type { RowError } from '../../platform/csv/row-error.ts';
import type { LineAnswer } from '../../platform/csv/twin-answers.ts';
import type { TwinQuestion } from '../../platform/csv/twin-question.ts';
import { DECIMAL_SIGNS } from '../../platform/csv/written-number.ts';
import { moment, oneOf } from '../../platform/database/columns.ts';
import type { MovedTotal } from '../moved-totals.ts';
import type { Cells } from '../submissions.table.ts';

/** What its author said of the columns of a file, and on which line they have their names. */
export interface SaidOfFile {
  readonly line: number;
  readonly columns: readonly string[];
  readonly same: Cells;
}

/** A row as it counts now, and as it would; null: there is none. */
export interface SampleRow {
  readonly line: number;
  readonly before: Cells | null;
  readonly after: Cells;
}

/** What a check came to. With rows that are wrong, or asked about, nothing was counted. */
export interface LargeOutcome {
  /** In the file, the header, empty rows and what was left out aside. */
  readonly rows: number;
  /** Rows that are wrong, and rows that look like other figures and are not answered for. */
  readonly wrong: number;
  readonly asked: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly moves: readonly MovedTotal[];
  /** The first rows that are new or changed. */
  readonly sample: readonly SampleRow[];
  /** Of all that an approval rests on: equal digests come to the same. */
  readonly digest: string;
}

/**
 * A file that is taken, checked, submitted and decided as one thing (`core/entry/large-file.ts`). A trigger keeps whose
 * and what it is, counts versions, and lets no status come but after those that it may follow
 * (drizzle/0043_large_files_of_programs.sql).
 */
export const largeFiles = pgTable(
  'large_files',
  {
    /** Of the file as it was brought: what is in it stays where it is, for as long as it may be checked again. */
    id: uuid('id').primaryKey().defaultRandom(),
    /** Whose hand it is, and which program brought it, as in `submissions`. */
    author: uuid('author'),
    authorToken: uuid('author_token'),
    authorName: text('author_name').notNull(),
    kind: text('kind', { enum: ENTRY_KINDS }).notNull(),
    /** What was said of its numbers; null: nothing. */
    decimal: text('decimal', { enum: DECIMAL_SIGNS }),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    /** Null: its own header says what its columns are. */
    said: jsonb('said').$type<SaidOfFile>(),
    /** What its author says of all rows that look like others, and of some by their lines. */
    twins: text('twins', { enum: ['same', 'another'] }),
    answers: jsonb('answers')
      .$type<readonly (readonly [line: number, answer: LineAnswer])[]>()
      .notNull()
      .default([]),
    status: text('status', { enum: LARGE_FILE_STATUSES }).notNull(),
    /** Goes up with each change, so that two who change the same are told. */
    version: integer('version').notNull().default(1),
    /** How far the job is. */
    rowsRead: integer('rows_read').notNull().default(0),
    rowsChecked: integer('rows_checked').notNull().default(0),
    /** How often a job began with it and did not come to an end. */
    attempts: integer('attempts').notNull().default(0),
    outcome: jsonb('outcome').$type<LargeOutcome>(),
    note: text('note', { enum: LARGE_FILE_NOTES }),
    broughtAt: moment('brought_at').notNull(),
    changedAt: moment('changed_at').notNull(),
    submittedAt: moment('submitted_at'),
    /** Why it was given back. */
    comment: text('comment'),
    decidedAt: moment('decided_at'),
    decidedBy: uuid('decided_by'),
    decidedByToken: uuid('decided_by_token'),
    decidedName: text('decided_name'),
    /** With which it came into the portfolio. */
    batch: bigint('batch', { mode: 'number' }).references(() => importBatches.id),
  },
  (t) => [
    index('large_files_author').on(t.author, t.changedAt),
    index('large_files_status').on(t.status, t.submittedAt),
    index('large_files_decided_by').on(t.decidedBy),
    index('large_files_author_token').on(t.authorToken, t.changedAt),
    index('large_files_decided_by_token').on(t.decidedByToken),
    check('large_files_brought_by_somebody', sql`num_nonnulls(${t.author}, ${t.authorToken}) > 0`),
    index('large_files_batch').on(t.batch),
    check('large_files_kind', oneOf(t.kind, ENTRY_KINDS)),
    check('large_files_decimal', oneOf(t.decimal, DECIMAL_SIGNS)),
    check('large_files_twins', oneOf(t.twins, ['same', 'another'])),
    check('large_files_answers', sql`jsonb_typeof(${t.answers}) = 'array'`),
    check('large_files_status', oneOf(t.status, LARGE_FILE_STATUSES)),
    check('large_files_note', oneOf(t.note, LARGE_FILE_NOTES)),
    check(
      'large_files_submitted_at',
      sql`${t.status} NOT IN ('submitted', 'returned', 'approving', 'approved') OR ${t.submittedAt} IS NOT NULL`,
    ),
    check(
      'large_files_decided_by_somebody',
      sql`num_nulls(${t.decidedAt}, ${t.decidedName}) IN (0, 2) AND (${t.decidedAt} IS NOT NULL) = (num_nonnulls(${t.decidedBy}, ${t.decidedByToken}) > 0) AND (${t.status} NOT IN ('returned', 'approving', 'approved') OR ${t.decidedAt} IS NOT NULL)`,
    ),
    check(
      'large_files_decided_by_another',
      sql`${t.decidedAt} IS NULL OR ${t.decidedBy} IS DISTINCT FROM ${t.author}`,
    ),
    check('large_files_returned_with_a_comment', sql`${t.status} <> 'returned' OR ${t.comment} <> ''`),
    check('large_files_approved_into_a_batch', sql`(${t.status} = 'approved') = (${t.batch} IS NOT NULL)`),
  ],
);

/** Its rows that are wrong, or asked about, as the last check found them. */
export const largeFileFaults = pgTable(
  'large_file_faults',
  {
    file: uuid('file')
      .notNull()
      .references(() => largeFiles.id),
    line: integer('line').notNull(),
    cells: jsonb('cells').$type<Cells>().notNull(),
    errors: jsonb('errors').$type<readonly RowError[]>().notNull(),
    question: jsonb('question').$type<TwinQuestion>(),
  },
  (t) => [primaryKey({ columns: [t.file, t.line] })],
);
