export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN_XML = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** How a cell looks; `isHead`: a line beneath it parts it from what it heads. */
export type CellStyle = readonly [
  format: string,
  bold: boolean,
  wrap: boolean,
  atEnd: boolean,
  isHead: boolean,
];

/** The styles that the cells of a workbook have, each with the number by which cells name it. */
export class CellStyles {
  private readonly met = new Map<string, number>();

  /** The number of a style; 0 is that of a plain cell. */
  of(style: CellStyle): number {
    const [format, ...marks] = style;
    if (format === 'General' && !marks.includes(true)) return 0;
    const key = JSON.stringify(style);
    const known = this.met.get(key) ?? this.met.size + 1;
    this.met.set(key, known);
    return known;
  }

  /** In the order of their numbers, without the plain one. */
  all(): readonly CellStyle[] {
    return [...this.met.keys()].map((key) => JSON.parse(key) as CellStyle);
  }
}

/** The same in every language. Days stand where words do, at the start of their cells. */
export const DAY_FORMAT = 'yyyy-mm-dd';
/** Formats below are the spreadsheet's own. */
const FIRST_OWN_FORMAT = 164;
/** Every spreadsheet program has it or one of the same widths; the service's own is on few machines. */
const FONT = 'Calibri';

/** A number keeps a little apart from the words in the next column. */
const PLACES = {
  start: ' horizontal="left"',
  end: ' horizontal="right" indent="1"',
  usual: '',
} as const;

function placeOf(format: string, atEnd: boolean): keyof typeof PLACES {
  if (format === DAY_FORMAT) return 'start';
  return atEnd || format !== 'General' ? 'end' : 'usual';
}

/** ISO/IEC 29500-1, 18.8: the formats of numbers that cells have, and for each style which of them, and how it stands. */
export function stylesXml(styles: CellStyles): string {
  const used = styles.all();
  const formats = [...new Set(used.flatMap(([format]) => (format === 'General' ? [] : [format])))];
  const idOf = (format: string) => (format === 'General' ? 0 : FIRST_OWN_FORMAT + formats.indexOf(format));
  const styleXml = ([format, bold, wrap, atEnd, isHead]: CellStyle) =>
    `<xf numFmtId="${idOf(format)}" fontId="${bold ? 1 : 0}" fillId="0" borderId="${isHead ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="${isHead ? 'bottom' : 'top'}"${
      PLACES[placeOf(format, atEnd)]
    }${wrap ? ' wrapText="1"' : ''}/></xf>`;
  const each = [['General', false, false, false, false] as const, ...used].map(styleXml);
  const numbers = formats.map(
    (format) => `<numFmt numFmtId="${idOf(format)}" formatCode="${escaped(format)}"/>`,
  );
  const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="${FONT}"/><family val="2"/></font>`;
  return [
    `${XML_HEAD}<styleSheet xmlns="${MAIN_XML}">`,
    numbers.length === 0 ? '' : `<numFmts count="${numbers.length}">${numbers.join('')}</numFmts>`,
    `<fonts count="2">${font('')}${font('<b/>')}</fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${each.length}">${each.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
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
export function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(NOT_XML, '\ufffd')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
