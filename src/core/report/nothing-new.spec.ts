import { saysNothingNew } from './nothing-new.ts';
import type { FrozenRow, Snapshot } from './snapshot.ts';

const block = (rows: Readonly<Record<string, FrozenRow>>) => ({ illustrative: false, rows, total: null });

/** 123 officials to the end of May, five of them in May. */
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
      'officials-trained': { to_date: 123, in_period: 5, in_previous_period: 0, in_period_denominator: null },
    }),
    'funding-stages': block({ disbursement: { amount: 25_650_000 } }),
    'disbursement-transactions-in-period': block({ t1: { amount: 100 } }),
    'results-of-nothing': block({}),
  },
  gaps: { 'no-results': 3 },
};
const without = ({ blocks, ...snapshot }: Snapshot, id: string): Snapshot => {
  const { [id]: _, ...others } = blocks;
  return { ...snapshot, blocks: others };
};
const june = (change: Partial<Snapshot> = {}): Snapshot => ({
  ...without(may, 'results-of-nothing'),
  period: '2017-06',
  cutOff: '2017-06-30',
  ...change,
});
const withBlock = (id: string, rows: Readonly<Record<string, FrozenRow>>): Snapshot =>
  june({ blocks: { ...june().blocks, [id]: block(rows) } });

it('is so where every figure to date is the one that stood there', () => {
  // None of the 123 came in June, five of them in the month before; the transaction of May is listed as one from before.
  const quiet = june({
    blocks: {
      indicators: block({
        'officials-trained': {
          to_date: 123,
          in_period: 0,
          in_previous_period: 5,
          in_period_denominator: null,
        },
      }),
      'funding-stages': block({ disbursement: { amount: 25_650_000 } }),
      'disbursement-transactions-before': block({ t1: { amount: 100 } }),
    },
    gaps: { 'no-results': 4 },
  });
  expect(saysNothingNew(may, quiet)).toBe(true);
});

it.each([
  ['a total moved', withBlock('indicators', { 'officials-trained': { to_date: 124 } })],
  ['a total is told no more', withBlock('indicators', { 'officials-trained': { to_date: null } })],
  [
    'another indicator is reported',
    withBlock('indicators', { 'officials-trained': { to_date: 123 }, 'ports-assessed': { to_date: 0 } }),
  ],
  ['a cent was spent', withBlock('funding-stages', { disbursement: { amount: 25_650_001 } })],
  ['a row is gone', without(june(), 'funding-stages')],
  ['another rule of counting', june({ rules: 3 })],
  ['another currency', june({ currency: 'EUR' })],
])('is not so where %s', (_, now) => {
  expect(saysNothingNew(may, now)).toBe(false);
});

it('is so of amounts in US dollars before and after a currency could be chosen', () => {
  expect(saysNothingNew(may, june({ currency: 'USD' }))).toBe(true);
});
