import type { TimelineBar } from '../../core/chart/chart-spec.ts';
import { elementsOf, readSvg } from '../fixtures/read-svg.ts';
import { timelineOf } from '../fixtures/specs.ts';
import { drawChart } from '../index.ts';
import { PALETTES } from '../palette.ts';
import { dayNumber, timeScale, yearTicks } from './time-scale.ts';

const { light } = PALETTES;
const bar = (key: string, more: Partial<TimelineBar>): TimelineBar => ({
  ...{ key, label: key, state: 'ongoing', from: '2014-01-01', to: '2018-12-31', text: '2014 – 2018' },
  ...more,
});
const draw = (bars: readonly TimelineBar[], width = 760) =>
  readSvg(drawChart(timelineOf(bars), { width, palette: 'light' }));
const fills = (bars: readonly TimelineBar[]) =>
  elementsOf(draw(bars), 'path')
    .filter(({ attributes }) => /z$/.test(attributes.d ?? ''))
    .map(({ attributes }) => attributes.fill);

describe('a time line', () => {
  it('tells what is planned, runs and is over by its fill, as its legend does', () => {
    const bars = [
      bar('a', {}),
      bar('b', { state: 'planned', from: '2018-01-01' }),
      bar('c', { state: 'closed', to: '2016-12-31' }),
    ];
    const three = [light['series-1'], light['chart-surface'], light['chart-context']];
    expect(fills(bars)).toEqual([...three, ...three]);
  });

  it('draws an end without a date as a tip, and says what that means; a known one straight', () => {
    const texts = (bars: readonly TimelineBar[]) => elementsOf(draw(bars), 'text').map(({ text }) => text);
    const open = [bar('a', { to: null })];
    expect(texts(open)).toContain('Pointed end: no date recorded');
    expect(texts([bar('a', {})])).not.toContain('Pointed end: no date recorded');
    const shapes = elementsOf(draw(open), 'path').map(({ attributes }) => attributes.d ?? '');
    // The fourth swatch, and the bar, which reaches the right edge.
    expect(shapes.filter((d) => /L\d/.test(d))).toHaveLength(2);
    expect(shapes.some((d) => d.includes('L760 '))).toBe(true);
  });

  it('shows today where something runs, and not where all is over before', () => {
    const lines = (bars: readonly TimelineBar[]) =>
      elementsOf(draw(bars), 'path').filter(({ attributes }) => attributes['stroke-dasharray'] !== undefined);
    expect(lines([bar('a', {})])).toHaveLength(1);
    expect(lines([bar('a', { state: 'closed', to: '2015-12-31' })])).toHaveLength(0);
  });

  it('has names of one line in low rows where two would be too high', () => {
    const bars = Array.from({ length: 7 }, (_, at) => bar(`${at}`, { label: 'A long name '.repeat(12) }));
    const svg = drawChart(timelineOf(bars), { width: 784, height: 150, palette: 'light', dense: true });
    const names = elementsOf(readSvg(svg), 'text').filter(({ text }) => text.startsWith('A long name'));
    expect(names).toHaveLength(7);
    // Legend 24, today 18, seven rows of 16, years 22.
    expect(svg).toContain('height="176"');
  });

  it('has a long name whole, in two lines, where there is room for them', () => {
    const words = 'A long name '.repeat(9).trim();
    const bars = Array.from({ length: 7 }, (_, at) => bar(`${at}`, at === 3 ? { label: words } : {}));
    const svg = drawChart(timelineOf(bars), { width: 784, height: 150, palette: 'light', dense: true });
    const texts = elementsOf(readSvg(svg), 'text').map(({ text }) => text);
    expect(texts.join(' ')).toContain(words);
    // One row of two lines of 13 with 4 above and below, in place of one of 16.
    expect(svg).toContain('height="194"');
  });

  it('gives names more of the width where with two lines they would be too high', () => {
    const words = 'Réseau interaméricain pour le développement et la professionnalisation de la police';
    const bars = Array.from({ length: 7 }, (_, at) => bar(`${at}`, { label: `${words} ${at}` }));
    const svg = drawChart(timelineOf(bars), { width: 784, height: 120, palette: 'light', dense: true });
    const texts = elementsOf(readSvg(svg), 'text').map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('Réseau'))).toEqual(bars.map(({ label }) => label));
    // Seven rows of one line.
    expect(svg).toContain('height="176"');
  });

  it.each([760, 600, 328])('has names whole on screen, in as many lines as they take, at %i', (width) => {
    const words = 'A name of some length that goes on and on '.repeat(4).trim();
    const svg = readSvg(drawChart(timelineOf([bar('a', { label: words })]), { width }));
    const texts = elementsOf(svg, 'text').map(({ text }) => text);
    expect(texts.join(' ')).toContain(words);
  });

  it('has names whole on paper in two lines, for which they get as much of the width as they take', () => {
    const words = 'Réseau interaméricain pour le développement et la professionnalisation de la police';
    const bars = [bar('a', { label: words }), bar('b', {})];
    const svg = drawChart(timelineOf(bars), { width: 600, palette: 'light', interactive: false });
    const texts = elementsOf(readSvg(svg), 'text').map(({ text }) => text);
    expect(texts.join(' ')).toContain(words);
    // Legend 24, today 18, a row of two lines of 16 with 4 above and below, one of 28, years 22.
    expect(svg).toContain('height="132"');
  });

  it('leads to each programme, row by row', () => {
    const svg = draw([bar('a', { href: '/programs/a' }), bar('b', {})]);
    expect(elementsOf(svg, 'a').map(({ attributes }) => [attributes.href, attributes['aria-label']])).toEqual(
      [['/programs/a', 'a: 2014 – 2018']],
    );
    expect(elementsOf(svg, 'title').map(({ text }) => text)).toEqual(['b: 2014 – 2018']);
  });
});

describe('the scale of a time line', () => {
  it('goes from the first day to the last and to today, with a little air', () => {
    const scale = timeScale(timelineOf([bar('a', { from: '2016-01-01', to: '2017-01-01' })]), 0, 1000);
    // From 1 January 2016 to today, 30 June 2017: 546 days, and 2% of them on either side.
    expect(dayNumber('2017-06-30') - dayNumber('2016-01-01')).toBe(546);
    expect([scale.x(dayNumber('2016-01-01')), scale.x(dayNumber('2017-06-30'))].map(Math.round)).toEqual([
      19, 981,
    ]);
  });

  it.each([
    [760, '2017-01-10', '2017-12-20', ['Apr 2017', 'Jul 2017', 'Oct 2017']],
    [760, '2017-02-10', '2017-04-20', ['Mar 2017', 'Apr 2017']],
    [760, '2016-03-01', '2017-12-20', ['Jul 2016', 'Jan 2017', 'Jul 2017']],
    [760, '2015-03-01', '2017-12-20', ['2016', '2017']],
  ] as const)('names months where years are too few, at %i', (width, from, to, named) => {
    const spec = { ...timelineOf([bar('a', { from, to, state: 'closed' })]), locale: 'en' };
    const texts = elementsOf(readSvg(drawChart(spec, { width })), 'text').map(({ text }) => text);
    expect(texts.filter((text) => /^(\w+ )?20\d\d$/.test(text))).toEqual(named);
  });

  it('names years that have room', () => {
    const scale = timeScale(timelineOf([bar('a', { from: '2001-01-01', to: '2020-12-31' })]), 0, 400);
    // The last day ends where 2021 begins.
    expect(yearTicks(scale, 15).map(({ label }) => label)).toHaveLength(21);
    expect(yearTicks(scale, 35).map(({ label }) => label)).toEqual([
      ...['2002', '2004', '2006', '2008', '2010', '2012', '2014', '2016', '2018', '2020'],
    ]);
  });
});
