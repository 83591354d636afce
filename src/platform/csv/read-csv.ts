import { decodeText } from './decode-text.ts';
import { splitCsv } from './split-csv.ts';
import { type Columns, type Table, tableOf, unreadable } from './table.ts';

/**
 * Reads CSV with a header as people have it (docs/decisions/files-as-people-have-them.md): with commas, semicolons or
 * tabs, in UTF-8, UTF-16 or Windows-1252, with either kind of line end and newlines within quotes. A file that cannot be
 * read as a whole has errors and no records; a single bad row is left out and named.
 */
export function readCsv(bytes: Uint8Array, columns: Columns): Table {
  const decoded = decodeText(bytes);
  if ('code' in decoded) return unreadable(decoded);
  const split = splitCsv(decoded.text, columns);
  if ('code' in split) return unreadable(split);
  const table = tableOf(split.rows, columns, 'refuse-short-rows');
  return { ...table, notes: [...decoded.notes, ...table.notes] };
}
