import { referencePortfolio } from '../../core/fixtures/reference-portfolio.ts';
import { parsePeriod } from '../../core/period.ts';
import type { Result } from '../../core/result.ts';
import { makeReferenceView } from '../fixtures/reference-view.ts';
import type { View } from '../view.ts';
import { resultsBlock } from './results.ts';
import { targetsBlock } from './targets.ts';

/** The reference portfolio with these figures of NET-PREV alone. */
function viewOf(...figures: readonly Partial<Result>[]): View {
  return makeReferenceView({ facts: { ...referencePortfolio, results: resultsOf(figures) } });
}

function resultsOf(figures: readonly Partial<Result>[]): readonly Result[] {
  const [model] = referencePortfolio.results;
  if (model === undefined) throw new Error('The reference portfolio has no figure.');
  return figures.map((given, at): Result => {
    const plain = { denominator: null, valueHigh: null, breakdown: [], note: null, evidence: [] };
    const dates = { periodStart: '2016-01-01', periodEnd: '2017-06-01', datePrecision: 'day' } as const;
    return { ...model, ...plain, ...dates, program: 'NET-PREV', place: 'CR', id: `r${at}`, ...given };
  });
}

/** The only row, each cell under the key of its column. */
async function onlyRow(view: View) {
  const { columns, rows } = await targetsBlock(view);
  expect(rows).toHaveLength(1);
  return Object.fromEntries(columns.map(({ key }, at) => [key, rows[0]?.cells[at]]));
}

const people = { indicator: 'officials-trained' };

describe('a target as data', () => {
  it('keeps the upper end of a range', async () => {
    const row = await onlyRow(
      viewOf({ ...people, kind: 'target', qualifier: 'range', value: 10, valueHigh: 15 }),
    );
    expect(row.target).toEqual({ text: '10 to 15', raw: 10 });
    expect(row.target_qualifier).toEqual({ text: 'range', raw: 'range' });
    expect(row.target_high?.raw).toBe(15);
    expect(row.actual_qualifier).toEqual({ text: '', raw: null });
  });

  it('keeps the denominator of a ratio, and its actual has one too', async () => {
    const ratio = { indicator: 'programmes-coordinated-with', qualifier: 'exact', denominator: 17 } as const;
    const row = await onlyRow(
      viewOf({ ...ratio, kind: 'target', value: 17 }, { ...ratio, kind: 'actual', value: 14 }),
    );
    expect([row.target?.raw, row.target_denominator?.raw]).toEqual([17, 17]);
    expect(row.actual).toEqual({ text: '14 of 17', raw: 14 });
    expect([row.actual_denominator?.raw, row.actual_qualifier?.raw]).toEqual([17, 'exact']);
  });

  it('says the qualifier that the actual has, not another (rule 4)', async () => {
    const target = { ...people, kind: 'target', qualifier: 'at most', value: 500 } as const;
    const actual = { ...people, kind: 'actual', qualifier: 'at least', value: 340 } as const;
    const row = await onlyRow(viewOf(target, actual));
    expect([row.target?.text, row.actual?.text]).toEqual(['at most 500', 'at least 340']);
    expect([row.target_qualifier?.raw, row.actual_qualifier?.raw]).toEqual(['at most', 'at least']);
    const mixed = await onlyRow(viewOf(target, actual, { ...actual, qualifier: 'exact', value: 10 }));
    expect(mixed.actual).toEqual({ text: '350, of which 340 approximate', raw: 350 });
    expect(mixed.actual_qualifier?.raw).toBeNull();
  });
});

describe('a target and its own period (rule 2)', () => {
  const target = (given: Partial<Result>) =>
    ({ ...people, kind: 'target', qualifier: 'exact', ...given }) as const;
  const actual = (given: Partial<Result>) =>
    ({ ...people, kind: 'actual', qualifier: 'exact', ...given }) as const;
  const year = (end: number) => ({
    periodStart: `${end}-01-01`,
    periodEnd: `${end}-12-31`,
    datePrecision: 'year' as const,
  });
  const rowsOf = async (view: View) => {
    const { columns, rows } = await targetsBlock(view);
    return rows.map(({ cells }) => Object.fromEntries(columns.map(({ key }, at) => [key, cells[at]?.text])));
  };

  it('has the actual that ended inside it: 13 in 2025, none in 2026, and not the 45 of 2017', async () => {
    const figures = [
      target({ ...year(2025), value: 50 }),
      target({ ...year(2026), value: 60 }),
      actual({ ...year(2017), value: 45 }),
      actual({ periodStart: '2025-03-01', periodEnd: '2025-05-31', value: 13 }),
    ];
    const view = { ...viewOf(...figures), cutOff: '2026-03-31' };
    expect(await rowsOf(view)).toMatchObject([
      // 13 of 50 is 26 %.
      {
        target: '50',
        actual: '13',
        percent: '26%',
        period: '2025 · ended, not reached',
        state: 'ended',
      },
      {
        target: '60',
        actual: 'not reported',
        percent: '',
        period: '2026',
        state: 'in force',
      },
    ]);
  });

  it('of a cumulative indicator has the last value by its end', async () => {
    const facts = {
      ...referencePortfolio,
      indicators: referencePortfolio.indicators.map((each) =>
        each.code === 'officials-trained' ? { ...each, combineTime: 'latest' as const } : each,
      ),
    };
    const results = resultsOf([
      target({ ...year(2016), value: 50 }),
      target({ ...year(2017), value: 60 }),
      actual({ periodEnd: '2015-12-31', periodStart: null, value: 40 }),
      actual({ periodEnd: '2017-03-31', periodStart: null, value: 45 }),
    ]);
    const view = makeReferenceView({ facts: { ...facts, results } });
    // 40 of 50; 45 of 60.
    expect(await rowsOf(view)).toMatchObject([
      { actual: '40', percent: '80%' },
      { actual: '45', percent: '75%' },
    ]);
  });

  it('has the actual of its own place, of its region, and of its part of a breakdown', async () => {
    const onSite = (value: number) => [{ axis: 'mode', part: 'on-site', value }];
    const caribbean = 'region:central-america-and-dominican-republic';
    const view = viewOf(
      target({ value: 10, id: 'a' }),
      target({ value: 20, id: 'b', place: caribbean }),
      target({ value: 40, id: 'c', breakdown: onSite(40) }),
      actual({ value: 4, id: 'd' }),
      actual({ value: 3, id: 'e', place: 'DO', breakdown: onSite(3) }),
      actual({ value: 6, id: 'f', place: 'CL' }),
      actual({ value: 5, id: 'g', breakdown: [...onSite(1), { axis: 'mode', part: 'online', value: 4 }] }),
    );
    expect(await rowsOf(view)).toMatchObject([
      // Costa Rica: 4 + 5.
      { actual: '9', percent: '90%' },
      // Costa Rica and the Dominican Republic are in the region, Chile is not: 4 + 3 + 5 of 20.
      { actual: '12', percent: '60%' },
      // On site in Costa Rica: 1 of 40 is 2.5 %, printed to the whole.
      { actual: '1', percent: '3%' },
    ]);
  });

  it('gives a percentage as sure as the actual is', async () => {
    const percents = async (...figures: readonly Partial<Result>[]) =>
      (await rowsOf(viewOf(...figures))).map((row) => row.percent);
    const hundred = target({ value: 100 });
    expect(await percents(hundred, actual({ value: 45, qualifier: 'about' }))).toEqual(['about 45%']);
    expect(await percents(hundred, actual({ value: 45, qualifier: 'at least' }))).toEqual(['at least 45%']);
    expect(await percents(hundred, actual({ value: 45, qualifier: 'range', valueHigh: 50 }))).toEqual([
      '45% to 50%',
    ]);
    expect(await percents(hundred, actual({ value: 45, qualifier: 'about' }), actual({ value: 5 }))).toEqual([
      'about 50%',
    ]);
    // 12 of 10 to 15: 12 of 15 is 80 %, 12 of 10 is 120 %.
    const range = target({ value: 10, valueHigh: 15, qualifier: 'range' });
    expect(await percents(range, actual({ value: 12 }))).toEqual(['80% to 120%']);
    expect(await percents(target({ value: 0 }), actual({ value: 12 }))).toEqual(['']);
  });
});

describe('a mark', () => {
  const markOf = async (...figures: readonly Partial<Result>[]) => {
    // A chart has two marks at least.
    const other = { ...people, kind: 'actual', place: 'CL', value: 1 } as const;
    const { chart } = await resultsBlock(viewOf(...figures, other), 'officials-trained', 'country');
    if (chart?.type !== 'bar') return null;
    return chart.series[0]?.points.flatMap(({ key, valueLabel }) => (key === 'CL' ? [] : [valueLabel]));
  };
  const of = (qualifier: Result['qualifier'], value: number, valueHigh: number | null = null) =>
    ({ ...people, kind: 'actual', qualifier, value, valueHigh }) as const;

  it('says the qualifier that the figure has, not another (rule 4)', async () => {
    expect(await markOf(of('at least', 340))).toEqual(['at least 340']);
    expect(await markOf(of('at most', 5))).toEqual(['at most 5']);
    expect(await markOf(of('range', 10, 15))).toEqual(['10 to 15']);
    expect(await markOf(of('about', 45))).toEqual(['about 45']);
    expect(await markOf(of('exact', 45))).toEqual(['45']);
    expect(await markOf(of('about', 45), of('at least', 5))).toEqual(['about 50']);
    // 10 + 20 to 15 + 30.
    expect(await markOf(of('range', 10, 15), of('range', 20, 30))).toEqual(['30 to 45']);
  });
});

describe('targets as a chart', () => {
  const JUNE = parsePeriod('2017-06');
  const target = { ...people, kind: 'target', qualifier: 'exact', value: 50, valueHigh: null } as const;
  const keys = ({ notes }: { readonly notes: readonly string[] }) => notes.slice(0, -1);

  it('say in one sentence that there are none, and whether any were left out by a choice', async () => {
    const none = await targetsBlock(viewOf());
    expect([none.title, none.subtitle, none.isSentence]).toEqual(['No target recorded', '', true]);
    const chosen = await targetsBlock({ ...viewOf(target), filter: { from: '2030-01-01' } });
    expect([chosen.title, chosen.rows]).toEqual(['No target here', []]);
    // Targets reach beyond its end.
    expect((await targetsBlock({ ...viewOf(), filter: { to: '2030-01-01' } })).title).toBe(
      'No target recorded',
    );
    expect((await targetsBlock(viewOf(target))).isSentence).toBe(false);
  });

  it.each([
    ['on a page', null],
    ['on paper', JUNE],
  ])('are a list alone where nothing is reported for any, %s', async (_, period) => {
    const block = await targetsBlock({ ...viewOf(target), period });
    expect([block.title, block.chart, keys(block)]).toEqual(['1 target has no reported result', null, []]);
    const { columns, rows } = block;
    const read = rows[0]?.cells.filter((_, at) => columns[at]?.dataOnly !== true).slice(1, 3);
    expect(read?.map(({ text }) => text)).toEqual(['50', 'not reported']);
    expect(columns.find(({ key }) => key === 'percent')?.dataOnly).toBe(true);
  });

  it('name no mark that is not drawn', async () => {
    const bar = 'Bar: reported for the target’s period, as a part of it. Line: the target.';
    // 13 of 50; of a target that is over nobody says where it should be by now.
    const ended = await targetsBlock(viewOf(target, { ...target, kind: 'actual', value: 13 }));
    expect(keys(ended)).toEqual([bar]);
    // 100 of 50 is twice the target.
    const long = await targetsBlock(viewOf(target, { ...target, kind: 'actual', value: 100 }));
    expect(keys(long)).toEqual([bar, 'A bar ends at one and a half times the target.']);
  });
});
