import { idOf, newIds } from './row-identity.ts';

const idsOf = (
  rows: readonly (readonly (string | number | null)[])[],
  kind = 'result',
  taken: readonly (string | undefined)[] = [],
) => newIds(kind, rows, async (ids) => new Set(ids.filter((id) => taken.includes(id))));

it('the same cells have the same id in every file', async () => {
  // SHA-256 of '["result","MAR",null] 1', its version and variant set.
  expect(await idsOf([['MAR', null]])).toEqual(['2b3dff1e-481f-890e-a1d2-f1028bc57134']);
});

it('rows that are the same are told apart by their order, and by nothing else', async () => {
  const [first, second, third] = await idsOf([['MAR'], ['MAR'], ['MAR']]);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(await idsOf([['CR'], ['MAR'], ['HN'], ['MAR']])).toEqual([
    expect.any(String),
    first,
    expect.any(String),
    second,
  ]);
});

it('no two different rows share an id: nothing is not an empty cell, nor are two cells one', async () => {
  const ids = [
    ...(await idsOf([['a', null], ['a', ''], ['a'], ['a,'], ['a', 'b'], ['ab'], ['1'], [1]])),
    ...(await idsOf([['a']], 'transaction')),
  ];
  expect(new Set(ids).size).toBe(9);
});

it('an id that a figure has is passed over, also where it says something else by now', async () => {
  const [first, second, third] = await idsOf([['MAR'], ['MAR'], ['MAR']]);
  expect(await idsOf([['MAR'], ['MAR']], 'result', [first])).toEqual([third, second]);
  expect(await idsOf([['MAR'], ['MAR']], 'result', [second])).toEqual([first, third]);
});

it('knows an id that is given as a ref, in small letters or capitals', () => {
  expect(idOf('2B3DFF1E-481F-890E-A1D2-F1028BC57134')).toBe('2b3dff1e-481f-890e-a1d2-f1028bc57134');
  expect(idOf('CR-2016-7')).toBeNull();
});
