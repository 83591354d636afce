import { importKinds } from '../../src/imports.ts';
import { templateOf } from '../../src/platform/csv/template.ts';
import type { Database } from '../../src/platform/database/database.ts';
import type { SheetCell } from '../../src/platform/spreadsheet/workbook.ts';
import { writeXlsx } from '../../src/platform/spreadsheet/xlsx.adapter.ts';
import { eachEngine, undone } from '../support/database.ts';
import { importCsv, NOW, seedCsv } from '../support/import.ts';

const KINDS = importKinds.map(({ name }) => name);

eachEngine('files as people have them', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.openSeeded());
  });

  const dryRun = (kind: string, bytes: string | Uint8Array) => importCsv(db, kind, bytes, { dryRun: true });

  it.each(KINDS)(
    'the seeds of %s change nothing with semicolons, in UTF-16, or as a workbook',
    async (kind) => {
      const csv = seedCsv(kind);
      const { rows } = await dryRun(kind, csv);
      const unchanged = { errors: [], inserted: 0, updated: 0, unchanged: rows };
      const cells = cellsOf(csv);
      const semicolons = cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'));
      expect(await dryRun(kind, semicolons.join('\r\n'))).toMatchObject(unchanged);
      expect(await dryRun(kind, Buffer.from(`\ufeff${csv}`, 'utf16le'))).toMatchObject(unchanged);
      const sheet = cells.map((row, at) => row.map((cell) => (at === 0 ? { text: cell } : sheetCell(cell))));
      const workbook = await writeXlsx([{ name: kind, widths: [], frozenRows: 1, rows: sheet }], NOW);
      expect(await dryRun(kind, workbook)).toMatchObject(unchanged);
    },
  );

  it.each(KINDS)('a template of %s, filled with the seeds, is imported as it is', async (kind) => {
    const found = importKinds.find(({ name }) => name === kind);
    if (found === undefined) throw new Error(`There is no kind ${kind}.`);
    const [toFill, ...others] = templateOf(
      found,
      { lists: await found.lists(db), guide: await found.guide(db) },
      'en',
    );
    if (toFill === undefined) throw new Error('A template has a sheet.');
    const [header = [], ...rows] = cellsOf(seedCsv(kind));
    const filled = rows.map((row) =>
      found.columns.known.map((column): SheetCell => {
        const cell = row[header.indexOf(column)];
        return cell === undefined ? null : sheetCell(cell);
      }),
    );
    const workbook = await writeXlsx([{ ...toFill, rows: [...toFill.rows, ...filled] }, ...others], NOW);
    const { errors, unchanged, notes } = await dryRun(kind, workbook);
    expect({ errors, unchanged }).toEqual({ errors: [], unchanged: rows.length });
    expect(notes[0]).toMatch(/^The sheet ".+" was read, and not "How to fill"/);
  });

  it('offers the words that are known', async () => {
    const kind = importKinds.find(({ name }) => name === 'results');
    const lists = await kind?.lists(db);
    expect(lists).toMatchObject({ kind: ['target', 'actual'] });
    expect(lists?.indicator).toContain('officials trained');
    expect(lists?.country_or_region).toEqual(expect.arrayContaining(['CR', 'region:Caribbean']));
  });

  it('leaves out a promise of nothing and says so, and refuses a payment of nothing', async () => {
    const header =
      'program,type,value_date,amount,currency,provider,receiver,country_or_region,illustrative,note';
    const promise = 'TOUR,commitment,2011-01-01,0,EUR,Italy,,,false,as published';
    const paid = 'TOUR,disbursement,2011-12-31,6180,EUR,Italy,,,false,paid';
    await undone(db, async (tx) => {
      const outcome = await importCsv(tx, 'transactions', [header, promise, paid].join('\n'));
      expect(outcome).toMatchObject({ errors: [], rows: 2, inserted: 1 });
      expect(outcome.notes).toContain('Left out, for it promises nothing (0): line 2.');
    });
    const nothing = await dryRun('transactions', [header, paid.replace('6180', '0.00')].join('\n'));
    expect(nothing.errors).toMatchObject([{ line: 2, column: 'amount', code: 'TRANSACTION.ZERO' }]);
  });
});

/** The cells of a CSV of ours: commas, and quotes where they are needed. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

/** As somebody types it: numbers are numbers, days are days. */
function sheetCell(cell: string): SheetCell {
  if (cell === '') return null;
  if (/^-?(0|[1-9]\d{0,14})(\.\d*[1-9])?$/.test(cell)) return { number: Number(cell), format: '0.########' };
  return /^\d{4}-\d\d-\d\d$/.test(cell) ? { day: cell } : { text: cell };
}
