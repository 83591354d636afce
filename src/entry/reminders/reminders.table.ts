import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { REMINDER_STATUSES } from '../../core/entry/reminder.ts';
import { LANGUAGES } from '../../core/text.ts';
import { code, moment, oneOf } from '../../platform/database/columns.ts';

/** E-mails that remind somebody of what a programme lacks, as they were written, and what became of each. */
export const reminders = pgTable(
  'reminders',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** With all below it. */
    program: code('program').notNull(),
    recipient: uuid('recipient').notNull(),
    recipientName: text('recipient_name').notNull(),
    /** Its recipient's, which the account holds to the languages that there are. */
    lang: text('lang', { enum: LANGUAGES }).notNull(),
    askedAt: moment('asked_at').notNull(),
    /** Whose hand it is; of a program, whoever made its token. Null: a program of the command line's. */
    askedBy: uuid('asked_by'),
    askedByToken: uuid('asked_by_token'),
    askedName: text('asked_name').notNull(),
    /** How many figures were due, and in how many ways the record lacked something. */
    figures: integer('figures').notNull(),
    gaps: integer('gaps').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    status: text('status', { enum: REMINDER_STATUSES }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** How often in a row the mail server would take nothing at all. */
    heldUp: integer('held_up').notNull().default(0),
    /** From when it is to be handed over; null: it is not, any more. */
    nextAttemptAt: moment('next_attempt_at'),
    triedAt: moment('tried_at'),
    settledAt: moment('settled_at'),
    /** Why it waits, failed, or nobody knows. */
    reason: text('reason'),
  },
  (t) => [
    index('reminders_program').on(t.program, t.askedAt),
    index('reminders_recipient').on(t.recipient, t.askedAt),
    index('reminders_asked_by').on(t.askedBy),
    index('reminders_asked_by_token').on(t.askedByToken),
    index('reminders_waiting').on(t.nextAttemptAt).where(sql`${t.status} = 'waiting'`),
    check('reminders_status', oneOf(t.status, REMINDER_STATUSES)),
    check(
      'reminders_by_somebody',
      sql`num_nonnulls(${t.askedBy}, ${t.askedByToken}) > 0 AND ${t.askedName} <> '' AND ${t.recipientName} <> ''`,
    ),
    check(
      'reminders_of_something',
      sql`${t.figures} >= 0 AND ${t.gaps} >= 0 AND ${t.figures} + ${t.gaps} > 0`,
    ),
    check('reminders_waiting_until', sql`(${t.status} = 'waiting') = (${t.nextAttemptAt} IS NOT NULL)`),
    check('reminders_settled', sql`(${t.status} IN ('sent', 'failed')) = (${t.settledAt} IS NOT NULL)`),
    check('reminders_failed_for_a_reason', sql`${t.status} <> 'failed' OR ${t.reason} IS NOT NULL`),
  ],
);
