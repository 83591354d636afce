import { type Figure, missingFigure } from './figure.ts';
import { makeResult } from './fixtures/facts.ts';
import { expectedShare, standingOf } from './targets.ts';

const YEAR = { periodStart: '2017-01-01', periodEnd: '2017-12-31' };
const reported = (value: number): Figure => ({
  ...missingFigure('not-reported'),
  value,
  exact: value,
  approximate: 0,
  missing: null,
  resultCount: 1,
});
const pair = (actual: Figure, period: Partial<typeof YEAR> | { periodStart: null } = {}) => ({
  target: makeResult('t', 'P', 100, { kind: 'target', ...YEAR, ...period }),
  actual,
});

describe('where a target should be by a day, if it came evenly', () => {
  it.each([
    ['2016-12-31', 0],
    ['2017-01-01', 1 / 365],
    // 31 + 28 + 31 + 30 + 31 + 30 days have passed.
    ['2017-06-30', 181 / 365],
    ['2017-12-31', 1],
    ['2018-03-01', 1],
  ])('on %s: %d', (day, share) => {
    expect(expectedShare({ ...YEAR, denominator: null }, day)).toBe(share);
  });

  it('cannot be said of what has no beginning, no end, or is a pair', () => {
    expect(expectedShare({ ...YEAR, periodStart: null, denominator: null }, '2017-06-30')).toBeNull();
    expect(expectedShare({ ...YEAR, periodEnd: null, denominator: null }, '2017-06-30')).toBeNull();
    expect(expectedShare({ ...YEAR, denominator: 17 }, '2017-06-30')).toBeNull();
  });
});

describe('how a target of 100 stands', () => {
  it.each([
    // 181 of 365 days: 49.6 of 100.
    ['late', reported(49), '2017-06-30'],
    ['on-track', reported(50), '2017-06-30'],
    ['reached', reported(100), '2017-06-30'],
    ['reached', reported(130), '2018-03-01'],
    ['late', reported(99), '2017-12-31'],
    ['ended', reported(99), '2018-01-01'],
    ['late', reported(0), '2017-06-30'],
    ['not-reported', missingFigure('not-reported'), '2017-06-30'],
    ['not-reported', missingFigure('not-reported'), '2018-01-01'],
    ['in-force', missingFigure('not-additive', 2), '2017-06-30'],
  ])('%s', (standing, actual, day) => {
    expect(standingOf(pair(actual), day)).toBe(standing);
  });

  it('is in force where nobody said when it begins', () => {
    expect(standingOf(pair(reported(5), { periodStart: null }), '2017-06-30')).toBe('in-force');
  });
});
