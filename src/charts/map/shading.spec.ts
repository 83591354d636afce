import fc from 'fast-check';
import { valueWriter } from '../value-format.ts';
import { shadingSteps, stepOf } from './shading.ts';

const people = valueWriter({ style: 'number', maximumFractionDigits: 0 }, 'en');
const dollars = valueWriter({ style: 'money', currency: 'USD' }, 'en');
const labels = (values: readonly number[]): readonly string[] =>
  shadingSteps(values, people, true).map(({ label }) => label);

describe('shadingSteps', () => {
  it('counts in round ranges without gaps', () => {
    expect(labels([45, 37, 22, 15, 4])).toEqual(['1–10', '11–20', '21–30', '31–40', '41–50']);
    expect(labels([1, 2])).toEqual(['1', '2']);
    expect(labels([3, 200_000])).toEqual([
      '1–50,000',
      '50,001–100,000',
      '100,001–150,000',
      '150,001–200,000',
    ]);
  });

  it('starts at zero where zero is among the values', () => {
    expect(labels([0, 12])).toEqual(['0–4', '5–9', '10–14']);
  });

  it('is one step for one value, and none for none', () => {
    expect(labels([45, 45])).toEqual(['45']);
    expect(labels([])).toEqual([]);
  });

  it('shares the ends of ranges of money', () => {
    expect(shadingSteps([45_678, 256_780, 656_780], dollars, false).map(({ label }) => label)).toEqual([
      'US$0–US$200K',
      'US$200K–US$400K',
      'US$400K–US$600K',
      'US$600K–US$800K',
    ]);
  });

  it('has at most five steps, puts every value in the one it belongs to, and the highest always strongest', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1_000_000 }), { minLength: 1, maxLength: 35 });
    fc.assert(
      fc.property(values, fc.boolean(), (some, counted) => {
        const steps = shadingSteps(some, people, counted);
        expect(steps.length).toBeLessThanOrEqual(5);
        const [lowest, highest] = [Math.min(...some), Math.max(...some)];
        expect(steps[0]?.from).toBeLessThanOrEqual(lowest);
        for (const value of some) {
          const step = stepOf(steps, value);
          const next = steps[steps.indexOf(step as (typeof steps)[number]) + 1];
          expect(step?.from).toBeLessThanOrEqual(value);
          if (next !== undefined) expect(value).toBeLessThan(next.from);
        }
        if (lowest < highest)
          expect([steps[0]?.shade, stepOf(steps, highest)?.shade]).toEqual(
            steps.length > 1 ? [1, 5] : [3, 3],
          );
      }),
    );
  });
});
