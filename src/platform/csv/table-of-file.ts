import { readWorkbook } from '../spreadsheet/read-workbook.ts';
import type { Answers } from './answers.ts';
import { type FileShape, type NamedHeader, shapeOf, underNames } from './file-shape.ts';
import { hiddenNotes } from './hidden-notes.ts';
import { repeatMerged } from './merged-cells.ts';
import { rowsOfCsv } from './read-csv.ts';
import { fileError, type RowError } from './row-error.ts';
import { type Columns, type Row, type Table, tableOf, unreadable } from './table.ts';

export interface TableOptions extends Pick<Answers, 'sheet'> {
  /** What its columns are, where its own header does not say it. */
  readonly header?: NamedHeader;
}

/**
 * The table in a file as people have it: CSV (`readCsv`), or a sheet of an XLSX workbook. Which of them it is, the file
 * itself says and not its name. How much time and memory that may take, whoever calls it must see to (`readTable`).
 */
export async function tableOfFile(
  bytes: Uint8Array,
  columns: Columns,
  options: TableOptions,
): Promise<Table> {
  const read = await rowsOf(bytes, columns, options);
  if ('code' in read) return unreadable(read);
  const { header } = options;
  const rows = header === undefined ? read.rows : underNames(read.rows, header);
  const table = tableOf(rows, columns, read.shortRows);
  return {
    ...table,
    errors: [...table.errors, ...read.errors],
    notes: [...read.first, ...table.notes, ...read.notes],
  };
}

/** What the columns of a file look like, or why nobody can tell. */
export async function shapeOfFile(
  bytes: Uint8Array,
  columns: Columns,
  options: TableOptions,
): Promise<FileShape | RowError> {
  const read = await rowsOf(bytes, columns, options);
  return 'code' in read ? read : shapeOf(read.rows, columns);
}

interface RowsOfFile {
  readonly rows: readonly Row[];
  readonly errors: readonly RowError[];
  /** What is said of them before what their header says, and after it. */
  readonly first: readonly string[];
  readonly notes: readonly string[];
  readonly shortRows: 'refuse-short-rows' | 'fill-short-rows';
}

async function rowsOf(
  bytes: Uint8Array,
  columns: Columns,
  { sheet }: TableOptions,
): Promise<RowsOfFile | RowError> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return rowsOfSheet(bytes, sheet);
  if (sheet !== null) {
    return fileError(1, 'FILE.NO_SHEET', 'The file is no workbook and has no sheets.', 'Leave --sheet out.');
  }
  const read = rowsOfCsv(bytes, columns);
  if ('code' in read) return read;
  return { rows: read.rows, errors: [], first: read.notes, notes: [], shortRows: 'refuse-short-rows' };
}

async function rowsOfSheet(bytes: Uint8Array, sheet: string | null): Promise<RowsOfFile | RowError> {
  const read = await readWorkbook(bytes, sheet);
  if ('refused' in read) {
    const { code, message, remedy } = read.refused;
    return fileError(1, code, message, remedy);
  }
  const { rows, errors, notes } = repeatMerged(read.rows, read.merged);
  return { rows, errors, first: hiddenNotes(read), notes, shortRows: 'fill-short-rows' };
}
