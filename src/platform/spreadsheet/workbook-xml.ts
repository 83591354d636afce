import { escaped, MAIN_XML, XML_HEAD } from './styles-xml.ts';
import { columnLetters } from './workbook.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

type Part = readonly [name: string, xml: string];

/** A sheet as the workbook knows it. */
export interface WrittenSheet {
  readonly name: string;
  /** Where its table stands; null: it has none. */
  readonly table: { readonly head: number; readonly last: number; readonly columns: number } | null;
}

/** What is the same in every workbook. */
export function fixedParts(): readonly Part[] {
  return [
    [
      '_rels/.rels',
      `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  ];
}

/** What names the sheets, once all of them are known. */
export function workbookParts(sheets: readonly WrittenSheet[]): readonly Part[] {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const each = (text: (nth: number, name: string) => string) =>
    sheets.map(({ name }, at) => text(at + 1, name)).join('');
  const names = sheets.flatMap(definedNames);
  return [
    [
      'xl/workbook.xml',
      `${XML_HEAD}<workbook xmlns="${MAIN_XML}" xmlns:r="${RELATIONS}"><sheets>${each(
        (nth, name) => `<sheet name="${escaped(name)}" sheetId="${nth}" r:id="rId${nth}"/>`,
      )}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each(
        (nth) =>
          `<Relationship Id="rId${nth}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${nth}.xml"/>`,
      )}<Relationship Id="rId0" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${each(
        (nth) => `<Override PartName="/xl/worksheets/sheet${nth}.xml" ContentType="${type}.worksheet+xml"/>`,
      )}</Types>`,
    ],
  ];
}

/** ISO/IEC 29500-1, 18.2.5: the cells that are filtered, and the row that stands again on every printed page. */
function definedNames({ name, table }: WrittenSheet, at: number): readonly string[] {
  if (table === null) return [];
  const { head, last, columns } = table;
  const sheet = escaped(`'${name.replaceAll("'", "''")}'`);
  const cells = `$A$${head}:$${columnLetters(columns - 1)}$${Math.max(head, last)}`;
  return [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${sheet}!${cells}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${sheet}!$${head}:$${head}</definedName>`,
  ];
}
