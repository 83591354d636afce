import { sql } from 'drizzle-orm';
import { boolean, check, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { code, localText, oneOf } from '../platform/database/columns.ts';
import { COMBINE_PLACES, COMBINE_TIMES, MEASURES, PEOPLE, REPORTS_EVERY } from './vocabulary.ts';

/** What is counted, in which unit, how it combines, how often it is asked for, and whether evidence is. Unit and measure are fixed once a result uses them (trigger). */
export const indicators = pgTable(
  'indicators',
  {
    code: code('code').primaryKey(),
    name: localText('name').notNull(),
    unit: localText('unit').notNull(),
    measure: text('measure', { enum: MEASURES }).notNull(),
    combineTime: text('combine_time', { enum: COMBINE_TIMES }).notNull(),
    combinePlace: text('combine_place', { enum: COMBINE_PLACES }).notNull(),
    people: text('people', { enum: PEOPLE }),
    reportsEvery: text('reports_every', { enum: REPORTS_EVERY }),
    evidenceRequired: boolean('evidence_required').notNull().default(false),
  },
  (t) => [
    unique('indicators_code_measure').on(t.code, t.measure),
    check('indicators_measure', oneOf(t.measure, MEASURES)),
    check('indicators_combine_time', oneOf(t.combineTime, COMBINE_TIMES)),
    check('indicators_combine_place', oneOf(t.combinePlace, COMBINE_PLACES)),
    check('indicators_people', oneOf(t.people, PEOPLE)),
    check('indicators_reports_every', oneOf(t.reportsEvery, REPORTS_EVERY)),
    check(
      'indicators_rates_are_not_added',
      sql`${t.measure} <> 'rate' OR (${t.combineTime} <> 'sum' AND ${t.combinePlace} = 'none')`,
    ),
    check('indicators_people_are_counted', sql`${t.people} IS NULL OR ${t.measure} IN ('count', 'ratio')`),
  ],
);
