import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgSchema,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { code, daysAgo, endsOf, moment } from '../platform/database/columns.ts';

/**
 * What is kept beside the portfolio so that totals are quick. Triggers keep it right in the transaction of each change
 * (drizzle/0014_kept_totals.sql, drizzle/0015_kept_money.sql, drizzle/0016_fewer_totals.sql); the application only reads.
 *
 * The four that grow are partitioned by the hash of a column that each of their keys holds (drizzle/0020_partitions.sql):
 * results and their totals by indicator, entries by transaction, money by key.
 */
export const kept = pgSchema('kept');

/** What rows of kept totals are the sums of: their `key` and `other_key`, in this order. */
export const LEVELS = [
  'all',
  'pillar',
  'country',
  'donor',
  'program',
  'pillar country',
  'donor pillar',
  'donor country',
  'donor receiver',
] as const;

/** Of what time: all of it, what is undated, a year, a month. */
export const GRAINS = ['ever', 'undated', 'year', 'month'] as const;

/** Under which keys the results and the money of a programme count, after inheritance (rules 8 and 9). */
export const programKeys = kept.table(
  'program_keys',
  {
    program: code('program').primaryKey(),
    pillar: code('pillar').notNull(),
    /** Of a result that names no place itself. */
    country: code('country').notNull(),
    donors: text('donors').array().notNull(),
    /** Over which its money spreads, in order of code, with the share of each: alone, 100 (rule 8). */
    pillars: text('pillars').array().notNull(),
    pillarShares: numeric('pillar_shares').array().notNull(),
    places: text('places').array().notNull(),
    placeShares: numeric('place_shares').array().notNull(),
    /** The programme at the top of those above it, or itself. */
    root: code('root').notNull(),
    /** Whether several fund that one with all below it (`programsOfSeveralFunders` of src/core/readership.ts). */
    severalFunders: boolean('several_funders').notNull().default(false),
    /** Whose money went to it, as a funding organisation or not: they may read about it. */
    payers: text('payers').array().notNull().default([]),
  },
  (t) => [
    index('kept_program_keys_donors').using('gin', t.donors),
    index('kept_program_keys_payers').using('gin', t.payers),
    index('kept_program_keys_root').on(t.root),
  ],
);

/** Each result that counts (rules 1 and 9), with its keys: what `attribute` of src/core/attribution.ts gives. */
export const keptResults = kept.table(
  'results',
  {
    id: uuid('id').notNull(),
    indicator: code('indicator').notNull(),
    kind: text('kind', { enum: ['target', 'actual'] }).notNull(),
    program: code('program').notNull(),
    pillar: code('pillar').notNull(),
    country: code('country').notNull(),
    donors: text('donors').array().notNull(),
    periodEnd: date('period_end'),
    qualifier: text('qualifier', { enum: ['exact', 'about', 'at least', 'at most', 'range'] }).notNull(),
    value: numeric('value').notNull(),
    valueHigh: numeric('value_high'),
    denominator: numeric('denominator'),
    approvedAt: moment('approved_at').notNull(),
    /** Its breakdown: axis, part and value of each; null: none. */
    parts: jsonb('parts').$type<readonly (readonly [axis: string, part: string, value: number])[]>(),
  },
  (t) => [
    primaryKey({ name: 'results_pkey', columns: [t.id, t.indicator] }),
    index('kept_results_indicator_period_end').on(t.indicator, t.kind, t.periodEnd),
    index('kept_results_in_order').on(t.indicator, t.kind, endsOf(t.periodEnd), t.program, t.id),
    index('kept_results_newest').on(t.indicator, t.kind, daysAgo(t.periodEnd), t.program, t.id),
    index('kept_results_indicator_country').on(t.indicator, t.kind, t.country, t.periodEnd),
    index('kept_results_program').on(t.program, t.indicator, t.kind, t.periodEnd, t.country),
  ],
);

/** Those that a reader may see (drizzle/0014_kept_totals.sql): of the donors of a row, a donor sees itself alone. */
export const keptResultsSeen = kept
  .view('results_seen', {
    id: uuid('id'),
    indicator: code('indicator'),
    kind: text('kind'),
    program: code('program'),
    pillar: code('pillar'),
    country: code('country'),
    donors: text('donors').array(),
    periodEnd: date('period_end'),
    qualifier: text('qualifier'),
    value: numeric('value'),
    valueHigh: numeric('value_high'),
    denominator: numeric('denominator'),
    approvedAt: moment('approved_at'),
    parts: jsonb('parts'),
  })
  .existing();

/** The keys of programmes that a reader may see, without what money needs. */
export const programKeysSeen = kept
  .view('program_keys_seen', {
    program: code('program'),
    pillar: code('pillar'),
    country: code('country'),
    donors: text('donors').array(),
  })
  .existing();

/**
 * Sums of results of one indicator and kind, over what their keys have in common. A question reads the rows of one level
 * and of the times that its window is made of.
 *
 * - `level`: what `key` and `other_key` name: `all` (neither), `pillar`, `country`, `donor`, `program`, or two at once:
 *   `pillar country`, `donor pillar`, `donor country`. (As text: under row-level security an index finds only what is
 *   compared by a function that cannot leak, which that of an enumeration is not said to be.)
 * - `grain` and `span`: `ever`, all time with what is undated; `undated`; `year` (2017); and `month` (201706). The times
 *   of a level are those that hold fewer rows than there are results (`timesAt` of kept-plan.ts).
 * - `axis` and `part`: empty for whole results. Of a breakdown axis, a known part, `not-recorded` for what the parts leave
 *   of a value, and the empty part for the results, whole, that have parts of that axis at all (rule 6).
 */
export const keptTotals = kept.table(
  'totals',
  {
    indicator: code('indicator').notNull(),
    kind: text('kind').notNull(),
    axis: code('axis').notNull(),
    level: text('level', { enum: LEVELS }).notNull(),
    grain: text('grain', { enum: GRAINS }).notNull(),
    span: integer('span').notNull(),
    key: code('key').notNull(),
    otherKey: code('other_key').notNull(),
    part: code('part').notNull(),
    count: integer('count').notNull(),
    value: numeric('value').notNull(),
    /** The part of it whose results are exact. */
    exact: numeric('exact').notNull(),
    denominator: numeric('denominator').notNull(),
    /** The upper ends of ranges that are here whole. */
    high: numeric('high').notNull(),
    abouts: integer('abouts').notNull(),
    atLeasts: integer('at_leasts').notNull(),
    atMosts: integer('at_mosts').notNull(),
    ranges: integer('ranges').notNull(),
    /** How many are here whole, and not as a part of their breakdown. */
    wholes: integer('wholes').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'totals_pk',
      columns: [t.indicator, t.kind, t.axis, t.level, t.grain, t.span, t.key, t.otherKey, t.part],
    }),
    index('kept_totals_other_key')
      .on(t.indicator, t.kind, t.axis, t.level, t.grain, t.span, t.otherKey)
      .where(sql`${t.otherKey} <> ''`),
  ],
);

/**
 * What each transaction counts as (rules 1, 7 and 8): its donor and the places and pillars that it spreads over, with what
 * falls to each in minor units, as `attributeTransaction` of src/core/funding-attribution.ts gives it.
 */
export const keptEntries = kept.table(
  'entries',
  {
    transaction: uuid('transaction').notNull(),
    type: text('type').notNull(),
    program: code('program').notNull(),
    donor: code('donor').notNull(),
    /** Empty: nobody is named. */
    receiver: code('receiver').notNull(),
    place: code('place').notNull(),
    pillar: code('pillar').notNull(),
    valueDate: date('value_date').notNull(),
    /** Empty: it is in the reporting currency. Otherwise there is no rate, and it is in its own. */
    currency: text('currency').notNull(),
    amount: numeric('amount').notNull(),
    illustrative: boolean('illustrative').notNull(),
  },
  (t) => [
    primaryKey({ name: 'entries_pk', columns: [t.transaction, t.place, t.pillar] }),
    index('kept_entries_type_value_date').on(t.type, t.valueDate, t.transaction),
    index('kept_entries_newest').on(t.type, sql`('3000-01-01'::date - ${t.valueDate})`, t.transaction),
    index('kept_entries_illustrative').on(t.type, t.valueDate).where(sql`${t.illustrative}`),
    index('kept_entries_donor').on(t.donor, t.type, t.valueDate),
    index('kept_entries_program').on(t.program, t.type),
  ],
);

/**
 * Sums of money of one type, as `keptTotals` of results: level, grain, span and keys mean the same, but that the other key
 * of a programme is the donor. To whom a donor's money went, `donor receiver`, is kept of all time alone.
 */
export const keptMoney = kept.table(
  'money',
  {
    type: text('type').notNull(),
    level: text('level', { enum: LEVELS }).notNull(),
    grain: text('grain', { enum: GRAINS }).notNull(),
    span: integer('span').notNull(),
    key: code('key').notNull(),
    otherKey: code('other_key').notNull(),
    /** As of `keptEntries`. */
    currency: text('currency').notNull(),
    /** How many transactions, each once however many places and pillars it spreads over. */
    count: integer('count').notNull(),
    amount: numeric('amount').notNull(),
    /** The part of it that is made up for demonstration. */
    illustrative: numeric('illustrative').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'money_pk',
      columns: [t.type, t.level, t.grain, t.span, t.key, t.otherKey, t.currency],
    }),
    index('kept_money_other_key')
      .on(t.type, t.level, t.grain, t.span, t.otherKey)
      .where(sql`${t.otherKey} <> ''`),
    index('kept_money_program').on(t.key).where(sql`${t.level} = 'program' AND ${t.grain} = 'ever'`),
    index('kept_money_program_donor')
      .on(t.otherKey)
      .where(sql`${t.level} = 'program' AND ${t.grain} = 'ever'`),
  ],
);
