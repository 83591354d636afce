import type { Block } from '../src/core/report/block.ts';
import { keptRows } from './kept-rows.ts';

const table = (rows: number, { name = 'Chile', total = true } = {}): Block => {
  const row = (key: string, named = name) => ({
    ...{ key, href: null, muted: false },
    cells: [
      { text: named, raw: named },
      { text: '4', raw: 4 },
    ],
  });
  return {
    id: 'results-by-country',
    title: 'Officials trained by country',
    subtitle: 'People, to date',
    chart: null,
    columns: [
      { key: 'country', label: 'Country', numeric: false },
      { key: 'value', label: 'Total', numeric: true },
    ],
    rows: Array.from({ length: rows }, (_, index) => row(`row-${index}`)),
    total: total ? row('total', 'Total') : null,
    notes: [],
    illustrative: false,
  };
};

// Of 296 pixels its head takes 101.1 and each row of one line 27.7: seven, one of which is the total.
it.each([
  [6, null, 'whole'],
  [7, null, 'ends'],
  // 364 less the heading of 82 are 282; with a line between, 263.3, which hold five of them.
  [5, 0, 'whole'],
  [5, 1, 'ends'],
] as const)(
  'a table of %i rows and a total, below %j lines of its section, keeps: %s',
  (rows, above, kept) => {
    expect(keptRows(table(rows), above)).toBe(kept);
  },
);

it('keeps its last rows together as far as two and the total are no more than a third of a sheet', () => {
  // A column of 216 pixels holds two of these words in a line. Of three lines, two rows with the head have 231.3 pixels, and
  // with the total 157.9; of eleven, 530.5 and 457.1.
  const long = (words: number) => table(20, { name: 'Programme '.repeat(words).trim() });
  expect(keptRows(long(6), null)).toBe('ends');
  expect(keptRows(long(22), null)).toBe('head');
  // Of five, 306.1 and 232.7: the head is too much.
  expect(keptRows(long(10), null)).toBe('end');
});
