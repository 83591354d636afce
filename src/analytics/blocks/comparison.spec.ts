import { pointsIn } from '../../core/chart/chart-spec.ts';
import { makeFacts, makeIndicator, makePlace, makeProgram, makeResult } from '../../core/fixtures/facts.ts';
import type { Block } from '../../core/report/block.ts';
import { makeReferenceView } from '../fixtures/reference-view.ts';
import { AS_FILTERED } from '../view.ts';
import { comparedIndicatorsBlock, reportedIndicators } from './indicators.ts';
import { mapBlock, resultsBlock } from './results.ts';

const OFFICIALS = 'officials-trained';

/** Officials trained in a country in a year. */
type Said = readonly [place: string, year: number, value: number];

const viewOf = (...figures: readonly Said[]) =>
  makeReferenceView({
    facts: makeFacts({
      places: [...new Set(figures.map(([place]) => place))].map((code) => makePlace(code)),
      programs: [makeProgram('P')],
      indicators: [makeIndicator(OFFICIALS, { people: 'persons' })],
      results: figures.map(([place, year, value], at) =>
        makeResult(`r-${at}`, 'P', value, {
          indicator: OFFICIALS,
          place,
          periodStart: `${year}-01-01`,
          periodEnd: `${year}-12-31`,
        }),
      ),
    }),
    filter: { from: '2017-01-01', to: '2017-12-31' },
    today: '2018-03-01',
    asked: { ...AS_FILTERED, compare: 'previous' },
  });

const FOUR: readonly Said[] = [
  ['CR', 2016, 30],
  ['CR', 2017, 37],
  ['CL', 2016, 22],
  ['CL', 2017, 4],
  ['DO', 2017, 15],
  ['BR', 2016, 18],
];

const texts = ({ rows, total, columns }: Block) => {
  const told = columns.flatMap(({ dataOnly }, at) => (dataOnly === true ? [] : [at])).slice(0, 4);
  return [...rows, ...(total === null ? [] : [total])].map(({ cells }) =>
    told.map((at) => cells[at]?.text).join(' | '),
  );
};

describe('a total beside another time', () => {
  it('says at each mark how it changed, and at each country of a map beside which time', async () => {
    const bars = (await resultsBlock(viewOf(...FOUR), OFFICIALS, 'country')).chart;
    const map = (await mapBlock(viewOf(...FOUR), OFFICIALS)).chart;
    const changes = (chart: typeof map) =>
      chart === null
        ? []
        : pointsIn(chart).flatMap(({ key, change }) => (change === undefined ? [] : [[key, change]]));
    // Those of 2017 alone: the bars of 2016 stand beside them.
    expect(changes(bars)).toEqual([
      ['CR', '+7 (+23%)'],
      ['DO', 'n/a'],
      ['CL', '−18'],
      ['BR', 'n/a'],
    ]);
    expect(changes(map)).toEqual([
      ['CR', '+7 (+23%) vs 2016'],
      ['DO', 'n/a vs 2016'],
      ['CL', '−18 vs 2016'],
    ]);
    expect(bars?.whole).toEqual({ value: 56, words: '{share} of the total' });
  });

  it('has what each row was then, and how it changed; what is not there any more is not zero', async () => {
    const block = await resultsBlock(viewOf(...FOUR), OFFICIALS, 'country');
    expect(block.columns.map(({ label }) => label).slice(1, 4)).toEqual(['Total', '2016', 'Change']);
    expect(texts(block)).toEqual([
      // 7 of 30 is 23.3 %, 18 of 22 is 81.8 %.
      'Costa Rica | 37 | 30 | +7 (+23%)',
      'Dominican Republic | 15 | not reported | n/a',
      'Chile | 4 | 22 | −18',
      'Brazil | not reported | 18 | n/a',
      // 56 and 70: 14 less, a fifth.
      'Total | 56 | 70 | −14 (−20%)',
    ]);
  });

  it('draws both, the earlier one under its own name', async () => {
    const { chart } = await resultsBlock(viewOf(...FOUR), OFFICIALS, 'country');
    expect(
      chart?.type === 'bar' &&
        chart.series.map(({ key, label, points }) => [key, label, points.map(({ value }) => value)]),
    ).toEqual([
      ['actual', '2017', [37, 15, 4, null]],
      ['previous', '2016', [30, null, 22, 18]],
    ]);
  });

  it('compares a rest as a whole', async () => {
    // Countries in order of value: seven lead and the rest of five follows, 5 + 4 + 3 + 2 + 1 after five times 1.
    const codes = ['CR', 'CL', 'DO', 'BR', 'AR', 'PE', 'MX', 'BZ', 'HN', 'GT', 'PA', 'UY'];
    const figures = codes.flatMap((place, at): readonly Said[] => [
      [place, 2016, 1],
      [place, 2017, codes.length - at],
    ]);
    const { short } = await resultsBlock(viewOf(...figures), OFFICIALS, 'country');
    expect(
      short?.rows
        .at(-1)
        ?.cells.slice(0, 4)
        .map(({ text }) => text),
    ).toEqual(['5 other countries', '15', '5', '+10']);
  });

  it('has every indicator beside it', async () => {
    const view = viewOf(...FOUR);
    const block = await comparedIndicatorsBlock(view, await reportedIndicators(view));
    expect(texts(block)).toEqual(['Officials-trained | 56 | 70 | −14 (−20%)']);
  });

  it('has years beside years already', async () => {
    const { columns } = await resultsBlock(viewOf(...FOUR), OFFICIALS, 'year');
    expect(columns.map(({ key }) => key)).not.toContain('previous');
  });
});
