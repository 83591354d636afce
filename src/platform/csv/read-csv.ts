import { decodeText } from './decode-text.ts';
import type { RowError } from './row-error.ts';
import { splitCsv } from './split-csv.ts';
import { type Columns, type Row, type Table, tableOf, unreadable } from './table.ts';

/**
 * Reads CSV with a header as people have it (docs/decisions/files-as-people-have-them.md): with commas, semicolons or
 * tabs, in UTF-8, UTF-16 or Windows-1252, with either kind of line end and newlines within quotes. A file that cannot be
 * read as a whole has errors and no records; a single bad row is left out and named.
 */
export function readCsv(bytes: Uint8Array, columns: Columns): Table {
  const read = rowsOfCsv(bytes, columns);
  if ('code' in read) return unreadable(read);
  const table = tableOf(read.rows, columns, 'refuse-short-rows');
  return { ...table, notes: [...read.notes, ...table.notes] };
}

/** Its rows, before it is known which one is the header, and what was guessed; or why there are none. */
export function rowsOfCsv(
  bytes: Uint8Array,
  columns: Columns,
): { readonly rows: readonly Row[]; readonly notes: readonly string[] } | RowError {
  const decoded = decodeText(bytes);
  if ('code' in decoded) return decoded;
  const split = splitCsv(decoded.text, columns);
  return 'code' in split ? split : { rows: split.rows, notes: decoded.notes };
}
