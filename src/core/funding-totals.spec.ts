import type { Dimension } from './dimension.ts';
import type { Filter } from './facts.ts';
import { fundedBy, makeFacts, makeProgram, makeTransaction, shares } from './fixtures/facts.ts';
import type { Transaction } from './funding.ts';
import { amountsAsPaid, fundingTotals } from './funding-totals.ts';

const programs = [
  makeProgram('SPLIT', {
    places: shares('HN 50; CR 50'),
    pillars: shares('democracy 50; human-rights 50'),
    organisations: fundedBy('Canada'),
  }),
  makeProgram('SUB', { parent: 'SPLIT', pillars: [], places: shares('SV') }),
  makeProgram('OPEN', {
    places: shares('CR; HN'),
    pillars: shares('democracy; human-rights'),
    organisations: fundedBy('Canada', 'Italy'),
  }),
  makeProgram('HALF', { places: shares('CR 100; HN'), pillars: shares('democracy') }),
  makeProgram('BARE', { pillars: [] }),
];

function ask(by: Dimension, transactions: readonly Transaction[], filter: Filter = {}) {
  return fundingTotals(makeFacts({ programs, transactions }), { type: 'disbursement', by, filter });
}

const money = (amountMinor: number, ...transactions: readonly string[]) => ({
  amountMinor,
  illustrativeMinor: 0,
  transactionCount: transactions.length,
});
const nothing = { amountMinor: null, illustrativeMinor: 0, transactionCount: 0 };
const amounts = (view: ReturnType<typeof ask>) => view.rows.map(({ key, amountMinor }) => [key, amountMinor]);

describe('money in the currencies that it was paid in (rule 7)', () => {
  it('is whole, converted or not, each currency by itself', () => {
    const paid = [
      makeTransaction('a', 'SPLIT', 10_000, { currency: 'CAD', conversion: null }),
      makeTransaction('b', 'SPLIT', 2_550, { currency: 'CAD' }),
      makeTransaction('c', 'SUB', 700),
      makeTransaction('d', 'BARE', 900, { currency: 'CAD' }),
      makeTransaction('e', 'SPLIT', 5_000, { currency: 'CAD', type: 'commitment' }),
    ];
    const facts = makeFacts({ programs, transactions: paid });
    const query = { type: 'disbursement', filter: { program: 'SPLIT' } } as const;
    expect(amountsAsPaid(facts, query)).toEqual([
      { currency: 'CAD', amountMinor: 12_550 },
      { currency: 'USD', amountMinor: 700 },
    ]);
  });
});

describe('money by place and pillar (rules 7 and 8)', () => {
  const one = [makeTransaction('t', 'SPLIT', 10001)];

  it('spreads over the places of its programme, to the last cent', () => {
    expect(ask('country', one)).toEqual({
      type: 'disbursement',
      by: 'country',
      currency: 'USD',
      additive: true,
      rows: [
        { key: 'CR', ...money(5001, 't') },
        { key: 'HN', ...money(5000, 't') },
      ],
      total: money(10001, 't'),
      notConverted: [],
    });
  });

  it('agrees, under a filter by place, with the view by place', () => {
    // 2500.25 cents a cell: CR/democracy takes the cent that both CR and democracy lack
    expect(ask('pillar', one, { country: 'CR' })).toMatchObject({
      rows: [
        { key: 'democracy', ...money(2501, 't') },
        { key: 'human-rights', ...money(2500, 't') },
      ],
      total: money(5001, 't'),
    });
    expect(amounts(ask('country', one, { pillar: 'human-rights' }))).toEqual([
      ['CR', 2500],
      ['HN', 2500],
    ]);
    expect(ask('country', one, { pillar: 'integral-development' })).toMatchObject({
      rows: [],
      total: nothing,
    });
  });

  it('counts at its own place where it names one, still spread over pillars', () => {
    const own = [makeTransaction('t', 'SPLIT', 999, { place: 'region:caribbean' })];
    expect(amounts(ask('country', own))).toEqual([['region:caribbean', 999]]);
    expect(amounts(ask('pillar', own))).toEqual([
      ['democracy', 500],
      ['human-rights', 499],
    ]);
  });

  it('needs no share for one place, and takes the shares of a parent', () => {
    expect(amounts(ask('country', [makeTransaction('t', 'SUB', 7)]))).toEqual([['SV', 7]]);
    expect(amounts(ask('pillar', [makeTransaction('t', 'SUB', 7)]))).toEqual([
      ['democracy', 4],
      ['human-rights', 3],
    ]);
  });

  it('is not split over several without shares, and not recorded without any', () => {
    const both = [makeTransaction('a', 'OPEN', 70), makeTransaction('b', 'BARE', 90)];
    for (const by of ['country', 'pillar'] as const) {
      expect(amounts(ask(by, both))).toEqual([
        ['not-split', 70],
        ['not-recorded', 90],
      ]);
    }
  });

  it('is not split over several of which only some have a share', () => {
    expect(amounts(ask('country', [makeTransaction('t', 'HALF', 70)]))).toEqual([['not-split', 70]]);
  });

  it('nets a correction of the same kind, and does not add another kind', () => {
    const corrected = [
      makeTransaction('a', 'SPLIT', 10001),
      makeTransaction('b', 'SPLIT', -10001),
      makeTransaction('c', 'SPLIT', 500, { type: 'commitment' }),
    ];
    expect(ask('country', corrected)).toMatchObject({
      rows: [
        { key: 'CR', ...money(0, 'a', 'b') },
        { key: 'HN', ...money(0, 'a', 'b') },
      ],
      total: money(0, 'a', 'b'),
    });
  });
});

describe('money by donor', () => {
  const transactions = [
    makeTransaction('a', 'SPLIT', 100),
    makeTransaction('b', 'SPLIT', 20, { provider: 'italy' }),
    makeTransaction('c', 'OPEN', 7),
    makeTransaction('d', 'BARE', 3),
  ];

  it('counts for its provider, else for the only funding organisation', () => {
    expect(amounts(ask('donor', transactions))).toEqual([
      ['canada', 100],
      ['italy', 20],
      ['not-split', 7],
      ['not-recorded', 3],
    ]);
  });

  it('counts once: a filter by donor gives the row of that donor', () => {
    expect(ask('country', transactions, { donor: 'canada' }).total).toEqual(money(100, 'a'));
    expect(ask('country', transactions, { donor: 'not-split' }).total).toEqual(money(7, 'c'));
  });
});

describe('money by programme and time', () => {
  const transactions = [
    makeTransaction('a', 'SPLIT', 100, { valueDate: '2016-12-31' }),
    makeTransaction('b', 'SUB', 20, { valueDate: '2017-01-01' }),
    makeTransaction('c', 'SUB', 3, { valueDate: '2017-07-01' }),
  ];

  it('counts under its own programme; a filter by programme takes its activities along', () => {
    expect(amounts(ask('program', transactions))).toEqual([
      ['SPLIT', 100],
      ['SUB', 23],
    ]);
    expect(ask('program', transactions, { program: 'SPLIT' }).total).toEqual(money(123, 'a', 'b', 'c'));
    expect(ask('program', transactions, { program: 'SUB' }).total).toEqual(money(23, 'b', 'c'));
  });

  it('counts on its value date', () => {
    expect(amounts(ask('year', transactions))).toEqual([
      ['2016', 100],
      ['2017', 23],
    ]);
    expect(amounts(ask('month', transactions, { from: '2017-01-01', to: '2017-06-30' }))).toEqual([
      ['2017-01', 20],
    ]);
    expect(amounts(ask('month', transactions, { to: '2016-12-31' }))).toEqual([['2016-12', 100]]);
  });
});

describe('money in other currencies (rule 7)', () => {
  const euros = { currency: 'EUR', conversion: null };
  const conversion = { amountMinor: 11401, rate: '1.14', rateDate: '2017-06-30', source: 'ECB' };

  it('converts first, then splits', () => {
    const converted = [makeTransaction('t', 'SPLIT', 10001, { currency: 'EUR', conversion })];
    expect(amounts(ask('country', converted))).toEqual([
      ['CR', 5701],
      ['HN', 5700],
    ]);
  });

  it('is listed apart without a rate, per currency, and in no row', () => {
    const transactions = [
      makeTransaction('a', 'SPLIT', 10001, euros),
      makeTransaction('b', 'SPLIT', -1, euros),
      makeTransaction('c', 'SPLIT', 500, { currency: 'BRL', conversion: null }),
      makeTransaction('d', 'SPLIT', 8),
    ];
    expect(ask('country', transactions)).toMatchObject({
      rows: [
        { key: 'CR', ...money(4, 'd') },
        { key: 'HN', ...money(4, 'd') },
      ],
      total: money(8, 'd'),
      notConverted: [
        { currency: 'BRL', amountMinor: 500, transactionCount: 1 },
        { currency: 'EUR', amountMinor: 10000, transactionCount: 2 },
      ],
    });
  });

  it('is listed apart for the part that a filter lets through', () => {
    const transactions = [makeTransaction('a', 'SPLIT', 10001, euros)];
    expect(ask('country', transactions, { country: 'HN' })).toMatchObject({
      rows: [],
      total: nothing,
      notConverted: [{ currency: 'EUR', amountMinor: 5000, transactionCount: 1 }],
    });
    expect(ask('country', transactions, { donor: 'italy' }).notConverted).toEqual([]);
  });
});

it('carries how much of an amount is made up', () => {
  const transactions = [
    makeTransaction('a', 'SPLIT', 10001, { illustrative: true }),
    makeTransaction('b', 'SPLIT', 100),
  ];
  expect(ask('country', transactions)).toMatchObject({
    rows: [
      { key: 'CR', amountMinor: 5051, illustrativeMinor: 5001, transactionCount: 2 },
      { key: 'HN', amountMinor: 5050, illustrativeMinor: 5000, transactionCount: 2 },
    ],
    total: { amountMinor: 10101, illustrativeMinor: 10001, transactionCount: 2 },
  });
});

it('has no breakdown axis', () => {
  expect(() => ask('axis:sex', [])).toThrow(
    expect.objectContaining({ code: 'FUNDING.NO_AXIS', options: expect.objectContaining({ kind: 'call' }) }),
  );
});

it('counts exactly beyond 2^53, and what is small again after it', () => {
  // 9,007,199,254,740,991 twice is 18,014,398,509,481,982.
  const most = Number.MAX_SAFE_INTEGER;
  const huge = ['a', 'b'].map((id) => makeTransaction(id, 'BARE', most));
  expect(ask('country', huge).total.amountMinor).toBe('18014398509481982');
  const corrected = [...huge, makeTransaction('c', 'BARE', -most), makeTransaction('d', 'BARE', 5 - most)];
  expect(ask('country', corrected).total.amountMinor).toBe(5);
});
