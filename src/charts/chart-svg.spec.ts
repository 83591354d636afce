import { gzipSync } from 'node:zlib';
import { elementsOf, readSvg } from './fixtures/read-svg.ts';
import { bars, mapOf, officialsByCountry, oneSeries, overTime, point } from './fixtures/specs.ts';
import { chartSvg, drawChart } from './index.ts';

const hostile = '<script>alert("1 & 2")</script>';
const specs = [
  bars(oneSeries(officialsByCountry)),
  overTime('column', oneSeries(officialsByCountry)),
  overTime('line', oneSeries(officialsByCountry)),
  mapOf(officialsByCountry),
];

describe.each(specs)('the SVG of a chart of type $type', (spec) => {
  it('is the same every time, drawn anew or remembered', () => {
    const options = { width: 720 } as const;
    const first = drawChart(spec, options);
    expect(drawChart(structuredClone(spec), options)).toBe(first);
    expect(chartSvg(spec, options)).toBe(first);
    expect(chartSvg(spec, options)).toBe(first);
    expect(chartSvg(spec, { width: 340 })).not.toBe(first);
  });

  it('is well-formed, vector only, and asks for nothing from outside', () => {
    const svg = drawChart(spec, { width: 720 });
    const elements = elementsOf(
      readSvg(svg),
      'svg',
      'image',
      'style',
      'script',
      'foreignObject',
      'pattern',
      'use',
      'text',
    );
    expect(new Set(elements.map(({ name }) => name))).toEqual(new Set(['text']));
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|data:|@import/);
  });

  it('has its size, and no number finer than a hundredth of a pixel', () => {
    const svg = drawChart(spec, { width: 720 });
    const { attributes } = readSvg(svg);
    expect(attributes.viewBox).toBe(`0 0 720 ${attributes.height}`);
    expect(svg).not.toMatch(/\d\.\d{3}/);
  });

  it('follows the page in its colours, or has plain ones for paper', () => {
    expect(drawChart(spec, { width: 720 })).toContain('var(--chart-ink,#1b2330)');
    for (const palette of ['light', 'dark'] as const) {
      expect(drawChart(spec, { width: 720, palette })).not.toContain('var(');
    }
    expect(drawChart(spec, { width: 720, palette: 'dark' })).toContain('#e8ebef');
  });

  it('gives every mark a link where it leads somewhere, else a tooltip; none of them on paper', () => {
    const svg = readSvg(drawChart(spec, { width: 720 }));
    const titles = elementsOf(svg, 'title').map(({ text }) => text);
    expect(titles).toContain('Chile: 4');
    // A link says it already.
    expect(titles).not.toContain('Antigua and Barbuda: about 45');
    const links = elementsOf(svg, 'a').map(({ attributes }) => [attributes.href, attributes['aria-label']]);
    expect(links.toSorted()).toEqual([
      ['/results?country=AG', 'Antigua and Barbuda: about 45'],
      ['/results?country=CR', 'Costa Rica: 37'],
    ]);
    expect(drawChart(spec, { width: 720, interactive: false })).not.toMatch(/<a |<title/);
  });

  it('is not read out twice where every mark is a link that says its value', () => {
    const marks = (points: typeof officialsByCountry) => {
      const own = spec.type === 'map' ? { ...spec, points } : { ...spec, series: oneSeries(points) };
      return elementsOf(readSvg(drawChart(own, { width: 720 })), 'g').find(
        ({ attributes }) => attributes.class === 'chart-marks',
      );
    };
    const linked = officialsByCountry.map((one) => ({ ...one, href: '/results' }));
    expect(marks(linked)?.attributes['aria-hidden']).toBe(spec.type === 'map' ? undefined : 'true');
    expect(marks(officialsByCountry)?.attributes['aria-hidden']).toBeUndefined();
  });

  it('escapes whatever it is given', () => {
    const points = [point('CL', 4, { label: hostile, valueLabel: hostile, href: `/a?b=1&c="${hostile}` })];
    const evil = {
      ...spec,
      id: hostile,
      missingLabel: hostile,
      ...(spec.type === 'map' ? { points } : { series: oneSeries(points, hostile, hostile) }),
    };
    const svg = readSvg(drawChart(evil as typeof spec, { width: 720 }));
    expect(elementsOf(svg, 'script')).toEqual([]);
    expect(elementsOf(svg, 'a')[0]?.attributes['aria-label']).toBe(`${hostile}: ${hostile}`);
    expect(elementsOf(svg, 'a')[0]?.attributes.href).toBe(`/a?b=1&c="${hostile}`);
  });

  it('leads nowhere that runs a script', () => {
    const points = [point('CL', 4, { href: 'javascript:alert(1)' })];
    const evil = { ...spec, ...(spec.type === 'map' ? { points } : { series: oneSeries(points) }) };
    expect(elementsOf(readSvg(drawChart(evil as typeof spec, { width: 720 })), 'a')).toEqual([]);
  });

  it('is small', () => {
    const limit = spec.type === 'map' ? 16_000 : 2_000;
    expect(gzipSync(drawChart(spec, { width: 720 })).length).toBeLessThan(limit);
  });
});
