import type { RowStatus } from '../database/columns.ts';
import { countFates, fateOf } from './approval.ts';

const stored = (value: number, status: RowStatus) => ({ row: { value }, status });

it.each([
  ['a new row, to be approved', 22, undefined, true, 'inserted'],
  ['a new draft', 22, undefined, false, 'inserted'],
  ['what is approved and the same', 22, stored(22, 'approved'), true, 'unchanged'],
  ['what is approved and the same, as a draft', 22, stored(22, 'approved'), false, 'unchanged'],
  ['what is approved and differs', 23, stored(22, 'approved'), true, 'updated'],
  ['what is approved and differs, as a draft', 23, stored(22, 'approved'), false, 'refused'],
  ['a draft that is the same', 22, stored(22, 'draft'), false, 'unchanged'],
  ['a draft that is the same, to be approved', 22, stored(22, 'draft'), true, 'updated'],
  ['a returned row that differs', 23, stored(22, 'returned'), false, 'updated'],
] as const)('%s', (_what, value, before, approve, fate) => {
  expect(fateOf({ value }, before, approve)).toBe(fate);
});

it('fates are counted', () => {
  expect(countFates(['inserted', 'updated', 'inserted', 'unchanged'])).toEqual({
    inserted: 2,
    updated: 1,
    unchanged: 1,
  });
});
