import { sql } from 'drizzle-orm';
import { bigint, check, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** When each revision was made, and by whom. A trigger writes it whenever the revision is raised. */
export const revisions = pgTable('revisions', {
  number: bigint('number', { mode: 'number' }).primaryKey(),
  at: moment('at').notNull(),
  actorKind: text('actor_kind').notNull(),
  actor: text('actor'),
  actorName: text('actor_name'),
});

/**
 * The tables of the portfolio that a revision changed, and of figures the indicators too. Triggers write them; of a revision
 * without any nobody knows (drizzle/0050_carried_answers.sql).
 */
export const touched = pgTable(
  'touched',
  {
    revision: bigint('revision', { mode: 'number' }).notNull(),
    /** The table's name. */
    relation: text('relation').notNull(),
    /** Of one of its figures, or of one that hangs on it; empty: of the table itself, which each has once. */
    indicator: text('indicator').notNull().default(''),
  },
  (t) => [primaryKey({ name: 'touched_pk', columns: [t.revision, t.relation, t.indicator] })],
);

/**
 * What a row of the portfolio said from revision `since` until it was changed or removed in revision `until`. Triggers
 * write it (drizzle/0010_by_statement.sql), and keep in a column `revision` of each table since when the row says what it
 * says now; no query of the application sets either, so drizzle does not know of that column.
 */
export const history = pgTable(
  'history',
  {
    /** The table's name. */
    relation: text('relation').notNull(),
    /** The values of its primary key, in order. */
    key: text('key').array().notNull(),
    since: bigint('since', { mode: 'number' }).notNull(),
    until: bigint('until', { mode: 'number' }).notNull(),
    row: jsonb('row').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.relation, t.key, t.until] }),
    index('history_relation_until').on(t.relation, t.until),
    check('history_held_for_a_while', sql`${t.since} < ${t.until}`),
  ],
);
