import fc from 'fast-check';
import { type Dimension, resultsBehind, totals } from '../aggregate.ts';
import { sumOf } from '../decimal.ts';
import type { Filter } from '../facts.ts';
import { referencePortfolio } from '../fixtures/reference-portfolio.ts';
import { contributionOf, runningSums } from './contribution.ts';

const DIMENSIONS: readonly Dimension[] = [
  'pillar',
  'country',
  'donor',
  'program',
  'year',
  'axis:sex',
  'axis:mode',
];
const FILTERS: readonly Filter[] = [
  {},
  { country: 'CR' },
  { donor: 'canada' },
  { from: '2017-06-01', to: '2017-06-30' },
  { program: 'TOUR' },
];

describe('what a result adds', () => {
  it('of a breakdown is its part', () => {
    const [barbados] = referencePortfolio.results.filter(
      ({ value, place }) => value === 22 && place === 'BB',
    );
    if (barbados === undefined) throw new Error('The 22 of Barbados are not there.');
    expect(contributionOf(barbados, null).value).toBe(22);
    expect(contributionOf(barbados, { by: 'axis:sex', key: 'female' }).value).toBe(7);
    expect(contributionOf(barbados, { by: 'axis:sex', key: 'male' }).value).toBe(15);
    expect(contributionOf(barbados, { by: 'country', key: 'BB' }).value).toBe(22);
  });

  it('sums to every total and every row of the reference portfolio', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...referencePortfolio.indicators.map(({ code }) => code)),
        fc.constantFrom('actual' as const, 'target' as const),
        fc.constantFrom(...DIMENSIONS),
        fc.constantFrom(...FILTERS),
        (indicator, kind, by, filter) => {
          const { rows, total } = totals(referencePortfolio, { indicator, kind, by, filter });
          for (const [figure, row] of [
            [total, null] as const,
            ...rows.map((each) => [each, { by, key: each.key }] as const),
          ]) {
            if (figure.value === null) continue;
            const behind = resultsBehind(referencePortfolio, { indicator, kind, filter, ...row });
            const added = behind.map((result) => contributionOf(result, row));
            expect(sumOf(added, ({ value }) => value)).toBe(figure.value);
            expect(
              runningSums(
                added.map(({ value }) => value),
                0,
              ).at(-1),
            ).toBe(figure.value);
            if (figure.denominator !== null) {
              expect(sumOf(added, ({ denominator }) => denominator ?? 0)).toBe(figure.denominator);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
