import { withIds } from './row-identity.ts';

const idsOf = (rows: readonly (readonly (string | number | null)[])[], kind = 'result') =>
  withIds(
    kind,
    rows.map((cells) => ({ cells })),
    ({ cells }) => cells,
  ).map(({ id }) => id);

it('the same cells have the same id in every file', () => {
  // SHA-256 of '["result","MAR",null] 1', its version and variant set.
  expect(idsOf([['MAR', null]])).toEqual(['2b3dff1e-481f-890e-a1d2-f1028bc57134']);
});

it('rows that are the same are told apart by their order, and by nothing else', () => {
  const [first, second, third] = idsOf([['MAR'], ['MAR'], ['MAR']]);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(idsOf([['CR'], ['MAR'], ['HN'], ['MAR']])).toEqual([
    expect.any(String),
    first,
    expect.any(String),
    second,
  ]);
});

it('no two different rows share an id: nothing is not an empty cell, nor are two cells one', () => {
  const ids = [
    ...idsOf([['a', null], ['a', ''], ['a'], ['a,'], ['a', 'b'], ['ab'], ['1'], [1]]),
    ...idsOf([['a']], 'transaction'),
  ];
  expect(new Set(ids).size).toBe(9);
});
