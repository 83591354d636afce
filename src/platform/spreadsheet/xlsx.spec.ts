import readExcelFile from 'read-excel-file/node';
import type { Workbook } from './workbook.ts';
import { writeXlsx } from './xlsx.adapter.ts';
import { withZipDates } from './zip-dates.ts';

const workbook: Workbook = [
  {
    name: 'Über – Año',
    widths: [12, 8, 12],
    frozenRows: 1,
    rows: [
      [
        { text: 'Programme', bold: true },
        { text: 'Amount (USD)', bold: true },
        { text: 'Value date', bold: true },
      ],
      [{ text: '=1+1' }, { number: -1234.56, format: '#,##0.00' }, { day: '2017-06-30' }],
      [{ text: '-12' }, null, { day: '1899-12-31' }],
      [
        { text: '< & > "é"', wrap: true },
        { number: 0, format: '0' },
      ],
    ],
  },
  { name: 'b', widths: [], frozenRows: 0, rows: [[{ text: 'x\u0000y' }]] },
];
const noon = new Date('2017-06-30T12:00:00Z');

describe('an XLSX file', () => {
  it('reads back as it was meant: numbers, days, texts, and nothing where nothing is known', async () => {
    const sheets = await readExcelFile(Buffer.from(await writeXlsx(workbook, noon)));
    expect(sheets).toEqual([
      {
        sheet: 'Über – Año',
        data: [
          ['Programme', 'Amount (USD)', 'Value date'],
          ["'=1+1", -1234.56, new Date('2017-06-30T00:00:00Z')],
          ['-12', null, '1899-12-31'],
          ['< & > "é"', 0, null],
        ],
      },
      { sheet: 'b', data: [['xy']] },
    ]);
  });

  it('is the same bytes for the same workbook and date, and others for another date', async () => {
    const [one, two, later] = await Promise.all(
      [noon, noon, new Date('2017-07-31T12:00:00Z')].map((date) => writeXlsx(workbook, date)),
    );
    expect(Buffer.from(one ?? []).equals(Buffer.from(two ?? []))).toBe(true);
    expect(Buffer.from(one ?? []).equals(Buffer.from(later ?? []))).toBe(false);
  });

  it('is not made of what is no archive', () => {
    for (const bytes of [new Uint8Array(0), new Uint8Array(100)]) {
      expect(() => withZipDates(bytes, noon)).toThrow('not a whole archive');
    }
  });
});
