import { renderToString } from 'preact-render-to-string';
import type { BlockRow } from '../../core/report/block.ts';
import { edition } from '../edition.ts';
import { DataTable, type DataTableProps } from './data-table.tsx';
import { isForCards } from './table-layout.ts';

function row(key: string, texts: readonly string[], extra: Partial<BlockRow> = {}): BlockRow {
  return { key, href: null, muted: false, cells: texts.map((text) => ({ text, raw: text })), ...extra };
}

const block: DataTableProps['block'] = {
  id: 'officials',
  title: 'Officials trained by country',
  columns: [
    { key: 'country', label: 'Country', numeric: false },
    { key: 'value', label: 'Value', numeric: true },
  ],
  rows: [
    row('CR', ['Costa Rica', '37'], { href: '/results?country=CR' }),
    row('not-recorded', ['Not recorded', '0'], { muted: true }),
  ],
  total: row('total', ['Total', '37']),
  notes: ['The same person may be counted twice.'],
};

const onScreen = (change: Partial<DataTableProps['block']> = {}) =>
  renderToString(
    <DataTable
      edition={edition('en', 'screen')}
      block={{ ...block, ...change }}
      downloads={{ csv: '/x.csv', xlsx: '/x.xlsx' }}
    />,
  );

describe('DataTable', () => {
  it('names itself, its columns and its rows, and sets numbers to the right', () => {
    expect(onScreen()).toContain(
      '<table><caption id="officials-caption">Officials trained by country</caption>' +
        '<thead><tr><th scope="col">Country</th><th scope="col" class="number">Value</th></tr></thead>' +
        '<tbody><tr><th scope="row">Costa Rica</th>' +
        '<td class="number"><a href="/results?country=CR" aria-label="37, Costa Rica">37</a></td></tr>',
    );
  });

  it('sets what is not recorded apart, and a reported zero as a number', () => {
    expect(onScreen()).toContain(
      '<tr class="row-muted"><th scope="row">Not recorded</th><td class="number">0</td></tr>',
    );
  });

  it('ends a line on paper behind the dash of a span of dates, and of nothing else', () => {
    const columns = [
      { key: 'name', label: 'Name', numeric: false },
      { key: 'period', label: 'Period', numeric: false, holds: 'last-day' },
    ] as const;
    const html = renderToString(
      <DataTable
        edition={edition('en', 'print')}
        block={{ ...block, columns, rows: [row('a', ['North – South', '2015 – June 2017'])], total: null }}
      />,
    );
    expect(html).toContain('<th scope="row">North – South</th>');
    expect(html).toContain(
      '<td><span class="span-part">2015 –</span> <span class="span-part">June 2017</span></td>',
    );
  });

  it('has a total only where there is one', () => {
    expect(onScreen()).toContain(
      '<tr class="row-total"><th scope="row">Total</th><td class="number">37</td></tr>',
    );
    expect(onScreen({ total: null })).not.toContain('row-total');
  });

  it('has rows that can stand by themselves on a telephone, where its figure would be out of sight', () => {
    const columns = [
      { key: 'from', label: 'From', numeric: false },
      { key: 'to', label: 'To', numeric: false },
      { key: 'amount', label: 'Amount', numeric: true },
    ];
    const cells = ['Canada', '', 'US$1.00'].map((text) => ({ text, raw: text }));
    const wide = { columns, rows: [{ key: 'a', href: null, muted: false, cells }], total: null };
    const html = onScreen(wide);
    // Laid out as blocks it is still a table to those who listen; a cell without words has no head to say.
    expect(html).toContain('<table class="cards" role="table">');
    expect(html).toContain(
      '<tr role="row"><th scope="row" role="rowheader">Canada</th><td role="cell"></td>' +
        '<td class="number" role="cell" data-head="Amount">US$1.00</td></tr>',
    );
    expect(isForCards(columns.slice(1))).toBe(false);
    const words = columns.map((column) => ({ ...column, numeric: false }));
    expect([isForCards(words), isForCards([...words, ...words])]).toEqual([false, true]);
    const amount = { ...columns[2], numeric: true, holds: 'money' } as const;
    expect([isForCards([amount]), isForCards([amount, amount])]).toEqual([false, true]);
  });

  it('scrolls in a region that the keyboard reaches, on screen only', () => {
    expect(onScreen()).toContain('role="region" tabindex="0" aria-labelledby="officials-caption"');
    const onPaper = renderToString(
      <DataTable
        edition={edition('en', 'print')}
        block={block}
        downloads={{ csv: '/x.csv', xlsx: '/x.xlsx' }}
      />,
    );
    expect(onPaper).not.toMatch(/role="region"|tabindex|csv/);
    expect(onPaper).toContain('The same person may be counted twice.');
  });

  it('links the name of a row without a number', () => {
    const html = onScreen({
      columns: [{ key: 'title', label: 'Programme', numeric: false }],
      rows: [row('R1540', ['Resolution 1540'], { href: '/programs/R1540' })],
      total: null,
    });
    expect(html).toContain('<th scope="row"><a href="/programs/R1540">Resolution 1540</a></th>');
  });

  it('leads by a name to its page, and by the figure beside it to the rows behind it', () => {
    const costaRica = row('CR', ['Costa Rica', '37'], { href: '/results?country=CR' });
    const [name, figure] = costaRica.cells;
    if (name === undefined || figure === undefined) throw new Error('A row without cells.');
    const html = onScreen({ rows: [{ ...costaRica, cells: [{ ...name, href: '/countries/CR' }, figure] }] });
    expect(html).toContain(
      '<tr><th scope="row"><a href="/countries/CR">Costa Rica</a></th>' +
        '<td class="number"><a href="/results?country=CR" aria-label="37, Costa Rica">37</a></td></tr>',
    );
  });

  it('leads by each of several names to its own page', () => {
    const names = [
      { text: 'Chile (60%)', href: '/countries/CL' },
      { text: 'Nowhere', href: null },
    ];
    const cell = { text: 'Chile (60%), Nowhere', raw: 'CL NO', names };
    const columns = [
      { key: 'title', label: 'Programme', numeric: false },
      { key: 'places', label: 'Places', numeric: false },
    ];
    const rows = [{ ...row('MAR', ['Ports']), cells: [{ text: 'Ports', raw: 'MAR' }, cell] }];
    expect(onScreen({ columns, rows, total: null })).toContain(
      '<th scope="row">Ports</th><td><a href="/countries/CL">Chile (60%)</a>, Nowhere</td>',
    );
  });

  it('escapes whatever the data hold', () => {
    const html = onScreen({ rows: [row('x', ['<b>"&', '1'], { href: '/results?a="><script>' })] });
    expect(html).toContain('<th scope="row">&lt;b>&quot;&amp;</th>');
    expect(html).not.toMatch(/<b>|<script>/);
  });

  it('keeps a short table whole on paper, and lets a long one break', () => {
    expect(onScreen()).toContain('table-short');
    expect(
      onScreen({ rows: Array.from({ length: 13 }, (_, index) => row(`${index}`, ['x', '1'])) }),
    ).not.toContain('table-short');
  });
});
