import readExcelFile from 'read-excel-file/node';
import { readWorkbook } from './read-workbook.ts';
import { type StreamedSheet, xlsxBytes } from './sheet-stream.ts';
import type { SheetCell } from './workbook.ts';

const noon = new Date('2017-06-30T12:00:00Z');
const text = (words: string): SheetCell => ({ text: words });

/** A sheet of the rows given, some at a time, which counts how many pieces were asked for. */
function sheetOf(name: string, pieces: readonly (readonly (readonly SheetCell[])[])[]) {
  const asked = { pieces: 0 };
  const sheet: StreamedSheet = {
    name,
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

async function fileOf(sheets: readonly StreamedSheet[], mostRows?: number): Promise<Buffer> {
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
    const about: StreamedSheet = {
      name: 'About',
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
    const sheet: StreamedSheet = {
      ...sheetOf('Rows', []).sheet,
      async *rows() {
        yield [[text('P')]];
        throw new Error('The database is gone.');
      },
    };
    await expect(fileOf([sheet])).rejects.toThrow('The database is gone.');
  });
});
