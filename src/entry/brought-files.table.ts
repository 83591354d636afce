import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { ENTRY_KINDS } from '../core/entry/submission.ts';
import type { FileShape } from '../platform/csv/file-shape.ts';
import { DECIMAL_SIGNS } from '../platform/csv/written-number.ts';
import { bytes, moment, oneOf } from '../platform/database/columns.ts';

/** A file of somebody's until they have said what its columns are. It is no record, and goes by itself. */
export const broughtFiles = pgTable(
  'brought_files',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    author: uuid('author').notNull(),
    kind: text('kind', { enum: ENTRY_KINDS }).notNull(),
    /** What was said of its numbers; null: nothing. */
    decimal: text('decimal', { enum: DECIMAL_SIGNS }),
    fileName: text('file_name').notNull(),
    /** In bytes. */
    size: integer('size').notNull(),
    shape: jsonb('shape').$type<FileShape>().notNull(),
    broughtAt: moment('brought_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [
    index('brought_files_author').on(t.author, t.broughtAt),
    index('brought_files_expire').on(t.expiresAt),
    check('brought_files_kind', oneOf(t.kind, ENTRY_KINDS)),
    check('brought_files_decimal', oneOf(t.decimal, DECIMAL_SIGNS)),
    check('brought_files_size', sql`${t.size} BETWEEN 1 AND 67108864`),
    check('brought_files_expire', sql`${t.expiresAt} > ${t.broughtAt}`),
  ],
);

/** What is in the files above, and in those that are taken as one thing, in order of `position`, from 1. */
export const broughtFilePieces = pgTable(
  'brought_file_pieces',
  {
    file: uuid('file').notNull(),
    position: integer('position').notNull(),
    bytes: bytes('bytes').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.file, t.position] }),
    check('brought_file_pieces_position', sql`${t.position} > 0`),
    check('brought_file_pieces_bytes', sql`octet_length(${t.bytes}) BETWEEN 1 AND 65536`),
  ],
);

/** What the columns of files of one shape are, as somebody last said it for the organisation. */
export const columnMaps = pgTable(
  'column_maps',
  {
    /** Of the kind and the header (`shapeKey`). */
    id: text('id').primaryKey(),
    kind: text('kind', { enum: ENTRY_KINDS }).notNull(),
    /** The names in the file, in its order. */
    header: jsonb('header').$type<readonly string[]>().notNull(),
    /** What each of them is; '': it is not used. */
    columns: jsonb('columns').$type<readonly string[]>().notNull(),
    decimal: text('decimal', { enum: DECIMAL_SIGNS }),
    saidAt: moment('said_at').notNull(),
    saidBy: uuid('said_by').notNull(),
    saidName: text('said_name').notNull(),
  },
  (t) => [
    index('column_maps_said_by').on(t.saidBy),
    check('column_maps_kind', oneOf(t.kind, ENTRY_KINDS)),
    check('column_maps_decimal', oneOf(t.decimal, DECIMAL_SIGNS)),
    check(
      'column_maps_say_what_each_is',
      sql`jsonb_typeof(${t.header}) = 'array' AND jsonb_typeof(${t.columns}) = 'array' AND jsonb_array_length(${t.header}) = jsonb_array_length(${t.columns})`,
    ),
  ],
);
