import { makeIndicator, makeResult } from './fixtures/facts.ts';
import { combine, type Portion } from './measure.ts';
import type { Indicator, Result } from './result.ts';
import { current } from './series.ts';

const figure = (indicator: Partial<Indicator>, results: readonly Result[]) =>
  combine(makeIndicator('officials-trained', indicator), portions(results));

const portions = (results: readonly Result[]): readonly Portion[] =>
  results.map((result) => ({ result, country: result.place ?? 'not-recorded', value: result.value }));

const exact = (value: number, ...results: readonly string[]) => ({
  value,
  exact: value,
  approximate: 0,
  undated: 0,
  denominator: null,
  missing: null,
  resultCount: results.length,
  qualifier: 'exact',
  valueHigh: null,
});

const missing = (reason: 'not-reported' | 'not-additive', ...results: readonly string[]) => ({
  value: null,
  exact: null,
  approximate: null,
  undated: null,
  denominator: null,
  missing: reason,
  resultCount: results.length,
  qualifier: null,
  valueHigh: null,
});

describe('sum (rules 3 and 4)', () => {
  it('tells exact from approximate, and how much of both is undated', () => {
    const results = [
      makeResult('c', 'P', 37),
      makeResult('b', 'P', 22, { periodEnd: null }),
      makeResult('a', 'P', 45, { qualifier: 'about' }),
      makeResult('d', 'P', 10, { qualifier: 'at least', periodEnd: null }),
      makeResult('e', 'P', 5, { qualifier: 'at most' }),
    ];
    // exact 37 + 22; approximate 45 + 10 + 5; undated 22 + 10
    expect(figure({}, results)).toEqual({
      value: 119,
      exact: 59,
      approximate: 60,
      undated: 32,
      denominator: null,
      missing: null,
      resultCount: 5,
      qualifier: null,
      valueHigh: null,
    });
  });

  it('counts a range with its lower end, as approximate', () => {
    const range = makeResult('a', 'P', 20, { qualifier: 'range', valueHigh: 30 });
    expect(figure({}, [range])).toEqual({
      ...exact(20, 'a'),
      exact: 0,
      approximate: 20,
      qualifier: 'range',
      valueHigh: 30,
    });
  });

  it('is decimal-exact', () => {
    expect(figure({ measure: 'amount' }, [makeResult('a', 'P', 0.1), makeResult('b', 'P', 0.2)])).toEqual(
      exact(0.3, 'a', 'b'),
    );
  });

  it('keeps a reported zero apart from nothing reported (rule 5)', () => {
    expect(figure({}, [makeResult('a', 'P', 0)])).toEqual(exact(0, 'a'));
    expect(figure({}, [])).toEqual(missing('not-reported'));
  });
});

describe('latest (rule 3)', () => {
  const latest = { combineTime: 'latest' } as const;

  it('takes the last value of each programme and place, then adds', () => {
    const results = [
      makeResult('a', 'P', 20, { place: 'CR', periodEnd: '2016-12-31' }),
      makeResult('b', 'P', 24, { place: 'CR', periodEnd: '2017-06-30' }),
      makeResult('c', 'P', 8, { place: 'HN', periodEnd: '2015-12-31' }),
      makeResult('d', 'Q', 100, { place: 'CR', periodEnd: '2014-12-31' }),
    ];
    expect(figure(latest, results)).toEqual(exact(132, 'b', 'c', 'd'));
  });

  it('keeps groups of people apart: a breakdown that holds the whole value is a series of its own', () => {
    const results = [
      makeResult('a', 'P', 7, { breakdown: [{ axis: 'role', part: 'trainer', value: 7 }] }),
      makeResult('b', 'P', 30, { breakdown: [{ axis: 'role', part: 'participant', value: 30 }] }),
      makeResult('c', 'P', 9, {
        periodEnd: '2017-07-31',
        breakdown: [{ axis: 'role', part: 'trainer', value: 9 }],
      }),
    ];
    expect(figure(latest, results)).toEqual(exact(39, 'b', 'c'));
  });

  it('does not tell series apart by a breakdown in several parts', () => {
    const results = [
      makeResult('a', 'P', 22, {
        breakdown: [
          { axis: 'sex', part: 'female', value: 7 },
          { axis: 'sex', part: 'male', value: 15 },
        ],
      }),
      makeResult('b', 'P', 25, { periodEnd: '2017-07-31' }),
    ];
    expect(figure(latest, results)).toEqual(exact(25, 'b'));
  });

  it('prefers any date to none, and of two approved at once for a day the greater id', () => {
    const results = [
      makeResult('b', 'P', 2, { periodEnd: '2010-12-31' }),
      makeResult('c', 'P', 3, { periodEnd: null }),
      makeResult('a', 'P', 1, { periodEnd: '2010-12-31' }),
    ];
    expect(figure(latest, results)).toEqual(exact(2, 'b'));
    expect(figure(latest, [...results].reverse())).toEqual(exact(2, 'b'));
  });

  it('changes nothing when asked again', () => {
    const indicator = makeIndicator('officials-trained', latest);
    const results = portions([
      makeResult('a', 'P', 20, { place: 'CR', periodEnd: '2016-12-31' }),
      makeResult('b', 'P', 24, { place: 'CR' }),
      makeResult('c', 'P', 8, { place: 'HN' }),
    ]);
    const once = current(indicator, results);
    expect(once.map(({ result }) => result.id)).toEqual(['b', 'c']);
    expect(current(indicator, once)).toEqual(once);
  });
});

describe('none (rule 3)', () => {
  it('over time shows a single figure and refuses to add two', () => {
    const none = { combineTime: 'none' } as const;
    expect(figure(none, [makeResult('a', 'P', 27)])).toEqual(exact(27, 'a'));
    expect(figure(none, [makeResult('b', 'P', 27), makeResult('a', 'P', 30)])).toEqual(
      missing('not-additive', 'a', 'b'),
    );
  });

  it('over places adds within one and refuses to add two', () => {
    const none = { combinePlace: 'none' } as const;
    const inCostaRica = [makeResult('a', 'P', 2, { place: 'CR' }), makeResult('b', 'Q', 3, { place: 'CR' })];
    expect(figure(none, inCostaRica)).toEqual(exact(5, 'a', 'b'));
    expect(figure(none, [...inCostaRica, makeResult('c', 'P', 4, { place: 'HN' })])).toEqual(
      missing('not-additive', 'a', 'b', 'c'),
    );
  });

  it('looks only at the places that still count', () => {
    const rule = { combineTime: 'latest', combinePlace: 'none' } as const;
    const results = [
      makeResult('a', 'P', 5, { place: 'CR', periodEnd: '2016-12-31' }),
      makeResult('b', 'P', 7, { place: 'CR', periodEnd: '2017-06-30' }),
    ];
    expect(figure(rule, results)).toEqual(exact(7, 'b'));
  });

  it('never adds texts', () => {
    const texts = [makeResult('a', 'P', 1), makeResult('b', 'P', 1)];
    expect(figure({ measure: 'text' }, texts)).toEqual(missing('not-additive', 'a', 'b'));
  });
});

describe('rates (rule 3)', () => {
  const rate = { measure: 'rate', combineTime: 'latest', combinePlace: 'none' } as const;

  it('are never added and never averaged: 85 and 90 are neither 175 nor 87.5', () => {
    const satisfied = [makeResult('a', 'P', 85, { place: 'CR' }), makeResult('b', 'P', 90, { place: 'HN' })];
    expect(figure(rate, satisfied)).toEqual(missing('not-additive', 'a', 'b'));
    // Two programmes in one place are no more one rate than two places are.
    const inCostaRica = [
      makeResult('a', 'P', 85, { place: 'CR' }),
      makeResult('b', 'Q', 90, { place: 'CR' }),
    ];
    expect(figure(rate, inCostaRica)).toEqual(missing('not-additive', 'a', 'b'));
    expect(figure({ ...rate, combineTime: 'none' }, satisfied)).toEqual(missing('not-additive', 'a', 'b'));
  });

  it('show the last value of a single series', () => {
    const results = [
      makeResult('a', 'P', 85, { place: 'CR', periodEnd: '2016-12-31' }),
      makeResult('b', 'P', 90.5, { place: 'CR', periodEnd: '2017-06-30' }),
    ];
    expect(figure(rate, results)).toEqual(exact(90.5, 'b'));
  });
});

describe('ratios (rule 3)', () => {
  const ratio = { measure: 'ratio' } as const;

  it('add as pairs', () => {
    const results = [
      makeResult('a', 'P', 14, { denominator: 17 }),
      makeResult('b', 'Q', 3, { denominator: 4, qualifier: 'about' }),
    ];
    expect(figure(ratio, results)).toEqual({
      ...exact(17, 'a', 'b'),
      exact: 14,
      approximate: 3,
      qualifier: null,
      denominator: 21,
    });
  });

  it('have no denominator as soon as one pair lacks it', () => {
    const results = [makeResult('a', 'P', 14, { denominator: 17 }), makeResult('b', 'Q', 3)];
    expect(figure(ratio, results).denominator).toBeNull();
  });
});
