import { boolean, date, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { code, daysAgo } from '../platform/database/columns.ts';
import { kept } from './kept.table.ts';

/*
 * What is kept of results that somebody should look at, and of targets beside what is reported for them: what would join all
 * rows with all. It is found anew for the programme and indicator of whatever changes (drizzle/0018_kept_gaps.sql and
 * drizzle/0031_reminders.sql), and is about everything there is: readers who see less are answered from the rows that they see.
 */

/** A figure, with what puts it in a filter and in order: a row tells a list without the figure itself. */
const figure = {
  id: uuid('id').notNull(),
  program: code('program').notNull(),
  indicator: code('indicator').notNull(),
  /** Under which it counts: its place, or that of its programme. */
  country: code('country').notNull(),
  periodEnd: date('period_end'),
};

/**
 * Where programmes have approved figures of an indicator, and of which days: what is silent or stale, and which programmes a
 * country has, hang on that alone.
 */
export const keptPresence = kept.table(
  'presence',
  {
    program: code('program').notNull(),
    indicator: code('indicator').notNull(),
    kind: text('kind').notNull(),
    /** Under which they count. */
    country: code('country').notNull(),
    /** Whether they name it themselves; else it is that of their programme. */
    isPlaced: boolean('is_placed').notNull(),
    /** The first and the last end of a period; of the undated, which count on every day, there are some where the first is `-infinity`. */
    firstEnd: date('first_end').notNull(),
    lastEnd: date('last_end').notNull(),
  },
  (t) => [
    primaryKey({ name: 'presence_pk', columns: [t.program, t.indicator, t.kind, t.country, t.isPlaced] }),
    index('kept_presence_country').on(t.country, t.program),
    index('kept_presence_indicator').on(t.indicator, t.program),
    index('kept_presence_ends').on(t.program, t.kind, t.firstEnd, t.lastEnd),
  ],
);

/** Figures of activities that figures of programmes above them may hold (`unmarkedParts` of src/core/held-figures.ts). */
export const keptUnmarked = kept.table(
  'unmarked',
  {
    ...figure,
    whole: uuid('whole').notNull(),
    /** The programme of the whole, and under which country that counts. */
    above: code('above').notNull(),
    countryAbove: code('country_above').notNull(),
  },
  (t) => [
    primaryKey({ name: 'unmarked_pk', columns: [t.program, t.indicator, t.id, t.whole] }),
    index('kept_unmarked_above').on(t.above, t.indicator),
  ],
);

/** Figures where, or of when, their programme does not run (`astrayIn` of src/core/whereabouts.ts): one of both is true. */
export const keptAstray = kept.table(
  'astray',
  {
    ...figure,
    elsewhere: boolean('elsewhere').notNull(),
    early: boolean('early').notNull(),
  },
  (t) => [primaryKey({ name: 'astray_pk', columns: [t.program, t.indicator, t.id] })],
);

/** Figures of `latest` indicators that share programme, place, kind and day (`conflicts` of src/core/series.ts looks among them). */
export const keptSameDay = kept.table('same_day', figure, (t) => [
  primaryKey({ name: 'same_day_pk', columns: [t.program, t.indicator, t.id] }),
]);

/** What was achieved, and of which nothing is there that shows it: no evidence at all. */
export const keptWithoutEvidence = kept.table('without_evidence', figure, (t) => [
  primaryKey({ name: 'without_evidence_pk', columns: [t.program, t.indicator, t.id] }),
  index('kept_without_evidence_newest').on(daysAgo(t.periodEnd), t.program, t.indicator, t.id),
]);

/** Figures of the same days that nothing tells apart (`alike` of src/core/alike.ts). */
export const keptAlike = kept.table('alike', figure, (t) => [
  primaryKey({ name: 'alike_pk', columns: [t.program, t.indicator, t.id] }),
]);

/**
 * Approved targets beside the actuals of all of their period (rule 2, `actualOf` of src/core/targets.ts), under no filter.
 * What is said of the whole period holds once it is over.
 */
export const keptTargets = kept.table(
  'targets',
  {
    ...figure,
    periodStart: date('period_start'),
    /** One result decides whether it has an actual: it may be combined, and its places are the same on every day. */
    isPlain: boolean('is_plain').notNull(),
    /** Of a plain one, from which day on it has an actual: what is undated counts on every day. Null: never. */
    reportedOn: date('reported_on'),
    /** Whether it has an actual. */
    isGiven: boolean('is_given').notNull(),
    /** Whether that is no smaller; of a pair it is enough that there is one. */
    isReached: boolean('is_reached').notNull(),
  },
  (t) => [primaryKey({ name: 'targets_pk', columns: [t.program, t.indicator, t.id] })],
);
