import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import writeExcelFile, { type Cell, type Feature, type Sheet as FileSheet } from 'write-excel-file/node';
import { cellText } from '../../core/report/cell-text.ts';
import { columnLetters, type Sheet, type SheetCell, type Workbook } from './workbook.ts';
import { withZipDates } from './zip-dates.ts';

export { XLSX_TYPE } from './workbook.ts';

/** As many characters as a cell holds. */
const LONGEST_TEXT = 32_767;
/** Spreadsheets count days from a year that they take for a leap year, and have none before. */
const FIRST_DAY = '1900-03-01';

/**
 * A workbook as an XLSX file (ISO/IEC 29500). No text in it is run as a formula, and it has no formulas of its own.
 *
 * @param date stands for when the file was made: equal workbooks with equal dates give equal bytes
 */
export async function writeXlsx(workbook: Workbook, date: Date): Promise<Uint8Array> {
  const sheets = workbook.map(
    ({ name, widths, frozenRows, rows }): FileSheet<never> => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      ...(frozenRows > 0 && { stickyRowsCount: frozenRows }),
      data: rows.map((row) => row.map(cellOf)),
    }),
  );
  const archive = await writeExcelFile(sheets, { features: [choicesOf(workbook)] }).toBuffer();
  return withZipDates(archive, date);
}

/** As many rows as somebody fills by hand. */
const ROWS_TO_FILL = 5_000;

/** The library has no lists to choose from, and a place for what it has not. */
function choicesOf(workbook: Workbook): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            xml.replace('</sheetData>', `</sheetData>${validationsOf(workbook[sheetIndex]?.choices ?? [])}`),
        },
      },
    },
  };
}

/** ISO/IEC 29500-1, 18.3.1.32: a word that is not in the list is warned of, and not refused. */
function validationsOf(choices: NonNullable<Sheet['choices']>): string {
  if (choices.length === 0) return '';
  const each = choices.map(({ column, words }) => {
    const letters = columnLetters(column);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" sqref="${letters}2:${letters}${ROWS_TO_FILL}"><formula1>${words}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${choices.length}">${each.join('')}</dataValidations>`;
}

function cellOf(cell: SheetCell): Cell {
  if (cell === null) return null;
  const style = cell.bold ? ({ fontWeight: 'bold' } as const) : {};
  if ('number' in cell) return { ...style, type: Number, value: cell.number, format: cell.format };
  if ('text' in cell)
    return { ...style, ...textOf(cell.text), ...(cell.wrap && { wrap: true, alignVertical: 'top' }) };
  if (cell.day < FIRST_DAY) return { ...style, ...textOf(cell.day) };
  return { ...style, type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'yyyy-mm-dd' };
}

function textOf(text: string) {
  return { type: String, value: cellText(text).slice(0, LONGEST_TEXT) };
}
