import { sql } from 'drizzle-orm';
import { bigint, boolean, check, pgTable } from 'drizzle-orm/pg-core';

/**
 * One row. A trigger on every table of the portfolio raises `number` by one in each transaction that changes any of
 * them, so nobody can forget to, and equal revisions hold equal data.
 */
export const revision = pgTable(
  'revision',
  {
    only: boolean('only').primaryKey().default(true),
    number: bigint('number', { mode: 'number' }).notNull().default(0),
  },
  (t) => [check('revision_is_one_row', sql`${t.only}`)],
);
