import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, oneOf } from '../../platform/database/columns.ts';

export const ONE_TIME_PURPOSES = ['first-administrator', 'invitation', 'reset'] as const;

/** Codes that work once: of an e-mail, or of the first start. The key is the SHA-256 of the code. */
export const oneTimeCodes = pgTable(
  'one_time_codes',
  {
    id: text('id').primaryKey(),
    purpose: text('purpose', { enum: ONE_TIME_PURPOSES }).notNull(),
    /** Null for the first administrator, who has none yet. Held to an account by drizzle/0003_doors.sql. */
    account: uuid('account'),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [
    index('one_time_codes_account').on(t.account),
    check('one_time_codes_id_is_hex', sql`${t.id} ~ '^[0-9a-f]{64}$'`),
    check('one_time_codes_purpose', oneOf(t.purpose, ONE_TIME_PURPOSES)),
    check('one_time_codes_account', sql`(${t.purpose} = 'first-administrator') = (${t.account} IS NULL)`),
  ],
);
