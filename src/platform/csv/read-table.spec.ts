import { join } from 'node:path';
import { workbookOf } from '../spreadsheet/fixtures/handmade.ts';
import { type ThreadLimits, ThreadPool } from '../threads/thread-pool.adapter.ts';
import { readTable } from './read-table.adapter.ts';

const COLUMNS = { known: ['code', 'name', 'note'], required: ['code', 'name'] };
const FIRST = { sheet: null };

const text = (reference: string, of: string) => `<c r="${reference}" t="inlineStr"><is><t>${of}</t></is></c>`;
const number = (reference: string, of: string) => `<c r="${reference}"><v>${of}</v></c>`;
const row = (line: number, ...cells: string[]) => `<row r="${line}">${cells.join('')}</row>`;
const header = (line: number) =>
  row(line, text(`A${line}`, 'Code'), text(`B${line}`, 'name'), text(`C${line}`, 'note'));
const sheets = (rows: string, after = '') => ({ Ports: `<sheetData>${rows}</sheetData>${after}` });

describe('a sheet of a workbook', () => {
  it('is a table as a CSV is, by the numbers of its rows', async () => {
    const workbook = workbookOf({
      sheets: {
        ...sheets(
          row(1, text('A1', 'Ports of 2017')) +
            header(3) +
            row(4, text('A4', 'A'), number('B4', '1.5')) +
            row(7, text('A7', 'B'), text('B7', '1.5'), text('C7', 'n')) +
            row(8, text('A8', 'Total'), '<c r="C8"><f>SUM(C4:C7)</f><v>3</v></c>'),
        ),
        Notes: '<sheetData/>',
      },
    });
    expect(await readTable(workbook, COLUMNS, FIRST)).toEqual({
      records: [
        { line: 4, cells: { code: 'A', name: '1.5', note: '' }, numbers: new Set(['name']) },
        { line: 7, cells: { code: 'B', name: '1.5', note: 'n' }, numbers: new Set() },
      ],
      rowCount: 2,
      errors: [],
      notes: [
        'The sheet "Ports" was read, and not "Notes".',
        'Line 1 above the header was left out: "Ports of 2017".',
        'Line 8 was left out: it is a total.',
      ],
    });
  });

  it('says what it holds and does not show: rows, columns and sheets', async () => {
    const columns = '<cols><col min="1" max="1"/><col min="3" max="30" hidden="1"/></cols>';
    const hiddenRow = (line: number, ...cells: string[]) =>
      row(line, ...cells).replace('<row ', '<row hidden="1" ');
    const rows =
      header(1) +
      row(2, text('A2', 'A'), text('B2', 'a'), text('C2', 'n')) +
      hiddenRow(3, text('A3', 'B'), text('B3', 'b')) +
      hiddenRow(5) +
      hiddenRow(6, text('A6', 'C'), text('B6', 'c'));
    const content = `${columns}<sheetData>${rows}</sheetData>`;
    const workbook = workbookOf({ sheets: { '!Old': content, Ports: content, '!Lists': '<sheetData/>' } });
    const { records, notes } = await readTable(workbook, COLUMNS, FIRST);
    expect(records.map(({ cells }) => cells.code)).toEqual(['A', 'B', 'C']);
    expect(notes.slice(0, 3)).toEqual([
      'The sheet "Ports" was read, and not "Old" (hidden), "Lists" (hidden).',
      'Hidden rows were read: 3, 6.',
      'A hidden column was read: C.',
    ]);
    const old = await readTable(workbook, COLUMNS, { sheet: 'old' });
    expect(old.notes.slice(0, 2)).toEqual([
      'The sheet "Old" was read, and not "Ports", "Lists" (hidden).',
      'The sheet "Old" is hidden, and was read.',
    ]);
    const one = workbookOf({
      sheets: {
        '!Ports': `<sheetData>${header(1)}${hiddenRow(2, text('A2', 'A'), text('B2', 'a'))}</sheetData>`,
      },
    });
    expect((await readTable(one, COLUMNS, FIRST)).notes).toEqual([
      'The sheet "Ports" is hidden, and was read.',
      'A hidden row was read: 2.',
    ]);
  });

  it('has what is merged over several rows in each of them', async () => {
    const merges = '<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="B5:C5"/></mergeCells>';
    const rows =
      header(1) +
      row(2, text('A2', 'MAR'), text('B2', 'a')) +
      row(3, text('B3', 'b')) +
      row(4, text('B4', 'c')) +
      row(5, text('A5', 'X'), text('B5', 'd'));
    const read = await readTable(workbookOf({ sheets: sheets(rows, merges) }), COLUMNS, FIRST);
    expect(read.records.map(({ cells }) => `${cells.code} ${cells.name}`)).toEqual([
      'MAR a',
      'MAR b',
      'MAR c',
      'X d',
    ]);
    expect(read.notes).toEqual(['The cells A2:A4 are merged: "MAR" was read in each of their rows.']);
  });

  it('but a number that is merged so would count several times, and is refused', async () => {
    const merges = '<mergeCells><mergeCell ref="C2:C3"/></mergeCells>';
    const rows =
      header(1) +
      row(2, text('A2', 'A'), text('B2', 'a'), number('C2', '12')) +
      row(3, text('A3', 'B'), text('B3', 'b'));
    const { errors } = await readTable(workbookOf({ sheets: sheets(rows, merges) }), COLUMNS, FIRST);
    expect(errors.map(({ line, code }) => [line, code])).toEqual([[2, 'ROW.MERGED_NUMBER']]);
  });

  it('is the one that is named', async () => {
    const workbook = workbookOf({
      sheets: { Notes: '', ...sheets(header(1) + row(2, text('A2', 'A'), text('B2', 'a'))) },
    });
    expect(await readTable(workbook, COLUMNS, { sheet: 'Ports' })).toMatchObject({ rowCount: 1, errors: [] });
    expect(await readTable(workbook, COLUMNS, { sheet: 'Quays' })).toMatchObject({
      errors: [{ code: 'FILE.NO_SHEET', remedy: 'Sheets are: Notes, Ports.' }],
    });
    expect(await readTable(Buffer.from('code,name\nA,a'), COLUMNS, { sheet: 'Ports' })).toMatchObject({
      errors: [{ code: 'FILE.NO_SHEET' }],
    });
  });

  it.each([
    ['without rows', '', 'FILE.EMPTY'],
    ['of a header alone', header(1), 'FILE.NO_ROWS'],
    [
      'of more columns than a table has',
      row(1, ...Array.from({ length: 16_384 }, () => '<c><v>1</v></c>')),
      'FILE.TOO_MANY_COLUMNS',
    ],
  ])('%s is refused', async (_what, rows, code) => {
    const { errors } = await readTable(workbookOf({ sheets: sheets(rows) }), COLUMNS, FIRST);
    expect(errors.map((error) => error.code)).toEqual([code]);
  });
});

describe('a file', () => {
  const large = workbookOf({
    sheets: sheets(
      `<row>${'<c t="inlineStr"><is><t>some text or other</t></is></c>'.repeat(20)}</row>`.repeat(20_000),
    ),
  });
  const commas = new TextEncoder().encode(`code,name\n${','.repeat(20_000_000)}\n`);
  const pools: ThreadPool[] = [];
  const codesWithin = async (bytes: Uint8Array, limits: Partial<ThreadLimits>) => {
    const file = join(import.meta.dirname, 'read-table-thread.adapter.ts');
    const pool = new ThreadPool(file, {
      atOnce: 1,
      waiting: 0,
      timeMs: 60_000,
      memoryMb: 512,
      idleMs: 0,
      ...limits,
    });
    pools.push(pool);
    const { errors } = await readTable(bytes, COLUMNS, FIRST, { pool });
    return errors.map(({ code }) => code);
  };
  afterAll(() => Promise.all(pools.map((pool) => pool.close())));

  it.each([
    ['a workbook', large],
    ['a row of twenty million commas', commas],
  ])('%s that takes too much memory is refused', async (_what, bytes) => {
    expect(await codesWithin(bytes, { memoryMb: 24 })).toEqual(['FILE.TOO_LARGE']);
  });

  it.each([
    ['a workbook', large],
    ['a row of twenty million commas', commas],
  ])('%s that takes too long is refused', async (_what, bytes) => {
    expect(await codesWithin(bytes, { timeMs: 1 })).toEqual(['FILE.TOO_SLOW']);
  });

  it('of more rows than go at once is whole, and in its order', async () => {
    const lines = Array.from({ length: 1_203 }, (_, index) => `c${index},name ${index}`);
    const bytes = new TextEncoder().encode(`code,name\n${lines.join('\n')}\n`);
    const { records, rowCount } = await readTable(bytes, COLUMNS, FIRST);
    expect(rowCount).toBe(1_203);
    expect(records.map(({ line, cells }) => [line, cells.code])).toEqual(
      lines.map((_, index) => [index + 2, `c${index}`]),
    );
  });
});
