import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text } from 'drizzle-orm/pg-core';

/** The key that the service made for itself, where ATTEST_SECRET gives none: one row. */
export const serviceKey = pgTable(
  'service_key',
  { only: integer('only').primaryKey().default(1), value: text('value').notNull() },
  (t) => [check('service_key_is_one', sql`${t.only} = 1`)],
);
