import { inflateRawSync } from 'node:zlib';
import readExcelFile from 'read-excel-file/node';
import type { Sheet } from '../../core/report/sheet.ts';
import { readWorkbook } from './read-workbook.ts';
import { xlsxBytes, xlsxFile } from './sheet-stream.ts';
import type { SheetCell } from './workbook.ts';
import { zipEntries } from './zip-entries.ts';

const noon = new Date('2017-06-30T12:00:00Z');
const text = (words: string): SheetCell => ({ text: words });

/** A sheet of the rows given, some at a time, which counts how many pieces were asked for. */
function sheetOf(name: string, pieces: readonly (readonly (readonly SheetCell[])[])[]) {
  const asked = { pieces: 0 };
  const sheet: Sheet = {
    name,
    captions: [],
    head: [
      { text: 'Programme', bold: true },
      { text: 'Amount', bold: true },
    ],
    widths: [20, 12],
    async *rows() {
      for (const piece of pieces) {
        asked.pieces += 1;
        yield piece;
      }
    },
  };
  return { sheet, asked };
}

/** A part of an archive as text. */
function partOf(file: Uint8Array, name: string): string {
  const entry = zipEntries(file)?.get(name);
  return entry === undefined ? '' : inflateRawSync(entry.packed).toString();
}

async function fileOf(sheets: readonly Sheet[], mostRows?: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const bytes of xlsxBytes(sheets, noon, mostRows)) parts.push(bytes);
  return Buffer.concat(parts);
}

describe('an XLSX file that is sent as it is made', () => {
  it('reads back as it was meant: numbers, days, texts, and nothing where nothing is known', async () => {
    const { sheet } = sheetOf('Año: 2017', [
      [
        [text('=1+1'), { number: -1234.56, format: '[$USD] #,##0.00' }, { day: '2017-06-30' }],
        [text('-12'), null, { day: '1899-12-31' }],
      ],
      [],
      [[text('< & > "é" _x000D_ 😀'), { number: 0, format: '#,##0' }], [text('a\u0000b\ud800c')]],
    ]);
    const about: Sheet = {
      name: 'About',
      captions: [],
      head: [],
      widths: [],
      async *rows() {
        yield [
          [
            { text: 'Title', bold: true },
            { text: 'Rows', wrap: true },
          ],
        ];
      },
    };
    const file = await fileOf([about, sheet]);
    expect(await readExcelFile(file)).toEqual([
      { sheet: 'About', data: [['Title', 'Rows']] },
      {
        sheet: 'Año 2017',
        data: [
          ['Programme', 'Amount', null],
          ["'=1+1", -1234.56, new Date('2017-06-30T00:00:00Z')],
          ['-12', null, '1899-12-31'],
          [expect.stringContaining('< & > "é" _x'), 0, null],
          ['a\ufffdb\ufffdc', null, null],
        ],
      },
    ]);
    // And by the reader that imports files.
    const read = await readWorkbook(new Uint8Array(file), 'Año 2017');
    expect(read).not.toHaveProperty('refused');
    expect('rows' in read && read.rows.map(({ cells }) => cells).slice(1, 4)).toEqual([
      ["'=1+1", '-1234.56', '2017-06-30'],
      ['-12', '', '1899-12-31'],
      ['< & > "é" _x000D_ 😀', '0'],
    ]);
  });

  it.each([
    // A head and three rows fill a sheet of four.
    [3, [3]],
    [4, [3, 1]],
    [6, [3, 3]],
    [7, [3, 3, 1]],
    [0, [0]],
  ])('goes on in another sheet where one is full: %i rows', async (count, sheets) => {
    const rows = Array.from({ length: count }, (_, at) => [text(`P-${at}`), null]);
    for (const pieces of [[rows], rows.map((row) => [row]), [rows.slice(0, 2), rows.slice(2)]]) {
      const read = await readExcelFile(await fileOf([sheetOf('Rows', pieces).sheet], 4));
      expect(read.map(({ data }) => data.length - 1)).toEqual(sheets);
      expect(read.flatMap(({ data }) => data.slice(1).map(([name]) => name))).toEqual(
        rows.map((_, at) => `P-${at}`),
      );
      expect(new Set(read.map(({ sheet }) => sheet)).size).toBe(sheets.length);
    }
  });

  it('begins before a row is asked for, and asks for no more than is taken', async () => {
    const row = Array.from({ length: 10 }, () => text(String(Math.random())));
    const many = Array.from({ length: 2_000 }, () => Array.from({ length: 100 }, () => row));
    const { sheet, asked } = sheetOf('Rows', many);
    const bytes = xlsxBytes([sheet], noon);
    expect((await bytes.next()).done).toBe(false);
    expect(asked.pieces).toBe(0);
    while (asked.pieces === 0) await bytes.next();
    expect(asked.pieces).toBeLessThan(100);
    await bytes.return(undefined);
  });

  it('breaks off where its rows do', async () => {
    const sheet: Sheet = {
      ...sheetOf('Rows', []).sheet,
      async *rows() {
        yield [[text('P')]];
        throw new Error('The database is gone.');
      },
    };
    await expect(fileOf([sheet])).rejects.toThrow('The database is gone.');
  });

  const table: Sheet = {
    ...sheetOf('Results – "Año" & O\u2019Hara\'s', [
      [
        [text('A'), { number: 2, format: '#,##0' }],
        [text('B'), null],
      ],
    ]).sheet,
    captions: ['Two programmes', 'US Dollar, to date'],
    head: [
      { text: 'Programme', bold: true },
      { text: 'Amount', bold: true, atEnd: true },
    ],
    foot: () => ({
      total: [
        { text: 'Total', bold: true },
        { number: 2, format: '#,##0', bold: true },
      ],
      notes: ['A note.'],
    }),
  };

  it('has captions above its table, and the total and notes below', async () => {
    expect(await readExcelFile(await fileOf([table]))).toEqual([
      {
        sheet: table.name,
        data: [
          ['Two programmes', null],
          ['US Dollar, to date', null],
          [null, null],
          ['Programme', 'Amount'],
          ['A', 2],
          ['B', null],
          ['Total', 2],
          [null, null],
          ['A note.', null],
        ],
      },
    ]);
  });

  it('prints one page wide with its heads on every page, and filters its rows and nothing else', async () => {
    const file = await fileOf([table]);
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/>');
    // Two rows below the heads: neither the total nor the notes are filtered.
    expect(sheet).toContain('<autoFilter ref="A4:B6"/>');
    expect(sheet).toContain('<mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/><mergeCell ref="A9:B9"/>');
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toContain('<pageSetup orientation="portrait" fitToWidth="1" fitToHeight="0"/>');
    expect(sheet).toContain('<oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter>');
    const name = "'Results – &quot;Año&quot; &amp; O\u2019Hara''s'";
    const workbook = partOf(file, 'xl/workbook.xml');
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">${name}!$4:$4</definedName>`,
    );
    expect(workbook).toContain(`localSheetId="0" hidden="1">${name}!$A$4:$B$6</definedName>`);
    expect(partOf(file, 'xl/styles.xml')).toContain('<name val="Calibri"/>');
    const wide = partOf(await fileOf([{ ...table, widths: [60, 60] }]), 'xl/worksheets/sheet1.xml');
    expect(wide).toContain('orientation="landscape"');
  });

  it('is the same bytes for the same sheets and date', async () => {
    const [one, two] = [await xlsxFile([table], noon), await xlsxFile([table], noon)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    expect((await readExcelFile(Buffer.from(one)))[0]?.data).toHaveLength(9);
  });

  it.each(['1970-01-01', '2150-01-01'])('is made as of a day that archives do not know: %s', async (day) => {
    const file = await xlsxFile([table], new Date(`${day}T00:00:00Z`));
    expect((await readExcelFile(Buffer.from(file)))[0]?.data).toHaveLength(9);
  });

  it.each([
    // Captions, an empty row and heads take four; a total, an empty row and a note three.
    [9, [['A', 'B', 'Total']]],
    [8, [['A', 'B'], ['Total']]],
    [5, [['A'], ['B'], ['Total']]],
  ])('puts its end into another sheet where one of %i rows is full', async (most, sheets) => {
    const read = await readExcelFile(await fileOf([table], most));
    const rows = read.map(({ data }) => data.slice(4).flatMap(([name]) => (name === null ? [] : [name])));
    expect(rows.map((names) => names.filter((name) => name !== 'A note.'))).toEqual(sheets);
    expect(rows.at(-1)?.at(-1)).toBe('A note.');
  });
});
