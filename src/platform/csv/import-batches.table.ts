import { sql } from 'drizzle-orm';
import { bigint, check, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { ORIGINS } from '../../core/entry/submission.ts';
import { moment, oneOf } from '../database/columns.ts';

/** One file that was imported, or what one person entered and another approved at once: where a row of the portfolio came from. */
export const importBatches = pgTable(
  'import_batches',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text('kind').notNull(),
    origin: text('origin', { enum: ORIGINS }).notNull().default('file'),
    /** Empty: it was typed. */
    fileName: text('file_name').notNull(),
    /** Of the file's bytes, or of what was entered as JSON, in hexadecimal. */
    sha256: text('sha256').notNull(),
    rows: integer('rows').notNull(),
    inserted: integer('inserted').notNull().default(0),
    updated: integer('updated').notNull().default(0),
    unchanged: integer('unchanged').notNull().default(0),
    /** Whoever entered it; who let it count stands beside each row. */
    importedBy: text('imported_by').notNull(),
    importedAt: moment('imported_at').notNull(),
    /** Taken back, whole: when, by whom and why. */
    undoneAt: moment('undone_at'),
    undoneBy: text('undone_by'),
    undoneBecause: text('undone_because'),
  },
  (t) => [
    check('import_batches_sha256_is_hex', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('import_batches_origin', oneOf(t.origin, ORIGINS)),
    check(
      'import_batches_undone_by_somebody',
      sql`num_nulls(${t.undoneAt}, ${t.undoneBy}, ${t.undoneBecause}) IN (0, 3)`,
    ),
  ],
);
