import { makeReferenceView } from '../analytics/fixtures/reference-view.ts';
import { referencePortfolio } from '../core/fixtures/reference-portfolio.ts';
import type { Transaction } from '../core/funding.ts';
import { type Period, parsePeriod } from '../core/period.ts';
import { headlinesOf, periodBlock } from './period-figures.ts';

const june = parsePeriod('2017-06');
const viewOf = (period: Period, given: Parameters<typeof makeReferenceView>[0] = {}) =>
  makeReferenceView({ period, ...given });

function disbursement(id: string, valueDate: string, amountMinor: number): Transaction {
  return {
    id,
    program: 'TOUR',
    type: 'disbursement',
    valueDate,
    amountMinor,
    currency: 'USD',
    provider: 'canada',
    receiver: null,
    place: null,
    illustrative: true,
    conversion: { amountMinor, rate: '1', rateDate: valueDate, source: 'test' },
    note: null,
    noteFor: null,
  };
}

describe('what is new in a period', () => {
  it('stands beside the period before and the total to date', async () => {
    const block = await periodBlock(viewOf(june), june);
    expect(block.columns.map(({ label }) => label)).toEqual([
      'Indicator',
      'June 2017',
      'May 2017',
      'To date',
      'Exact',
      'Approximate',
      'Undated',
      'To date: denominator',
      'June 2017: denominator',
      'May 2017: denominator',
    ]);
    const officials = block.rows.find(({ key }) => key === 'officials-trained');
    expect(officials?.cells.map(({ raw }) => raw)).toEqual([
      expect.any(String),
      101,
      null,
      123,
      78,
      45,
      22,
      null,
      null,
      null,
    ]);
    expect(officials?.cells[2]?.text).toBe('not reported');
    expect(officials?.muted).toBe(false);
  });

  it('is nothing where nothing ended, which is not zero', async () => {
    const may = parsePeriod('2017-05');
    const block = await periodBlock(viewOf(may), may);
    expect(block.title).toMatch(/^No indicator has a result that ended in the period \(May 2017\)$/);
    expect(block.rows.every(({ muted, cells }) => muted && cells[1]?.raw === null)).toBe(true);
  });

  it('warns of undated figures where they are left out, and only there', async () => {
    const warning = expect.stringContaining('Undated figures count to date only');
    expect((await periodBlock(viewOf(june), june)).notes).toContainEqual(warning);
    const dated = referencePortfolio.results.filter(({ periodEnd }) => periodEnd !== null);
    const facts = { ...referencePortfolio, results: dated };
    expect((await periodBlock(viewOf(june, { facts }), june)).notes).not.toContainEqual(warning);
  });

  it('keeps a ratio as its pair', async () => {
    const block = await periodBlock(viewOf(june), june);
    const pair = block.rows.find(({ key }) => key === 'programmes-coordinated-with');
    expect(pair?.cells[3]).toEqual({ text: '14 of 17', raw: 14 });
    expect(pair?.cells.slice(-3).map(({ raw }) => raw)).toEqual([17, 17, null]);
  });
});

describe('the headlines', () => {
  it('say what ended in the period and what there is to date', async () => {
    expect((await headlinesOf(viewOf(june), june))[0]).toEqual({
      id: 'officials-trained',
      text: 'Officials-trained, June 2017: 101, of which 45 approximate. To date: 123, of which 45 approximate and 22 undated.',
    });
  });

  it('say it when nothing is new', async () => {
    const may = parsePeriod('2017-05');
    const said = await headlinesOf(viewOf(may), may);
    expect(said.map(({ text }) => text)).toEqual([
      'No approved result has a period that ended in these days: 1\u2009–\u200931 May 2017.',
    ]);
  });

  it('end with the money, and say that it is made up', async () => {
    const facts = {
      ...referencePortfolio,
      transactions: [disbursement('t1', '2017-06-30', 150000), disbursement('t2', '2017-05-31', 25)],
    };
    expect((await headlinesOf(viewOf(june, { facts }), june)).at(-1)?.text).toBe(
      'Disbursements, June 2017: US$1,500.00. To date: US$1,500.25 (illustrative amounts).',
    );
    const april = parsePeriod('2017-04');
    expect(await headlinesOf(viewOf(april, { facts }), april)).toHaveLength(1);
  });
});
