import { type Dimension, totals } from './aggregate.ts';
import type { Filter } from './facts.ts';
import { missingFigure } from './figure.ts';
import {
  breakdown,
  fundedBy,
  makeFacts,
  makeIndicator,
  makeProgram,
  makeResult,
  shares,
} from './fixtures/facts.ts';
import { makeFigure } from './fixtures/figures.ts';
import type { Indicator, Result, ResultKind } from './result.ts';

const programs = [
  makeProgram('P', { places: shares('CR; HN'), organisations: fundedBy('Canada', 'Italy') }),
  makeProgram('Q', { pillars: shares('democracy'), places: shares('CR'), organisations: fundedBy('Canada') }),
];

function ask(
  by: Dimension,
  results: readonly Result[],
  indicator: Partial<Indicator> = {},
  filter: Filter = {},
) {
  const indicators = [makeIndicator('officials-trained', indicator)];
  const facts = makeFacts({ programs, indicators, results });
  return totals(facts, { indicator: 'officials-trained', kind: 'actual', by, filter });
}

const cumulative = [
  makeResult('a', 'P', 20, { place: 'CR', periodEnd: '2016-06-30' }),
  makeResult('b', 'P', 24, { place: 'CR', periodEnd: '2016-12-31' }),
  makeResult('c', 'P', 30, { place: 'CR', periodEnd: '2017-06-30', qualifier: 'about' }),
  makeResult('d', 'Q', 5, { periodEnd: '2016-12-31' }),
  makeResult('e', 'Q', 9, { place: 'HN', periodEnd: null }),
];
const head = { indicator: 'officials-trained', kind: 'actual' } as const;

describe('a filter', () => {
  it('by donor leaves other donors out of the rows by donor', () => {
    const results = [makeResult('a', 'P', 20), makeResult('b', 'Q', 5)];
    const rows = (filter: Filter) =>
      ask('donor', results, {}, filter).rows.map(({ key, value }) => [key, value]);
    expect(rows({})).toEqual([
      ['canada', 25],
      ['italy', 20],
    ]);
    expect(rows({ donor: 'italy' })).toEqual([['italy', 20]]);
    expect(rows({ donor: 'canada' })).toEqual([['canada', 25]]);
    expect(ask('donor', results, {}, { donor: 'italy' }).total.value).toBe(20);
  });
});

describe('a cumulative indicator (`latest`)', () => {
  const latest = { combineTime: 'latest' } as const;
  const total = makeFigure(44, ['c', 'd', 'e'], { exact: 14, approximate: 30, undated: 9 });

  it('adds the last values by country', () => {
    expect(ask('country', cumulative, latest)).toEqual({
      ...head,
      by: 'country',
      additive: true,
      rows: [
        { key: 'CR', ...makeFigure(35, ['c', 'd'], { exact: 5, approximate: 30 }) },
        { key: 'HN', ...makeFigure(9, ['e'], { undated: 9 }) },
      ],
      total,
      notes: [],
    });
  });

  it('shows the last value in each year, which must not be summed', () => {
    expect(ask('year', cumulative, latest)).toEqual({
      ...head,
      by: 'year',
      additive: false,
      rows: [
        { key: '2016', ...makeFigure(29, ['b', 'd']) },
        { key: '2017', ...makeFigure(30, ['c'], { exact: 0, approximate: 30 }) },
        { key: 'undated', ...makeFigure(9, ['e'], { undated: 9 }) },
      ],
      total,
      notes: ['not-additive'],
    });
  });

  it('takes the last value before the end of a window', () => {
    expect(ask('month', cumulative, latest, { to: '2016-06-30' }).total).toEqual(
      makeFigure(29, ['a', 'e'], { undated: 9 }),
    );
  });

  it('breaks down only the values that count', () => {
    const of = (written: string, value: number) => ({ breakdown: breakdown(written, value), place: 'CR' });
    const results = [
      makeResult('a', 'P', 10, { ...of('sex=female:4;sex=male:6', 10), periodEnd: '2016-12-31' }),
      makeResult('b', 'P', 15, of('sex=female:9;sex=male:6', 15)),
    ];
    expect(ask('axis:sex', results, latest).rows).toEqual([
      { key: 'female', ...makeFigure(9, ['b']) },
      { key: 'male', ...makeFigure(6, ['b']) },
    ]);
  });
});

describe('an indicator that does not combine', () => {
  it('over time: single figures show, several are not additive', () => {
    const results = [makeResult('a', 'P', 27), makeResult('b', 'Q', 30), makeResult('c', 'Q', 31)];
    expect(ask('program', results, { combineTime: 'none' })).toEqual({
      ...head,
      by: 'program',
      additive: false,
      rows: [
        { key: 'P', ...makeFigure(27, ['a']) },
        { key: 'Q', ...missingFigure('not-additive', 2) },
      ],
      total: missingFigure('not-additive', 3),
      notes: ['not-additive'],
    });
  });

  it('over places: rows by country show, the total over several does not', () => {
    expect(ask('country', cumulative, { combinePlace: 'none' })).toEqual({
      ...head,
      by: 'country',
      additive: false,
      rows: [
        { key: 'CR', ...makeFigure(79, ['a', 'b', 'c', 'd'], { exact: 49, approximate: 30 }) },
        { key: 'HN', ...makeFigure(9, ['e'], { undated: 9 }) },
      ],
      total: missingFigure('not-additive', 5),
      notes: ['not-additive'],
    });
  });

  it('over places: a filter for one of them gives a total', () => {
    expect(ask('pillar', cumulative, { combinePlace: 'none' }, { country: 'HN' }).total).toEqual(
      makeFigure(9, ['e'], { undated: 9 }),
    );
  });
});

describe('a total', () => {
  it('counts a result once, however many donors its programme has', () => {
    const { rows, total, additive } = ask('donor', [makeResult('a', 'P', 10), makeResult('b', 'Q', 5)]);
    expect({ rows, total, additive }).toEqual({
      rows: [
        { key: 'canada', ...makeFigure(15, ['a', 'b']) },
        { key: 'italy', ...makeFigure(10, ['a']) },
      ],
      total: makeFigure(15, ['a', 'b']),
      additive: false,
    });
  });

  it('keeps a place that is not known apart', () => {
    expect(ask('country', [makeResult('a', 'P', 10), makeResult('b', 'Q', 5)]).rows).toEqual([
      { key: 'CR', ...makeFigure(5, ['b']) },
      { key: 'not-split', ...makeFigure(10, ['a']) },
    ]);
  });

  it('of nothing is not reported; of zero it is zero (rule 5)', () => {
    expect(ask('country', []).total).toEqual(missingFigure('not-reported'));
    const { rows, total } = ask('country', [makeResult('a', 'Q', 0)]);
    expect({ rows, total }).toEqual({
      rows: [{ key: 'CR', ...makeFigure(0, ['a']) }],
      total: makeFigure(0, ['a']),
    });
  });

  it('never mixes targets with actuals (rule 2)', () => {
    const results = [makeResult('a', 'P', 10), makeResult('b', 'P', 340, { kind: 'target' })];
    expect(ask('program', results).total).toEqual(makeFigure(10, ['a']));
  });

  it('adds ratios as pairs and does not let rows be summed', () => {
    const results = [
      makeResult('a', 'P', 14, { denominator: 17 }),
      makeResult('b', 'Q', 1, { denominator: 3, periodEnd: null }),
    ];
    expect(ask('program', results, { measure: 'ratio' })).toEqual({
      ...head,
      by: 'program',
      additive: false,
      rows: [
        { key: 'P', ...makeFigure(14, ['a'], { denominator: 17 }) },
        { key: 'Q', ...makeFigure(1, ['b'], { denominator: 3, undated: 1 }) },
      ],
      total: makeFigure(15, ['a', 'b'], { denominator: 20, undated: 1 }),
      notes: ['ratio'],
    });
  });

  it('shows more than one axis of the same people, each on its own (rule 6)', () => {
    const result = makeResult('a', 'Q', 22, {
      breakdown: breakdown('sex=female:7;sex=male:15;mode=online', 22),
    });
    expect(ask('axis:sex', [result]).rows.map(({ key, value }) => [key, value])).toEqual([
      ['male', 15],
      ['female', 7],
    ]);
    expect(ask('axis:mode', [result]).rows).toEqual([{ key: 'online', ...makeFigure(22, ['a']) }]);
    expect(ask('axis:size', [result]).rows).toEqual([{ key: 'not-recorded', ...makeFigure(22, ['a']) }]);
  });

  it('warns of people met twice only where heads are counted, and more than once (rule 12)', () => {
    const two = [makeResult('a', 'P', 10), makeResult('b', 'Q', 5)];
    expect([
      ask('program', two, { people: 'persons' }).notes,
      ask('program', two.slice(1), { people: 'persons' }).notes,
      ask('program', two, { people: 'attendances' }).notes,
    ]).toEqual([['same-person-twice'], [], []]);
  });

  it('says that targets lie after its window; of actuals that is no news', () => {
    const later = makeResult('a', 'P', 340, { periodEnd: '2020-07-01' });
    const targets = [makeResult('b', 'P', 10, { kind: 'target' }), { ...later, kind: 'target' as const }];
    const notes = (kind: ResultKind, results: readonly Result[]) => {
      const facts = makeFacts({ programs, indicators: [makeIndicator('officials-trained')], results });
      const query = {
        indicator: 'officials-trained',
        kind,
        by: 'program',
        filter: { to: '2017-06-30' },
      } as const;
      return totals(facts, query).notes;
    };
    expect([
      notes('target', targets),
      notes('target', targets.slice(0, 1)),
      notes('actual', [later]),
    ]).toEqual([['outside-window'], [], []]);
  });

  it('is empty under a filter for another indicator', () => {
    expect(ask('program', cumulative, {}, { indicator: 'people-informed' }).rows).toEqual([]);
  });
});
