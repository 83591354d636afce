import { type Figure, missingFigure } from './figure.ts';
import type { TargetWithActual } from './figures.ts';
import { makeResult } from './fixtures/facts.ts';
import { byConcern } from './targets.ts';

const actual = (value: number): Figure => ({
  ...missingFigure('not-reported'),
  value,
  missing: null,
  resultCount: 1,
});

function pair(
  id: string,
  periodEnd: string | null,
  reported: number | null,
  denominator: number | null = null,
) {
  const target = makeResult(id, 'P', 100, { kind: 'target', periodEnd, denominator });
  return {
    target,
    combineTime: 'sum' as const,
    actual: reported === null ? missingFigure('not-reported') : actual(reported),
  };
}

it('targets that ended and are not reached come first, then those that end last', () => {
  const pairs: readonly TargetWithActual[] = [
    pair('in force', '2018-12-31', 5),
    pair('reached', '2016-12-31', 100),
    pair('ended long ago', '2010-12-31', null),
    pair('a pair that is reported', '2016-06-30', 1, 4),
    pair('without an end', null, null),
    pair('short of it', '2017-05-31', 99),
    pair('ends with the cut-off', '2017-06-30', 0),
  ];
  expect(pairs.toSorted(byConcern('2017-06-30')).map(({ target }) => target.id)).toEqual([
    'short of it',
    'ended long ago',
    'in force',
    'ends with the cut-off',
    'reached',
    'a pair that is reported',
    'without an end',
  ]);
});
