import { type Balances, balancesOf, ofStages, type Stage } from './balances.ts';
import { makeFacts, makeProgram, makeTransaction } from './fixtures/facts.ts';
import { fundingTotals } from './funding-totals.ts';

const paid = (program: string, type: Stage, dollars: number, currency = 'USD') =>
  makeTransaction(`${program} ${type} ${currency}`, program, dollars * 100, {
    type,
    currency,
    valueDate: '2016-05-01',
    ...(currency !== 'USD' && { conversion: null }),
  });

const facts = makeFacts({
  programs: ['P', 'Q', 'R', 'S', 'T'].map((code) => makeProgram(code)),
  transactions: [
    paid('P', 'commitment', 1000),
    paid('P', 'disbursement', 600),
    paid('P', 'expenditure', 450),
    paid('Q', 'commitment', 500),
    paid('R', 'disbursement', 100),
    paid('R', 'expenditure', 130),
    paid('S', 'disbursement', 80),
    paid('T', 'disbursement', 100),
    paid('T', 'expenditure', 20),
    paid('T', 'expenditure', 7, 'HNL'),
  ],
});

const balances = (most: number | null): Balances =>
  balancesOf(
    ofStages((type) => fundingTotals(facts, { type, by: 'program', filter: {} })),
    most,
  );

const inDollars = ({ commitment, disbursement, expenditure, left }: Balances['total']) =>
  [commitment.amountMinor, disbursement.amountMinor, expenditure.amountMinor, left].map((amount) =>
    amount === null ? null : Number(amount) / 100,
  );

describe('balances', () => {
  it('are what is left of what was disbursed, where both are recorded, of the most disbursed first', () => {
    const { rows, rest, total, notConverted } = balances(null);
    expect(rows.map((row) => [row.key, ...inDollars(row)])).toEqual([
      ['P', 1000, 600, 450, 150],
      ['R', null, 100, 130, -30],
      ['T', null, 100, 20, 80],
      ['S', null, 80, null, null],
      ['Q', 500, null, null, null],
    ]);
    expect(rest).toBeNull();
    // 150 and 80, less 30: of S nobody has recorded what was spent.
    expect(inDollars(total)).toEqual([1500, 880, 600, 200]);
    expect(notConverted).toEqual({
      commitment: [],
      disbursement: [],
      expenditure: [{ currency: 'HNL', amountMinor: 700, transactionCount: 1 }],
    });
  });

  it('tell those that lead, and all others as one', () => {
    const { rows, rest, total } = balances(3);
    expect(rows.map(({ key }) => key)).toEqual(['P', 'R']);
    expect(rest?.count).toBe(3);
    expect(rest && inDollars(rest)).toEqual([500, 180, 20, 80]);
    expect(total).toEqual(balances(null).total);
    expect(balances(5).rest).toBeNull();
  });
});
