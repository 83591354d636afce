import { resultsBehind } from '../aggregate.ts';
import { makeFacts, makeIndicator, makeProgram, makeResult } from '../fixtures/facts.ts';
import { referencePortfolio } from '../fixtures/reference-portfolio.ts';
import { type LeftOutQuery, leftOut } from './left-out.ts';

const told = (query: Omit<LeftOutQuery, 'kind'>, facts = referencePortfolio) =>
  leftOut(facts, { kind: 'actual', ...query }, 1).map(({ reason, count, rows }) => [
    reason,
    count,
    ...rows.map(({ value }) => value),
  ]);
const OFFICIALS = { indicator: 'officials-trained' } as const;

describe('what a total leaves out', () => {
  it('is nothing of a total to date', () => {
    expect(told({ ...OFFICIALS, filter: {} })).toEqual([]);
  });

  it('is what has no date, and what ended on other days (the reference: 123 less 101 in June 2017)', () => {
    // Barbados’ 22 have no date; the five others, 45, 15, 4, and 37 as 7 and 30, ended in June: 101.
    const filter = { from: '2017-06-01', to: '2017-06-30' };
    const counted = resultsBehind(referencePortfolio, { ...OFFICIALS, kind: 'actual', filter });
    expect(counted.reduce((sum, { value }) => sum + value, 0)).toBe(101);
    expect(told({ ...OFFICIALS, filter })).toEqual([['undated', 1, 22]]);
    const before = leftOut(
      referencePortfolio,
      { ...OFFICIALS, kind: 'actual', filter: { to: '2017-05-31' } },
      9,
    );
    expect(before.map(({ reason, count }) => [reason, count])).toEqual([['outside', 5]]);
    expect(before[0]?.rows.map(({ value }) => value).toSorted((a, b) => a - b)).toEqual([4, 7, 15, 30, 45]);
  });

  it('of one row is what that row leaves out', () => {
    const filter = { from: '2017-06-01', to: '2017-06-30' };
    expect(told({ ...OFFICIALS, filter, row: { by: 'country', key: 'BB' } })).toEqual([['undated', 1, 22]]);
    expect(told({ ...OFFICIALS, filter, row: { by: 'country', key: 'CR' } })).toEqual([]);
  });

  it('is what another figure holds, and what a series has said before', () => {
    const of = (id: string, value: number, periodEnd: string) =>
      makeResult(id, 'P', value, { indicator: 'members', periodEnd });
    const facts = makeFacts({
      indicators: [makeIndicator('officials-trained'), makeIndicator('members', { combineTime: 'latest' })],
      programs: [makeProgram('P')],
      results: [
        makeResult('r1', 'P', 100),
        makeResult('r2', 'P', 60, { partOf: 'r1' }),
        of('r3', 40, '2017-06-30'),
        of('r4', 44, '2017-12-31'),
      ],
    });
    expect(told({ ...OFFICIALS, filter: {} }, facts)).toEqual([['held', 1, 60]]);
    expect(told({ indicator: 'members', filter: {} }, facts)).toEqual([['superseded', 1, 40]]);
    // By the end of June nothing later had been said, and the 44 are of another time.
    expect(told({ indicator: 'members', filter: { to: '2017-06-30' } }, facts)).toEqual([['outside', 1, 44]]);
  });

  it('refuses an indicator that nobody knows', () => {
    expect(() => told({ indicator: 'none', filter: {} })).toThrow('There is no indicator "none".');
  });
});
