import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, moment, oneOf } from '../database/columns.ts';

/** Where the bytes of a file are: in the table below, or in a store that speaks S3. */
export const FILE_STORES = ['database', 's3'] as const;

/** Of a piece: a backup reads hundreds of rows at once, and writes each byte as two letters. */
export const PIECE_BYTES = 65_536;

/** Files that people brought, each once, however often it is named. A trigger lets none be changed or taken away. */
export const storedFiles = pgTable(
  'stored_files',
  {
    sha256: text('sha256').primaryKey(),
    size: integer('size').notNull(),
    /** What it is by its content. */
    mediaType: text('media_type').notNull(),
    store: text('store', { enum: FILE_STORES }).notNull(),
    storedAt: moment('stored_at').notNull(),
  },
  (t) => [
    check('stored_files_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('stored_files_size', sql`${t.size} > 0`),
    check('stored_files_store', oneOf(t.store, FILE_STORES)),
  ],
);

/** The bytes of those that the database keeps, in order of `position`, from 1. */
export const storedFilePieces = pgTable(
  'stored_file_pieces',
  {
    file: text('file')
      .notNull()
      .references(() => storedFiles.sha256),
    position: integer('position').notNull(),
    bytes: bytes('bytes').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.file, t.position] }),
    check('stored_file_pieces_position', sql`${t.position} > 0`),
    check('stored_file_pieces_bytes', sql`octet_length(${t.bytes}) BETWEEN 1 AND 65536`),
  ],
);
