import { z } from 'zod';
import { cell, numberCell, optional, plain, refusal, words } from './cells.ts';
import { optionalText, text } from './given-text.ts';
import { rowsReader } from './read-rows.ts';
import type { Reader } from './reading.ts';

const schema = z.object({ code: plain, value: numberCell, note: optionalText, place: optional(words) });
const NO_NUMBERS = new Set<string>();

/** Reads rows that stand on lines 2, 3, 4, … */
function readAll(rows: readonly Readonly<Record<string, string>>[], reader?: Reader) {
  const read = rowsReader(schema, ['note'], reader);
  return rows.map((cells, index) => read({ line: index + 2, cells, numbers: NO_NUMBERS }));
}

it('rows say what their cells say, and share what equal cells say', () => {
  const [one, two] = readAll([
    { code: 'A', value: '1.5', note: 'Talks', place: '' },
    { code: 'B', value: '1.5', note: 'Talks', place: 'Andes' },
  ]);
  expect(one).toEqual({
    line: 2,
    row: { code: 'A', value: 1.5, note: { en: 'Talks' }, place: null },
    errors: [],
  });
  expect(two?.row).toEqual({ code: 'B', value: 1.5, note: { en: 'Talks' }, place: 'Andes' });
  expect(two?.row?.note).toBe(one?.row?.note);
});

it('a column that the file lacks is not an empty one', () => {
  const [row] = readAll([{ code: 'A', value: '1' }]);
  expect(row?.row).toEqual({ code: 'A', value: 1, note: undefined, place: undefined });
});

it('a text with translations is not taken for the same English without them', () => {
  const rows = readAll([
    { code: 'A', value: '1', note: 'Talks', note_es: 'Charlas' },
    { code: 'A', value: '1', note: 'Talks', note_es: '' },
    { code: 'A', value: '1', note: 'Talks', note_es: 'Pláticas' },
  ]);
  expect(rows.map(({ row }) => row?.note)).toEqual([
    { en: 'Talks', es: 'Charlas' },
    { en: 'Talks', es: '' },
    { en: 'Talks', es: 'Pláticas' },
  ]);
});

it('the same wrong cell is refused on each of its lines, the columns in their order', () => {
  const read = rowsReader(z.object({ code: plain, title: text, value: numberCell }), ['title'], undefined);
  const refused = [
    { code: '', title: '', title_es: '', value: 'x' },
    { code: 'A', title: '', title_es: 'Charlas', value: 'x' },
  ].map((cells, index) => read({ line: index + 2, cells, numbers: NO_NUMBERS }).errors);
  expect(refused.map((errors) => errors.map(({ line, column, code }) => [line, column, code]))).toEqual([
    [
      [2, 'code', 'CELL.EMPTY'],
      [2, 'title', 'TEXT.MISSING'],
      [2, 'value', 'CELL.NOT_A_NUMBER'],
    ],
    [[3, 'value', 'CELL.NOT_A_NUMBER']],
  ]);
});

it('what a reader refuses comes before what the schema refuses, and is not said twice', () => {
  const reader = { cells: { value: () => refusal('CELL.STRANGE', 'Strange.', 'Mend it.') } };
  const [row] = readAll([{ code: '', value: 'x' }], reader);
  expect(row?.errors.map(({ column, code }) => [column, code])).toEqual([
    ['value', 'CELL.STRANGE'],
    ['code', 'CELL.EMPTY'],
  ]);
});

it('a cell that a spreadsheet holds as a number is not taken for the same text', () => {
  const seen: boolean[] = [];
  const reader = {
    cells: {
      value: (text: string, isNumber: boolean) => {
        seen.push(isNumber);
        return text;
      },
    },
  };
  const read = rowsReader(schema, ['note'], reader);
  const cells = { code: 'A', value: '1.000' };
  for (const numbers of [NO_NUMBERS, new Set(['value']), NO_NUMBERS, new Set(['value'])]) {
    read({ line: 2, cells, numbers });
  }
  // Each of the two once.
  expect(seen).toEqual([false, true]);
});

it('cells beyond those that are remembered are read as they are', () => {
  const asked = { count: 0 };
  const counting = z.object({
    code: cell((text) => {
      asked.count += 1;
      return text;
    }),
  });
  const read = rowsReader(counting, [], undefined);
  for (let round = 0; round < 2; round += 1) {
    for (let row = 0; row < 6_000; row += 1) {
      const code = `C${row}`;
      expect(read({ line: row + 2, cells: { code }, numbers: NO_NUMBERS }).row).toEqual({ code });
    }
  }
  // 5,000 are remembered: the last thousand are read in both rounds.
  expect(asked.count).toBe(7_000);
});
