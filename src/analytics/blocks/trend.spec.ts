import {
  makeFacts,
  makeIndicator,
  makePlace,
  makeProgram,
  makeResult,
  makeTransaction,
} from '../../core/fixtures/facts.ts';
import { makeReferenceView } from '../fixtures/reference-view.ts';
import { reportedIndicators } from './indicators.ts';
import { moneyTrendBlock, trendBlock, trendStep } from './trend.ts';

const OFFICIALS = 'officials-trained';
const on = (periodEnd: string, value: number) =>
  makeResult(`r-${periodEnd}`, 'P', value, { indicator: OFFICIALS, place: 'CR', periodEnd });
const viewOf = (filter: { readonly from?: string; readonly to?: string }) =>
  makeReferenceView({
    facts: makeFacts({
      places: [makePlace('CR')],
      programs: [makeProgram('P')],
      indicators: [makeIndicator(OFFICIALS, { people: 'persons' })],
      results: [on('2014-05-31', 5), on('2016-05-31', 8), on('2017-02-28', 3), on('2017-04-30', 4)],
    }),
    filter,
    today: '2018-03-01',
  });

async function trendOf(filter: Parameters<typeof viewOf>[0]) {
  const view = viewOf(filter);
  const [lead] = await reportedIndicators(view);
  if (lead === undefined) throw new Error('Nothing is reported.');
  const { title, chart } = await trendBlock(view, lead, 'short');
  const points = chart?.type === 'column' ? (chart.series[0]?.points ?? []) : [];
  return { title, points: points.map(({ key, value, context = false }) => [key, value, context]) };
}

describe('an indicator over time', () => {
  it('sets a year among those before it, which are paler; a year without a figure is a gap', async () => {
    expect(await trendOf({ from: '2017-01-01', to: '2017-12-31' })).toEqual({
      title: 'Officials-trained, 2017: 7',
      points: [
        ['2014', 5, true],
        ['2015', null, true],
        ['2016', 8, true],
        ['2017', 7, false],
      ],
    });
  });

  it('sets a quarter among quarters, from the first with a figure on, and a month among months', async () => {
    const { title, points } = await trendOf({ from: '2017-04-01', to: '2017-06-30' });
    expect(title).toBe('Officials-trained, second quarter of 2017: 4');
    expect(points.slice(0, 1)).toEqual([['2014-Q2', 5, true]]);
    expect(points).toHaveLength(13);
    expect(points.slice(-3)).toEqual([
      ['2016-Q4', null, true],
      ['2017-Q1', 3, true],
      ['2017-Q2', 4, false],
    ]);
    expect((await trendOf({ from: '2017-04-01', to: '2017-04-30' })).points.slice(-3)).toEqual([
      ['2017-02', 3, true],
      ['2017-03', null, true],
      ['2017-04', 4, false],
    ]);
  });

  it('comes to what its title says where it is a table of one time: what is undated is in no period (rule 11)', async () => {
    const undated = makeResult('u', 'P', 22, { indicator: OFFICIALS, place: 'CR', periodEnd: null });
    const view = makeReferenceView({
      facts: makeFacts({
        places: [makePlace('CR')],
        programs: [makeProgram('P')],
        indicators: [makeIndicator(OFFICIALS, { people: 'persons' })],
        results: [on('2017-04-30', 4), undated],
      }),
      filter: { from: '2017-01-01', to: '2017-12-31' },
      today: '2018-03-01',
    });
    const [lead] = await reportedIndicators(view);
    if (lead === undefined) throw new Error('Nothing is reported.');
    const { title, rows, total } = await trendBlock(view, lead, 'short');
    expect(title).toBe('Officials-trained, 2017: 4');
    expect(rows.map(({ cells }) => cells.slice(0, 2).map(({ text }) => text))).toEqual([['2017', '4']]);
    expect(total?.cells[1]?.text).toBe('4');
  });

  it('ends with the time that is asked for, and has nothing paler to date', async () => {
    expect((await trendOf({ from: '2016-01-01', to: '2016-12-31' })).points.at(-1)).toEqual([
      '2016',
      8,
      false,
    ]);
    expect((await trendOf({})).points.every(([, , context]) => context === false)).toBe(true);
  });

  it.each([
    ['a month', '2017-07-01', '2017-07-31', 'month'],
    ['a quarter', '2017-07-01', '2017-09-30', 'quarter'],
    ['half a year', '2017-01-01', '2017-06-30', 'quarter'],
    ['a fiscal year', '2016-07-01', '2017-06-30', 'quarter'],
    ['twelve months', '2017-03-02', '2018-03-01', 'quarter'],
    ['a year', '2017-01-01', '2017-12-31', 'year'],
    ['a year that is not over', '2018-01-01', '2018-12-31', 'year'],
    ['years', '2015-01-01', '2017-12-31', 'year'],
    ['five years to a day in June', '2012-07-01', '2017-06-30', 'year'],
  ] as const)('sees %s in the step of its length', (_, from, to, step) => {
    expect(trendStep(viewOf({ from, to }))).toBe(step);
  });

  it('goes by year to date, and since the beginning of a year', () => {
    expect(trendStep(viewOf({}))).toBe('year');
    expect(trendStep(viewOf({ from: '2018-01-01' }))).toBe('year');
  });
});

describe('money over time', () => {
  const titleIn = async (filter: Parameters<typeof viewOf>[0]) => {
    const facts = makeFacts({
      programs: [makeProgram('P')],
      transactions: [
        makeTransaction('t1', 'P', 14_000_00, { valueDate: '2016-03-01' }),
        makeTransaction('t2', 'P', 9_000_00, { valueDate: '2017-03-01' }),
        makeTransaction('t3', 'P', 2_000_00, { valueDate: '2017-05-01' }),
      ],
    });
    const view = makeReferenceView({ facts, filter, today: '2018-03-01' });
    return (await moneyTrendBlock(view, 'disbursement', 'short')).title;
  };

  it('is headed by its own period, beside the one before', async () => {
    expect(await titleIn({ from: '2017-01-01', to: '2017-12-31' })).toBe(
      'Disbursements, 2017: US$11k; 2016: US$14k',
    );
    expect(await titleIn({ from: '2016-01-01', to: '2016-12-31' })).toBe('Disbursements, 2016: US$14k');
    expect(await titleIn({ from: '2018-01-01', to: '2018-12-31' })).toBe(
      'Disbursements, 2018: none recorded',
    );
    expect(await titleIn({})).toBe('Disbursements over time: US$14k in 2016');
  });
});
