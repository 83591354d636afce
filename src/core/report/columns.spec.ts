import type { Block } from './block.ts';
import { sameInAll, toldOnce, withoutColumns } from './columns.ts';

const row = (key: string, ...texts: readonly string[]) => ({
  key,
  href: null,
  muted: false,
  cells: texts.map((text) => ({ text, raw: text })),
});

const block: Block = {
  id: 'pledge-transactions',
  title: '2 transactions',
  subtitle: 'Pledges',
  chart: null,
  columns: ['program', 'place', 'amount'].map((key) => ({ key, label: key, numeric: key === 'amount' })),
  rows: [row('t1', 'TOUR', 'CR', '100'), row('t2', 'TOUR', 'AG', '50')],
  total: row('total', 'Total', '', '150'),
  notes: [],
  illustrative: true,
};

describe('columns of a block', () => {
  it('can be left out, of the total too', () => {
    const narrow = withoutColumns(block, ['program', 'no-such']);
    expect(narrow.columns.map(({ key }) => key)).toEqual(['place', 'amount']);
    expect(narrow.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['CR', '100'],
      ['AG', '50'],
    ]);
    expect(narrow.total?.cells.map(({ text }) => text)).toEqual(['', '150']);
    expect(withoutColumns({ ...block, total: null }, ['program']).total).toBeNull();
  });

  it('say whether they are the same in all rows', () => {
    expect(sameInAll(block, 'program')?.text).toBe('TOUR');
    expect(sameInAll(block, 'place')).toBeNull();
    expect(sameInAll(block, 'no-such')).toBeNull();
    expect(sameInAll({ ...block, rows: [] }, 'program')).toBeNull();
  });

  it('are told once beneath where several rows say the same, with how many of them do', () => {
    const words = (text: string, count: number | null) => (count === null ? text : `${text} (${count})`);
    const three: Block = {
      ...block,
      rows: [row('t1', 'TOUR', 'CR', '100'), row('t2', 'TOUR', 'AG', '50'), row('t3', 'TOUR', 'CR', '1')],
    };
    const told = toldOnce(three, 'place', words);
    expect(told.notes).toEqual(['CR (2)']);
    expect(told.rows.map(({ cells }) => cells[1])).toEqual([
      { text: '', raw: 'CR' },
      { text: 'AG', raw: 'AG' },
      { text: '', raw: 'CR' },
    ]);
    const same = toldOnce(three, 'program', words);
    expect(same.notes).toEqual(['TOUR']);
    expect(same.columns.map(({ key }) => key)).toEqual(['place', 'amount']);
    expect(toldOnce(three, 'amount', words)).toBe(three);
  });

  it('are left out where no row says anything', () => {
    const silent = { ...block, rows: [row('t1', 'TOUR', '', '100')] };
    expect(toldOnce(silent, 'place', (text) => text).columns.map(({ key }) => key)).toEqual([
      'program',
      'amount',
    ]);
    // Of a column that it has not, nothing is told.
    expect(toldOnce(block, 'no-such', (text) => text)).toBe(block);
  });
});
