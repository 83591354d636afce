import { parseDecimal, sumOf } from './decimal.ts';

const sum = (values: readonly number[]) => sumOf(values, (value) => value);

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

  it('gives 0 for nothing', () => {
    expect(sum([])).toBe(0);
  });

  it.each(['33.33', '-1', '0.000'])('reads %s', (text) => {
    expect(parseDecimal(text)?.eq(text)).toBe(true);
  });

  it.each(['', ' 1', '1e3', '.5', '5.', '+1', '1,5', '0x10', 'NaN', '--1'])('does not read "%s"', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });
});
