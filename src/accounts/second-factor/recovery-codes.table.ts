import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '../../platform/database/columns.ts';

/** In place of the second factor, each once. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    /** Held to an account by drizzle/0003_doors.sql. */
    account: uuid('account').notNull(),
    hash: text('hash').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [primaryKey({ columns: [t.account, t.hash] })],
);
