import { sql } from 'drizzle-orm';
import { bigint, check, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '../database/columns.ts';

/** One file that was imported: where a row of the portfolio came from, and by whose hand. */
export const importBatches = pgTable(
  'import_batches',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text('kind').notNull(),
    fileName: text('file_name').notNull(),
    /** Of the file's bytes, in hexadecimal. */
    sha256: text('sha256').notNull(),
    rows: integer('rows').notNull(),
    inserted: integer('inserted').notNull().default(0),
    updated: integer('updated').notNull().default(0),
    unchanged: integer('unchanged').notNull().default(0),
    importedBy: text('imported_by').notNull(),
    importedAt: moment('imported_at').notNull(),
    /** Taken back, whole: when, by whom and why. */
    undoneAt: moment('undone_at'),
    undoneBy: text('undone_by'),
    undoneBecause: text('undone_because'),
  },
  (t) => [
    check('import_batches_sha256_is_hex', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check(
      'import_batches_undone_by_somebody',
      sql`num_nulls(${t.undoneAt}, ${t.undoneBy}, ${t.undoneBecause}) IN (0, 3)`,
    ),
  ],
);
