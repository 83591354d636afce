import { sql } from 'drizzle-orm';
import { boolean, check, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { OwnDefinition } from '../../core/report/own-report.ts';
import { moment } from '../../platform/database/columns.ts';

/** Reports that people have put together, each under the name by which it is asked for, sent and subscribed to. */
export const ownReports = pgTable(
  'own_reports',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    /** Whose it is: the account that may change it. */
    holder: uuid('holder').notNull(),
    /** Everybody who signs in may ask for it, each with own eyes. */
    shared: boolean('shared').notNull().default(false),
    definition: jsonb('definition').$type<OwnDefinition>().notNull(),
    createdAt: moment('created_at').notNull(),
    changedAt: moment('changed_at').notNull(),
  },
  (t) => [
    unique('own_reports_slug_once').on(t.slug),
    index('own_reports_holder').on(t.holder),
    check('own_reports_slug', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(${t.slug}) <= 80`),
    check('own_reports_title', sql`${t.title} <> '' AND length(${t.title}) <= 120`),
    check('own_reports_say_something', sql`${t.definition} @> '{"sections": [{}]}'`),
  ],
);
