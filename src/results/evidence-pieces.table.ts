import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, pgView, text, uuid } from 'drizzle-orm/pg-core';
import { READERSHIPS } from '../core/text.ts';
import { localText, moment, oneOf, readership } from '../platform/database/columns.ts';
import { storedFiles } from '../platform/stored-files/stored-files.table.ts';
import { results } from './results.table.ts';

export const PIECE_KINDS = ['file', 'link', 'quotation'] as const;

/**
 * What was attached to a figure, with its course: somebody adds it, somebody else confirms it, and then it stands in
 * `evidence`, with the figure's sheet; it may be withdrawn with a reason. It hangs on the figure's id, which no correction
 * changes; or on a row that was entered, until that is approved: then it is confirmed with it, and gets its figure. A
 * trigger lets nothing else of it change, and keeps all of it (drizzle/0036_evidence_while_entering.sql).
 */
export const evidencePieces = pgTable(
  'evidence_pieces',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** Null: the row with which it came is not approved. */
    result: uuid('result').references(() => results.id),
    /** The row with which it came (`submissions`, which stands above this folder). */
    submission: uuid('submission'),
    kind: text('kind', { enum: PIECE_KINDS }).notNull(),
    title: localText('title').notNull(),
    titleFor: readership('title_for'),
    /** Of a link. */
    url: text('url'),
    /** Of a quotation, with where it stands in what the title names. */
    quotation: localText('quotation'),
    page: text('page'),
    /** Of a file: its content by SHA-256, and the name under which it is given out. */
    file: text('file').references(() => storedFiles.sha256),
    fileName: text('file_name'),
    addedAt: moment('added_at').notNull(),
    /** Whose hand it is; of what a program attached, whoever made its token. Null: a program of the command line's. */
    addedBy: uuid('added_by'),
    addedByToken: uuid('added_by_token'),
    addedName: text('added_name').notNull(),
    confirmedAt: moment('confirmed_at'),
    confirmedBy: uuid('confirmed_by'),
    confirmedByToken: uuid('confirmed_by_token'),
    confirmedName: text('confirmed_name'),
    withdrawnAt: moment('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by'),
    withdrawnByToken: uuid('withdrawn_by_token'),
    withdrawnName: text('withdrawn_name'),
    withdrawnBecause: text('withdrawn_because'),
  },
  (t) => [
    index('evidence_pieces_result').on(t.result, t.addedAt),
    index('evidence_pieces_waiting')
      .on(t.addedAt, t.id)
      .where(sql`${t.confirmedAt} IS NULL AND ${t.withdrawnAt} IS NULL AND ${t.result} IS NOT NULL`),
    index('evidence_pieces_submission').on(t.submission, t.addedAt),
    index('evidence_pieces_file').on(t.file),
    index('evidence_pieces_added_by').on(t.addedBy),
    index('evidence_pieces_confirmed_by').on(t.confirmedBy),
    index('evidence_pieces_withdrawn_by').on(t.withdrawnBy),
    index('evidence_pieces_added_by_token').on(t.addedByToken),
    index('evidence_pieces_confirmed_by_token').on(t.confirmedByToken),
    index('evidence_pieces_withdrawn_by_token').on(t.withdrawnByToken),
    check(
      'evidence_pieces_hang_on_something',
      sql`num_nonnulls(${t.result}, ${t.submission}) > 0 AND (${t.confirmedAt} IS NULL OR ${t.result} IS NOT NULL)`,
    ),
    check('evidence_pieces_added_by_somebody', sql`num_nonnulls(${t.addedBy}, ${t.addedByToken}) > 0`),
    check('evidence_pieces_kind', oneOf(t.kind, PIECE_KINDS)),
    check('evidence_pieces_title_for', oneOf(t.titleFor, READERSHIPS)),
    check('evidence_pieces_url_is_http', sql`${t.url} ~ '^https?://'`),
    check('evidence_pieces_links_have_an_address', sql`(${t.kind} = 'link') = (${t.url} IS NOT NULL)`),
    check(
      'evidence_pieces_files_have_content',
      sql`num_nulls(${t.file}, ${t.fileName}) IN (0, 2) AND (${t.kind} = 'file') = (${t.file} IS NOT NULL)`,
    ),
    check(
      'evidence_pieces_quotations_say_where',
      sql`num_nulls(${t.quotation}, ${t.page}) IN (0, 2) AND (${t.kind} = 'quotation') = (${t.quotation} IS NOT NULL)`,
    ),
    check(
      'evidence_pieces_confirmed_by_somebody',
      sql`num_nulls(${t.confirmedAt}, ${t.confirmedName}) IN (0, 2) AND (${t.confirmedAt} IS NOT NULL) = (num_nonnulls(${t.confirmedBy}, ${t.confirmedByToken}) > 0)`,
    ),
    // As with figures: nobody vouches for what is their own, by no path.
    check(
      'evidence_pieces_confirmed_by_another',
      sql`${t.confirmedAt} IS NULL OR ${t.confirmedBy} IS DISTINCT FROM ${t.addedBy}`,
    ),
    check(
      'evidence_pieces_withdrawn_with_a_reason',
      sql`num_nulls(${t.withdrawnAt}, ${t.withdrawnName}, ${t.withdrawnBecause}) IN (0, 3) AND (${t.withdrawnAt} IS NOT NULL) = (num_nonnulls(${t.withdrawnBy}, ${t.withdrawnByToken}) > 0) AND (${t.withdrawnBecause} <> '' OR ${t.result} IS NULL)`,
    ),
  ],
);

/** As whoever reads it may see it: to readers, what stands with figures of theirs; who did what with it, to the organisation. */
export const evidencePiecesSeen = pgView('evidence_pieces_seen', {
  id: uuid('id').notNull(),
  /** Null: the row with which it came is not approved. */
  result: uuid('result'),
  kind: text('kind', { enum: PIECE_KINDS }).notNull(),
  title: localText('title').notNull(),
  url: text('url'),
  quotation: localText('quotation'),
  page: text('page'),
  file: text('file'),
  fileName: text('file_name'),
  /** Of the file, in bytes. */
  size: integer('size'),
  mediaType: text('media_type'),
  titleFor: readership('title_for'),
  addedAt: moment('added_at'),
  addedBy: uuid('added_by'),
  addedName: text('added_name'),
  confirmedAt: moment('confirmed_at'),
  confirmedName: text('confirmed_name'),
  withdrawnAt: moment('withdrawn_at'),
  withdrawnName: text('withdrawn_name'),
  withdrawnBecause: text('withdrawn_because'),
  submission: uuid('submission'),
}).existing();
