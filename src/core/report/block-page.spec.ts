import type { Block, BlockRow } from './block.ts';
import { blockRows } from './block-page.ts';

const row = (key: string, name: string, value: number | `${number}` | null): BlockRow => ({
  key,
  href: null,
  muted: false,
  cells: [
    { text: name, raw: name },
    { text: String(value ?? ''), raw: value },
  ],
});

const block: Pick<Block, 'columns' | 'rows'> = {
  columns: [
    { key: 'label', label: 'Country', numeric: false },
    { key: 'value', label: 'Total', numeric: true },
  ],
  rows: [
    row('CR', 'Costa Rica', 9),
    row('BR', 'Brasil', '9007199254740993'),
    row('PA', 'Panamá', null),
    row('AG', 'Antigua', 10),
  ],
};

const keys = (request: Partial<Parameters<typeof blockRows>[1]>) =>
  blockRows(block, {
    descending: false,
    limit: 10,
    compare: (a, b) => (a < b ? -1 : 1),
    ...request,
  }).rows.map(({ key }) => key);

describe('a page of a block', () => {
  it('keeps the order of the block where none is asked for', () => {
    expect(keys({})).toEqual(['CR', 'BR', 'PA', 'AG']);
    expect(keys({ limit: 2, cursor: 'BR' })).toEqual(['PA', 'AG']);
  });

  it('orders numbers by what they are, at any size, and leaves what is missing to the end', () => {
    expect(keys({ column: 'value' })).toEqual(['CR', 'AG', 'BR', 'PA']);
    expect(keys({ column: 'value', descending: true })).toEqual(['BR', 'AG', 'CR', 'PA']);
  });

  it('orders words as the reader does', () => {
    expect(keys({ column: 'label' })).toEqual(['AG', 'BR', 'CR', 'PA']);
  });

  it('finds rows by words without accents, or by code', () => {
    expect(keys({ search: 'PANAMA' })).toEqual(['PA']);
    expect(keys({ search: 'rica costa' })).toEqual(['CR']);
    expect(keys({ search: 'br' })).toEqual(['BR']);
    expect(keys({ search: 'nowhere' })).toEqual([]);
  });
});
