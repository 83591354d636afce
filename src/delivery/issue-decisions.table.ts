import { sql } from 'drizzle-orm';
import { check, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, oneOf } from '../platform/database/columns.ts';

export const ISSUE_DECISIONS = ['approved', 'refused'] as const;

/** What somebody decided of an issue that waited for it: once, and for all e-mails that carry it. */
export const issueDecisions = pgTable(
  'issue_decisions',
  {
    issue: uuid('issue').primaryKey(),
    decision: text('decision', { enum: ISSUE_DECISIONS }).notNull(),
    /** Why it does not go out. */
    reason: text('reason'),
    /** As whoever decided is called. */
    decidedBy: text('decided_by').notNull(),
    decidedAt: moment('decided_at').notNull(),
  },
  (t) => [
    check('issue_decisions_decision', oneOf(t.decision, ISSUE_DECISIONS)),
    check(
      'issue_decisions_refusals_have_a_reason',
      sql`(${t.decision} = 'refused') = (${t.reason} IS NOT NULL)`,
    ),
  ],
);
