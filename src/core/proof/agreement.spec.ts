import { fundingTotals, totals } from '../aggregate.ts';
import type { Facts } from '../facts.ts';
import type { FigureTotals } from '../figures.ts';
import {
  makeFacts,
  makeIndicator,
  makePlace,
  makeProgram,
  makeResult,
  makeTransaction,
  shares,
} from '../fixtures/facts.ts';
import { referencePortfolio } from '../fixtures/reference-portfolio.ts';
import { agreementOf, doesAgree, moneyAgreementOf, VIEWS_OF_TOTAL } from './agreement.ts';

type Asked = Pick<FigureTotals, 'totals' | 'funding'>;
const figuresOf = (facts: Facts): Asked => ({
  totals: async (query) => totals(facts, query),
  funding: async (query) => fundingTotals(facts, query),
});
const of = async (
  code: string,
  facts = referencePortfolio,
  figures = figuresOf(facts),
  other: Asked | null = null,
) => {
  const indicator = facts.indicators.find((each) => each.code === code) ?? makeIndicator(code);
  const found = await agreementOf(figures, other, {
    indicator,
    kind: 'actual',
    filter: {},
    by: VIEWS_OF_TOTAL,
  });
  if (found === null) throw new Error(`Nothing is reported of ${code}.`);
  return found;
};
const viewsOf = (found: Awaited<ReturnType<typeof of>>) =>
  Object.fromEntries(found.views.map(({ by, state, why, rowsSay }) => [by, why ?? `${state} ${rowsSay}`]));

describe('whether all views of a total agree', () => {
  it('says so of the reference: 123 from every side, and donors apart', async () => {
    const found = await of('officials-trained');
    expect(found.total).toBe(123);
    expect(viewsOf(found)).toEqual({
      pillar: 'agrees 123',
      country: 'agrees 123',
      program: 'agrees 123',
      year: 'agrees 123',
      donor: 'contributed-to',
    });
    expect(doesAgree(found)).toBe(true);
  });

  it('keeps apart what must not be summed, and says why', async () => {
    const facts = makeFacts({
      places: [makePlace('A'), makePlace('B')],
      programs: [makeProgram('P', { places: shares('A') })],
      indicators: [
        makeIndicator('members', { combineTime: 'latest' }),
        makeIndicator('rates', { measure: 'rate' }),
      ],
      results: [
        makeResult('r1', 'P', 40, { indicator: 'members', periodEnd: '2016-12-31' }),
        makeResult('r2', 'P', 44, { indicator: 'members', periodEnd: '2017-12-31' }),
        makeResult('r3', 'P', 85, { indicator: 'rates' }),
        makeResult('r4', 'P', 90, { indicator: 'rates', place: 'B' }),
      ],
    });
    expect(viewsOf(await of('members', facts))).toMatchObject({ country: 'agrees 44', year: 'latest' });
    expect(viewsOf(await of('rates', facts))).toMatchObject({
      country: 'not-additive',
      pillar: 'not-additive',
    });
    // 14 of 17: rows sum as pairs.
    expect(viewsOf(await of('programmes-coordinated-with'))).toMatchObject({ country: 'agrees 14' });
  });

  it('finds a row that was lost, and a total that was counted in another way', async () => {
    const law = figuresOf(referencePortfolio);
    const broken: Asked = {
      ...law,
      totals: async (query) => {
        const found = await law.totals(query);
        return query.by === 'country'
          ? { ...found, rows: found.rows.filter(({ key }) => key !== 'BB') }
          : found;
      },
    };
    const found = await of('officials-trained', referencePortfolio, broken);
    expect(found.views.find(({ by }) => by === 'country')).toEqual({
      by: 'country',
      state: 'differs',
      why: null,
      rowsSay: 101,
      difference: -22,
    });
    expect(doesAgree(found)).toBe(false);
    const without = {
      ...referencePortfolio,
      results: referencePortfolio.results.filter(({ value }) => value !== 22),
    };
    const twice = await of('officials-trained', referencePortfolio, law, figuresOf(without));
    expect(twice.twice).toEqual({ state: 'differs', says: 101 });
    expect(doesAgree(twice)).toBe(false);
    expect((await of('officials-trained', referencePortfolio, law, law)).twice.state).toBe('agrees');
  });

  it('sums money by donor too', async () => {
    const facts = makeFacts({
      places: [makePlace('A'), makePlace('B')],
      programs: [makeProgram('P', { places: shares('A 50; B 50') })],
      transactions: [makeTransaction('t1', 'P', 10_001), makeTransaction('t2', 'P', 5, { provider: 'x' })],
    });
    const found = await moneyAgreementOf(figuresOf(facts), null, {
      type: 'disbursement',
      filter: {},
      by: VIEWS_OF_TOTAL,
    });
    expect(found?.views.map(({ state, rowsSay }) => [state, rowsSay])).toEqual(
      VIEWS_OF_TOTAL.map(() => ['agrees', 10_006]),
    );
  });
});
