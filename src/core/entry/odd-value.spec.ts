import type { CombineTime } from '../result.ts';
import { oddValue, type SeriesFigure } from './odd-value.ts';

const figure = (periodEnd: string | null, value: number, more: Partial<SeriesFigure> = {}): SeriesFigure => ({
  program: 'MAR',
  indicator: 'officials-trained',
  kind: 'actual',
  place: 'CR',
  periodEnd,
  value,
  valueHigh: null,
  breakdown: [],
  ...more,
});
const MAY = figure('2017-05-31', 45);
const reasonOf = (now: SeriesFigure, known: readonly SeriesFigure[], combine: CombineTime = 'sum') =>
  oddValue(now, known, combine)?.reason ?? null;

describe('a value is odd', () => {
  it('at ten times the one before it, or a tenth of it, and not at nine times', () => {
    expect(oddValue(figure('2017-06-30', 450), [MAY], 'sum')).toEqual({
      reason: 'ten-times',
      before: { value: 45, periodEnd: '2017-05-31' },
    });
    expect(reasonOf(figure('2017-06-30', 449), [MAY])).toBeNull();
    expect(reasonOf(figure('2017-06-30', 4), [MAY])).toBe('a-tenth');
    expect(reasonOf(figure('2017-06-30', 5), [MAY])).toBeNull();
  });

  it('not where both are small, or one is zero', () => {
    expect(reasonOf(figure('2017-06-30', 19), [figure('2017-05-31', 1)])).toBeNull();
    expect(reasonOf(figure('2017-06-30', 20), [figure('2017-05-31', 2)])).toBe('ten-times');
    expect(reasonOf(figure('2017-06-30', 0), [MAY])).toBeNull();
    expect(reasonOf(figure('2017-06-30', 450), [figure('2017-05-31', 0)])).toBeNull();
  });

  it('where a cumulative one falls, and a target may', () => {
    expect(reasonOf(figure('2017-06-30', 44), [MAY], 'latest')).toBe('below-cumulative');
    expect(reasonOf(figure('2017-06-30', 45), [MAY], 'latest')).toBeNull();
    const target = { kind: 'target' } as const;
    expect(
      reasonOf(figure('2017-06-30', 44, target), [figure('2017-05-31', 45, target)], 'latest'),
    ).toBeNull();
  });

  it('beside the last one before it of its own series alone', () => {
    const others = [
      figure('2017-04-30', 1),
      figure('2017-07-31', 1),
      figure(null, 1),
      figure('2017-05-31', 1, { place: 'CL' }),
      figure('2017-05-31', 1, { kind: 'target' }),
      figure('2017-05-31', 1, { program: 'TOUR' }),
      figure('2017-05-31', 1, { breakdown: [{ axis: 'sex', part: 'female', value: 1 }] }),
    ];
    expect(reasonOf(figure('2017-06-30', 60), [...others, MAY])).toBeNull();
    expect(reasonOf(figure('2017-06-30', 60), others)).toBe('ten-times');
    expect(reasonOf(figure(null, 60), others)).toBeNull();
  });

  it('by the upper end of a range', () => {
    const range = figure('2017-05-31', 4, { valueHigh: 45 });
    expect(reasonOf(figure('2017-06-30', 449), [range])).toBeNull();
    expect(reasonOf(figure('2017-06-30', 450), [range])).toBe('ten-times');
  });
});
