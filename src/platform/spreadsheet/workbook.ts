import type { SheetCell } from '../../core/report/sheet-cell.ts';

export type { SheetCell };

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook as data: what `writeXlsx` makes a file of. */
export type Workbook = readonly Sheet[];

export interface Sheet {
  /** As `sheetNames` gives them: every spreadsheet takes it. */
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  /** Rows that stay in sight: the heads of the columns. */
  readonly frozenRows: number;
  readonly rows: readonly (readonly SheetCell[])[];
  /** Columns below the first row in which one chooses from a list. */
  readonly choices?: readonly ColumnChoices[];
}

/** A column, from 0, and the cells with the words for it: `Words!$A$2:$A$9`. */
export interface ColumnChoices {
  readonly column: number;
  readonly words: string;
}

/** @example columnLetters(27) // 'AB' */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26);
  return `${before === 0 ? '' : columnLetters(before - 1)}${String.fromCharCode(65 + (column % 26))}`;
}
