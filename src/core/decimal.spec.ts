import Big from 'big.js';
import fc from 'fast-check';
import { compareExact, type Exact, exactOf, nearest, parseDecimal, sumOf } from './decimal.ts';

const sum = (values: readonly Exact[]) => sumOf(values, (value) => value);

/** What sums have to be: integers as they are, of any size. */
const plainSum = (values: readonly number[]) => values.reduce((total, value) => total + BigInt(value), 0n);

describe('decimal', () => {
  it('adds decimals exactly', () => {
    expect(sum([0.1, 0.2, 12.5])).toBe(12.8);
  });

  it('adds fractions that cancel to zero', () => {
    expect(sum([0.1, 0.2, -0.3])).toBe(0);
  });

  it('adds whole numbers beyond the exact range of doubles without drift', () => {
    expect(sum([Number.MAX_SAFE_INTEGER, 2, -Number.MAX_SAFE_INTEGER])).toBe(2);
  });

  it('gives what no number holds as a decimal: 2^53 - 1, and 2 more', () => {
    expect(sum([Number.MAX_SAFE_INTEGER, 2])).toBe('9007199254740993');
    expect(sum([Number.MAX_SAFE_INTEGER, 0.5])).toBe('9007199254740991.5');
    expect(sum(['9007199254740993', -2])).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('gives 0 for nothing', () => {
    expect(sum([])).toBe(0);
  });

  it('is exact at any size, in any order, and in parts', () => {
    const amounts = fc.array(fc.maxSafeInteger(), { maxLength: 30 });
    fc.assert(
      fc.property(amounts, fc.nat({ max: 30 }), (values, at) => {
        const whole = sum(values);
        expect(BigInt(whole)).toBe(plainSum(values));
        expect(sum(values.toReversed())).toBe(whole);
        expect(sum([sum(values.slice(0, at)), sum(values.slice(at))])).toBe(whole);
        // A number where one holds it, and only there.
        expect(typeof whole === 'number').toBe(Number.isSafeInteger(Number(whole)));
      }),
    );
  });

  it('is exact to the last decimal', () => {
    const cents = fc.array(fc.maxSafeInteger(), { maxLength: 20 });
    fc.assert(
      fc.property(cents, (values) => {
        const decimals = values.map((value) => exactOf(new Big(value).div(100)));
        const total = parseDecimal(String(sum(decimals)))?.times(100);
        expect(total?.toFixed()).toBe(plainSum(values).toString());
      }),
    );
  });

  it('orders numbers and decimals alike', () => {
    const sorted = ['18014398509481982', -1, '9007199254740993', 0.5, '-9007199254740993'] as const;
    expect(sorted.toSorted(compareExact)).toEqual([
      '-9007199254740993',
      -1,
      0.5,
      '9007199254740993',
      '18014398509481982',
    ]);
    expect(nearest('9007199254740993')).toBe(9007199254740992);
  });

  it.each(['33.33', '-1', '0.000'])('reads %s', (text) => {
    expect(parseDecimal(text)?.eq(text)).toBe(true);
  });

  it.each(['', ' 1', '1e3', '.5', '5.', '+1', '1,5', '0x10', 'NaN', '--1'])('does not read "%s"', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });
});
