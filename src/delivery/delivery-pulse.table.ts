import { sql } from 'drizzle-orm';
import { check, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '../platform/database/columns.ts';

/** One row: when the service last looked at what is due. None before it first does. */
export const deliveryPulse = pgTable(
  'delivery_pulse',
  {
    id: text('id').primaryKey().default('schedule'),
    lookedAt: moment('looked_at').notNull(),
  },
  (t) => [check('delivery_pulse_is_one_row', sql`${t.id} = 'schedule'`)],
);
