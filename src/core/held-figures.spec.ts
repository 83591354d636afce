import { makeResult } from './fixtures/facts.ts';
import { unmarkedParts } from './held-figures.ts';

const above = (program: string) => ({ 'TOUR-CR': ['TOUR'], TOUR: ['ALL'] })[program] ?? [];
const half = { place: 'CR', periodStart: '2017-01-01', periodEnd: '2017-06-30' } as const;
const idsOf = (...figures: Parameters<typeof unmarkedParts>[0]) =>
  unmarkedParts(figures, above).map(({ whole, part }) => `${part.id} in ${whole.id}`);

it('a figure of a programme may hold one of its own activity', () => {
  const whole = makeResult('whole', 'TOUR', 100, half);
  const part = makeResult('part', 'TOUR-CR', 60, { ...half, periodStart: '2017-06-30' });
  expect(idsOf(part, whole)).toEqual(['part in whole']);
  expect(idsOf(part, makeResult('sister', 'TOUR-AG', 100, half))).toEqual([]);
  expect(idsOf({ ...part, place: 'CO' }, whole)).toEqual([]);
  expect(idsOf({ ...part, kind: 'target' }, whole)).toEqual([]);
  expect(idsOf({ ...part, indicator: 'other' }, whole)).toEqual([]);
  expect(idsOf({ ...part, periodStart: '2017-07-01', periodEnd: '2017-07-31' }, whole)).toEqual([]);
});

it('what is marked is settled', () => {
  const whole = makeResult('whole', 'TOUR', 100, half);
  expect(idsOf(makeResult('part', 'TOUR-CR', 60, { ...half, partOf: 'whole' }), whole)).toEqual([]);
});

it('undated figures meet each other, and no dated one', () => {
  const undated = { place: 'CR', periodEnd: null, datePrecision: 'none' } as const;
  const part = makeResult('part', 'TOUR-CR', 60, undated);
  expect(idsOf(part, makeResult('whole', 'TOUR', 100, undated))).toEqual(['part in whole']);
  expect(idsOf(part, makeResult('whole', 'TOUR', 100, half))).toEqual([]);
});
