import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { code, identifierIsPlain, localText } from '../platform/database/columns.ts';
import { places } from './places.table.ts';

export const organisations = pgTable(
  'organisations',
  {
    code: code('code').primaryKey(),
    name: localText('name').notNull(),
    /** Free words of the source: `government`, `development bank`. */
    kind: text('kind').notNull(),
    country: code('country').references(() => places.code),
    /** What it is called where aid is published (IATI); one organisation has it alone. */
    identifier: text('identifier'),
  },
  (t) => [
    index('organisations_country').on(t.country),
    check('organisations_kind_is_given', sql`${t.kind} <> ''`),
    check('organisations_country_is_a_country', sql`${t.country} NOT LIKE 'region:%'`),
    unique('organisations_identifier_is_its_own').on(t.identifier),
    check('organisations_identifier_is_plain', identifierIsPlain(t.identifier)),
  ],
);
