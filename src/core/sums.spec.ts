import { missingFigure } from './figure.ts';
import { makeIndicator } from './fixtures/facts.ts';
import { figureOf, type Sums } from './sums.ts';

const sums = (given: Partial<Sums>): Sums => ({
  count: 2,
  value: 30,
  exact: 30,
  approximate: 0,
  undated: 0,
  denominator: 0,
  high: 0,
  wholes: 2,
  qualifiers: { exact: 2, about: 0, 'at least': 0, 'at most': 0, range: 0 },
  ...given,
});
const nobody = { exact: 0, about: 0, 'at least': 0, 'at most': 0, range: 0 };

describe('a figure from sums (rules 3, 4 and 5)', () => {
  it('is what the sums say, with the qualifier that all have', () => {
    const found = figureOf(
      makeIndicator('a'),
      sums({ exact: 0, approximate: 30, undated: 10, qualifiers: { ...nobody, 'at least': 2 } }),
      1,
    );
    expect(found).toEqual({
      value: 30,
      exact: 0,
      approximate: 30,
      undated: 10,
      denominator: null,
      missing: null,
      resultCount: 2,
      qualifier: 'at least',
      valueHigh: null,
    });
  });

  it('has no qualifier where they differ', () => {
    const mixed = { ...nobody, exact: 1, about: 1 };
    expect(figureOf(makeIndicator('a'), sums({ qualifiers: mixed }), 1).qualifier).toBeNull();
  });

  it('has an upper end where all are ranges that are summed whole', () => {
    const ranges = { qualifiers: { ...nobody, range: 2 }, high: 45 };
    expect(figureOf(makeIndicator('a'), sums(ranges), 1).valueHigh).toBe(45);
    expect(figureOf(makeIndicator('a'), sums({ ...ranges, wholes: 1 }), 1).valueHigh).toBeNull();
  });

  it('is missing where there is nothing', () => {
    expect(figureOf(makeIndicator('a'), sums({ count: 0 }), 0)).toEqual(missingFigure('not-reported'));
  });

  it.each([
    ['rates', { measure: 'rate', combineTime: 'none', combinePlace: 'none' }, 1],
    ['what does not combine over time', { combineTime: 'none' }, 1],
    ['what does not combine over places, of two', { combinePlace: 'none' }, 2],
  ] as const)('is not additive for %s, unless it is one result', (_, given, places) => {
    const indicator = makeIndicator('a', given);
    expect(figureOf(indicator, sums({}), places)).toEqual(missingFigure('not-additive', 2));
    const one = sums({ count: 1, wholes: 1, qualifiers: { ...nobody, exact: 1 } });
    expect(figureOf(indicator, one, 1).value).toBe(30);
  });

  it('is a sum for what does not combine over places, of one place', () => {
    expect(figureOf(makeIndicator('a', { combinePlace: 'none' }), sums({}), 1).value).toBe(30);
  });

  it('is a pair for ratios', () => {
    const ratio = makeIndicator('a', { measure: 'ratio' });
    expect(figureOf(ratio, sums({ denominator: 40 }), 1)).toMatchObject({ value: 30, denominator: 40 });
  });
});
