import { gzipSync } from 'node:zlib';
import { MAPPED_COUNTRIES } from '../../core/chart/americas.ts';
import { elementsOf, numberOf, readSvg, type SvgElement } from '../fixtures/read-svg.ts';
import { mapOf, officialsByCountry, point } from '../fixtures/specs.ts';
import { drawChart } from '../index.ts';
import { PALETTES } from '../palette.ts';

const { light } = PALETTES;
const all = Object.keys(MAPPED_COUNTRIES);

function draw(points: Parameters<typeof mapOf>[0], width = 720): SvgElement {
  return readSvg(drawChart(mapOf(points), { width, palette: 'light' }));
}

/** Shapes with what is said of them: a link says it itself. */
const marks = (svg: SvgElement): readonly SvgElement[] => [
  ...elementsOf(svg, 'path', 'circle').filter(({ children }) => children[0]?.name === 'title'),
  ...elementsOf(svg, 'a').flatMap(({ attributes, children }) =>
    children.map((mark) => ({ ...mark, text: attributes['aria-label'] ?? '' })),
  ),
];
const markOf = (svg: SvgElement, country: string) =>
  marks(svg).find(({ text }) => text.startsWith(`${country}: `));
const texts = (svg: SvgElement) => elementsOf(svg, 'text').map(({ text }) => text.replace('\u00a0', ' '));

describe.each([720, 560, 340, 328])('the map at a width of %i', (width) => {
  const svg = draw(officialsByCountry, width);

  it('draws or circles each of the 35 member states once, and says of each what it has', () => {
    expect(all).toHaveLength(35);
    const titles = marks(svg).map(({ text }) => text);
    expect(titles).toHaveLength(35);
    expect(new Set(titles).size).toBe(35);
    expect(titles).toEqual(
      expect.arrayContaining(['Barbados: 22', 'Canada: not reported', 'Suriname: not reported']),
    );
  });

  it('shows small states as circles that can be seen', () => {
    for (const country of ['Barbados', 'Antigua and Barbuda']) {
      const mark = markOf(svg, country);
      expect(mark?.name).toBe('circle');
      expect(numberOf(mark, 'r')).toBeGreaterThanOrEqual(3);
    }
    expect(markOf(svg, 'Chile')?.name).toBe('path');
  });

  it('writes name and value of every country that has one', () => {
    expect(texts(svg).join('\n')).toContain('about 45');
    const named = texts(svg).join(' ');
    for (const { label, valueLabel, value } of officialsByCountry) {
      expect(named).toContain(label);
      expect(named).toContain(valueLabel ?? String(value));
    }
  });

  it('keeps its bytes down with 35 values as with five', () => {
    const busy = drawChart(mapOf(all.map((key, index) => point(key, index * 7 + 1, { href: `/c/${key}` }))), {
      width,
    });
    expect(gzipSync(busy).length).toBeLessThan(20_000);
  });
});

describe('the map', () => {
  const svg = draw(officialsByCountry);

  it('shades by step: 45 strongest, 4 faintest, and countries without a value like nothing else', () => {
    expect(markOf(svg, 'Antigua and Barbuda')?.attributes.fill).toBe(light['map-5']);
    expect(markOf(svg, 'Costa Rica')?.attributes.fill).toBe(light['map-4']);
    expect(markOf(svg, 'Barbados')?.attributes.fill).toBe(light['map-3']);
    expect(markOf(svg, 'Dominican Republic')?.attributes.fill).toBe(light['map-2']);
    expect(markOf(svg, 'Chile')?.attributes.fill).toBe(light['map-1']);
    expect(markOf(svg, 'Peru')?.attributes.fill).toBe(light['map-none']);
  });

  it('explains its shades, highest first, and what no value looks like', () => {
    const legend = texts(svg).filter((text) => /^\d+–\d+$|^not reported$/.test(text));
    expect(legend).toEqual(['41–50', '31–40', '21–30', '11–20', '1–10', 'not reported']);
  });

  it('tells zero from missing', () => {
    const zero = draw([
      point('CL', 0, { label: 'Chile' }),
      point('BR', 9, { label: 'Brazil' }),
      point('PE', null, { label: 'Peru' }),
    ]);
    expect(markOf(zero, 'Chile')?.text).toBe('Chile: 0');
    expect(markOf(zero, 'Chile')?.attributes.fill).toBe(light['map-1']);
    expect(markOf(zero, 'Peru')?.attributes.fill).toBe(light['map-none']);
    expect(texts(zero)).toEqual(expect.arrayContaining(['Chile 0']));
  });

  it('hatches what is muted, over its shade', () => {
    const hatching = elementsOf(svg, 'path').filter(
      ({ attributes }) => attributes.stroke === light['chart-surface'],
    );
    // Barbados large; the island itself in the first panel is too small for a line. And what it means, in the legend.
    expect(hatching).toHaveLength(2);
    expect(elementsOf(svg, 'text').some(({ text }) => text.startsWith('Hatched'))).toBe(true);
  });

  it('draws no region and no donor’s country, and does not mind them', () => {
    const others = [point('region:caribbean', 6), point('ES', 3), point('constructor', 1)];
    expect(draw([...officialsByCountry, ...others]).text).toBe(svg.text);
  });

  it('names countries without a value in the reader’s language', () => {
    const french = readSvg(
      drawChart(mapOf([], { locale: 'fr', missingLabel: 'non communiqué' }), { width: 720 }),
    );
    expect(marks(french).map(({ text }) => text)).toEqual(expect.arrayContaining(['Pérou: non communiqué']));
  });

  it('takes a country that it draws in both panels as one, with one tooltip and one link', () => {
    const linked = draw([point('HN', 2, { label: 'Honduras', href: '/countries/HN' })]);
    expect(elementsOf(linked, 'a')).toHaveLength(1);
    const shaded = elementsOf(linked, 'path').filter(({ attributes }) => attributes.fill === light['map-3']);
    expect(shaded).toHaveLength(2);
  });
});
