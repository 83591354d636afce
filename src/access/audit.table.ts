import { sql } from 'drizzle-orm';
import { bigint, check, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment, oneOf } from '../platform/database/columns.ts';

/** `service`: the schedule and what runs by itself. `command`: the command line. */
export const ACTOR_KINDS = ['person', 'token', 'recipient', 'stranger', 'command', 'service'] as const;

/** What happened, for good: a trigger refuses every change. */
export const audit = pgTable(
  'audit',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull().default(sql`now()`),
    /** `AREA.WHAT`, as `sign-in.refused`. */
    action: text('action').notNull(),
    actorKind: text('actor_kind', { enum: ACTOR_KINDS }).notNull(),
    /** Of the account or token. */
    actor: text('actor'),
    /** Name or address at the time: the account may be another's name tomorrow. */
    actorName: text('actor_name'),
    /** What it was done to: `accounts ID`, a report's address. */
    subject: text('subject'),
    details: jsonb('details').$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    /** Where the request came from. */
    address: text('address'),
  },
  (t) => [
    index('audit_at').on(t.at),
    index('audit_action').on(t.action, t.id),
    index('audit_actor').on(t.actor, t.id),
    check('audit_actor_kind', oneOf(t.actorKind, ACTOR_KINDS)),
    check('audit_action', sql`${t.action} ~ '^[a-z-]+\\.[a-z-]+$'`),
  ],
);
