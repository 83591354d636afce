import fc from 'fast-check';
import { circleFrom, parentsFirst } from './parents.ts';

const parents = new Map([
  ['A', 'B'],
  ['B', 'C'],
  ['C', 'A'],
  ['D', 'A'],
  ['E', 'E'],
  ['F', null],
  ['G', 'F'],
  ['H', 'nobody'],
]);

it.each([
  ['A', ['A', 'B', 'C', 'A']],
  ['C', ['C', 'A', 'B', 'C']],
  ['D', null],
  ['E', ['E', 'E']],
  ['F', null],
  ['G', null],
  ['H', null],
])('the way from %s back to itself', (code, way) => {
  expect(circleFrom(code, parents)).toEqual(way);
});

it('parents come first, and what has none keeps its order', () => {
  const rows = [
    { code: 'port', parent: 'country' },
    { code: 'other', parent: null },
    { code: 'country', parent: 'region' },
    { code: 'region', parent: 'stored already' },
  ];
  expect(parentsFirst(rows).map(({ code }) => code)).toEqual(['region', 'country', 'port', 'other']);
});

it('parents come first in whatever order they are given', () => {
  const trees = fc
    .array(fc.nat(), { minLength: 1, maxLength: 12 })
    .map((numbers) =>
      numbers.map((number, i) => ({ code: `${i}`, parent: i === 0 ? null : `${number % i}` })),
    )
    .chain((rows) => fc.shuffledSubarray(rows, { minLength: rows.length }));
  fc.assert(
    fc.property(trees, (rows) => {
      const codes = parentsFirst(rows).map(({ code }) => code);
      expect([...codes].sort()).toEqual(rows.map(({ code }) => code).sort());
      for (const { code, parent } of rows) {
        if (parent !== null) expect(codes.indexOf(parent)).toBeLessThan(codes.indexOf(code));
      }
    }),
  );
});
