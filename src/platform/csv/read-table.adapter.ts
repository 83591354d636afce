import { readXlsx } from '../spreadsheet/read-xlsx.adapter.ts';
import type { Answers } from './answers.ts';
import { hiddenNotes } from './hidden-notes.ts';
import { repeatMerged } from './merged-cells.ts';
import { readCsv } from './read-csv.ts';
import { fileError } from './row-error.ts';
import { type Columns, type Table, tableOf, unreadable } from './table.ts';

type TableOptions = Pick<Answers, 'sheet'>;

/**
 * Reads a table from a file as people have it: CSV (`readCsv`), or a sheet of an XLSX workbook. Which of them it is, the
 * file itself says and not its name.
 */
export async function readTable(bytes: Uint8Array, columns: Columns, options: TableOptions): Promise<Table> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readSheet(bytes, columns, options);
  if (options.sheet === null) return readCsv(bytes, columns);
  return unreadable(
    fileError(1, 'FILE.NO_SHEET', 'The file is no workbook and has no sheets.', 'Leave --sheet out.'),
  );
}

async function readSheet(bytes: Uint8Array, columns: Columns, { sheet }: TableOptions): Promise<Table> {
  const read = await readXlsx(bytes, sheet);
  if ('refused' in read) {
    const { code, message, remedy } = read.refused;
    return unreadable(fileError(1, code, message, remedy));
  }
  const { rows, errors, notes } = repeatMerged(read.rows, read.merged);
  const table = tableOf(rows, columns, 'fill-short-rows');
  return {
    ...table,
    errors: [...table.errors, ...errors],
    notes: [...hiddenNotes(read), ...table.notes, ...notes],
  };
}
