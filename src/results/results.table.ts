import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  pgView,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { READERSHIPS } from '../core/text.ts';
import { importBatches } from '../platform/csv/import-batches.table.ts';
import {
  code,
  datePrecision,
  day,
  daysAgo,
  endsOf,
  figure,
  localText,
  moment,
  oneOf,
  precisionFits,
  ROW_STATUSES,
  readership,
} from '../platform/database/columns.ts';
import { indicators } from './indicators.table.ts';
import { MEASURES, QUALIFIERS, RESULT_KINDS } from './vocabulary.ts';

/** What a figure says, and whose its note is. */
const statement = () => ({
  program: code('program').notNull(),
  indicator: code('indicator').notNull(),
  kind: text('kind', { enum: RESULT_KINDS }).notNull(),
  place: code('place'),
  periodStart: day('period_start'),
  periodEnd: day('period_end'),
  datePrecision: datePrecision('date_precision').notNull(),
  qualifier: text('qualifier', { enum: QUALIFIERS }).notNull(),
  value: figure('value').notNull(),
  valueHigh: figure('value_high'),
  denominator: figure('denominator'),
  note: localText('note'),
  noteFor: readership('note_for'),
});
/** What a target is measured from. */
const baseline = () => ({
  baseline: figure('baseline'),
  baselineDenominator: figure('baseline_denominator'),
  baselineOn: day('baseline_on'),
  baselinePrecision: datePrecision('baseline_precision').notNull().default('none'),
});
const standing = () => text('status', { enum: ROW_STATUSES }).notNull().default('draft');

/**
 * One figure for an indicator, a period and a place. `measure` repeats the indicator's (a foreign key holds them
 * equal), so that the checks that depend on it are plain ones.
 */
export const results = pgTable(
  'results',
  {
    /** Imported rows: made from what they said first (`row-identity.ts`). Others: random. */
    id: uuid('id').primaryKey().defaultRandom(),
    ...statement(),
    measure: text('measure', { enum: MEASURES }).notNull(),
    ...baseline(),
    /** The figure that already holds this one, which then adds to nothing (rule 9). Its key is checked at the end. */
    partOf: uuid('part_of'),
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
    foreignKey({
      name: 'results_indicator_measure_fk',
      columns: [t.indicator, t.measure],
      foreignColumns: [indicators.code, indicators.measure],
    }),
    index('results_indicator_kind_period_end').on(t.indicator, t.kind, t.periodEnd),
    index('results_program').on(t.program, t.status, t.kind, t.periodEnd),
    index('results_in_order')
      .on(endsOf(t.periodEnd), t.program, t.indicator, t.id)
      .where(sql`${t.status} = 'approved'`),
    index('results_newest')
      .on(daysAgo(t.periodEnd), t.program, t.indicator, t.id)
      .where(sql`${t.status} = 'approved'`),
    index('results_undated')
      .on(sql`(-${t.value})`, endsOf(t.periodEnd), t.program, t.indicator, t.id)
      .where(sql`${t.status} = 'approved' AND ${t.periodEnd} IS NULL`),
    index('results_held')
      .on(t.partOf, t.kind, endsOf(t.periodEnd), t.program, t.place, t.indicator)
      .where(sql`${t.status} = 'approved' AND ${t.partOf} IS NOT NULL`),
    index('results_not_approved').on(t.id).where(sql`${t.status} <> 'approved'`),
    index('results_place').on(t.place),
    index('results_batch').on(t.batch),
    index('results_part_of').on(t.partOf),
    check('results_not_part_of_itself', sql`${t.partOf} <> ${t.id}`),
    check('results_kind', oneOf(t.kind, RESULT_KINDS)),
    check('results_qualifier', oneOf(t.qualifier, QUALIFIERS)),
    check('results_status', oneOf(t.status, ROW_STATUSES)),
    check('results_date_precision', precisionFits(t.datePrecision, t.periodEnd)),
    check('results_period_has_an_end', sql`${t.periodStart} IS NULL OR ${t.periodEnd} IS NOT NULL`),
    check('results_period_end_not_before_start', sql`${t.periodEnd} >= ${t.periodStart}`),
    check(
      'results_denominator_for_ratios_only',
      sql`(${t.measure} = 'ratio') = (${t.denominator} IS NOT NULL)`,
    ),
    check('results_denominator_positive', sql`${t.denominator} > 0`),
    check('results_range_has_two_ends', sql`(${t.qualifier} = 'range') = (${t.valueHigh} IS NOT NULL)`),
    check('results_range_in_order', sql`${t.valueHigh} >= ${t.value}`),
    check('results_not_negative', sql`${t.measure} IN ('amount', 'rate') OR ${t.value} >= 0`),
    check(
      'results_counts_are_whole',
      sql`${t.measure} NOT IN ('count', 'milestone') OR (${t.value} = trunc(${t.value}) AND COALESCE(${t.valueHigh} = trunc(${t.valueHigh}), true))`,
    ),
    check(
      'results_figures_are_safe',
      sql`abs(${t.value}) <= 9007199254740991 AND abs(${t.valueHigh}) <= 9007199254740991 AND abs(${t.denominator}) <= 9007199254740991`,
    ),
    check('results_baseline_of_targets', sql`${t.baseline} IS NULL OR ${t.kind} = 'target'`),
    check(
      'results_baseline_as_value',
      sql`${t.baseline} IS NULL OR ((${t.measure} IN ('amount', 'rate') OR ${t.baseline} >= 0) AND (${t.measure} NOT IN ('count', 'milestone') OR ${t.baseline} = trunc(${t.baseline})) AND abs(${t.baseline}) <= 9007199254740991)`,
    ),
    check(
      'results_baseline_of_how_many',
      sql`(${t.baselineDenominator} IS NOT NULL) = (${t.baseline} IS NOT NULL AND ${t.measure} = 'ratio') AND COALESCE(${t.baselineDenominator} > 0 AND ${t.baselineDenominator} <= 9007199254740991, true)`,
    ),
    check(
      'results_baseline_date',
      sql`${precisionFits(t.baselinePrecision, t.baselineOn)} AND (${t.baselineOn} IS NULL OR (${t.baseline} IS NOT NULL AND COALESCE(${t.baselineOn} <= ${t.periodEnd}, true)))`,
    ),
    uniqueIndex('results_ref_once').on(t.ref),
    check('results_ref_is_given', sql`${t.ref} <> ''`),
    check(
      'results_approved_by_somebody',
      sql`(${t.status} = 'withdrawn' OR (${t.status} = 'approved') = (${t.approvedAt} IS NOT NULL)) AND (${t.approvedAt} IS NULL) = (${t.approvedBy} IS NULL)`,
    ),
    check(
      'results_withdrawn_by_somebody',
      sql`(${t.status} = 'withdrawn') = (${t.withdrawnAt} IS NOT NULL) AND (${t.withdrawnAt} IS NULL) = (${t.withdrawnBy} IS NULL) AND (${t.status} <> 'withdrawn' OR ${t.reason} IS NOT NULL)`,
    ),
    check('results_note_for', oneOf(t.noteFor, READERSHIPS)),
    check('results_line_of_a_batch', sql`(${t.batch} IS NULL) = (${t.batchLine} IS NULL)`),
  ],
);

/** Figures as whoever reads them may see them: the view is all that readers under row-level security have. */
export const resultsSeen = pgView('results_seen', {
  id: uuid('id').notNull(),
  ...statement(),
  status: standing(),
  /** Null too where the figure that holds it does not count itself. */
  partOf: uuid('part_of'),
  approvedAt: moment('approved_at'),
  ...baseline(),
}).existing();

/** One part of a breakdown. A deferred trigger holds the parts of an axis to the result's value (rule 6). */
export const resultParts = pgTable(
  'result_parts',
  {
    result: uuid('result')
      .notNull()
      .references(() => results.id, { onDelete: 'cascade' }),
    axis: code('axis').notNull(),
    part: code('part').notNull(),
    value: figure('value').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.result, t.axis, t.part] }),
    index('result_parts_axis_part').on(t.axis, t.part),
    check('result_parts_not_negative', sql`${t.value} >= 0`),
  ],
);

export const EVIDENCE_KINDS = ['sheet', 'document', 'link', 'quotation'] as const;

const proof = () => ({
  position: integer('position').notNull(),
  kind: text('kind', { enum: EVIDENCE_KINDS }).notNull(),
  title: localText('title').notNull(),
  titleFor: readership('title_for'),
  url: text('url'),
  /** What somebody attached (`evidence-pieces.table.ts`), where it is that; its key is checked by the database. */
  piece: uuid('piece'),
});

/** What a figure rests on, in order of `position`: first the sheets that state it, then what was attached and confirmed. */
export const evidence = pgTable(
  'evidence',
  {
    result: uuid('result')
      .notNull()
      .references(() => results.id, { onDelete: 'cascade' }),
    ...proof(),
  },
  (t) => [
    primaryKey({ columns: [t.result, t.position] }),
    unique('evidence_piece_once').on(t.piece),
    check('evidence_title_for', oneOf(t.titleFor, READERSHIPS)),
    check('evidence_kind', oneOf(t.kind, EVIDENCE_KINDS)),
    check('evidence_url_is_http', sql`${t.url} ~ '^https?://'`),
    check('evidence_links_have_an_address', sql`${t.kind} <> 'link' OR ${t.url} IS NOT NULL`),
  ],
);

/** Evidence as whoever reads it may see it: the view is all that readers under row-level security have. */
export const evidenceSeen = pgView('evidence_seen', {
  result: uuid('result').notNull(),
  ...proof(),
}).existing();
