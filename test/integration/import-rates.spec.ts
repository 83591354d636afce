import fc from 'fast-check';
import { transactions } from '../../src/funding/funding.table.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { eachEngine, undone } from '../support/database.ts';
import { ANOTHER, importCsv } from '../support/import.ts';

const RATES = 'currency,date,rate,source\n';
const MONEY = 'program,type,value_date,amount,currency,provider,note\n';

eachEngine('exchange rates that come late, are corrected or look wrong (rule 7)', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
    await importCsv(db, 'programs', 'code,title,status\nMAR,Maritime,ongoing\n');
    await importCsv(db, 'organisations', 'name,kind\nCanada,government\n');
  });

  const conversions = async (tx: Database) => {
    const rows = await tx.select().from(transactions).orderBy(transactions.amountMinor);
    return rows.map(({ convertedMinor, rate, rateDate }) => [convertedMinor, rate, rateDate]);
  };

  it('converts anew what a rate of a later day, a late one and a corrected one concern', async () => {
    await undone(db, async (tx) => {
      await importCsv(tx, 'exchange-rates', `${RATES}EUR,2017-05-31,1.12,ECB\n`);
      const rows = [
        'MAR,pledge,2017-06-29,100,EUR,Canada,',
        'MAR,disbursement,2017-06-15,200.01,EUR,Canada,',
        'MAR,disbursement,2017-05-31,300,EUR,Canada,',
      ];
      await importCsv(tx, 'transactions', MONEY + rows.join('\n'));
      // Between the two: the pledge of 29 June is converted at 1.14, the others stay.
      const later = await importCsv(tx, 'exchange-rates', `${RATES}EUR,2017-06-20,1.14,ECB\n`);
      expect(later.notes).toEqual(['1 transaction was converted anew: pledge 112.00 -> 114.00 USD (+2.00).']);
      // 200.01 x 1.12 = 224.0112, x 1.5 = 300.015, which is 300.02; 300 x 1.12 = 336, x 1.5 = 450.
      const corrected = await importCsv(tx, 'exchange-rates', `${RATES}EUR,2017-05-31,1.5,ECB\n`);
      expect(corrected).toMatchObject({ inserted: 0, updated: 1 });
      expect(corrected.notes).toEqual([
        '2 transactions were converted anew: disbursement 560.01 -> 750.02 USD (+190.01).',
      ]);
      expect(await conversions(tx)).toEqual([
        [11400, '1.14', '2017-06-20'],
        [30002, '1.5', '2017-05-31'],
        [45000, '1.5', '2017-05-31'],
      ]);
      // Nothing is left to do.
      const again = await importCsv(tx, 'exchange-rates', `${RATES}EUR,2017-05-31,1.5,ECB\n`);
      expect([again.unchanged, again.notes]).toEqual([1, []]);
      expect(await importCsv(tx, 'transactions', MONEY + rows.join('\n'))).toMatchObject({ unchanged: 3 });
    });
  });

  it('says the same in a dry run, and changes nothing', async () => {
    await undone(db, async (tx) => {
      await importCsv(tx, 'transactions', `${MONEY}MAR,pledge,2017-06-29,100,EUR,Canada,\n`, {
        approve: false,
      });
      await importCsv(tx, 'transactions', `${MONEY}MAR,pledge,2017-06-29,-10,EUR,Canada,\n`);
      const csv = `${RATES}EUR,2017-05-31,1.12,ECB\n`;
      const { notes } = await importCsv(tx, 'exchange-rates', csv, { dryRun: true });
      expect(notes).toEqual([
        '2 transactions that had no exchange rate were converted (1 not approved): pledge 0.00 -> -11.20 USD (-11.20).',
      ]);
      expect(await conversions(tx)).toEqual([
        [null, null, null],
        [null, null, null],
      ]);
    });
  });

  it('holds a rate for 366 days and no longer', async () => {
    await undone(db, async (tx) => {
      const rows = ['MAR,pledge,2018-06-02,1,EUR,Canada,', 'MAR,pledge,2018-06-01,2,EUR,Canada,'];
      await importCsv(tx, 'transactions', MONEY + rows.join('\n'));
      await importCsv(tx, 'exchange-rates', `${RATES}EUR,2017-05-31,1.12,ECB\n`);
      expect(await conversions(tx)).toEqual([
        [null, null, null],
        [224, '1.12', '2017-05-31'],
      ]);
    });
  });

  it('asks about a first rate that is ten times off, and about an inverted one', async () => {
    await undone(db, async (tx) => {
      const csv = `${RATES}EUR,2017-05-31,11.2,ECB\nBRL,2017-05-31,3.2,BCB\nCOP,2017-05-31,0.00034,BR\n`;
      const refused = await importCsv(tx, 'exchange-rates', csv);
      expect(refused.errors).toMatchObject([
        {
          line: 2,
          column: 'rate',
          code: 'RATE.FAR_OFF',
          message: '1 EUR is 11.2 USD here; it has been worth some 1.15, and this is far from that.',
        },
        {
          line: 3,
          column: 'rate',
          code: 'RATE.INVERSE',
          message:
            '1 BRL is 3.2 USD here; it has been worth from 0.17 to 0.6, and this looks like 1 USD in BRL.',
        },
      ]);
      expect(refused.errors[0]?.remedy).toContain('--accept-rates');
      expect(await importCsv(tx, 'exchange-rates', csv, { answers: { acceptRates: true } })).toMatchObject({
        inserted: 3,
      });
    });
  });

  it('asks about one that is the inverse of the known one, and not about what corrects a wrong one', async () => {
    await undone(db, async (tx) => {
      await importCsv(tx, 'exchange-rates', `${RATES}EUR,2017-05-31,1.12,ECB\n`);
      // 1 / 1.14 = 0.8772
      const inverse = await importCsv(tx, 'exchange-rates', `${RATES}EUR,2017-06-30,0.8772,ECB\n`);
      expect(inverse.errors).toMatchObject([
        {
          code: 'RATE.INVERSE',
          message: '1 EUR is 0.8772 USD here; on 2017-05-31 it was 1.12, and this looks like 1 USD in EUR.',
        },
      ]);
      await importCsv(tx, 'exchange-rates', `${RATES}EUR,2017-05-31,0.8929,ECB\n`, {
        answers: { acceptRates: true },
      });
      expect(await importCsv(tx, 'exchange-rates', `${RATES}EUR,2017-05-31,1.12,ECB\n`)).toMatchObject({
        errors: [],
        updated: 1,
      });
    });
  });

  it('refuses a rate that makes an amount too large to be counted, on the line of the rate', async () => {
    await undone(db, async (tx) => {
      await importCsv(tx, 'transactions', `${MONEY}MAR,pledge,2017-06-29,9000000000000,EUR,Canada,\n`);
      // 9e14 cents at 12 dollars are 1.08e16 cents.
      const { errors } = await importCsv(
        tx,
        'exchange-rates',
        `${RATES}GBP,2017-06-01,1.3,BoE\nEUR,2017-06-01,12,ECB\n`,
        {
          answers: { acceptRates: true },
        },
      );
      expect(errors).toMatchObject([{ line: 3, column: 'rate', code: 'MONEY.TOO_LARGE' }]);
    });
  });

  it('gives the same amounts whatever the order of rates and transactions, and however files are split', async () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => {
      return new Date(Date.UTC(2015, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
    });
    const currency = fc.constantFrom('EUR', 'JPY');
    const rates = fc.uniqueArray(
      fc.record({ currency, date: day, hundredths: fc.integer({ min: 100, max: 139 }) }),
      { selector: (rate) => `${rate.currency} ${rate.date}`, minLength: 1, maxLength: 6 },
    );
    const amounts = fc.uniqueArray(
      fc.record({
        currency,
        date: day,
        minor: fc.integer({ min: -99_999, max: 99_999 }).filter((n) => n !== 0),
      }),
      { selector: ({ minor }) => minor, minLength: 1, maxLength: 8 },
    );
    // A yen has no hundredths, and is worth a hundredth of a dollar.
    const rateOf = (rate: { currency: string; hundredths: number }) =>
      rate.currency === 'EUR'
        ? `1.${String(rate.hundredths - 100).padStart(2, '0')}`
        : `0.00${rate.hundredths - 40}`;
    const file = fc.record({ rates, amounts }).chain(({ rates, amounts }) => {
      const lines = [
        ...rates.map((rate) => ({
          kind: 'exchange-rates',
          line: `${rate.currency},${rate.date},${rateOf(rate)},test`,
        })),
        ...amounts.map(({ currency, date, minor }) => ({
          kind: 'transactions',
          line: `MAR,pledge,${date},${currency === 'EUR' ? (minor / 100).toFixed(2) : minor},${currency},Canada,`,
        })),
      ];
      const order = fc.shuffledSubarray(lines, { minLength: lines.length });
      return fc.record({
        rates: fc.constant(rates),
        amounts: fc.constant(amounts),
        order,
        // How many lines of one kind go into a file at most.
        most: fc.integer({ min: 1, max: 5 }),
      });
    });

    await fc.assert(
      fc.asyncProperty(file, ({ rates, amounts, order, most }) =>
        undone(db, async (tx) => {
          for (const { kind, lines } of filesOf(order, most)) {
            const csv = (kind === 'transactions' ? MONEY : RATES) + lines.join('\n');
            expect(await importCsv(tx, kind, csv, ANOTHER)).toMatchObject({ errors: [] });
          }
          const expected = amounts
            .toSorted((a, b) => a.minor - b.minor)
            .map((amount) => {
              const fit = rates
                .filter(
                  ({ currency, date }) => currency === amount.currency && isWithinReach(date, amount.date),
                )
                .toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
              if (fit === undefined) return [null, null, null];
              // Cents x hundredths, and yen x ten-thousandths of a dollar, are hundredths of a cent.
              const factor = BigInt(fit.currency === 'EUR' ? fit.hundredths : fit.hundredths - 40);
              return [Number(halfAway(BigInt(amount.minor) * factor, 100n)), rateOf(fit), fit.date];
            });
          expect(await conversions(tx)).toEqual(expected);
        }),
      ),
      { numRuns: process.env.CI ? 12 : 6 },
    );
  });
});

/** Runs of lines of one kind, none longer than `most`. */
function filesOf(order: readonly { readonly kind: string; readonly line: string }[], most: number) {
  const files: { readonly kind: string; readonly lines: string[] }[] = [];
  for (const { kind, line } of order) {
    const last = files.at(-1);
    if (last?.kind === kind && last.lines.length < most) last.lines.push(line);
    else files.push({ kind, lines: [line] });
  }
  return files;
}

function isWithinReach(rateDate: string, valueDate: string): boolean {
  const days = (Date.parse(valueDate) - Date.parse(rateDate)) / 86_400_000;
  return days >= 0 && days <= 366;
}

function halfAway(value: bigint, unit: bigint): bigint {
  const size = value < 0n ? -value : value;
  const rounded = (2n * size + unit) / (2n * unit);
  return value < 0n ? -rounded : rounded;
}
