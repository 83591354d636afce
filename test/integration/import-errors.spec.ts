import { sql } from 'drizzle-orm';
import { importKinds } from '../../src/imports.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { itRefuses, type Refusal } from '../support/refusals.ts';

const TRANSACTIONS = 'program,type,value_date,amount,currency';

const FILES: readonly Refusal[] = [
  ['an empty file', 'pillars', [], [[1, null, 'FILE.EMPTY']]],
  [
    'columns that are missing, unknown and there twice',
    'pillars',
    ['code,code,nom', 'x,x,y'],
    [
      [1, 'code', 'FILE.REPEATED_COLUMN'],
      [1, 'nom', 'FILE.UNKNOWN_COLUMN'],
      [1, 'name', 'FILE.MISSING_COLUMN'],
    ],
  ],
  [
    'rows with too few and too many cells, beside one that is bad otherwise',
    'pillars',
    ['code,name', 'a', 'b,B,C', 'C,C'],
    [
      [2, null, 'ROW.CELL_COUNT'],
      [3, null, 'ROW.CELL_COUNT'],
      [4, 'code', 'CELL.NOT_A_CODE'],
    ],
  ],
  [
    'texts in no language',
    'pillars',
    ['code,name,name_es', 'a,,', 'b,,Democracia'],
    [[2, 'name', 'TEXT.MISSING']],
  ],
  ['a text that has a column in no language', 'pillars', ['code', 'a'], [[1, 'name', 'FILE.MISSING_COLUMN']]],
  ['a code that stands twice', 'pillars', ['code,name', 'a,A', 'a,B'], [[3, 'code', 'ROW.REPEATED']]],
];

const OTHERS: readonly Refusal[] = [
  [
    'money that is none',
    'transactions',
    [
      TRANSACTIONS,
      'MAR,gift,2016-01-01,1,USD',
      'MAR,pledge,2016-01-32,1,USD',
      'MAR,pledge,2016-01-01,1.001,USD',
      'MAR,pledge,2016-01-01,1.5,CLP',
      'MAR,pledge,2016-01-01,"1,000",USD',
      'MAR,disbursement,2016-01-01,0.00,USD',
      'MAR,pledge,2016-01-01,1,XXQ',
      'MAR,pledge,2016-01-01,90071992547409.92,USD',
      'NOBODY,pledge,2016-01-01,1,USD',
      'MAR,disbursement,2017-07-03,1,USD',
      'MAR,pledge,2017-07-03,1,USD',
      'MAR,pledge,2017-01-01,-10000000000000,USD',
      'MAR,pledge,2017-01-01,9999999999999.99,USD',
      'MAR,pledge,2017-01-01,10000000000000,IRR',
    ],
    [
      [2, 'type', 'CELL.UNKNOWN_WORD'],
      [3, 'value_date', 'CELL.NOT_A_DATE'],
      [4, 'amount', 'CELL.TWO_READINGS'],
      [5, 'amount', 'MONEY.TOO_MANY_DECIMALS'],
      [6, 'amount', 'CELL.TWO_READINGS'],
      [7, 'amount', 'TRANSACTION.ZERO'],
      [8, 'currency', 'CELL.UNKNOWN_CURRENCY'],
      [9, 'amount', 'MONEY.TOO_LARGE'],
      [10, 'program', 'PROGRAM.UNKNOWN'],
      [11, 'value_date', 'TRANSACTION.NOT_YET'],
      [13, 'amount', 'MONEY.TOO_LARGE'],
    ],
  ],
  [
    'givers and takers that nobody knows, and an answer that is neither yes nor no',
    'transactions',
    [`${TRANSACTIONS},provider,receiver,illustrative`, 'MAR,pledge,2016-01-01,1,USD,Atlantis,Mu,perhaps'],
    [[2, 'illustrative', 'CELL.NOT_YES_OR_NO']],
  ],
  [
    'givers and takers that nobody knows',
    'transactions',
    [`${TRANSACTIONS},provider,receiver`, 'MAR,pledge,2016-01-01,1,USD,Atlantis,Mu'],
    [
      [2, 'provider', 'TRANSACTION.UNKNOWN_ORGANISATION'],
      [2, 'receiver', 'TRANSACTION.UNKNOWN_ORGANISATION'],
    ],
  ],
  [
    'an amount that is too large once it is converted',
    'transactions',
    [TRANSACTIONS, 'MAR,pledge,2017-01-01,90071992547409.91,EUR'],
    [[2, 'amount', 'MONEY.TOO_LARGE']],
  ],
  [
    'rates that are none',
    'exchange-rates',
    [
      'currency,date,rate,source',
      'EUR,2018-01-01,0,ECB',
      'EUR,2018,1.1,ECB',
      'EUR,2018-01-02,1.1,',
      'USD,2018-01-01,1,ECB',
      'EUR,2018-01-03,1.1,ECB',
      'EUR,2018-01-03,1.2,ECB',
    ],
    [
      [2, 'rate', 'CELL.NOT_A_RATE'],
      [3, 'date', 'CELL.NOT_A_DATE'],
      [4, 'source', 'CELL.EMPTY'],
      [5, 'currency', 'RATE.REPORTING_CURRENCY'],
      [7, 'date', 'ROW.REPEATED'],
    ],
  ],
  [
    'subscribers that cannot be reached, to what is not there',
    'subscriptions',
    [
      'email,name,report,lang,paper,pillar,country,donor',
      'ana,Ana,portfolio,en,a4,,,',
      'ana@example.org,Ana,weather,de,a3,,,',
      'ana@example.org,Ana,portfolio,en,a4,peace,JP,Atlantis',
      'bo@example.org,Bo,portfolio,en,a4,,,',
      'Bo@example.org,Bo,portfolio,es,a4,,,',
    ],
    [
      [2, 'email', 'CELL.NOT_AN_EMAIL'],
      [3, 'report', 'CELL.UNKNOWN_WORD'],
      [3, 'lang', 'CELL.UNKNOWN_WORD'],
      [3, 'paper', 'CELL.UNKNOWN_WORD'],
      [4, 'pillar', 'SUBSCRIPTION.UNKNOWN_PILLAR'],
      [4, 'country', 'SUBSCRIPTION.UNKNOWN_COUNTRY'],
      [4, 'donor', 'SUBSCRIPTION.UNKNOWN_DONOR'],
      [6, 'email', 'ROW.REPEATED'],
    ],
  ],
  [
    'a word without a code',
    'terms',
    ['list,code,label', 'sex,,x', 'Sex,x,x'],
    [
      [2, 'code', 'CELL.EMPTY'],
      [3, 'list', 'CELL.NOT_A_CODE'],
    ],
  ],
];

itRefuses('an import refuses', [...FILES, ...OTHERS]);

eachEngine('an import', (engine) => {
  it('counts very many bad rows, and lists the first', async () => {
    const { db } = await engine.open();
    const rows = Array.from({ length: 1000 }, (_, index) => `NOBODY-${index},CR`);
    const csv = `program,country_or_region\n${rows.join('\n')}`;
    const { errors, errorCount } = await importCsv(db, 'program-countries', csv);
    expect(errorCount).toBe(1000);
    expect(errors).toHaveLength(200);
    expect(errors[199]?.line).toBe(201);
  });

  it('leaves nothing behind where it breaks when half of it is stored', async () => {
    const { db } = await engine.open();
    const pillars = importKinds.find(({ name }) => name === 'pillars');
    if (pillars === undefined) throw new Error('There are no pillars.');
    const breaking: typeof pillars = {
      ...pillars,
      async plan(...given) {
        const plan = await pillars.plan(...given);
        const write = async (batch: number) => {
          await plan.write(batch);
          throw new Error('The disk is full.');
        };
        return { ...plan, write };
      },
    };
    const broken = importCsv(db, 'pillars', 'code,name\nlost,Lost\n', { kind: breaking });
    await expect(broken).rejects.toThrow('The disk is full.');
    const counted = await db.execute(
      sql`SELECT (SELECT count(*) FROM pillars)::int AS pillars, (SELECT count(*) FROM import_batches)::int AS batches`,
    );
    const [left] = Array.isArray(counted) ? counted : (counted as unknown as { rows: unknown[] }).rows;
    expect(left).toEqual({ pillars: 0, batches: 0 });
  });

  it('refuses a file that is too large to be a sheet', async () => {
    const { db } = await engine.open();
    await expect(importCsv(db, 'pillars', new Uint8Array(64 * 1024 * 1024 + 1))).rejects.toMatchObject({
      code: 'IMPORT.TOO_LARGE',
    });
  });
});
