import fc from 'fast-check';
import { sumOf } from '../decimal.ts';
import type { Filter } from '../facts.ts';
import { indexOf } from '../facts-index.ts';
import { fundedBy, makeFacts, makePlace, makeProgram, makeTransaction, shares } from '../fixtures/facts.ts';
import { entriesBehind, fundingTotals } from '../funding-totals.ts';
import { convert } from '../money.ts';
import type { RowOfTotal } from './contribution.ts';
import { entrySteps } from './entry-steps.ts';

const facts = makeFacts({
  places: [makePlace('A'), makePlace('B'), makePlace('C')],
  programs: [
    makeProgram('P', {
      places: shares('A 33.34; B 33.33; C 33.33'),
      pillars: shares('democracy 50; human-rights 50'),
      organisations: fundedBy('X'),
    }),
    makeProgram('Q', { places: shares('A; B') }),
  ],
});
const { tree } = indexOf(facts);
const inEuro = (amountMinor: number, rate: string) => ({
  currency: 'EUR',
  conversion: {
    amountMinor: convert(amountMinor, 'EUR', rate, 'USD'),
    rate,
    rateDate: '2017-01-01',
    source: 'ECB',
  },
});

describe('how a transaction comes to what it adds', () => {
  it('says its worth before and after rounding, and its part of it', () => {
    // 1.50 EUR at 1.15 are 172.5 cents: 173, half away from zero. A’s 33.34 % of 173 are 57.6782: with the largest remainders
    // A has 58, B 58 (57.6609, the first of two as large) and C 57.
    const paid = makeTransaction('t1', 'P', 150, inEuro(150, '1.15'));
    expect(entrySteps(paid, tree, { filter: { country: 'A' } }, 'USD')).toEqual({
      convertedMinor: 173,
      convertedExactly: 172.5,
      share: 33.34,
      shareFrom: 'programme',
      partExactly: 57.6782,
      // 172.5 by 33.34 %.
      exactly: 57.5115,
      countedMinor: 58,
    });
  });

  it('takes all of what names its own place', () => {
    const paid = makeTransaction('t1', 'P', 10_001, { place: 'A' });
    const steps = entrySteps(paid, tree, { filter: {}, row: { by: 'country', key: 'A' } }, 'USD');
    expect(steps).toMatchObject({ share: 100, shareFrom: 'own-place', countedMinor: 10_001 });
  });

  it('takes nothing of what has no rate', () => {
    const paid = makeTransaction('t1', 'P', 500, { currency: 'EUR', conversion: null });
    expect(entrySteps(paid, tree, { filter: {} }, 'USD')).toMatchObject({
      convertedMinor: null,
      countedMinor: null,
    });
  });

  it('adds up to the total, whatever is asked', () => {
    const anyPaid = fc
      .record({
        program: fc.constantFrom('P', 'Q'),
        amountMinor: fc.integer({ min: -1000, max: 100_000 }),
        place: fc.constantFrom(null, null, 'A', 'B'),
        rate: fc.constantFrom('1.1', '1.234567', null),
      })
      .map(
        ({ program, amountMinor, place, rate }) =>
          (id: string) =>
            makeTransaction(id, program, amountMinor, {
              place,
              ...(rate === null ? { currency: 'EUR', conversion: null } : inEuro(amountMinor, rate)),
            }),
      );
    const anyFilter = fc.constantFrom<Filter>(
      {},
      { country: 'A' },
      { country: ['A', 'B'] },
      { pillar: 'democracy' },
      {
        country: 'B',
        pillar: 'human-rights',
      },
    );
    const anyRow = fc.constantFrom<RowOfTotal | undefined>(
      undefined,
      { by: 'country', key: 'A' },
      { by: 'country', key: 'not-split' },
      { by: 'pillar', key: 'democracy' },
      { by: 'program', key: 'P' },
      { by: 'year', key: '2017' },
    );
    fc.assert(
      fc.property(fc.array(anyPaid, { maxLength: 8 }), anyFilter, anyRow, (made, filter, row) => {
        const transactions = made.map((make, at) => make(`t${at}`));
        const all = { ...facts, transactions };
        const entries = entriesBehind(all, { type: 'disbursement', filter, ...row });
        const counted = entries.map(({ transaction, amountMinor }) => {
          const steps = entrySteps(transaction, indexOf(all).tree, { filter, row }, 'USD');
          if (steps.countedMinor !== null) expect(steps.countedMinor).toBe(amountMinor);
          return steps.countedMinor ?? 0;
        });
        const { rows, total } = fundingTotals(all, {
          type: 'disbursement',
          by: row?.by ?? 'program',
          filter,
        });
        const said = row === undefined ? total : rows.find(({ key }) => key === row.key);
        expect(sumOf(counted, (each) => each)).toBe(said?.amountMinor ?? 0);
      }),
    );
  });
});
