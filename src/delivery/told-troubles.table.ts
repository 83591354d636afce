import { check, foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, oneOf } from '../platform/database/columns.ts';
import { subscriptions } from './delivery.table.ts';
import { TROUBLES } from './trouble.ts';

/** Reports that somebody is without, of which administrators have been told: each trouble once, until it is over. */
export const toldTroubles = pgTable(
  'told_troubles',
  {
    subscription: uuid('subscription').notNull(),
    period: text('period').notNull(),
    trouble: text('trouble', { enum: TROUBLES }).notNull(),
    toldAt: moment('told_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'told_troubles_pk', columns: [t.subscription, t.period, t.trouble] }),
    foreignKey({
      name: 'told_troubles_subscription_fk',
      columns: [t.subscription],
      foreignColumns: [subscriptions.id],
    }).onDelete('cascade'),
    check('told_troubles_trouble', oneOf(t.trouble, TROUBLES)),
  ],
);
