import { sql } from 'drizzle-orm';
import { boolean, check, pgTable, text } from 'drizzle-orm/pg-core';
import {
  FIGURES_ENTERED,
  MONEY_SEEN,
  ORGANISATIONS_SEEN,
  REPORTS_HAD,
  RESULTS_SEEN,
  TEXTS_READ,
} from '../core/visibility/rights.ts';
import { oneOf } from '../platform/database/columns.ts';

/**
 * What each role may see and do, and the public: the table that the application and row-level security both decide by. Each
 * right is a field of `Rights` (src/core/visibility/rights.ts); the rows stand in drizzle/0019_rights.sql.
 */
export const roles = pgTable(
  'roles',
  {
    role: text('role').primaryKey(),
    seesResults: text('sees_results', { enum: RESULTS_SEEN }).notNull(),
    seesMoney: text('sees_money', { enum: MONEY_SEEN }).notNull(),
    seesOrganisations: text('sees_organisations', { enum: ORGANISATIONS_SEEN }).notNull(),
    readsTexts: text('reads_texts', { enum: TEXTS_READ }).notNull(),
    seesRows: boolean('sees_rows').notNull(),
    hasReports: text('has_reports', { enum: REPORTS_HAD }).notNull(),
    entersFigures: text('enters_figures', { enum: FIGURES_ENTERED }).notNull(),
    approvesFigures: boolean('approves_figures').notNull(),
    fillsFiles: boolean('fills_files').notNull(),
    downloadsTables: boolean('downloads_tables').notNull(),
    followsDeliveries: boolean('follows_deliveries').notNull(),
    sendsReports: boolean('sends_reports').notNull(),
    administersAccounts: boolean('administers_accounts').notNull(),
    readsAudit: boolean('reads_audit').notNull(),
    operatesService: boolean('operates_service').notNull(),
    needsSecondFactor: boolean('needs_second_factor').notNull(),
  },
  (t) => [
    check('roles_sees_results', oneOf(t.seesResults, RESULTS_SEEN)),
    check('roles_sees_money', oneOf(t.seesMoney, MONEY_SEEN)),
    check('roles_sees_organisations', oneOf(t.seesOrganisations, ORGANISATIONS_SEEN)),
    check('roles_reads_texts', oneOf(t.readsTexts, TEXTS_READ)),
    check('roles_has_reports', oneOf(t.hasReports, REPORTS_HAD)),
    check('roles_enters_figures', oneOf(t.entersFigures, FIGURES_ENTERED)),
    // An amount names who gave it, and its programme.
    check(
      'roles_money_names_donors',
      sql`${t.seesMoney} IN ('own', 'none') OR ${t.seesOrganisations} = 'all'`,
    ),
    // Of what own organisations fund no other is named, and of everything else all are or none.
    check(
      'roles_funded_names_no_other',
      sql`(${t.seesResults} = 'funded') = (${t.seesOrganisations} = 'but-other-donors')`,
    ),
    check('roles_all_money_is_of_all', sql`${t.seesMoney} <> 'all' OR ${t.seesResults} = 'all'`),
    // A single row, a text and its evidence are more than a total.
    check(
      'roles_rows_before_what_is_in_them',
      sql`${t.seesRows} OR (${t.seesMoney} = 'none' AND ${t.readsTexts} = 'none' AND ${t.hasReports} = 'none')`,
    ),
  ],
);
