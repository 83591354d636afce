import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, oneOf } from '../../platform/database/columns.ts';
import { deliveries } from '../delivery.table.ts';
import { BOUNCE_KINDS } from './bounce.ts';

/** What mail servers said of e-mails after they had taken them (docs/decisions/bounces.md). */
export const bounces = pgTable(
  'bounces',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    delivery: uuid('delivery').notNull(),
    /** That the e-mail went to. */
    address: text('address').notNull(),
    kind: text('kind', { enum: BOUNCE_KINDS }).notNull(),
    /** As RFC 3463 has it: `5.1.1`. */
    status: text('status').notNull(),
    /** The mail server's own, in one line. */
    words: text('words').notNull(),
    /** When the attempt began that it is about: each comes back once. */
    attemptAt: moment('attempt_at').notNull(),
    /** By which a notice that comes again is known; null: it has none of its own. */
    notice: text('notice'),
    toldAt: moment('told_at').notNull(),
    /** When somebody said that the address is right again, and who. */
    againAt: moment('again_at'),
    againBy: text('again_by'),
  },
  (t) => [
    foreignKey({ name: 'bounces_delivery_fk', columns: [t.delivery], foreignColumns: [deliveries.id] }),
    uniqueIndex('bounces_once').on(t.delivery, t.attemptAt, t.kind),
    uniqueIndex('bounces_notice_once').on(t.delivery, t.notice),
    index('bounces_marks')
      .on(sql`lower(${t.address})`)
      .where(sql`${t.kind} = 'refused' AND ${t.againAt} IS NULL`),
    check('bounces_kind', oneOf(t.kind, BOUNCE_KINDS)),
    check('bounces_status', sql`${t.status} ~ '^[245][.][0-9]{1,3}[.][0-9]{1,3}$'`),
    check('bounces_again_is_whole', sql`(${t.againAt} IS NULL) = (${t.againBy} IS NULL)`),
  ],
);
