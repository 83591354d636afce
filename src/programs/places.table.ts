import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { code, day, localText } from '../platform/database/columns.ts';

/** Countries (ISO 3166-1 alpha-2) and regions (`region:` and a slug). */
export const places = pgTable(
  'places',
  {
    code: code('code').primaryKey(),
    kind: text('kind', { enum: ['country', 'region'] }).notNull(),
    name: localText('name'),
  },
  (t) => [
    check(
      'places_code_fits_kind',
      sql`CASE ${t.kind} WHEN 'country' THEN ${t.code} ~ '^[A-Z]{2}$' WHEN 'region' THEN ${t.code} ~ '^region:[^[:space:]:]+$' ELSE false END`,
    ),
    check('places_regions_are_named', sql`${t.kind} = 'country' OR ${t.name} IS NOT NULL`),
  ],
);

/** The countries that a region is known to hold. */
export const regionCountries = pgTable(
  'region_countries',
  {
    region: code('region')
      .notNull()
      .references(() => places.code, { onDelete: 'cascade' }),
    country: code('country')
      .notNull()
      .references(() => places.code),
  },
  (t) => [
    primaryKey({ columns: [t.region, t.country] }),
    index('region_countries_country').on(t.country),
    check('region_countries_region_is_a_region', sql`${t.region} LIKE 'region:%'`),
    check('region_countries_country_is_a_country', sql`${t.country} NOT LIKE 'region:%'`),
  ],
);

/** A country's membership of the organisation; `member_to` is the first day on which it is no longer a member. */
export const memberships = pgTable(
  'memberships',
  {
    country: code('country')
      .notNull()
      .references(() => places.code, { onDelete: 'cascade' }),
    from: day('member_from').notNull(),
    to: day('member_to'),
  },
  (t) => [
    primaryKey({ columns: [t.country, t.from] }),
    uniqueIndex('memberships_one_open').on(t.country).where(sql`${t.to} IS NULL`),
    check('memberships_country_is_a_country', sql`${t.country} NOT LIKE 'region:%'`),
    check('memberships_end_after_start', sql`${t.to} > ${t.from}`),
  ],
);
