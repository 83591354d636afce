import { readWorkbook } from '../spreadsheet/read-workbook.ts';
import type { Answers } from './answers.ts';
import { hiddenNotes } from './hidden-notes.ts';
import { repeatMerged } from './merged-cells.ts';
import { readCsv } from './read-csv.ts';
import { fileError } from './row-error.ts';
import { type Columns, type Table, tableOf, unreadable } from './table.ts';

export type TableOptions = Pick<Answers, 'sheet'>;

/**
 * The table in a file as people have it: CSV (`readCsv`), or a sheet of an XLSX workbook. Which of them it is, the file
 * itself says and not its name. How much time and memory that may take, whoever calls it must see to (`readTable`).
 */
export async function tableOfFile(
  bytes: Uint8Array,
  columns: Columns,
  options: TableOptions,
): Promise<Table> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return tableOfSheet(bytes, columns, options);
  if (options.sheet === null) return readCsv(bytes, columns);
  return unreadable(
    fileError(1, 'FILE.NO_SHEET', 'The file is no workbook and has no sheets.', 'Leave --sheet out.'),
  );
}

async function tableOfSheet(bytes: Uint8Array, columns: Columns, { sheet }: TableOptions): Promise<Table> {
  const read = await readWorkbook(bytes, sheet);
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
