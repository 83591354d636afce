import fc from 'fast-check';
import { CONDITIONS } from '../sending.ts';
import { conditionHolds } from './conditions.ts';
import { saysNothingNew } from './nothing-new.ts';
import type { FrozenRow, Snapshot } from './snapshot.ts';

const block = (rows: Readonly<Record<string, FrozenRow>>) => ({ illustrative: false, rows, total: null });

/** 200 officials to date, a rate of 3 in 4, 1,000.00 dollars disbursed; one target late, one on track; three gaps. */
const may: Snapshot = {
  rules: 2,
  report: 'portfolio',
  period: '2017-05',
  cutOff: '2017-05-31',
  pillar: null,
  country: null,
  donor: null,
  blocks: {
    indicators: block({
      'officials-trained': { to_date: 200, to_date_denominator: null, in_period: 5 },
      'share-reached': { to_date: 3, to_date_denominator: 4, in_period: null },
    }),
    'funding-stages': block({ disbursement: { amount: 100_000 } }),
    targets: block({
      a: { target: 100, actual: 10, standing: 'late' },
      b: { target: 50, actual: 30, standing: 'on-track' },
    }),
  },
  gaps: { 'no-results': 3 },
};
const june = (change: Partial<Snapshot>): Snapshot => ({ ...may, period: '2017-06', ...change });
const withBlock = (id: string, rows: Readonly<Record<string, FrozenRow>>) =>
  june({ blocks: { ...may.blocks, [id]: block({ ...may.blocks[id]?.rows, ...rows }) } });
const officials = (to_date: number | null) =>
  withBlock('indicators', { 'officials-trained': { to_date, to_date_denominator: null, in_period: 0 } });

describe('a figure that moved', () => {
  it.each([
    // 5 % of 200 are 10, 10 % are 20.
    [209, []],
    [210, ['moved-5']],
    [219, ['moved-5']],
    [220, ['moved-5', 'moved-10']],
    // Half of it less.
    [100, ['moved-5', 'moved-10', 'moved-25', 'moved-50']],
    [101, ['moved-5', 'moved-10', 'moved-25']],
    // None any more is not zero, and is more than any share.
    [null, ['moved-5', 'moved-10', 'moved-25', 'moved-50']],
  ])('from 200 to %s', (to, expected) => {
    expect(CONDITIONS.filter((condition) => conditionHolds(condition, may, officials(to)))).toEqual(expected);
  });

  it('is a pair by what it comes to', () => {
    const pair = (to_date: number, to_date_denominator: number) =>
      withBlock('indicators', { 'share-reached': { to_date, to_date_denominator, in_period: null } });
    // Six of eight are three of four; seven of eight are a sixth more.
    expect(conditionHolds('moved-5', may, pair(6, 8))).toBe(false);
    expect(conditionHolds('moved-10', may, pair(7, 8))).toBe(true);
    expect(conditionHolds('moved-25', may, pair(7, 8))).toBe(false);
  });

  it('is one that was not there, or was zero, and money too', () => {
    const first = withBlock('indicators', {
      networks: { to_date: 1, to_date_denominator: null, in_period: 1 },
    });
    expect(conditionHolds('moved-50', may, first)).toBe(true);
    const zero = officials(0);
    expect(conditionHolds('moved-50', zero, june({ blocks: zero.blocks }))).toBe(false);
    expect(conditionHolds('moved-50', zero, officials(1))).toBe(true);
    const paid = withBlock('funding-stages', { disbursement: { amount: 125_000 } });
    expect([conditionHolds('moved-25', may, paid), conditionHolds('moved-50', may, paid)]).toEqual([
      true,
      false,
    ]);
  });
});

describe('a target that falls behind', () => {
  const standing = (key: string, is: string) =>
    withBlock('targets', { [key]: { target: 50, actual: 30, standing: is } });

  it.each([
    ['b', 'late', true],
    ['b', 'ended', true],
    ['b', 'reached', false],
    // It was late already, and is over now.
    ['a', 'ended', false],
    ['new', 'late', true],
    ['new', 'on-track', false],
  ])('%s is %s now: %s', (key, is, holds) => {
    expect(conditionHolds('target-behind', may, standing(key, is))).toBe(holds);
  });
});

it.each([
  [{ 'no-results': 3 }, false],
  [{ 'no-results': 2 }, false],
  [{ 'no-results': 4 }, true],
  [{ 'no-results': 3, undated: 1 }, true],
  [{}, false],
])('something more is missing with the gaps %j: %s', (gaps, holds) => {
  expect(conditionHolds('gap-opened', may, june({ gaps }))).toBe(holds);
});

it('holds where the rules or the currency are others', () => {
  for (const condition of CONDITIONS) {
    expect(conditionHolds(condition, may, june({ rules: 3 }))).toBe(true);
    expect(conditionHolds(condition, may, june({ currency: 'EUR' }))).toBe(true);
    expect(conditionHolds(condition, may, june({ currency: 'USD' }))).toBe(false);
  }
});

it('holds only where something is new, whatever the figures, but for gaps, which grow by waiting', () => {
  const figure = fc.option(fc.integer({ min: 0, max: 300 }), { nil: null });
  fc.assert(
    fc.property(figure, figure, (was, is) => {
      const [before, now] = [officials(was), june({ blocks: officials(is).blocks })];
      for (const condition of CONDITIONS)
        if (conditionHolds(condition, before, now)) expect(saysNothingNew(before, now)).toBe(false);
    }),
  );
});
