import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, oneOf } from '../../platform/database/columns.ts';
import { accounts } from './accounts.table.ts';

export const SESSION_STAGES = ['full', 'second-factor', 'enrolment'] as const;
export const SIGN_IN_METHODS = ['password', 'oidc'] as const;

/** Who is signed in where. The key is the SHA-256 of what the cookie holds, so that a copy of this table opens nothing. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    account: uuid('account')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    stage: text('stage', { enum: SESSION_STAGES }).notNull(),
    method: text('method', { enum: SIGN_IN_METHODS }).notNull(),
    createdAt: moment('created_at').notNull(),
    /** To the minute: written seldom. */
    lastSeenAt: moment('last_seen_at').notNull(),
    /** However busy it is. */
    expiresAt: moment('expires_at').notNull(),
    /** As the browser calls itself, cut short; for the person's own list. */
    userAgent: text('user_agent').notNull(),
    address: text('address').notNull(),
  },
  (t) => [
    index('sessions_account').on(t.account),
    check('sessions_id_is_hex', sql`${t.id} ~ '^[0-9a-f]{64}$'`),
    check('sessions_stage', oneOf(t.stage, SESSION_STAGES)),
    check('sessions_method', oneOf(t.method, SIGN_IN_METHODS)),
  ],
);
