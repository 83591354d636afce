import { referencePortfolio } from '../../core/fixtures/reference-portfolio.ts';
import type { Result } from '../../core/result.ts';
import { makeReferenceView } from '../fixtures/reference-view.ts';
import type { View } from '../view.ts';
import { resultsBlock } from './results.ts';
import { targetsBlock } from './targets.ts';

/** The reference portfolio with these figures of NET-PREV alone. */
function viewOf(...figures: readonly Partial<Result>[]): View {
  const [model] = referencePortfolio.results;
  if (model === undefined) throw new Error('The reference portfolio has no figure.');
  const results = figures.map((given, at): Result => {
    const plain = { denominator: null, valueHigh: null, breakdown: [], note: null, evidence: [] };
    const dates = { periodStart: '2016-01-01', periodEnd: '2017-06-01', datePrecision: 'day' } as const;
    return { ...model, ...plain, ...dates, program: 'NET-PREV', place: 'CR', id: `r${at}`, ...given };
  });
  return makeReferenceView({ facts: { ...referencePortfolio, results } });
}

/** The only row, each cell under the key of its column. */
function onlyRow(view: View) {
  const { columns, rows } = targetsBlock(view);
  expect(rows).toHaveLength(1);
  return Object.fromEntries(columns.map(({ key }, at) => [key, rows[0]?.cells[at]]));
}

const people = { indicator: 'officials-trained' };

describe('a target as data', () => {
  it('keeps the upper end of a range', () => {
    const row = onlyRow(viewOf({ ...people, kind: 'target', qualifier: 'range', value: 10, valueHigh: 15 }));
    expect(row.target).toEqual({ text: '10 to 15', raw: 10 });
    expect(row.target_qualifier).toEqual({ text: 'range', raw: 'range' });
    expect(row.target_high?.raw).toBe(15);
    expect(row.actual_qualifier).toEqual({ text: '', raw: null });
  });

  it('keeps the denominator of a ratio, and its actual has one too', () => {
    const ratio = { indicator: 'programmes-coordinated-with', qualifier: 'exact', denominator: 17 } as const;
    const row = onlyRow(
      viewOf({ ...ratio, kind: 'target', value: 17 }, { ...ratio, kind: 'actual', value: 14 }),
    );
    expect([row.target?.raw, row.target_denominator?.raw]).toEqual([17, 17]);
    expect(row.actual).toEqual({ text: '14 of 17', raw: 14 });
    expect([row.actual_denominator?.raw, row.actual_qualifier?.raw]).toEqual([17, 'exact']);
  });

  it('says the qualifier that the actual has, not another (rule 4)', () => {
    const target = { ...people, kind: 'target', qualifier: 'at most', value: 500 } as const;
    const actual = { ...people, kind: 'actual', qualifier: 'at least', value: 340 } as const;
    const row = onlyRow(viewOf(target, actual));
    expect([row.target?.text, row.actual?.text]).toEqual(['at most 500', 'at least 340']);
    expect([row.target_qualifier?.raw, row.actual_qualifier?.raw]).toEqual(['at most', 'at least']);
    const mixed = onlyRow(viewOf(target, actual, { ...actual, qualifier: 'exact', value: 10 }));
    expect(mixed.actual).toEqual({ text: '350, of which 340 approximate', raw: 350 });
    expect(mixed.actual_qualifier?.raw).toBeNull();
  });
});

describe('a mark', () => {
  const markOf = (...figures: readonly Partial<Result>[]) => {
    const { chart } = resultsBlock(viewOf(...figures), 'officials-trained', 'country');
    return chart?.type === 'bar' ? chart.series[0]?.points.map(({ valueLabel }) => valueLabel) : null;
  };
  const of = (qualifier: Result['qualifier'], value: number, valueHigh: number | null = null) =>
    ({ ...people, kind: 'actual', qualifier, value, valueHigh }) as const;

  it('says the qualifier that the figure has, not another (rule 4)', () => {
    expect(markOf(of('at least', 340))).toEqual(['at least 340']);
    expect(markOf(of('at most', 5))).toEqual(['at most 5']);
    expect(markOf(of('range', 10, 15))).toEqual(['10 to 15']);
    expect(markOf(of('about', 45))).toEqual(['about 45']);
    expect(markOf(of('exact', 45))).toEqual(['45']);
    expect(markOf(of('about', 45), of('at least', 5))).toEqual(['about 50']);
  });
});
