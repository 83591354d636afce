import { cellText } from '../../core/report/cell-text.ts';
import { columnLetters, type SheetCell } from './workbook.ts';

/** As many characters as a cell holds. */
const LONGEST_TEXT = 32_767;
/** Spreadsheets count days from a year that they take for a leap year, and have none before. */
const FIRST_DAY = '1900-03-01';
const DAY_MS = 86_400_000;
/** The day that is number 0, from March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

type Part = readonly [name: string, xml: string];

/** What is the same in every workbook. */
export function fixedParts(): readonly Part[] {
  return [
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  ];
}

/** What names the sheets, once all of them are known. */
export function workbookParts(names: readonly string[]): readonly Part[] {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const each = (text: (nth: number, name: string) => string) =>
    names.map((name, at) => text(at + 1, name)).join('');
  return [
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each(
        (nth, name) => `<sheet name="${escaped(name)}" sheetId="${nth}" r:id="rId${nth}"/>`,
      )}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each(
        (nth) =>
          `<Relationship Id="rId${nth}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${nth}.xml"/>`,
      )}<Relationship Id="rId0" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${each(
        (nth) => `<Override PartName="/xl/worksheets/sheet${nth}.xml" ContentType="${type}.worksheet+xml"/>`,
      )}</Types>`,
    ],
  ];
}

/**
 * The parts of a sheet: its start with the heads of its columns, each row, its end.
 *
 * @param styles those met so far, in order: what is met for the first time joins them
 */
export function sheetParts(
  { head, widths }: { readonly head: readonly SheetCell[]; readonly widths: readonly number[] },
  styles: Map<string, number>,
) {
  const row = (cells: readonly SheetCell[], nth: number) => {
    const written = cells.map((cell, at) => cellXml(cell, `${columnLetters(at)}${nth}`, styles)).join('');
    return `<row r="${nth}">${written}</row>`;
  };
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const view =
    head.length === 0
      ? ''
      : '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return {
    start: `${HEAD}<worksheet xmlns="${MAIN}">${view}${
      columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`
    }<sheetData>${head.length === 0 ? '' : row(head, 1)}`,
    row,
    end: '</sheetData></worksheet>',
  };
}

/** ISO/IEC 29500-1, 18.8: the formats of numbers that cells have, and for each style which of them, bold and wrapped. */
export function stylesXml(styles: ReadonlyMap<string, number>): string {
  const used = [...styles.keys()].map((key) => JSON.parse(key) as Style);
  const formats = [...new Set(used.flatMap(([format]) => (format === 'General' ? [] : [format])))];
  const idOf = (format: string) => (format === 'General' ? 0 : FIRST_OWN_FORMAT + formats.indexOf(format));
  const each = used.map(
    ([format, bold, wrap]) =>
      `<xf numFmtId="${idOf(format)}" fontId="${bold ? 1 : 0}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${
        wrap ? ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' : '/>'
      }`,
  );
  const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="Calibri"/></font>`;
  return `${HEAD}<styleSheet xmlns="${MAIN}">${
    formats.length === 0
      ? ''
      : `<numFmts count="${formats.length}">${formats
          .map((format) => `<numFmt numFmtId="${idOf(format)}" formatCode="${escaped(format)}"/>`)
          .join('')}</numFmts>`
  }<fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${each.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${each.join('')}</cellXfs></styleSheet>`;
}

/** Formats below are the spreadsheet's own. */
const FIRST_OWN_FORMAT = 164;

type Style = readonly [format: string, bold: boolean, wrap: boolean];

function cellXml(cell: SheetCell, at: string, styles: Map<string, number>): string {
  if (cell === null) return '';
  const { bold = false } = cell;
  const styled = (format: string, wrap: boolean) => {
    if (format === 'General' && !bold && !wrap) return '';
    const key = JSON.stringify([format, bold, wrap] satisfies Style);
    const style = styles.get(key) ?? styles.size + 1;
    styles.set(key, style);
    return ` s="${style}"`;
  };
  if ('number' in cell) return `<c r="${at}"${styled(cell.format, false)}><v>${cell.number}</v></c>`;
  if ('day' in cell && cell.day >= FIRST_DAY) {
    const days = (Date.parse(`${cell.day}T00:00:00Z`) - DAY_ZERO) / DAY_MS;
    return `<c r="${at}"${styled('yyyy-mm-dd', false)}><v>${days}</v></c>`;
  }
  const [text, wrap] = 'day' in cell ? [cell.day, false] : [cell.text, cell.wrap ?? false];
  const words = escaped(cellText(text).slice(0, LONGEST_TEXT));
  return `<c r="${at}"${styled('General', wrap)} t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
}

/** What XML 1.0 does not take (2.2): control characters, halves of letters, and two that are none. */
const NOT_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as XML. `_x000D_` would be read as the letter that it names (ISO/IEC 29500-1, 22.9.2.19), so its underscore is written so. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(NOT_XML, '\ufffd')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
