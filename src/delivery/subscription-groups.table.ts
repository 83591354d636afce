import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { PAPERS } from '../core/report/paper.ts';
import { FREQUENCIES } from '../core/schedule.ts';
import { DELIVERED_AS, WHEN_NOTHING_NEW } from '../core/sending.ts';
import { code, moment, oneOf } from '../platform/database/columns.ts';
import { GROUP_ROLES } from './group-roles.ts';
import { isOwnTime, ownTimeColumns } from './own-time.table.ts';

/**
 * What everybody of a role, or of a donor, is sent. Each person whom it names has a row of `subscriptions` of their own,
 * which says so (docs/decisions/subscription-groups.md).
 */
export const subscriptionGroups = pgTable(
  'subscription_groups',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** Everybody of this role; of donors, each is sent what is about their own organisations. */
    toRole: text('to_role', { enum: GROUP_ROLES }),
    /** Everybody who has an account of this organisation. */
    toDonor: code('to_donor'),
    report: text('report').notNull(),
    pillar: code('pillar'),
    country: code('country'),
    donor: code('donor'),
    paper: text('paper', { enum: PAPERS }).notNull(),
    frequency: text('frequency', { enum: FREQUENCIES }).notNull(),
    ...ownTimeColumns(),
    deliveredAs: text('delivered_as', { enum: DELIVERED_AS }).notNull(),
    whenNothingNew: text('when_nothing_new', { enum: WHEN_NOTHING_NEW }).notNull(),
    needsApproval: boolean('needs_approval').notNull(),
    active: boolean('active').notNull().default(true),
    /** When it began to stand, the last time. */
    since: moment('since').notNull(),
  },
  (t) => [
    uniqueIndex('subscription_groups_once').on(
      sql`COALESCE(${t.toRole}, '')`,
      sql`COALESCE(${t.toDonor}, '')`,
      t.report,
      t.frequency,
      sql`COALESCE(${t.pillar}, '')`,
      sql`COALESCE(${t.country}, '')`,
      sql`COALESCE(${t.donor}, '')`,
    ),
    index('subscription_groups_to_donor').on(t.toDonor),
    index('subscription_groups_pillar').on(t.pillar),
    index('subscription_groups_country').on(t.country),
    index('subscription_groups_donor').on(t.donor),
    check('subscription_groups_for_one', sql`num_nonnulls(${t.toRole}, ${t.toDonor}) = 1`),
    check('subscription_groups_to_role', oneOf(t.toRole, GROUP_ROLES)),
    // What is about another organisation is not for a donor's people.
    check(
      'subscription_groups_of_their_own',
      sql`(${t.toDonor} IS NULL OR ${t.donor} IS NOT DISTINCT FROM ${t.toDonor}) AND (${t.toRole} IS DISTINCT FROM 'donor' OR ${t.donor} IS NULL)`,
    ),
    check('subscription_groups_paper', oneOf(t.paper, PAPERS)),
    check('subscription_groups_frequency', oneOf(t.frequency, FREQUENCIES)),
    isOwnTime('subscription_groups_own_time', t),
    check('subscription_groups_delivered_as', oneOf(t.deliveredAs, DELIVERED_AS)),
    check('subscription_groups_when_nothing_new', oneOf(t.whenNothingNew, WHEN_NOTHING_NEW)),
  ],
);
