import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { figure, moment } from '../platform/database/columns.ts';

/** Figures that look odd beside the one before them, and of which somebody said that they are right: as both stood then. */
export const confirmedValues = pgTable(
  'confirmed_values',
  {
    /** The figure. */
    id: uuid('id').primaryKey(),
    value: figure('value').notNull(),
    valueBefore: figure('value_before').notNull(),
    confirmedAt: moment('confirmed_at').notNull(),
    /** Whose hand it is; of a program, whoever made its token. Null: a program of the command line's. */
    confirmedBy: uuid('confirmed_by'),
    confirmedByToken: uuid('confirmed_by_token'),
    confirmedName: text('confirmed_name').notNull(),
  },
  (t) => [
    index('confirmed_values_confirmed_by').on(t.confirmedBy),
    index('confirmed_values_confirmed_by_token').on(t.confirmedByToken),
    check(
      'confirmed_values_by_somebody',
      sql`num_nonnulls(${t.confirmedBy}, ${t.confirmedByToken}) > 0 AND ${t.confirmedName} <> ''`,
    ),
  ],
);
