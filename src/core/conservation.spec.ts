import { fundingTotals, type TotalsQuery, type TotalsRow, totals } from './aggregate.ts';
import { violations } from './conservation.ts';
import {
  fundedBy,
  makeFacts,
  makeOrganisation,
  makePlace,
  makeProgram,
  makeTransaction,
  shares,
} from './fixtures/facts.ts';
import { makeFigure } from './fixtures/figures.ts';
import { referencePortfolio } from './fixtures/reference-portfolio.ts';
import { type Figures, shownOf } from './fixtures/shown.ts';

/** Views of which one is told wrongly: what a stale rollup, or a bug, would show. */
function withRows(
  isWrong: (query: TotalsQuery) => boolean,
  change: (rows: readonly TotalsRow[]) => readonly TotalsRow[],
): Partial<Figures> {
  return {
    totals: (facts, query) => {
      const view = totals(facts, query);
      return isWrong(query) ? { ...view, rows: change(view.rows) } : view;
    },
  };
}

const trained = { indicator: 'officials-trained', kind: 'actual' } as const;
const trainedByCountry = ({ indicator, kind, by, filter }: TotalsQuery) =>
  indicator === trained.indicator &&
  kind === trained.kind &&
  by === 'country' &&
  filter.country === undefined;
const check = (wrong?: Partial<Figures>) => violations(shownOf(referencePortfolio, wrong), {});

describe('the check that views agree (rule 10)', () => {
  it('finds nothing when all is well', async () => {
    expect(await check()).toEqual([]);
  });

  it('names a row that is lost', async () => {
    const lost = withRows(trainedByCountry, (rows) => rows.filter(({ key }) => key !== 'BB'));
    expect(await check(lost)).toEqual([
      { of: trained, by: 'country', part: 'value', rowsSay: 101, totalSays: 123, rowKeys: ['BB'] },
    ]);
  });

  it('names rows whose figures were exchanged between exact and approximate', async () => {
    const changed = withRows(trainedByCountry, (rows) =>
      rows.map((row) => (row.key === 'AG' ? { ...row, exact: 45, approximate: 0 } : row)),
    );
    expect(await check(changed)).toEqual([
      { of: trained, by: 'country', part: 'exact', rowsSay: 123, totalSays: 78, rowKeys: ['AG'] },
    ]);
  });

  it('names a row that should not be there', async () => {
    const invented = withRows(trainedByCountry, (rows) => [...rows, { key: 'XX', ...makeFigure(1, ['x']) }]);
    expect(await check(invented)).toEqual([
      { of: trained, by: 'country', part: 'value', rowsSay: 124, totalSays: 123, rowKeys: ['XX'] },
    ]);
  });

  it('takes a missing value for no number at all, not for zero', async () => {
    const blank = withRows(trainedByCountry, (rows) =>
      rows.map((row) => (row.key === 'CL' ? { ...row, value: null, missing: 'not-additive' } : row)),
    );
    expect(await check(blank)).toEqual([
      { of: trained, by: 'country', part: 'value', rowsSay: null, totalSays: 123, rowKeys: ['CL'] },
    ]);
  });

  it('holds a ratio to both of its numbers', async () => {
    const halved = withRows(
      ({ indicator, by, filter }) =>
        indicator === 'programmes-coordinated-with' && by === 'pillar' && filter.pillar === undefined,
      (rows) => rows.map((row) => ({ ...row, denominator: 34 })),
    );
    expect(await check(halved)).toEqual([
      {
        of: { indicator: 'programmes-coordinated-with', kind: 'actual' },
        by: 'pillar',
        part: 'denominator',
        rowsSay: 34,
        totalSays: 17,
        rowKeys: ['multidimensional-security'],
      },
    ]);
  });

  it('says when it is the total that is wrong', async () => {
    const wrong: Partial<Figures> = {
      totals: (facts, query) => {
        const view = totals(facts, query);
        return trainedByCountry(query) ? { ...view, total: { ...view.total, value: 124, exact: 124 } } : view;
      },
    };
    expect(await check(wrong)).toEqual([
      { of: trained, by: 'country', part: 'value', rowsSay: 123, totalSays: 124, rowKeys: [] },
    ]);
  });

  it('compares what may not be added by the results behind it', async () => {
    const pillars = shares('democracy');
    const facts = makeFacts({
      ...referencePortfolio,
      programs: referencePortfolio.programs.map((program) => ({ ...program, pillars })),
      indicators: referencePortfolio.indicators.map((each) => ({ ...each, combineTime: 'none' })),
    });
    expect(await violations(shownOf(facts), {})).toEqual([]);
    const lost = withRows(trainedByCountry, (rows) => rows.filter(({ key }) => key !== 'CR'));
    expect(await violations(shownOf(facts, lost), {})).toEqual([
      { of: trained, by: 'country', part: 'resultCount', rowsSay: 4, totalSays: 6, rowKeys: ['CR'] },
    ]);
  });

  it('names a row that the filter should have kept out, though its figure is right', async () => {
    const unfiltered: Partial<Figures> = {
      totals: (facts, query) => {
        const view = totals(facts, query);
        const isWrong =
          query.indicator === trained.indicator && query.kind === 'actual' && query.by === 'country';
        const dominicanRepublic = { key: 'DO', ...makeFigure(15, ['r23']) };
        return isWrong && query.filter.country === 'CR'
          ? { ...view, rows: [...view.rows, dominicanRepublic] }
          : view;
      },
    };
    expect(await violations(shownOf(referencePortfolio, unfiltered), { country: 'CR' })).toEqual([
      { of: trained, by: 'country', part: 'value', rowsSay: 52, totalSays: 37, rowKeys: ['DO'] },
    ]);
  });
});

describe('the check of money', () => {
  const facts = makeFacts({
    places: [makePlace('CR'), makePlace('HN')],
    organisations: [
      makeOrganisation('Canada', 'government', 'CA'),
      makeOrganisation('Italy', 'government', 'IT'),
    ],
    programs: [
      makeProgram('P', {
        places: shares('CR 33.33; HN 66.67'),
        pillars: shares('democracy 50; human-rights 50'),
        organisations: fundedBy('Canada'),
      }),
    ],
    transactions: [
      makeTransaction('a', 'P', 10001),
      makeTransaction('b', 'P', -3, { provider: 'italy' }),
      makeTransaction('c', 'P', 77, { type: 'pledge', illustrative: true }),
    ],
  });

  it('finds nothing when all is well', async () => {
    expect(await violations(shownOf(facts), {})).toEqual([]);
    expect(await violations(shownOf(facts), { country: 'CR', pillar: 'democracy' })).toEqual([]);
  });

  it('names a donor whose money is lost', async () => {
    const lost: Partial<Figures> = {
      fundingTotals: (given, query) => {
        const view = fundingTotals(given, query);
        const isWrong = query.by === 'donor' && query.filter.donor === undefined;
        return isWrong ? { ...view, rows: view.rows.filter(({ key }) => key !== 'italy') } : view;
      },
    };
    expect(await violations(shownOf(facts, lost), {})).toEqual([
      {
        of: { transactions: 'disbursement' },
        by: 'donor',
        part: 'amountMinor',
        rowsSay: 10001,
        totalSays: 9998,
        rowKeys: ['italy'],
      },
    ]);
  });

  it('names rows that forget to say what is made up', async () => {
    const silent: Partial<Figures> = {
      fundingTotals: (given, query) => {
        const view = fundingTotals(given, query);
        const isWrong = query.by === 'country' && query.filter.country === undefined;
        return isWrong ? { ...view, rows: view.rows.map((row) => ({ ...row, illustrativeMinor: 0 })) } : view;
      },
    };
    expect(await violations(shownOf(facts, silent), {})).toEqual([
      {
        of: { transactions: 'pledge' },
        by: 'country',
        part: 'illustrativeMinor',
        rowsSay: 0,
        totalSays: 77,
        rowKeys: ['CR', 'HN'],
      },
    ]);
  });
});
