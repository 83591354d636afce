import type { Block } from './block.ts';
import { severalBlocks } from './several-blocks.ts';

function makeBlock(id: string, values: Readonly<Record<string, number>>, notes: readonly string[]): Block {
  return {
    id,
    title: id,
    subtitle: '',
    chart: null,
    columns: [
      { key: 'label', label: 'Name', numeric: false },
      { key: 'value', label: 'Value', numeric: true },
    ],
    rows: Object.entries(values).map(([key, value]) => ({
      key,
      href: null,
      muted: false,
      cells: [
        { text: key, raw: key },
        { text: String(value), raw: value },
      ],
    })),
    total: null,
    notes,
    illustrative: false,
  };
}

const blocks = [
  makeBlock('countries', { CL: 4, CR: 37, DO: 15 }, ['Twice.', 'Of countries.']),
  makeBlock('regions', { north: 1, south: 90 }, ['Twice.']),
];
const request = { descending: false, limit: 50, compare: (a: string, b: string) => a.localeCompare(b) };
const keysOf = (found: ReturnType<typeof severalBlocks>) =>
  found.blocks.map(({ id, rows }) => [id, ...rows.map(({ key }) => key)]);

describe('severalBlocks', () => {
  it('keeps each block apart, in any order: a region is never among countries', () => {
    const found = severalBlocks(blocks, { ...request, column: 'value', descending: true });
    expect(keysOf(found)).toEqual([
      ['countries', 'CR', 'DO', 'CL'],
      ['regions', 'south', 'north'],
    ]);
  });

  it('goes from one into the next, page by page', () => {
    const first = severalBlocks(blocks, { ...request, limit: 2 });
    expect(keysOf(first)).toEqual([['countries', 'CL', 'CR']]);
    expect(first.shown).toMatchObject({ first: 1, last: 2, total: 5, next: 'CR' });
    const second = severalBlocks(blocks, { ...request, limit: 2, cursor: 'CR' });
    expect(keysOf(second)).toEqual([
      ['countries', 'DO'],
      ['regions', 'north'],
    ]);
    expect(second.shown).toMatchObject({ first: 3, last: 4, next: 'north' });
  });

  it('says a caution once', () => {
    const { blocks: shown } = severalBlocks(blocks, request);
    expect(shown.map(({ notes }) => notes)).toEqual([['Of countries.'], ['Twice.']]);
  });
});
