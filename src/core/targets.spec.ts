import { type Figure, missingFigure } from './figure.ts';
import { makeResult } from './fixtures/facts.ts';
import { expectedBy, expectedShare, isDownward, shareOfWay, standingOf } from './targets.ts';

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
  combineTime: 'sum' as const,
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

describe('a target with a baseline', () => {
  const target = (value: number, baseline: number, valueHigh: number | null = null) =>
    makeResult('t', 'P', value, {
      kind: 'target',
      ...YEAR,
      ...(valueHigh !== null && { qualifier: 'range', valueHigh }),
      baseline: { value: baseline, denominator: null, on: '2016-12-31', precision: 'year' },
    });
  const standing = (goal: ReturnType<typeof target>, value: number, day: string) =>
    standingOf({ target: goal, combineTime: 'latest', actual: reported(value) }, day);

  // 181 of 365 days are 0.4959 of the way.
  it('is on its way from there where it is of a level: 20 to 40 is 29.92 in the middle of the year', () => {
    expect(expectedBy(target(40, 20), 'latest', '2017-06-30')).toBeCloseTo(29.9178, 4);
    expect(standing(target(40, 20), 29, '2017-06-30')).toBe('late');
    expect(standing(target(40, 20), 30, '2017-06-30')).toBe('on-track');
  });

  it('begins at nothing where what is done is summed: the year before adds nothing to it', () => {
    expect(expectedBy(target(40, 20), 'sum', '2017-06-30')).toBeCloseTo(19.8356, 4);
    expect(isDownward(target(40, 500), 'sum')).toBe(false);
  });

  it('is to be come down to where it is below: 30 to 20 is 25.04 in the middle of the year', () => {
    expect(standing(target(20, 30), 26, '2017-06-30')).toBe('late');
    expect(standing(target(20, 30), 25, '2017-06-30')).toBe('on-track');
    expect(standing(target(20, 30), 20, '2017-06-30')).toBe('reached');
    expect(standing(target(20, 30), 19, '2018-01-01')).toBe('reached');
    expect(standing(target(20, 30), 21, '2018-01-01')).toBe('ended');
    expect(shareOfWay({ target: target(20, 30), combineTime: 'latest' }, 28)).toBe(0.2);
    expect(shareOfWay({ target: target(20, 30), combineTime: 'latest' }, 33)).toBe(-0.3);
  });

  it('of a range is reached at its nearer end', () => {
    expect(standing(target(10, 30, 15), 15, '2017-06-30')).toBe('reached');
    expect(isDownward(target(10, 12, 15), 'latest')).toBe(false);
  });
});
