import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { ERRATA_WAYS, FRONTS, LOGO_TYPES, MISSED_ISSUES } from '../../core/settings/settings.ts';
import { LANGUAGES } from '../../core/text.ts';
import { bytes, localText, moment, oneOf } from '../../platform/database/columns.ts';

/** The picture in the head of pages and reports: the one that the settings name. */
export const logos = pgTable(
  'logos',
  {
    /** SHA-256 of the content, in hexadecimal. */
    hash: text('hash').primaryKey(),
    type: text('type', { enum: LOGO_TYPES }).notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    content: bytes('content').notNull(),
  },
  (t) => [
    check('logos_type', oneOf(t.type, LOGO_TYPES)),
    check('logos_hash', sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
    check('logos_size', sql`${t.width} > 0 AND ${t.height} > 0`),
  ],
);

/** One row: what an administrator has chosen on the page of settings. NULL: as the environment has it, or by default. */
export const settings = pgTable(
  'settings',
  {
    id: text('id').primaryKey().default('organisation'),
    /** Another one after every change, by a trigger: equal stamps are equal settings. */
    stamp: uuid('stamp').notNull().defaultRandom(),
    name: text('name'),
    translations: localText('translations'),
    logo: text('logo').references(() => logos.hash),
    accent: text('accent'),
    fiscalMonth: integer('fiscal_month'),
    reportingCurrency: text('reporting_currency'),
    languages: text('languages', { enum: LANGUAGES }).array(),
    reportDay: integer('report_day'),
    reportHour: integer('report_hour'),
    timeZone: text('time_zone'),
    /** When one of the last three was changed, by a trigger. */
    scheduleSince: moment('schedule_since'),
    front: text('front', { enum: FRONTS }),
    errata: text('errata', { enum: ERRATA_WAYS }),
    missedIssues: text('missed_issues', { enum: MISSED_ISSUES }),
    mailDomains: text('mail_domains').array(),
  },
  (t) => [
    check('settings_is_one_row', sql`${t.id} = 'organisation'`),
    check('settings_name', sql`${t.name} <> '' AND char_length(${t.name}) <= 200`),
    check('settings_translations_are_of_a_name', sql`${t.translations} IS NULL OR ${t.name} IS NOT NULL`),
    check('settings_accent', sql`${t.accent} ~ '^#[0-9a-f]{6}$'`),
    check('settings_fiscal_month', sql`${t.fiscalMonth} BETWEEN 1 AND 12`),
    check(
      'settings_languages',
      sql`cardinality(${t.languages}) > 0 AND ${t.languages} <@ ${sql.raw(`ARRAY['${LANGUAGES.join("','")}']`)}`,
    ),
    check('settings_reporting_currency', sql`${t.reportingCurrency} ~ '^[A-Z]{3}$'`),
    check('settings_report_day', sql`${t.reportDay} BETWEEN 1 AND 28`),
    check('settings_report_hour', sql`${t.reportHour} BETWEEN 0 AND 23`),
    check('settings_front', oneOf(t.front, FRONTS)),
    check('settings_errata', oneOf(t.errata, ERRATA_WAYS)),
    check('settings_missed_issues', oneOf(t.missedIssues, MISSED_ISSUES)),
    check('settings_mail_domains', sql`cardinality(${t.mailDomains}) BETWEEN 1 AND 100`),
  ],
);
