import { sql } from 'drizzle-orm';
import { boolean, check, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { VIEW_PAGES } from '../core/view-page.ts';
import { moment, oneOf } from '../platform/database/columns.ts';
import type { SavedQuery } from './saved-view.ts';

/** What people look at again: a page with its filters, under a name. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    /** Whose it is: the account that may rename it, share it and take it away. */
    holder: uuid('holder').notNull(),
    /** Everybody who signs in finds it; what it shows is each reader's own. */
    shared: boolean('shared').notNull().default(false),
    page: text('page', { enum: VIEW_PAGES }).notNull(),
    /** The parameters of its address, as the page reads them. */
    query: jsonb('query').$type<SavedQuery>().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    unique('saved_views_slug_once').on(t.slug),
    index('saved_views_holder').on(t.holder),
    check('saved_views_slug', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(${t.slug}) <= 80`),
    check('saved_views_name', sql`${t.name} <> '' AND length(${t.name}) <= 120`),
    check('saved_views_page', oneOf(t.page, VIEW_PAGES)),
    check('saved_views_query', sql`jsonb_typeof(${t.query}) = 'object'`),
  ],
);
