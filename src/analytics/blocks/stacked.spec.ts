import { hasSeries } from '../../core/chart/chart-spec.ts';
import {
  makeFacts,
  makeIndicator,
  makePlace,
  makeProgram,
  makeResult,
  makeTransaction,
} from '../../core/fixtures/facts.ts';
import type { Block } from '../../core/report/block.ts';
import { makeReferenceView } from '../fixtures/reference-view.ts';
import { pageLinks } from '../links.ts';
import { stackedMoneyBlock } from './stacked-money.ts';
import { isStackable, stackedResultsBlock } from './stacked-results.ts';

const OFFICIALS = 'officials-trained';
const PILLARS = ['democracy', 'security', 'rights', 'trade', 'health'];
const of = (code: string) => ({ pillars: [{ code, share: null }] });
const on = (id: string, program: string, value: number, periodEnd: string | null) =>
  makeResult(id, program, value, { indicator: OFFICIALS, place: 'CR', periodEnd });

const facts = makeFacts({
  pillars: PILLARS.map((code) => ({ code, name: { en: code } })),
  places: [makePlace('CR')],
  indicators: [makeIndicator(OFFICIALS, { people: 'persons' })],
  programs: [
    ...PILLARS.map((code) => makeProgram(code.toUpperCase(), of(code))),
    // In two pillars, of which nobody says how much is whose.
    makeProgram('BOTH', {
      pillars: [
        { code: 'democracy', share: null },
        { code: 'security', share: null },
      ],
    }),
    makeProgram('NONE', { pillars: [] }),
  ],
  results: [
    on('r1', 'DEMOCRACY', 40, '2014-06-30'),
    on('r2', 'DEMOCRACY', 10, '2016-06-30'),
    on('r3', 'SECURITY', 30, '2016-12-31'),
    on('r4', 'RIGHTS', 20, '2016-12-31'),
    on('r5', 'TRADE', 3, '2016-12-31'),
    on('r6', 'HEALTH', 2, '2014-12-31'),
    on('r7', 'BOTH', 7, '2016-12-31'),
    on('r8', 'NONE', 5, '2014-12-31'),
    on('r9', 'DEMOCRACY', 1, null),
  ],
  transactions: [
    makeTransaction('t1', 'DEMOCRACY', 4_000, { valueDate: '2015-01-01' }),
    makeTransaction('t2', 'SECURITY', 1_000, { valueDate: '2015-01-01' }),
    makeTransaction('t3', 'BOTH', 500, { valueDate: '2016-01-01' }),
  ],
});
const view = makeReferenceView({ facts, links: pageLinks('', undefined) });
const table = ({ rows, total }: Block) =>
  [...rows, ...(total === null ? [] : [total])].map(({ cells }) => cells.map(({ text }) => text).join(' '));

describe('results by pillar, year by year', () => {
  it('are the leading pillars, the others as a rest, and what has no pillar, in each year', async () => {
    const block = await stackedResultsBlock(view, OFFICIALS, 'short');
    expect(block.columns.map(({ label }) => label)).toEqual([
      ...['Year', 'Total', 'democracy', 'security', 'rights', '2 other pillars'],
      ...['Shared, not split', 'No pillar recorded'],
    ]);
    expect(table(block)).toEqual([
      '2014 47 40 – – 2 – 5',
      '2016 70 10 30 20 3 7 –',
      // Not of a year, and not in the chart.
      'Undated 1, undated 1, undated – – – – –',
      'Total 118, of which 1 undated 51, of which 1 undated 30 20 5 7 5',
    ]);
  });

  it('stand on each other with their sum above, a year without a figure as a gap, what has no pillar hatched', async () => {
    const { chart } = await stackedResultsBlock(view, OFFICIALS, 'short');
    if (chart === null || !hasSeries(chart) || chart.type === 'bar') throw new Error('No stack.');
    expect(chart.sums?.map(({ key, value }) => [key, value])).toEqual([
      ['2014', 47],
      ['2015', null],
      ['2016', 70],
    ]);
    const parts = chart.series.map(({ key, points }) => [key, ...points.map(({ value }) => value)]);
    expect(parts).toEqual([
      ['democracy', 40, null, 10],
      ['security', null, null, 30],
      ['rights', null, null, 20],
      ['the rest', 2, null, 3],
      ['unsaid', 5, null, 7],
    ]);
    expect(chart.series.at(-1)?.label).toBe('Not split or not recorded');
    expect(chart.series.at(-1)?.points.every(({ muted }) => muted === true)).toBe(true);
  });

  it('lead from every figure to its rows', async () => {
    const { rows } = await stackedResultsBlock(view, OFFICIALS, 'short');
    expect(rows[1]?.href).toBe(`/results?to=2017-06-30&indicator=${OFFICIALS}&kind=actual&by=year&key=2016`);
    expect(rows[1]?.cells.map(({ href }) => href)).toEqual([
      ...[undefined, undefined],
      ...['democracy', 'security', 'rights'].map(
        (pillar) =>
          `/results?to=2017-06-30&indicator=${OFFICIALS}&pillar=${pillar}&kind=actual&by=year&key=2016`,
      ),
      // Of a rest, and of nothing, there are no rows of their own.
      undefined,
      `/results?to=2017-06-30&indicator=${OFFICIALS}&pillar=not-split&kind=actual&by=year&key=2016`,
      undefined,
    ]);
  });

  it('are offered of what may be summed over years and places alone (rule 3)', () => {
    expect(isStackable(makeIndicator('a'))).toBe(true);
    expect(isStackable(makeIndicator('b', { combineTime: 'latest' }))).toBe(false);
    expect(isStackable(makeIndicator('c', { combinePlace: 'none' }))).toBe(false);
    expect(isStackable(makeIndicator('d', { measure: 'ratio' }))).toBe(false);
  });
});

describe('money by pillar, year by year', () => {
  it('is whole in every year, whatever time the page is about', async () => {
    const block = await stackedMoneyBlock(
      { ...view, filter: { from: '2016-01-01', to: '2016-12-31' } },
      'disbursement',
      'whole',
    );
    expect(table(block)).toEqual([
      '2015 US$50.00 US$40.00 US$10.00 –',
      '2016 US$5.00 – – US$5.00',
      'Total US$55.00 US$40.00 US$10.00 US$5.00',
    ]);
    expect(block.title).toBe('Disbursements by pillar, year by year: most to democracy (US$40)');
  });
});
