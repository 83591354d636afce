import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '../../platform/database/columns.ts';

/** What a program's request with an `Idempotency-Key` was answered, for as long as the same one again is answered the same. */
export const answeredRequests = pgTable(
  'answered_requests',
  {
    token: uuid('token').notNull(),
    key: text('key').notNull(),
    /** Of method, address, version and body: another request with the same key is told so. */
    fingerprint: text('fingerprint').notNull(),
    status: integer('status').notNull(),
    headers: jsonb('headers').$type<Readonly<Record<string, string>>>().notNull(),
    /** As it was sent, letter by letter. */
    body: text('body').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.token, t.key] }),
    index('answered_requests_expires_at').on(t.expiresAt),
    check('answered_requests_key', sql`${t.key} <> '' AND length(${t.key}) <= 255`),
  ],
);
