import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { ENTRY_KINDS, ORIGINS, SUBMISSION_STATUSES } from '../core/entry/submission.ts';
import { importBatches } from '../platform/csv/import-batches.table.ts';
import { DECIMAL_SIGNS } from '../platform/csv/written-number.ts';
import { code, moment, oneOf } from '../platform/database/columns.ts';

/** What each column of a row holds, as it was typed; a column that is not here is not changed. */
export type Cells = Readonly<Record<string, string>>;

/**
 * A row that somebody entered, and its way to the portfolio (`core/entry/submission.ts`). A trigger keeps author and
 * kind, counts versions, and lets no status come but after the one that it follows (drizzle/0030_writing_api.sql).
 */
export const submissions = pgTable(
  'submissions',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    kind: text('kind', { enum: ENTRY_KINDS }).notNull(),
    cells: jsonb('cells').$type<Cells>().notNull(),
    /** Which sign stands before decimals in them; null: what can be read two ways is asked about. */
    decimal: text('decimal', { enum: DECIMAL_SIGNS }),
    /** What its author says of the figure that it looks like, and which one that is. */
    twin: text('twin', { enum: ['same', 'another'] }),
    twinRef: text('twin_ref'),
    /** Whose it is to enter it; null: of no programme, or of one that is not known yet. */
    program: code('program'),
    /** Whose hand it is; of what a program entered, whoever made its token. Null: a program of the command line's. */
    author: uuid('author'),
    /** The token of the program that entered it; null: a person did. */
    authorToken: uuid('author_token'),
    authorName: text('author_name').notNull(),
    origin: text('origin', { enum: ORIGINS }).notNull(),
    fileName: text('file_name').notNull().default(''),
    /** What was saved at once: a form, a matrix, a file. */
    together: uuid('together').notNull(),
    /** Its place among them: of a file, the line. */
    place: integer('place').notNull(),
    status: text('status', { enum: SUBMISSION_STATUSES }).notNull(),
    /** Goes up with each change, so that two who change the same are told. */
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull(),
    changedAt: moment('changed_at').notNull(),
    submittedAt: moment('submitted_at'),
    /** Why it was given back. */
    comment: text('comment'),
    decidedAt: moment('decided_at'),
    /** As `author` and `authorToken`. */
    decidedBy: uuid('decided_by'),
    decidedByToken: uuid('decided_by_token'),
    decidedName: text('decided_name'),
    /** With which it came into the portfolio. */
    batch: bigint('batch', { mode: 'number' }).references(() => importBatches.id),
  },
  (t) => [
    index('submissions_author').on(t.author, t.status, t.changedAt),
    index('submissions_author_token').on(t.authorToken, t.status, t.changedAt),
    index('submissions_waiting').on(t.submittedAt, t.id).where(sql`${t.status} = 'submitted'`),
    index('submissions_batch').on(t.batch),
    index('submissions_decided_by').on(t.decidedBy),
    index('submissions_decided_by_token').on(t.decidedByToken),
    index('submissions_together').on(t.together, t.place),
    check('submissions_kind', oneOf(t.kind, ENTRY_KINDS)),
    check('submissions_cells', sql`jsonb_typeof(${t.cells}) = 'object'`),
    check('submissions_decimal', oneOf(t.decimal, DECIMAL_SIGNS)),
    check(
      'submissions_twin',
      sql`${t.twin} IN ('same', 'another') AND (${t.twinRef} IS NULL OR ${t.twin} = 'same')`,
    ),
    check('submissions_origin', oneOf(t.origin, ORIGINS)),
    check('submissions_status', oneOf(t.status, SUBMISSION_STATUSES)),
    check(
      'submissions_submitted_at',
      sql`${t.status} IN ('draft', 'discarded') OR ${t.submittedAt} IS NOT NULL`,
    ),
    check('submissions_entered_by_somebody', sql`num_nonnulls(${t.author}, ${t.authorToken}) > 0`),
    check(
      'submissions_decided_by_somebody',
      sql`num_nulls(${t.decidedAt}, ${t.decidedName}) IN (0, 2) AND (${t.decidedAt} IS NOT NULL) = (num_nonnulls(${t.decidedBy}, ${t.decidedByToken}) > 0) AND (${t.status} NOT IN ('approved', 'returned') OR ${t.decidedAt} IS NOT NULL)`,
    ),
    // Nobody lets count what is their own, by no path: not by a program, nor what a program of theirs entered.
    check(
      'submissions_decided_by_another',
      sql`${t.decidedAt} IS NULL OR ${t.decidedBy} IS DISTINCT FROM ${t.author}`,
    ),
    check('submissions_returned_with_a_comment', sql`${t.status} <> 'returned' OR ${t.comment} <> ''`),
    check('submissions_approved_into_a_batch', sql`(${t.status} = 'approved') = (${t.batch} IS NOT NULL)`),
  ],
);
