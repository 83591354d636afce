import { index, pgTable, uuid } from 'drizzle-orm/pg-core';
import { moment } from '../database/columns.ts';

/** When e-mails were handed over in the last minute, and when those that wait for room will be. */
export const mailPace = pgTable(
  'mail_pace',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    at: moment('at').notNull(),
  },
  (t) => [index('mail_pace_at').on(t.at)],
);
