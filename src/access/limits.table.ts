import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '../platform/database/columns.ts';

/** How often something was tried of late; the key says what and by whom. */
export const limits = pgTable('limits', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  /** From then on it is counted anew. */
  resetsAt: moment('resets_at').notNull(),
});
