import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment, oneOf } from '../../platform/database/columns.ts';
import { ROLES } from '../role.ts';
import { accounts } from './accounts.table.ts';

/** What programs sign in with. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    name: text('name').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    organisations: text('organisations').array().notNull().default([]),
    programs: text('programs').array().notNull().default([]),
    /** Whether its program enters rows and decides on them, as far as its role does; all read. */
    writes: boolean('writes').notNull().default(false),
    /** SHA-256 of the token: it is random, so nothing slower is needed. */
    hash: text('hash').notNull(),
    /** Its last four characters, so that people can tell their tokens apart. */
    hint: text('hint').notNull(),
    createdAt: moment('created_at').notNull(),
    /** Null: made at the command line. */
    createdBy: uuid('created_by').references(() => accounts.id),
    expiresAt: moment('expires_at').notNull(),
    /** To the minute. */
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    unique('api_tokens_hash_once').on(t.hash),
    index('api_tokens_created_by').on(t.createdBy),
    check('api_tokens_name', sql`${t.name} <> '' AND length(${t.name}) <= 120`),
    check('api_tokens_role', oneOf(t.role, ROLES)),
    check(
      'api_tokens_mandate',
      sql`(${t.role} = 'donor') = (cardinality(${t.organisations}) > 0) AND (${t.role} = 'officer' OR cardinality(${t.programs}) = 0)`,
    ),
  ],
);
