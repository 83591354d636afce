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
    confirmedBy: uuid('confirmed_by').notNull(),
    confirmedName: text('confirmed_name').notNull(),
  },
  (t) => [
    index('confirmed_values_confirmed_by').on(t.confirmedBy),
    check('confirmed_values_by_somebody', sql`${t.confirmedName} <> ''`),
  ],
);
