import { cellText } from '../../core/report/cell-text.ts';
import type { SheetLine } from '../../core/report/sheet.ts';
import { type CellStyles, DAY_FORMAT, escaped, MAIN_XML, XML_HEAD } from './styles-xml.ts';
import { columnLetters, type SheetCell } from './workbook.ts';

/** As many characters as a cell holds. */
const LONGEST_TEXT = 32_767;
/** Spreadsheets count days from a year that they take for a leap year, and have none before. */
const FIRST_DAY = '1900-03-01';
const DAY_MS = 86_400_000;
/** The day that is number 0, from March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** More characters than fit beside each other on a sheet of paper that stands upright. */
const UPRIGHT_CHARACTERS = 100;
/** Height of a line of text, in points. */
const LINE_HEIGHT = 15;

/** What a sheet is drawn from, its rows apart. */
export interface SheetShape {
  readonly captions: readonly string[];
  readonly head: SheetLine;
  readonly widths: readonly number[];
}

/** The row in which the heads of the columns stand; 0: there are none. */
export function headRow({ captions, head }: Pick<SheetShape, 'captions' | 'head'>): number {
  if (head.length === 0) return 0;
  // An empty row keeps the captions apart: a table is what stands together.
  return captions.length === 0 ? 1 : captions.length + 2;
}

/**
 * The parts of a sheet: its start down to the heads of its columns, each row, a sentence across them all, its end.
 *
 * @param styles those met so far: what is met for the first time joins them
 */
export function sheetParts({ captions, head, widths }: SheetShape, styles: CellStyles) {
  const written = (cells: SheetLine, nth: number, isHead: boolean) =>
    cells.map((cell, at) => cellXml(cell, `${columnLetters(at)}${nth}`, { styles, isHead })).join('');
  const drawn = (cells: SheetLine, nth: number, isHead: boolean) => {
    const lines = linesOf(cells, widths, isHead);
    return `<row r="${nth}"${lines > 1 ? heightOf(lines) : ''}>${written(cells, nth, isHead)}</row>`;
  };
  const row = (cells: SheetLine, nth: number) => drawn(cells, nth, false);
  const merged: string[] = [];
  const across = widths.reduce((sum, width) => sum + width, 0);
  /** A sentence is no cell of the first column: it runs over all of them, and takes as many lines as it needs. */
  const sentence = (text: string, nth: number, bold = false) => {
    if (widths.length > 1) merged.push(`A${nth}:${columnLetters(widths.length - 1)}${nth}`);
    const height = heightOf(linesIn(text, across));
    return `<row r="${nth}"${height}>${written([{ text, bold, wrap: true }], nth, false)}</row>`;
  };
  const top = headRow({ captions, head });
  const start = () =>
    [
      `${XML_HEAD}<worksheet xmlns="${MAIN_XML}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
      top === 0
        ? ''
        : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
      columnsXml(widths),
      '<sheetData>',
      ...captions.map((text, at) => sentence(text, at + 1, at === 0)),
      top === 0 ? '' : drawn(head, top, true),
    ].join('');
  /** @param last of the rows that are filtered: no total and no note is */
  const end = (last: number) =>
    [
      '</sheetData>',
      top === 0 ? '' : `<autoFilter ref="A${top}:${columnLetters(head.length - 1)}${Math.max(top, last)}"/>`,
      merged.length === 0
        ? ''
        : `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
      `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.75" header="0.3" footer="0.3"/>`,
      // As many pages as it takes, one beside none; the paper is that of whoever prints.
      `<pageSetup orientation="${across > UPRIGHT_CHARACTERS ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
      // The name of the sheet, and which page of how many.
      '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>',
    ].join('');
  return { start, row, sentence, end };
}

/** Not every program makes room for a text that runs on below: how much it takes is said. */
function linesOf(cells: SheetLine, widths: readonly number[], isHead: boolean): number {
  const each = cells.map((cell, at) =>
    cell !== null && 'text' in cell && (isHead || cell.wrap) ? linesIn(cell.text, widths[at] ?? 0) : 1,
  );
  return Math.max(1, ...each);
}

/** Widths are those of digits: letters are narrower, which makes up for lines that break between words. */
function linesIn(text: string, width: number): number {
  return width === 0 ? 1 : Math.max(1, Math.ceil(text.length / width));
}

/** The tallest that a row gets, in points (ISO/IEC 29500-1, 18.3.1.73: 409). */
const MOST_HEIGHT = 405;

function heightOf(lines: number): string {
  return ` ht="${Math.min(MOST_HEIGHT, LINE_HEIGHT * lines)}" customHeight="1"`;
}

function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const each = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${each.join('')}</cols>`;
}

function cellXml(
  cell: SheetCell,
  at: string,
  { styles, isHead }: { readonly styles: CellStyles; readonly isHead: boolean },
): string {
  if (cell === null) return '';
  const { bold = false } = cell;
  const styled = (format: string, { wrap = false, atEnd = false } = {}) =>
    ` s="${styles.of([format, bold, wrap || isHead, atEnd, isHead])}"`;
  if ('number' in cell) return `<c r="${at}"${styled(cell.format)}><v>${cell.number}</v></c>`;
  if ('day' in cell && cell.day >= FIRST_DAY) {
    const days = (Date.parse(`${cell.day}T00:00:00Z`) - DAY_ZERO) / DAY_MS;
    return `<c r="${at}"${styled(DAY_FORMAT)}><v>${days}</v></c>`;
  }
  const { text, ...placed } = 'day' in cell ? { text: cell.day } : cell;
  const words = escaped(cellText(text).slice(0, LONGEST_TEXT));
  return `<c r="${at}"${styled('General', placed)} t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
}
