import { bars, oneSeries, point } from './fixtures/specs.ts';
import { pointText, shortPointText, valueWriter } from './value-format.ts';

const people = { style: 'number', maximumFractionDigits: 0 } as const;
const dollars = { style: 'money', currency: 'USD' } as const;

describe('valueWriter', () => {
  it('writes numbers as the reader does', () => {
    expect(valueWriter(people, 'en').mark(200_000)).toBe('200,000');
    expect(valueWriter(people, 'es').mark(200_000)).toBe('200.000');
    expect(valueWriter(people, 'fr').mark(200_000)).toBe('200\u00a0000');
    expect(valueWriter({ style: 'number', maximumFractionDigits: 1 }, 'pt').mark(2.25)).toBe('2,3');
  });

  it('turns minor units into whole major ones, by currency', () => {
    const inDollars = valueWriter(dollars, 'en');
    expect(inDollars.mark(inDollars.scaled(12_345_678))).toBe('US$123,457');
    const inYen = valueWriter({ style: 'money', currency: 'JPY' }, 'en');
    expect(inYen.mark(inYen.scaled(12_345))).toBe('¥12,345');
  });

  it('writes long amounts compact, sooner on an axis', () => {
    expect(valueWriter(dollars, 'en').mark(1_234_567)).toBe('US$1.23M');
    expect(valueWriter(dollars, 'en').mark(999_999)).toBe('US$999,999');
    expect(valueWriter(dollars, 'en').axis(50_000, 250_000)).toBe('US$50K');
    expect(valueWriter(dollars, 'en').axis(50_000, 75_000)).toBe('US$50,000');
    expect(valueWriter(people, 'en').mark(1_234_567)).toBe('1,234,567');
  });

  it('never writes nothing for a value that is not zero (rule 5)', () => {
    const inDollars = valueWriter(dollars, 'en');
    expect([1, 49, 50, 0].map((cents) => inDollars.mark(inDollars.scaled(cents)))).toEqual([
      'US$0.01',
      'US$0.5',
      'US$1',
      'US$0',
    ]);
    expect(valueWriter({ style: 'number', maximumFractionDigits: 2 }, 'en').mark(0.004)).toBe('0.004');
  });

  it('writes thousands of Spanish one way', () => {
    const short = valueWriter(people, 'es-CO').short;
    expect([short(12_000), short(123_456)]).toEqual(['12\u00a0k', '123\u00a0k']);
    expect(valueWriter(dollars, 'es-CO').axis(5_000, 250_000)).toMatch(/5\u00a0k$/);
  });
});

describe('pointText', () => {
  const spec = bars(oneSeries([]));

  it('prefers the label of the point, then its value, then says that there is none', () => {
    expect(pointText(spec, point('a', 45, { valueLabel: 'about 45' }))).toBe('about 45');
    expect(pointText(spec, point('a', 0))).toBe('0');
    expect(pointText(spec, point('a', null))).toBe('not reported');
    expect(pointText(spec, point('a', Number.NaN))).toBe('not reported');
    expect(pointText(spec, undefined)).toBe('not reported');
  });

  it('is shorter where there is little room, but says the same', () => {
    const money = bars(oneSeries([]), { format: dollars });
    expect(shortPointText(money, point('a', 45_678_900))).toBe('US$457K');
    expect(shortPointText(spec, point('a', null))).toBe('not reported');
  });
});
