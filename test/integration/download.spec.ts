import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { CURRENCIES } from '../../src/core/money.ts';
import { transactions } from '../../src/funding/funding.table.ts';
import { importKinds } from '../../src/imports.ts';
import { download } from '../../src/platform/csv/download.use-case.ts';
import { csvLines } from '../../src/platform/csv/write-csv.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { readRevision } from '../../src/platform/database/revision.repository.ts';
import { organisations } from '../../src/programs/organisations.table.ts';
import { programs } from '../../src/programs/programs.table.ts';
import { eachEngine, undone } from '../support/database.ts';
import { importCsv, NOW } from '../support/import.ts';

type Table = readonly (readonly string[])[];

function kindOf(name: string) {
  const kind = importKinds.find((one) => one.name === name);
  if (kind === undefined) throw new Error(`There is no kind ${name}.`);
  return kind;
}

async function csvOf(db: Database, name: string): Promise<string> {
  const { bytes } = await download(db, kindOf(name), 'csv', NOW);
  return new TextDecoder().decode(bytes);
}

async function tableOf(db: Database, name: string): Promise<Table> {
  const { columns, rows } = await kindOf(name).read(db);
  return [columns, ...rows.map(({ cells }) => columns.map((column) => cells[column] ?? ''))];
}

/** The table with one cell edited, of the first row that holds something in the column. */
function edited(table: Table, column: string, to: string): Table {
  const [header = [], ...rows] = table;
  const at = header.indexOf(column);
  const first = rows.findIndex((row) => row[at] !== '');
  return [header, ...rows.map((row, index) => (index === first ? row.with(at, to) : row))];
}

/** How many cells are not the same. */
function changedCells(before: Table, after: Table): readonly string[] {
  const columns = before[0] ?? [];
  return after.flatMap((row, index) =>
    row.flatMap((cell, at) => (cell === before[index]?.[at] ? [] : [`${columns[at]}: ${cell}`])),
  );
}

eachEngine('what is downloaded', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.openSeeded());
    // What the reference portfolio has not: money withdrawn, a part of a figure, a share, a second pillar, a draft.
    await importCsv(
      db,
      'results',
      [
        'ref,program,indicator,unit,kind,country_or_region,period_end,qualifier,value,breakdown,part_of,status,reason',
        'W-1,TOUR,judges trained,people,actual,CR,2017-06,exact,100,,,,',
        'W-2,TOUR-CR,judges trained,people,actual,CR,2017-06,at least,60,sex=female:20;sex=male:40,W-1,,',
        ',TOUR,small share,units,actual,CO,2016,range,10-15,,,withdrawn,Counted twice.',
        ',TOUR,a waiting one,units,target,,,,0,,,draft,',
      ].join('\n'),
    );
    await importCsv(
      db,
      'results',
      'program,indicator,unit,kind,period_end,value,denominator,baseline,baseline_denominator,baseline_date\nTOUR,safe ports,ports,target,2018,9,12,4,10,2015\n',
    );
    await importCsv(
      db,
      'narratives',
      'program,section,text,status,reason\nTOUR,next,Nothing more.,withdrawn,It goes on.\n',
    );
    await importCsv(
      db,
      'transactions',
      'ref,program,type,value_date,amount,currency,note,status,reason\nT-1,TOUR,pledge,2011-01-01,-0.05,EUR,n,withdrawn,Never made.\n',
    );
    await db.update(programs).set({ identifier: 'XM-DAC-47136-TOUR' }).where(eq(programs.code, 'TOUR'));
    await db.update(organisations).set({ identifier: 'CA-3' }).where(eq(organisations.code, 'canada'));
    await importCsv(
      db,
      'indicators',
      'indicator,unit,measure,combine_time,combine_place,reports_every,evidence_required\njudges trained,people,count,sum,sum,trimestral,sim\n',
    );
    await importCsv(
      db,
      'subscriptions',
      'email,name,report,lang,paper,day,hour,zone,country,donor\nx@example.org,X,portfolio,en,a4,15,7,Europe/Paris,CR,Canada\n',
    );
  });

  it.each(importKinds.map(({ name }) => name))('%s, brought back unchanged, change nothing', async (kind) => {
    const csv = await csvOf(db, kind);
    const rows = csv.split('\r\n').length;
    expect(rows).toBeGreaterThan(2);
    const before = await readRevision(db);
    await undone(db, async (tx) => {
      const outcome = await importCsv(tx, kind, csv);
      expect(outcome).toMatchObject({ errors: [], inserted: 0, updated: 0 });
      expect(await csvOf(tx, kind)).toBe(csv);
      expect(await readRevision(tx)).toBe(before);
    });
  });

  it.each(importKinds.map(({ name }) => name))('%s have something in every column', async (kind) => {
    const [header = [], ...rows] = await tableOf(db, kind);
    const empty = header.filter((_, at) => rows.every((row) => (row[at] ?? '') === ''));
    // A column that is new needs its cell in a download, and a row above that fills it.
    expect(empty).toEqual([]);
  });

  it.each([
    ['pillars', 'name_es', 'Otra democracia'],
    ['places', 'name_fr', 'Autre région'],
    ['organisations', 'kind', 'public body'],
    ['indicators', 'people', 'attendances'],
    ['indicators', 'reports_every', 'month'],
    ['terms', 'label_pt', 'outro'],
    ['programs', 'link', 'https://example.org/other'],
    ['programs', 'start', '2013-07'],
    ['program-countries', 'share', ''],
    ['results', 'value', '41'],
    ['results', 'note_es', 'Otra nota'],
    ['results', 'period_start', '2015-06-30'],
    ['results', 'reason', 'Mistyped.'],
    ['exchange-rates', 'rate', '0.95'],
    ['transactions', 'amount', '1.25'],
    ['transactions', 'illustrative', 'no'],
    ['subscriptions', 'name', 'Somebody Else'],
  ])('%s with another %s: that cell alone is another', async (kind, column, to) => {
    await undone(db, async (tx) => {
      const before = await tableOf(tx, kind);
      const outcome = await importCsv(tx, kind, csvLines(edited(before, column, to)));
      expect(outcome).toMatchObject({ errors: [], inserted: 0, updated: 1 });
      const after = await tableOf(tx, kind);
      const key = (table: Table) => table.map((row) => row.join('|'));
      // A changed row comes from another file, and so stands elsewhere: rows are compared in one order.
      const ordered = (table: Table) => {
        const at = (table[0] ?? []).indexOf('ref');
        return at < 0
          ? table
          : [table[0] ?? [], ...table.slice(1).toSorted((a, b) => ((a[at] ?? '') < (b[at] ?? '') ? -1 : 1))];
      };
      expect(key(after)).toHaveLength(key(before).length);
      expect(changedCells(ordered(before), ordered(after))).toEqual([`${column}: ${to}`]);
    });
  });

  it('is a workbook with the same cells', async () => {
    const { bytes, rows } = await download(db, kindOf('results'), 'xlsx', NOW);
    const table = await tableOf(db, 'results');
    expect(rows).toBe(table.length - 1);
    const sheet = await readSheet(Buffer.from(bytes));
    expect(sheet.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))).toEqual(table);
  });

  it('has every amount of every currency as it was', async () => {
    const minor = fc.oneof(
      fc.integer({ min: 1, max: 2_000_000 }),
      fc.integer({ min: 1, max: 10 ** 12 }),
      fc.constantFrom(1000, 1234, 12_340, 999_999, 1_000_000, 1_234_567),
    );
    const amounts = fc.array(
      fc.record({
        currency: fc.constantFrom('KWD', 'JPY', ...CURRENCIES),
        minor,
        isMinus: fc.boolean(),
      }),
      { minLength: 40, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(amounts, fc.constantFrom('csv', 'xlsx'), async (given, format) => {
        await undone(db, async (tx) => {
          await tx.insert(transactions).values(
            given.map(({ currency, minor: amount, isMinus }) => ({
              program: 'TOUR',
              type: 'pledge' as const,
              valueDate: '2009-01-01',
              currency,
              amountMinor: isMinus ? -amount : amount,
            })),
          );
          const stored = async () =>
            (await tx.select().from(transactions).orderBy(transactions.id)).map(
              ({ id, amountMinor, currency }) => [id, amountMinor, currency],
            );
          const before = await stored();
          const { bytes } = await download(tx, kindOf('transactions'), format, NOW);
          // In the hand of another installation, where each row is written anew.
          await tx.delete(transactions);
          const outcome = await importCsv(tx, 'transactions', bytes, { approve: false });
          expect(outcome.errors).toEqual([]);
          expect(await stored()).toEqual(before);
        });
      }),
      { numRuns: engine.some(process.env.CI ? 15 : 4) },
    );
  });

  it('brings the same figures, with their ids, to another installation', async () => {
    const { db: other } = await engine.openSeeded();
    const before = await tableOf(db, 'results');
    const outcome = await importCsv(other, 'results', csvLines(before));
    expect(outcome).toMatchObject({ errors: [], inserted: 5, unchanged: 38 });
    const ids = async (from: Database) =>
      (await kindOf('results').read(from)).rows.map(({ key }) => key).sort();
    const known = new Set(await ids(db));
    // The two that have refs of their own get ids of their refs, which are the same here and there.
    expect((await ids(other)).filter((id) => !known.has(id))).toEqual([]);
  });
});
