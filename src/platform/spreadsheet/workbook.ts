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

/** As long as spreadsheets let a name be. */
const LONGEST = 31;
/** What no spreadsheet takes in the name of a sheet. */
const FORBIDDEN = /[[\]:*?/\\\p{Cc}]/gu;

/**
 * Names for sheets, in the order given: no longer than 31 characters, without `[]:*?/\`, and each another's, whatever
 * its case.
 *
 * @example sheetNames(['Results: by year', 'results  by year']) // ['Results by year', 'results by year (2)']
 */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = name
      .replace(FORBIDDEN, ' ')
      .replace(/\s+/g, ' ')
      // An apostrophe at either end would be read as a quotation mark.
      .replace(/^[\s']+|[\s']+$/g, '');
    for (let nth = 1; ; nth += 1) {
      const ending = nth === 1 ? '' : ` (${nth})`;
      const free = `${cut(plain === '' ? '–' : plain, LONGEST - ending.length)}${ending}`;
      if (taken.has(free.toLowerCase())) continue;
      taken.add(free.toLowerCase());
      return free;
    }
  });
}

/** Counts as spreadsheets do, in UTF-16 units, and cuts no letter in two. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let kept = '';
  for (const letter of text) {
    if (kept.length + letter.length >= longest) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
