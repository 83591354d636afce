import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment } from '../platform/database/columns.ts';
import { subscriptions } from './delivery.table.ts';

/**
 * The link in an e-mail: one issue, one recipient. The address in the e-mail bears the row's id and a signature over
 * all of it; nothing here opens anything.
 */
export const issueLinks = pgTable(
  'issue_links',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    issue: uuid('issue').notNull(),
    subscription: uuid('subscription')
      .notNull()
      .references(() => subscriptions.id),
    /** The address that it was sent to. */
    recipient: text('recipient').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    opened: integer('opened').notNull().default(0),
    lastOpenedAt: moment('last_opened_at'),
  },
  (t) => [
    unique('issue_links_once').on(t.issue, t.subscription, t.recipient),
    index('issue_links_subscription').on(t.subscription),
    check('issue_links_opened', sql`${t.opened} >= 0`),
  ],
);
