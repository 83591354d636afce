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

// Of 298 pixels 23 stand above it, its head takes 68.5 and each row of one line 27.7: seven, one of which is the total.
it.each([
  [6, null, 'whole'],
  [7, null, 'ends'],
  // Below the heading of its section, which takes 72, five; with 23 pixels between, four.
  [4, 0, 'whole'],
  [5, 0, 'ends'],
  [3, 23, 'whole'],
  [4, 23, 'ends'],
  // Of three, the first two and the last two are all of them: it goes on after two, and its last stays with the total.
  [3, 60, 'start'],
  [2, 90, 'head'],
] as const)(
  'a table of %i rows and a total, %j pixels below the heading of its section, keeps: %s',
  (rows, above, kept) => {
    expect(keptRows(table(rows), above)).toBe(kept);
  },
);

it('keeps its last rows together as far as two and the total are no more than a third of a sheet', () => {
  // A column of 216 pixels holds two of these words in a line. Of three lines, two rows with the head have 198.7 pixels, and
  // with the total 157.9; of eleven, 497.9 and 457.1.
  const long = (words: number) => table(20, { name: 'Programme '.repeat(words).trim() });
  expect(keptRows(long(6), null)).toBe('ends');
  expect(keptRows(long(22), null)).toBe('head');
  // Of six, 310.9 and 270.1: the head is too much.
  expect(keptRows(long(12), null)).toBe('end');
});
