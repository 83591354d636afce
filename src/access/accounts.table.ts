import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { LANGUAGES } from '../core/text.ts';
import { moment, oneOf } from '../platform/database/columns.ts';
import { ROLES } from './role.ts';

/** Who may sign in. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    lang: text('lang', { enum: LANGUAGES }).notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    /** A donor's; every code is held by a trigger (`check_mandate`). */
    organisations: text('organisations').array().notNull().default([]),
    /** An officer's. */
    programs: text('programs').array().notNull().default([]),
    /** Argon2id in PHC format. Null: not set yet, or signs in elsewhere. */
    passwordHash: text('password_hash'),
    /** The key of the second factor, encrypted under the service's key. */
    totpSecret: text('totp_secret'),
    /** Null: no code has proved the key yet. */
    totpConfirmedAt: moment('totp_confirmed_at'),
    /** The time step of the last code taken: none is taken twice (RFC 6238, 5.2). */
    totpLastStep: bigint('totp_last_step', { mode: 'number' }),
    /** Who the person is at the OpenID provider: issuer and subject, as the provider says them. */
    oidcIssuer: text('oidc_issuer'),
    oidcSubject: text('oidc_subject'),
    disabledAt: moment('disabled_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('accounts_email_once').on(sql`lower(${t.email})`),
    unique('accounts_oidc_once').on(t.oidcIssuer, t.oidcSubject),
    check(
      'accounts_email',
      sql`${t.email} ~ '^[^[:space:]@<>]+@[^[:space:]@<>]+$' AND length(${t.email}) <= 254`,
    ),
    check('accounts_name', sql`${t.name} <> '' AND length(${t.name}) <= 120`),
    check('accounts_lang', oneOf(t.lang, LANGUAGES)),
    check('accounts_role', oneOf(t.role, ROLES)),
    check(
      'accounts_mandate',
      sql`(${t.role} = 'donor') = (cardinality(${t.organisations}) > 0) AND (${t.role} = 'officer' OR cardinality(${t.programs}) = 0)`,
    ),
    check('accounts_totp_is_whole', sql`${t.totpConfirmedAt} IS NULL OR ${t.totpSecret} IS NOT NULL`),
    check('accounts_oidc_is_whole', sql`num_nulls(${t.oidcIssuer}, ${t.oidcSubject}) IN (0, 2)`),
  ],
);

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

export const ONE_TIME_PURPOSES = ['first-administrator', 'invitation', 'reset'] as const;

/** Codes that work once: of an e-mail, or of the first start. The key is the SHA-256 of the code. */
export const oneTimeCodes = pgTable(
  'one_time_codes',
  {
    id: text('id').primaryKey(),
    purpose: text('purpose', { enum: ONE_TIME_PURPOSES }).notNull(),
    /** Null for the first administrator, who has none yet. */
    account: uuid('account').references(() => accounts.id, { onDelete: 'cascade' }),
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

/** In place of the second factor, each once. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    account: uuid('account')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    hash: text('hash').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [primaryKey({ columns: [t.account, t.hash] })],
);

/** What programs sign in with. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    name: text('name').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    organisations: text('organisations').array().notNull().default([]),
    programs: text('programs').array().notNull().default([]),
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

/** How often something was tried of late; the key says what and by whom. */
export const limits = pgTable('limits', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  /** From then on it is counted anew. */
  resetsAt: moment('resets_at').notNull(),
});

/** The key that the service made for itself, where ATTEST_SECRET gives none: one row. */
export const serviceKey = pgTable(
  'service_key',
  { only: integer('only').primaryKey().default(1), value: text('value').notNull() },
  (t) => [check('service_key_is_one', sql`${t.only} = 1`)],
);
