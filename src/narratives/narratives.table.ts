import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, pgView, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { NARRATIVE_SECTIONS } from '../core/narratives/narrative.ts';
import { READERSHIPS } from '../core/text.ts';
import { importBatches } from '../platform/csv/import-batches.table.ts';
import {
  code,
  datePrecision,
  day,
  localText,
  moment,
  oneOf,
  precisionFits,
  ROW_STATUSES,
  readership,
} from '../platform/database/columns.ts';

/** What is said, of what, and whose it is. */
const statement = () => ({
  program: code('program').notNull(),
  place: code('place'),
  section: text('section', { enum: NARRATIVE_SECTIONS }).notNull(),
  periodStart: day('period_start'),
  periodEnd: day('period_end'),
  datePrecision: datePrecision('date_precision').notNull(),
  text: localText('text').notNull(),
  textFor: readership('text_for'),
  sheet: localText('sheet'),
  sheetFor: readership('sheet_for'),
});
const standing = () => text('status', { enum: ROW_STATUSES }).notNull().default('draft');

/** Words beside figures: they count nowhere, and are entered, approved and dated as figures are. */
export const narratives = pgTable(
  'narratives',
  {
    /** Imported rows: made from what they said first (`row-identity.ts`). Others: random. */
    id: uuid('id').primaryKey().defaultRandom(),
    ...statement(),
    /** People's own key, or a system's; null: the id is the only one. */
    ref: text('ref'),
    status: standing(),
    /** Why it says what it says now: of what is withdrawn always, of a correction where somebody wrote it. */
    reason: text('reason'),
    approvedAt: moment('approved_at'),
    approvedBy: text('approved_by'),
    withdrawnAt: moment('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    batch: bigint('batch', { mode: 'number' }).references(() => importBatches.id),
    /** Where in the batch's file the row stands. */
    batchLine: integer('batch_line'),
  },
  (t) => [
    index('narratives_program').on(t.program),
    index('narratives_place').on(t.place),
    index('narratives_batch').on(t.batch),
    check('narratives_section', oneOf(t.section, NARRATIVE_SECTIONS)),
    check('narratives_status', oneOf(t.status, ROW_STATUSES)),
    check('narratives_date_precision', precisionFits(t.datePrecision, t.periodEnd)),
    check('narratives_period_has_an_end', sql`${t.periodStart} IS NULL OR ${t.periodEnd} IS NOT NULL`),
    check('narratives_period_end_not_before_start', sql`${t.periodEnd} >= ${t.periodStart}`),
    check('narratives_text_for', oneOf(t.textFor, READERSHIPS)),
    check('narratives_sheet_for', oneOf(t.sheetFor, READERSHIPS)),
    uniqueIndex('narratives_ref_once').on(t.ref),
    check('narratives_ref_is_given', sql`${t.ref} <> ''`),
    check(
      'narratives_approved_by_somebody',
      sql`(${t.status} = 'withdrawn' OR (${t.status} = 'approved') = (${t.approvedAt} IS NOT NULL)) AND (${t.approvedAt} IS NULL) = (${t.approvedBy} IS NULL)`,
    ),
    check(
      'narratives_withdrawn_by_somebody',
      sql`(${t.status} = 'withdrawn') = (${t.withdrawnAt} IS NOT NULL) AND (${t.withdrawnAt} IS NULL) = (${t.withdrawnBy} IS NULL) AND (${t.status} <> 'withdrawn' OR ${t.reason} IS NOT NULL)`,
    ),
    check('narratives_line_of_a_batch', sql`(${t.batch} IS NULL) = (${t.batchLine} IS NULL)`),
  ],
);

/** Texts as whoever reads them may see them: the view is all that readers under row-level security have. */
export const narrativesSeen = pgView('narratives_seen', {
  id: uuid('id').notNull(),
  ...statement(),
  status: standing(),
}).existing();
