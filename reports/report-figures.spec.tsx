import { renderToString } from 'preact-render-to-string';
import type { ChartPoint } from '../src/core/chart/chart-spec.ts';
import type { Block } from '../src/core/report/block.ts';
import { edition } from '../src/web/edition.ts';
import { Funding, Programs, ReportFigures } from './report-figures.tsx';
import type { ReportFrame } from './report-frame.tsx';
import { Targets } from './report-targets.tsx';

const frame: ReportFrame = {
  edition: edition('en', 'print'),
  stylesheet: '',
  logo: null,
  front: 'masthead',
  organisation: 'Organization',
  report: 'Portfolio report',
  scope: 'All programmes',
  period: 'June 2017',
  subject: 'period',
  title: 'Portfolio report, June 2017',
  cutOff: '2017-06-30',
  known: null,
  knownAt: '30 June 2017 at 23:59 EDT',
  past: null,
  changed: [],
  running: false,
  issue: '486b9423',
  illustrative: false,
  paper: 'a4',
};

function blockOf(id: string, points: readonly ChartPoint[], given: Partial<Block> = {}): Block {
  return {
    id,
    title: `Officials, ${id}`,
    subtitle: 'people, to date',
    chart: {
      type: 'bar',
      id,
      title: id,
      subtitle: '',
      description: 'drawn on screen',
      locale: 'en-GB',
      format: { style: 'number', maximumFractionDigits: 0 },
      series: [{ key: 'actual', label: 'Actual', points }],
      missingLabel: 'not reported',
    },
    columns: [
      { key: 'label', label: 'Country', numeric: false },
      { key: 'value', label: 'Total', numeric: true },
      { key: 'exact', label: 'Exact', numeric: true },
    ],
    rows: points.map(({ key, label, value }) => ({
      key,
      href: null,
      muted: false,
      cells: [
        { text: label, raw: label },
        { text: String(value), raw: value },
        { text: 'exactly', raw: 0 },
      ],
    })),
    total: null,
    notes: [],
    illustrative: false,
    ...given,
  };
}

const point = (key: string, value: number | null, valueLabel?: string): ChartPoint => ({
  key,
  label: key,
  value,
  ...(valueLabel !== undefined && { valueLabel }),
});
const two = [point('AG', 45, 'about 45'), point('CR', 37)];
const first = blockOf('first', []);
const draw = (blocks: readonly Block[], layouts: Parameters<typeof ReportFigures>[0]['layouts'] = {}) =>
  renderToString(<ReportFigures frame={frame} blocks={blocks} layouts={layouts} />);
const classesOf = (html: string) =>
  [...html.matchAll(/class="figures-(\w+)[^"]*"/g)].map(([, layout]) => layout);

describe('figures on paper', () => {
  it('begin with a table, in which each row has its bar, as long as its value is great', () => {
    const html = draw([blockOf('a', [...two, point('BZ', null)])]);
    expect(classesOf(html)).toEqual(['bars']);
    const bars = [...html.matchAll(/<rect x="0" y="0" width="([\d.]+)"/g)].map(([, width]) => Number(width));
    // 37 of 45 of the longest, which is 170 wide: 139.78. What is missing has none.
    expect(bars).toEqual([170, 139.78]);
    expect(html).not.toContain('exactly');
  });

  it('say every value of a chart in its alternative text, as it is written on the mark', () => {
    const html = draw([first, blockOf('a', [...two, point('BZ', null)])], { a: 'half' });
    expect(html).toContain(
      'aria-label="Officials, a. people, to date. AG about 45; CR 37; BZ not reported."',
    );
  });

  it('are a table where a chart would be a single bar', () => {
    const html = draw([blockOf('a', [point('AG', 45)])]);
    expect(html).not.toContain('<svg');
    expect(html).toContain('<table');
  });

  it('warn once of what holds for several', () => {
    const notes = ['The same person may be counted twice.'];
    const html = draw([blockOf('a', two, { notes }), blockOf('b', two, { notes: [...notes, 'Only b.'] })]);
    expect(html.split('counted twice').length - 1).toBe(1);
    expect(html.indexOf('counted twice')).toBeLessThan(html.indexOf('Officials, a'));
    expect(html.indexOf('Only b.')).toBeGreaterThan(html.indexOf('Officials, b'));
  });

  it('stand two in a row, the longest beside each other, and one that is left takes the row', () => {
    const blocks = [
      first,
      blockOf('a', two),
      blockOf('b', [...two, point('CL', 4)]),
      blockOf('c', [...two, point('CL', 4), point('BB', 22)]),
    ];
    const html = draw(blocks, { a: 'half', b: 'half', c: 'half' });
    expect(classesOf(html)).toEqual(['bars', 'half', 'whole']);
    expect([...html.matchAll(/<h3[^>]*>Officials, (\w+)/g)].map(([, id]) => id)).toEqual([
      'first',
      'c',
      'b',
      'a',
    ]);
  });

  it('are tables where a chart would take more than a third of a sheet', () => {
    const many = Array.from({ length: 11 }, (_, index) => point(`P${index}`, index + 1));
    const layouts = { a: 'half', b: 'half' } as const;
    // Eleven rows are 202 high on Letter, with their heading 271, of at most 285.
    expect(classesOf(draw([first, blockOf('a', many), blockOf('b', two)], layouts))).toEqual([
      'bars',
      'half',
    ]);
    const more = Array.from({ length: 20 }, (_, index) => point(`P${index}`, index + 1));
    expect(classesOf(draw([first, blockOf('a', more), blockOf('b', two)], layouts))).toEqual([
      'bars',
      'bars',
      'whole',
    ]);
  });

  it('show the rows that lead, and say of a list how many of how many', () => {
    const short = { rows: blockOf('a', two).rows, all: 40 };
    const html = draw([blockOf('a', two, { short, chart: null })]);
    expect(html).toContain('2 of 40 are shown here.');
  });

  it('say beside their unit that they are made up', () => {
    expect(draw([blockOf('a', two, { illustrative: true })])).toContain('people, to date · illustrative');
  });
});

describe('a list of programmes', () => {
  const listed = (names: readonly string[]) =>
    renderToString(
      <Programs
        edition={edition('en', 'print')}
        block={blockOf(
          'programs',
          names.map((name) => point(name, 1)),
          { chart: null, subtitle: '' },
        )}
      />,
    );

  it('begins with two rows on a page, unless they are so high that they would leave a hole', () => {
    expect(listed(['One', 'Two', 'Three'])).toContain('class="table-programs kept-start"');
    expect(listed(['One', 'A long name '.repeat(11)])).toContain('class="table-programs"');
  });
});

describe('a section without figures', () => {
  it('says so in a line', () => {
    const none = blockOf('targets', [], { title: 'No target recorded', chart: null });
    expect(renderToString(<Targets frame={frame} targets={none} />)).toBe(
      '<p class="quiet">No target recorded.</p>',
    );
    expect(renderToString(<Funding frame={frame} blocks={[none]} />)).toBe(
      '<p class="quiet">No amount recorded.</p>',
    );
  });
});
