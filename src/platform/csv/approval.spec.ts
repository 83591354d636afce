import type { RowStatus } from '../database/columns.ts';
import { countFates, fateOf, reasonAfter, statusAfter } from './approval.ts';

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
  const status = statusAfter(null, before?.status, { approve });
  expect(fateOf({ value }, before, status, approve)).toBe(fate);
});

it('fates are counted', () => {
  expect(countFates(['inserted', 'updated', 'inserted', 'unchanged'])).toEqual({
    inserted: 2,
    updated: 1,
    unchanged: 1,
  });
});

it.each([
  ['a new row under an import that approves', undefined, undefined, true, false, 'approved'],
  ['a new row of a draft import', undefined, undefined, false, false, 'draft'],
  ['a row that a file of drafts says is approved', 'approved', undefined, false, false, 'draft'],
  ['a row that the file leaves waiting', 'draft', 'draft', true, false, 'draft'],
  ['what is withdrawn, and the file does not say', null, 'withdrawn', true, false, 'withdrawn'],
  ['what was taken back with its import', null, 'withdrawn', true, true, 'approved'],
  ['what the file restores', 'approved', 'withdrawn', true, false, 'approved'],
  ['what the file withdraws', 'withdrawn', 'approved', true, false, 'withdrawn'],
  ['what is approved, in a file of drafts', null, 'approved', false, false, 'approved'],
] as const)('%s', (_what, given, stored, approve, revived, status) => {
  expect(statusAfter(given, stored, { approve, revived })).toBe(status);
});

it.each(['draft', 'returned'] as const)('an approved row does not become %s by a file', (status) => {
  expect(fateOf({ value: 22 }, stored(22, 'approved'), status, true)).toBe('refused');
});

it('a reason goes with what it was the reason of', () => {
  const before = { row: { value: 22, reason: 'Typing error.' }, status: 'approved' as const };
  expect(reasonAfter(undefined, { value: 22, reason: 'Typing error.' }, before, 'approved')).toBe(
    'Typing error.',
  );
  expect(reasonAfter(undefined, { value: 23, reason: 'Typing error.' }, before, 'approved')).toBeNull();
  expect(reasonAfter('Recount.', { value: 23, reason: 'Typing error.' }, before, 'approved')).toBe(
    'Recount.',
  );
  const withdrawn = {
    row: { value: 22, reason: 'Counted twice.' as string | null },
    status: 'withdrawn' as const,
  };
  expect(reasonAfter(undefined, { value: 23, reason: null }, withdrawn, 'withdrawn')).toBe('Counted twice.');
  expect(reasonAfter(undefined, { value: 22, reason: null }, withdrawn, 'approved')).toBeNull();
});
