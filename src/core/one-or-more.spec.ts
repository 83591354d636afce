import { admits, admitsAny, oneOrMore, onlyOne, valuesOf } from './one-or-more.ts';

describe('one value or any of several', () => {
  it('is each value once, one by itself, and nothing of none', () => {
    expect(oneOrMore([])).toBeUndefined();
    expect(oneOrMore(['AG'])).toBe('AG');
    expect(oneOrMore(['AG', 'AG'])).toBe('AG');
    expect(oneOrMore(['BB', 'AG', 'BB'])).toEqual(['BB', 'AG']);
  });

  it('is read as a list, and as one where it is one', () => {
    expect([undefined, 'AG', ['AG', 'BB']].map(valuesOf)).toEqual([[], ['AG'], ['AG', 'BB']]);
    expect([undefined, 'AG', ['AG', 'BB']].map(onlyOne)).toEqual([undefined, 'AG', undefined]);
  });

  it('admits what was asked for, and everything where nothing was', () => {
    expect([undefined, 'AG', 'BB', ['AG', 'BB']].map((asked) => admits(asked, 'AG'))).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(admitsAny(['AG', 'BB'], ['CR', 'BB'])).toBe(true);
    expect(admitsAny(['AG', 'BB'], ['CR'])).toBe(false);
    expect(admitsAny(undefined, [])).toBe(true);
  });
});
