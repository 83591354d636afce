import { type MovedFigure, NOTHING_SAID, type Saying } from '../../core/report/moved-figures.ts';
import { figuresFor, tellsTheSame, toldTo } from './erratum.ts';

const says = (value: number) => ({ ...NOTHING_SAID, value, approximate: 0 });
const figure = (was: number, is: number, indicator = 'officials'): MovedFigure => ({
  of: { indicator },
  at: 'period',
  was: says(was),
  is: says(is),
  why: ['new'],
});
const issued: readonly Saying[] = [
  { of: { indicator: 'officials' }, at: 'period', said: says(12) },
  { of: { indicator: 'companies' }, at: 'period', said: says(5) },
];

describe('what an erratum tells a reader', () => {
  const first = { id: 'first', figures: [figure(12, 512)] };
  const second = { figures: [figure(512, 600), figure(5, 6, 'companies')] };

  it('is what they were last told: by the issue, or by an erratum that they got', () => {
    const known = [first];
    expect(
      figuresFor(second, toldTo(issued, { errata: ['first'] }, known)).map(({ was }) => was.value),
    ).toEqual([512, 5]);
    expect(figuresFor(second, toldTo(issued, { errata: [] }, known)).map(({ was }) => was.value)).toEqual([
      12, 5,
    ]);
  });

  it('is nothing that they know already, and nothing that they were never told', () => {
    const back = { figures: [figure(512, 12), figure(1, 2, 'people')] };
    expect(figuresFor(back, toldTo(issued, { errata: [] }, [first]))).toEqual([]);
    expect(figuresFor(back, toldTo(issued, { errata: ['first'] }, [first]))).toEqual([figure(512, 12)]);
  });
});

describe('two errata', () => {
  it('tell the same where they say the same of the same figures, in whatever order', () => {
    const both = [figure(12, 512), figure(5, 6, 'companies')];
    expect(tellsTheSame(both, both.toReversed())).toBe(true);
    expect(tellsTheSame(both, both.slice(1))).toBe(false);
    expect(tellsTheSame(both, [figure(12, 513), figure(5, 6, 'companies')])).toBe(false);
    expect(tellsTheSame(both, [figure(13, 512), figure(5, 6, 'companies')])).toBe(false);
  });
});
