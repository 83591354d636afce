import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { FREQUENCIES } from '../core/schedule.ts';
import { DELIVERED_AS, WHEN_NOTHING_NEW } from '../core/sending.ts';
import { LANGUAGES } from '../core/text.ts';
import { code, isPeriod, moment, oneOf } from '../platform/database/columns.ts';
import { errata } from './errata/errata.table.ts';
import { isOwnTime, ownTimeColumns } from './own-time.table.ts';
import { subscriptionGroups } from './subscription-groups.table.ts';

export const SUBSCRIPTION_PAPERS = ['a4', 'letter'] as const;
/**
 * `pending`: nothing has been handed over. `sending`: being handed over, or left so by a process that ended there, and
 * then nobody here knows whether it arrived (docs/decisions/delivery-once.md). `sent`: the mail server has taken it.
 * `failed`: it has not. `settled`: somebody has said that it will not be sent, and why.
 */
export const DELIVERY_STATUSES = ['pending', 'sending', 'sent', 'failed', 'settled'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Who gets which report, in which language and slice. */
export const subscriptions = pgTable(
  'subscriptions',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    report: text('report').notNull(),
    lang: text('lang', { enum: LANGUAGES }).notNull(),
    paper: text('paper', { enum: SUBSCRIPTION_PAPERS }).notNull(),
    pillar: code('pillar'),
    country: code('country'),
    donor: code('donor'),
    frequency: text('frequency', { enum: FREQUENCIES }).notNull().default('monthly'),
    ...ownTimeColumns(),
    /** When it was last changed when it comes: how often, or at which moment of a month; null: not since it stands. */
    timesSince: moment('times_since'),
    deliveredAs: text('delivered_as', { enum: DELIVERED_AS }).notNull().default('pdf'),
    whenNothingNew: text('when_nothing_new', { enum: WHEN_NOTHING_NEW }).notNull().default('send'),
    /** A manager looks at each issue before it goes out. */
    needsApproval: boolean('needs_approval').notNull().default(false),
    active: boolean('active').notNull().default(true),
    /** When it began to stand, the last time: reports that fell due long before are not its own. */
    since: moment('since').notNull(),
    /** When its recipient stopped it; it stands again only when somebody says so of it alone. */
    stoppedAt: moment('stopped_at'),
    /** Through which group somebody has it; null: of their own. */
    memberOf: uuid('member_of').references(() => subscriptionGroups.id),
    /** Its first report is the next that falls due after `since`, and not the last that had by then. */
    fromNext: boolean('from_next').notNull().default(false),
  },
  (t) => [
    // One person, one report, one slice: in one language and on one paper, or it would arrive twice.
    uniqueIndex('subscriptions_once').on(
      sql`lower(${t.email})`,
      t.report,
      t.frequency,
      sql`COALESCE(${t.pillar}, '')`,
      sql`COALESCE(${t.country}, '')`,
      sql`COALESCE(${t.donor}, '')`,
    ),
    index('subscriptions_pillar').on(t.pillar),
    index('subscriptions_country').on(t.country),
    index('subscriptions_donor').on(t.donor),
    index('subscriptions_member_of').on(t.memberOf),
    check('subscriptions_email', sql`${t.email} ~ '^[^[:space:]@<>]+@[^[:space:]@<>]+$'`),
    check('subscriptions_lang', oneOf(t.lang, LANGUAGES)),
    check('subscriptions_paper', oneOf(t.paper, SUBSCRIPTION_PAPERS)),
    check('subscriptions_frequency', oneOf(t.frequency, FREQUENCIES)),
    isOwnTime('subscriptions_own_time', t),
    check('subscriptions_delivered_as', oneOf(t.deliveredAs, DELIVERED_AS)),
    check('subscriptions_when_nothing_new', oneOf(t.whenNothingNew, WHEN_NOTHING_NEW)),
    check('subscriptions_stopped_stands_not', sql`${t.stoppedAt} IS NULL OR NOT ${t.active}`),
  ],
);

/**
 * The ledger of what was sent to whom: one row for each subscription and period, and one for each erratum of it, however
 * often the bell rings and in however many processes.
 */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    subscription: uuid('subscription')
      .notNull()
      .references(() => subscriptions.id),
    period: text('period').notNull(),
    /** What it carries, where it is no report but what has moved in one. */
    erratum: uuid('erratum').references(() => errata.id),
    /** Null until it was first to be handed over, or skipped as nothing was new. */
    issue: uuid('issue'),
    /** The address that the last attempt went to; a subscription may change its own. */
    recipient: text('recipient').notNull(),
    status: text('status', { enum: DELIVERY_STATUSES }).notNull().default('pending'),
    /** How often it was handed over since somebody asked for it; where no recipient was named there was no attempt. */
    attempts: integer('attempts').notNull().default(0),
    /** How often in a row something else kept it from an attempt: the mail server, or the report that cannot be made. */
    heldUp: integer('held_up').notNull().default(0),
    /**
     * From when it is to be handed over (src/platform/mailer/pauses.ts). Null while it is `pending` or `failed`: not until a
     * person says so.
     */
    nextAttemptAt: moment('next_attempt_at'),
    /** Since when its issue waits for somebody to approve it; null: it does not. */
    awaitsApprovalSince: moment('awaits_approval_since'),
    /** When the last attempt began. */
    claimedAt: moment('claimed_at'),
    /** Made before the first attempt and the same in every one, so that a mailbox can drop a repeated e-mail. */
    messageId: text('message_id'),
    sentAt: moment('sent_at'),
    settledAt: moment('settled_at'),
    /** Why it is not sent: of the last attempt, of what kept it from one, or of whoever settled it. */
    error: text('error'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('deliveries_once').on(t.subscription, t.period).where(sql`${t.erratum} IS NULL`),
    uniqueIndex('deliveries_erratum_once').on(t.subscription, t.erratum),
    index('deliveries_erratum').on(t.erratum),
    index('deliveries_issue').on(t.issue),
    index('deliveries_message_id').on(t.messageId),
    index('deliveries_open').on(t.period).where(sql`${t.status} NOT IN ('sent', 'settled')`),
    check('deliveries_status', oneOf(t.status, DELIVERY_STATUSES)),
    check('deliveries_period', isPeriod(t.period)),
    check('deliveries_attempts', sql`${t.attempts} >= 0`),
    check(
      'deliveries_sent_is_whole',
      sql`(${t.status} = 'sent') = (${t.sentAt} IS NOT NULL) AND (${t.status} <> 'sent' OR (${t.issue} IS NOT NULL AND ${t.messageId} IS NOT NULL AND ${t.attempts} > 0))`,
    ),
    check(
      'deliveries_claim_is_whole',
      sql`${t.status} <> 'sending' OR (${t.issue} IS NOT NULL AND ${t.messageId} IS NOT NULL AND ${t.claimedAt} IS NOT NULL AND ${t.attempts} > 0)`,
    ),
    check(
      'deliveries_failure_has_a_reason',
      sql`${t.status} NOT IN ('failed', 'settled') OR ${t.error} IS NOT NULL`,
    ),
    check('deliveries_held_up', sql`${t.heldUp} >= 0`),
    check(
      'deliveries_only_what_is_open_waits',
      sql`${t.nextAttemptAt} IS NULL OR ${t.status} IN ('pending', 'failed')`,
    ),
    check(
      'deliveries_waits_whole',
      sql`${t.awaitsApprovalSince} IS NULL OR (${t.status} = 'pending' AND ${t.nextAttemptAt} IS NULL AND ${t.issue} IS NOT NULL)`,
    ),
    check('deliveries_settled_is_whole', sql`(${t.status} = 'settled') = (${t.settledAt} IS NOT NULL)`),
  ],
);
