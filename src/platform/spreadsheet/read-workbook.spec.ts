import fc from 'fast-check';
import { workbookOf, zipOf } from './fixtures/handmade.ts';
import { readWorkbook } from './read-workbook.ts';
import type { Workbook } from './workbook.ts';
import { writeXlsx } from './xlsx.adapter.ts';

/** The rows of a sheet, or the code with which it is refused. */
async function rows(bytes: Uint8Array, sheet: string | null = null) {
  const read = await readWorkbook(bytes, sheet);
  return 'refused' in read ? read.refused.code : read.rows.map(({ line, cells }) => [line, ...cells]);
}

const sheetOf = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`;

describe('a workbook', () => {
  it('gives numbers, days and texts as they are shown', async () => {
    const written: Workbook = [
      {
        name: 'Results',
        widths: [10],
        frozenRows: 1,
        rows: [
          [{ text: 'program' }, { text: 'value' }, { text: 'period_end' }],
          [],
          [{ text: '  São Paulo ' }, { number: 1234.5, format: '#,##0.00' }, { day: '2017-06-30' }],
          [null, { number: 200000, format: '0' }, null],
        ],
      },
    ];
    expect(await readWorkbook(await writeXlsx(written, new Date(0)), null)).toEqual({
      sheet: 'Results',
      isHidden: false,
      hidden: { lines: [], columns: [] },
      others: [],
      merged: [],
      rows: [
        { line: 1, cells: ['program', 'value', 'period_end'], numbers: new Set() },
        { line: 3, cells: ['São Paulo', '1234.5', '2017-06-30'], numbers: new Set([1]) },
        { line: 4, cells: ['', '200000'], numbers: new Set([1]) },
      ],
    });
  });

  it('names what it holds and does not show', async () => {
    const cells = '<c r="A1"><v>1</v></c><c r="Z1"><v>2</v></c><c r="AB1"><v>3</v></c>';
    const sheet =
      '<cols><col min="2" max="16384" hidden="true"/></cols><sheetData>' +
      `<row r="1">${cells}</row><row r="2" hidden="1"><c r="A2"><v>4</v></c></row><row r="3" hidden="1"/></sheetData>`;
    expect(await readWorkbook(workbookOf({ sheets: { Data: sheet } }), null)).toMatchObject({
      hidden: { lines: [2], columns: ['Z', 'AB'] },
    });
  });

  it.each([
    ['a formula by the value that is stored with it', '<c r="A1"><f>1+1</f><v>2</v></c>', '2'],
    ['a formula that gives a text', '<c r="A1" t="str"><f>"a"</f><v>a</v></c>', 'a'],
    ['a formula without a stored value as nothing', '<c r="A1"><f>1+1</f></c>', undefined],
    ['what only a binary number adds', '<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
    ['a number with an exponent in full', '<c r="A1"><v>1.2E+3</v></c>', '1200'],
    ['also a small one', '<c r="A1"><v>1.5E-7</v></c>', '0.00000015'],
    ['and a large one', '<c r="A1"><v>1E+21</v></c>', '1000000000000000000000'],
    ['a percentage with its sign', '<c r="A1" s="1"><v>7.0000000000000007E-2</v></c>', '7%'],
    ['a day', '<c r="A1" s="2"><v>42916</v></c>', '2017-06-30'],
    ['a moment', '<c r="A1" s="3"><v>42916.5</v></c>', '2017-06-30 12:00:00'],
    ['a month that shows no day', '<c r="A1" s="4"><v>42887</v></c>', '2017-06'],
    ['a year that shows no month', '<c r="A1" s="5"><v>42887</v></c>', '2017'],
    ['words in a format that are no letters of dates', '<c r="A1" s="6"><v>12</v></c>', '12'],
    ['a day as ISO 8601', '<c r="A1" t="d"><v>2017-06-30T00:00:00</v></c>', '2017-06-30 00:00:00'],
    ['yes and no', '<c r="A1" t="b"><v>1</v></c>', 'true'],
    ['a formula that failed', '<c r="A1" t="e"><v>#DIV/0!</v></c>', '#DIV/0!'],
    [
      'a text of its own',
      '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t> &amp; b</t></r></is></c>',
      'a & b',
    ],
    ['a shared text, without what helps to say it', '<c r="A1" t="s"><v>0</v></c>', 'Łódź 東京'],
    ['a text with an escaped line end', '<c r="A1" t="s"><v>1</v></c>', 'a\nb'],
    ['a text that is not there as nothing', '<c r="A1" t="s"><v>99</v></c>', undefined],
    ['a cell without a reference', '<c><v>5</v></c>', '5'],
  ])('gives %s', async (_what, cell, shown) => {
    const workbook = workbookOf({
      sheets: { One: sheetOf(cell) },
      strings: ['<si><t>Łódź 東京</t><rPh><t>とうきょう</t></rPh></si>', '<si><t>a_x000D_\nb</t></si>'],
      formats: [
        '0',
        '0.0%',
        'dd/mm/yyyy;@',
        'yyyy\\-mm\\-dd hh:mm',
        'mmm\\ yy',
        'yyyy',
        '0 &quot;dossiers&quot;',
      ],
    });
    expect(await rows(workbook)).toEqual(shown === undefined ? [] : [[1, shown]]);
  });

  it('counts days from 1904 where it says so', async () => {
    const sheets = { One: sheetOf('<c r="A1" s="0"><v>41454</v></c>') };
    expect(await rows(workbookOf({ sheets, formats: ['yyyy-mm-dd'], since1904: true }))).toEqual([
      [1, '2017-06-30'],
    ]);
  });

  it('is read in its first sheet that shows, or in the one that is named', async () => {
    const sheets = {
      '!Lists': sheetOf('<c r="A1"><v>1</v></c>'),
      Data: sheetOf('<c r="A1"><v>2</v></c>'),
      Notes: sheetOf('<c r="A1"><v>3</v></c>'),
    };
    const workbook = workbookOf({ sheets });
    expect(await readWorkbook(workbook, null)).toMatchObject({
      sheet: 'Data',
      others: [
        { name: 'Lists', hidden: true },
        { name: 'Notes', hidden: false },
      ],
    });
    expect(await rows(workbook, 'notes ')).toEqual([[1, '3']]);
    expect(await rows(workbook, 'Lists')).toEqual([[1, '1']]);
    expect(await readWorkbook(workbook, 'Figures')).toEqual({
      refused: {
        code: 'FILE.NO_SHEET',
        message: 'There is no sheet "Figures".',
        remedy: 'Sheets are: Lists, Data, Notes.',
      },
    });
  });

  it('says which cells are merged', async () => {
    const sheets = {
      One: `${sheetOf('<c r="A1"><v>1</v></c>')}<mergeCells><mergeCell ref="A1:B3"/></mergeCells>`,
    };
    expect(await readWorkbook(workbookOf({ sheets }), null)).toMatchObject({
      merged: [{ name: 'A1:B3', firstLine: 1, lastLine: 3, firstColumn: 0, lastColumn: 1 }],
    });
  });
});

describe('what is no workbook, or none that can be read, is refused', () => {
  const whole = workbookOf({ sheets: { One: sheetOf('<c r="A1"><v>1</v></c>') } });

  it.each([
    ['a text document', zipOf({ 'word/document.xml': '<a/>' }), 'FILE.NOT_A_WORKBOOK'],
    [
      'an OpenDocument workbook',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'FILE.NOT_A_WORKBOOK',
    ],
    ['a binary workbook', zipOf({ 'xl/workbook.bin': 'x' }), 'FILE.NOT_A_WORKBOOK'],
    ['half of one', whole.subarray(0, whole.length / 2), 'FILE.BROKEN_WORKBOOK'],
    ['its beginning', Buffer.from('PK'), 'FILE.BROKEN_WORKBOOK'],
    ['one without sheets', workbookOf({ sheets: {} }), 'FILE.NO_SHEET'],
    ['a cell in no place', workbookOf({ sheets: { One: sheetOf('<c r="$"/>') } }), 'FILE.BROKEN_WORKBOOK'],
    ['a sheet that is no XML', workbookOf({ sheets: { One: '<sheetData><row' } }), 'FILE.BROKEN_WORKBOOK'],
  ])('%s', async (_what, bytes, code) => {
    expect(await rows(bytes)).toBe(code);
  });

  it('one of 2 MB that unpacks to 400 MB, whatever it says', async () => {
    const piece = `<row><c><v>${' '.repeat(1_000_000)}</v></c></row>`;
    const bomb = workbookOf({ sheets: { One: `<sheetData>${piece.repeat(400)}</sheetData>` } });
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await rows(bomb)).toBe('FILE.TOO_LARGE');
  });

  it('one whose cells say more than a text file may', async () => {
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(1_000)}</row>`;
    const sheets = { One: `<sheetData>${row.repeat(10)}</sheetData>` };
    expect(await rows(workbookOf({ sheets, strings: [`<si><t>${'x'.repeat(10_000)}</t></si>`] }))).toBe(
      'FILE.TOO_LARGE',
    );
  });

  it('whatever bytes of it are others', async () => {
    const change = fc.record({ at: fc.nat({ max: whole.length - 1 }), to: fc.integer({ min: 0, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const { at, to } of changes) bytes[at] = to;
        const read = await readWorkbook(bytes, null);
        expect('refused' in read ? read.refused.code : 'FILE.READ').toMatch(/^FILE\./);
      }),
      { numRuns: process.env.CI ? 300 : 50 },
    );
  });
});
