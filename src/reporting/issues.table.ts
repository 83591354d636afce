import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, json, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Tile } from '../core/report/block.ts';
import { PAPERS } from '../core/report/paper.ts';
import type { Snapshot } from '../core/report/snapshot.ts';
import { LANGUAGES } from '../core/text.ts';
import { bytes, code, day, isPeriod, moment, oneOf } from '../platform/database/columns.ts';

export const ISSUE_ORIGINS = ['schedule', 'request'] as const;

/** One report for one period and one scope, frozen: the snapshot of its figures, its hash, its PDF. */
export const issues = pgTable(
  'issues',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    report: text('report').notNull(),
    /** `2017-06`, `2017-Q2`, `2017` or `2016-04..2017-03`. */
    period: text('period').notNull(),
    pillar: code('pillar'),
    country: code('country'),
    donor: code('donor'),
    /** The organisation with whose eyes its figures were read, which may have it; null: for whoever has all reports, and for those to whom it is sent. */
    madeFor: code('made_for'),
    lang: text('lang', { enum: LANGUAGES }).notNull(),
    paper: text('paper', { enum: PAPERS }).notNull(),
    origin: text('origin', { enum: ISSUE_ORIGINS }).notNull(),
    /** Data until the end of this day. */
    cutOff: day('cut_off').notNull(),
    /** Of the data that the figures were read at. */
    revision: bigint('revision', { mode: 'number' }).notNull(),
    /** Both dates in a sentence, in the language of the issue; null: only what was approved by the cut-off counts. */
    known: text('known'),
    /** As the document bears it, in the language of the issue. */
    title: text('title').notNull(),
    /** The headline figures of its first page, for the e-mail that carries it, today or when it is sent again. */
    headlines: json('headlines').$type<readonly Tile[]>().notNull(),
    /** Figures of earlier issues that had moved, each in a sentence in its language: its first lines, and those of its e-mail. */
    changed: json('changed').$type<readonly string[]>().notNull().default([]),
    /** `json`, for it comes back key by key as it was hashed. */
    snapshot: json('snapshot').$type<Snapshot>().notNull(),
    /** SHA-256 of the snapshot, in hexadecimal; its beginning stands on every page. */
    hash: text('hash').notNull(),
    pdf: bytes('pdf').notNull(),
    /** The same figures as a workbook; null: it was issued before workbooks were kept. */
    xlsx: bytes('xlsx'),
    /** The same as CSV; null: it was issued before that was kept. */
    csv: bytes('csv'),
    pages: integer('pages').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('issues_scheduled_once')
      .on(
        t.report,
        t.period,
        t.lang,
        t.paper,
        sql`COALESCE(${t.pillar}, '')`,
        sql`COALESCE(${t.country}, '')`,
        sql`COALESCE(${t.donor}, '')`,
      )
      .where(sql`${t.origin} = 'schedule'`),
    index('issues_pillar').on(t.pillar),
    index('issues_country').on(t.country),
    index('issues_donor').on(t.donor),
    index('issues_made_for').on(t.madeFor),
    index('issues_report_period').on(t.report, t.period),
    check('issues_period', isPeriod(t.period)),
    check('issues_lang', oneOf(t.lang, LANGUAGES)),
    check('issues_paper', oneOf(t.paper, PAPERS)),
    check('issues_origin', oneOf(t.origin, ISSUE_ORIGINS)),
    check('issues_hash_is_hex', sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
    check('issues_are_whole', sql`${t.pages} > 0 AND length(${t.pdf}) > 0`),
    check('issues_workbooks_are_whole', sql`${t.xlsx} IS NULL OR length(${t.xlsx}) > 0`),
    check('issues_csv_is_whole', sql`${t.csv} IS NULL OR length(${t.csv}) > 0`),
  ],
);
