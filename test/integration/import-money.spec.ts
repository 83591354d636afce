import { transactions } from '../../src/funding/funding.table.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { eachEngine, undone } from '../support/database.ts';
import { ANOTHER, importCsv } from '../support/import.ts';

const RATES = 'currency,date,rate,source\n';
const MONEY = 'program,type,value_date,amount,currency,provider,note\n';

eachEngine('importing money', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
    await importCsv(db, 'programs', 'code,title,status\nMAR,Maritime,ongoing\n');
    await importCsv(db, 'organisations', 'name,kind\nCanada,government\n');
    await importCsv(db, 'exchange-rates', `${RATES}EUR,2017-05-31,1.12,ECB\nEUR,2017-06-30,1.1400,ECB\n`);
  });

  const converted = (tx: Database) =>
    tx
      .select({
        amountMinor: transactions.amountMinor,
        convertedMinor: transactions.convertedMinor,
        rate: transactions.rate,
        rateDate: transactions.rateDate,
        rateSource: transactions.rateSource,
      })
      .from(transactions)
      .orderBy(transactions.amountMinor);

  it('converts at the latest rate on or before the value date, half away from zero', async () => {
    const csv = [
      // -1.50 x 1.12 is -1.68, and 10.09 x 1.14 is 11.5026; -0.25 x 1.14 is -0.285, half a cent.
      'MAR,disbursement,2017-06-29,-1.50,EUR,Canada,correction',
      'MAR,disbursement,2017-06-30,-0.25,EUR,Canada,correction',
      'MAR,disbursement,2017-06-30,10.09,EUR,Canada,',
      'MAR,disbursement,2017-06-30,20.00,USD,Canada,',
    ];
    await undone(db, async (tx) => {
      expect(await importCsv(tx, 'transactions', MONEY + csv.join('\n'))).toMatchObject({
        inserted: 4,
        notes: [],
      });
      expect(await converted(tx)).toEqual([
        { amountMinor: -150, convertedMinor: -168, rate: '1.12', rateDate: '2017-05-31', rateSource: 'ECB' },
        { amountMinor: -25, convertedMinor: -29, rate: '1.1400', rateDate: '2017-06-30', rateSource: 'ECB' },
        {
          amountMinor: 1009,
          convertedMinor: 1150,
          rate: '1.1400',
          rateDate: '2017-06-30',
          rateSource: 'ECB',
        },
        {
          amountMinor: 2000,
          convertedMinor: 2000,
          rate: '1',
          rateDate: '2017-06-30',
          rateSource: 'identity',
        },
      ]);
    });
  });

  it('leaves money without a rate unconverted, and converts it when the rate comes', async () => {
    const csv = `${MONEY}MAR,pledge,2017-05-30,100,EUR,Canada,\nMAR,pledge,2017-05-30,100,GBP,Canada,\n`;
    await undone(db, async (tx) => {
      const { notes } = await importCsv(tx, 'transactions', csv);
      expect(notes).toEqual([
        'Not converted for want of an exchange rate of their day or of the 366 days before: 2 (EUR, GBP).',
      ]);
      const late = await importCsv(tx, 'exchange-rates', `${RATES}EUR,2017-06-15,1.13,ECB\n`);
      expect(late).toMatchObject({ inserted: 1, notes: [] });
      const early = await importCsv(
        tx,
        'exchange-rates',
        `${RATES}EUR,2017-05-01,1.1,ECB\nGBP,2017-05-02,1.3,BoE\n`,
      );
      // 110 + 130 dollars
      expect(early.notes).toEqual([
        '2 transactions that had no exchange rate were converted: pledge 0.00 -> 240.00 USD (+240.00).',
      ]);
      expect((await converted(tx)).map((row) => [row.convertedMinor, row.rate, row.rateDate]).sort()).toEqual(
        [
          [11000, '1.1', '2017-05-01'],
          [13000, '1.3', '2017-05-02'],
        ],
      );
    });
  });

  it('counts the same file once, and a signed row as a correction of its own', async () => {
    const first = 'MAR,pledge,2017-06-29,100,USD,Canada,\n';
    await undone(db, async (tx) => {
      await importCsv(tx, 'transactions', MONEY + first);
      expect(await importCsv(tx, 'transactions', MONEY + first)).toMatchObject({ inserted: 0, unchanged: 1 });
      const correction = 'MAR,pledge,2017-06-29,-20,USD,Canada,\n';
      expect(await importCsv(tx, 'transactions', MONEY + correction)).toMatchObject({ inserted: 1 });
      const twice = MONEY + first + first;
      expect(await importCsv(tx, 'transactions', twice)).toMatchObject({
        errors: [{ line: 3, code: 'IMPORT.TWINS' }],
      });
      expect(await importCsv(tx, 'transactions', twice, ANOTHER)).toMatchObject({
        inserted: 1,
        unchanged: 1,
      });
    });
  });

  it('takes organisations by name or by code, and remembers what is made up', async () => {
    const csv = (illustrative: string) =>
      `program,type,value_date,amount,currency,provider,receiver,illustrative\nMAR,pledge,2017-06-29,1,USD,canada,Canada,${illustrative}\n`;
    await undone(db, async (tx) => {
      await importCsv(tx, 'transactions', csv('yes'));
      const [row] = await tx.select().from(transactions);
      expect(row).toMatchObject({ provider: 'canada', receiver: 'canada', illustrative: true });
      expect(await importCsv(tx, 'transactions', csv('no'))).toMatchObject({ inserted: 0, updated: 1 });
    });
  });
});
