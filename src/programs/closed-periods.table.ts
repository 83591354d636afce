import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { code, day, moment } from '../platform/database/columns.ts';

/** Through which day what programmes have reported, with all below them, is final: what changes then needs a reason. */
export const closedPeriods = pgTable(
  'closed_periods',
  {
    program: code('program').primaryKey(),
    through: day('through').notNull(),
    closedAt: moment('closed_at').notNull(),
    /** Whose hand; null: a program's of the command line. */
    closedBy: uuid('closed_by'),
    closedName: text('closed_name').notNull(),
  },
  (t) => [
    index('closed_periods_closed_by').on(t.closedBy),
    check('closed_periods_closed_by_somebody', sql`${t.closedName} <> ''`),
  ],
);
