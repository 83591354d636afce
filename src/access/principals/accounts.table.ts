import { sql } from 'drizzle-orm';
import { bigint, check, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { LANGUAGES } from '../../core/text.ts';
import { moment, oneOf } from '../../platform/database/columns.ts';
import { ROLES } from '../role.ts';

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
