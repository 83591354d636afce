import { sql } from 'drizzle-orm';
import { bigint, check, index, json, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { MovedFigure } from '../../core/report/moved-figures.ts';
import { code, isPeriod, moment, oneOf } from '../../platform/database/columns.ts';

/**
 * `proposed`: nobody has decided. `approved`: it is sent to whom it concerns, as the ledger says. `dismissed`: somebody has said
 * that it is not, and why. `lapsed`: the figures say again what was sent, before anybody decided.
 */
export const ERRATUM_STATUSES = ['proposed', 'approved', 'dismissed', 'lapsed'] as const;
export type ErratumStatus = (typeof ERRATUM_STATUSES)[number];

/** What is told to those who got a figure that has moved since (docs/decisions/errata.md). */
export const errata = pgTable(
  'errata',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** Of the figures that were sent: issues of one hash differ in language and paper alone. */
    hash: text('hash').notNull(),
    /** One of the issues of this hash. */
    issue: uuid('issue').notNull(),
    report: text('report').notNull(),
    period: text('period').notNull(),
    pillar: code('pillar'),
    country: code('country'),
    donor: code('donor'),
    status: text('status', { enum: ERRATUM_STATUSES }).notNull().default('proposed'),
    /** What moved. `was` is what the issue, or the last erratum that was sent of it, said. */
    figures: json('figures').$type<readonly MovedFigure[]>().notNull(),
    /** Of the data that they were read at. */
    revision: bigint('revision', { mode: 'number' }).notNull(),
    /** When they last moved: while they move on, nothing is sent by itself. */
    movedAt: moment('moved_at').notNull(),
    createdAt: moment('created_at').notNull(),
    decidedAt: moment('decided_at'),
    /** Of whoever decided, as the audit has it. */
    decidedBy: text('decided_by'),
    reason: text('reason'),
  },
  (t) => [
    uniqueIndex('errata_proposed_once').on(t.hash).where(sql`${t.status} = 'proposed'`),
    index('errata_hash').on(t.hash),
    check('errata_status', oneOf(t.status, ERRATUM_STATUSES)),
    check('errata_period', isPeriod(t.period)),
    check('errata_hash_is_hex', sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
    check(
      'errata_decided_is_whole',
      sql`(${t.status} = 'proposed') = (${t.decidedAt} IS NULL) AND (${t.status} = 'proposed') = (${t.decidedBy} IS NULL)`,
    ),
    check('errata_dismissed_has_a_reason', sql`${t.status} <> 'dismissed' OR ${t.reason} IS NOT NULL`),
  ],
);

/** At which revision of the record the figures of issues were last held against what they say. */
export const errataChecks = pgTable(
  'errata_checks',
  {
    hash: text('hash').primaryKey(),
    revision: bigint('revision', { mode: 'number' }).notNull(),
  },
  (t) => [check('errata_checks_hash_is_hex', sql`${t.hash} ~ '^[0-9a-f]{64}$'`)],
);
