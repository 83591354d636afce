import { elementsOf, numberOf, readSvg, type SvgElement, textBox } from './fixtures/read-svg.ts';
import { bars, officialsByCountry, oneSeries, point } from './fixtures/specs.ts';
import { drawChart } from './index.ts';
import { PALETTES } from './palette.ts';

const { light } = PALETTES;

function draw(spec: Parameters<typeof drawChart>[0], width = 720): SvgElement {
  return readSvg(drawChart(spec, { width, palette: 'light', interactive: false }));
}

const filled = (svg: SvgElement, colour: string = light['series-1']) =>
  elementsOf(svg, 'rect').filter(({ attributes }) => attributes.fill === colour);
const open = (svg: SvgElement) =>
  elementsOf(svg, 'rect').filter(({ attributes }) => attributes.fill === 'none');
const texts = (svg: SvgElement) => elementsOf(svg, 'text').map(({ text }) => text);
const textAt = (svg: SvgElement, text: string) =>
  elementsOf(svg, 'text').find((element) => element.text === text);

describe('bars beside those of another time', () => {
  const previous = [point('Costa Rica', 30), point('Chile', 22)];
  const now = [point('Costa Rica', 37), point('Chile', 4)];
  const spec = bars([
    { key: 'actual', label: '2017', points: now },
    { key: 'previous', label: '2016', points: previous },
  ]);

  it('are paler, and one place says both', () => {
    const svg = readSvg(drawChart(spec, { width: 720, palette: 'light' }));
    // The swatch of the legend, and two bars.
    expect(filled(svg, light['chart-context'])).toHaveLength(3);
    const titles = elementsOf(svg, 'title').map(({ text }) => text);
    expect(titles).toEqual(['Costa Rica: 37 (2016: 30)', 'Chile: 4 (2016: 22)']);
  });
});

describe('a bar with a goal', () => {
  const [reached, late] = [
    point('A', 120, { goal: 100 }),
    point('B', 50, { goal: 100, expected: 75, baseline: 25 }),
  ];
  const svg = draw(bars(oneSeries([reached, late])));

  it('stands on a pale way to it, whose end is a line, and has its value beyond both', () => {
    const ways = filled(svg, light['chart-line']);
    expect(ways.map((way) => numberOf(way, 'width'))).toHaveLength(2);
    const [first, second] = filled(svg).map((bar) => numberOf(bar, 'width'));
    // 120 and 50 of 100.
    expect((first ?? 0) / numberOf(ways[0], 'width')).toBeCloseTo(1.2, 2);
    expect((second ?? 0) / numberOf(ways[1], 'width')).toBeCloseTo(0.5, 2);
    const goal = numberOf(ways[1], 'x') + numberOf(ways[1], 'width');
    expect(textBox(textAt(svg, '50') as SvgElement).left).toBeGreaterThan(goal);
  });

  it('is pointed at where it should be by now, where that can be said', () => {
    const pointers = elementsOf(svg, 'path').filter(
      ({ attributes }) => attributes.fill === light['chart-ink'] && /Z$/.test(attributes.d ?? ''),
    );
    expect(pointers).toHaveLength(1);
  });

  it('has an open circle where it set out, where that is known', () => {
    const [circle, ...others] = elementsOf(svg, 'circle').filter(
      ({ attributes }) => attributes.stroke === light['chart-ink'],
    );
    expect(others).toEqual([]);
    const way = filled(svg, light['chart-line'])[1];
    expect(numberOf(circle, 'cx')).toBeCloseTo(numberOf(way, 'x') + numberOf(way, 'width') / 4, 1);
  });
});

describe('a bar chart', () => {
  const svg = draw(bars(oneSeries(officialsByCountry)));

  it('draws bars from one line at zero, as long as their values', () => {
    const lengths = filled(svg).map((bar) => numberOf(bar, 'width'));
    const perPerson = (lengths[0] ?? 0) / 45;
    expect(lengths.map((length) => Math.round((length / perPerson) * 100) / 100)).toEqual([45, 37, 15, 4]);
    expect(new Set(filled(svg).map((bar) => numberOf(bar, 'x'))).size).toBe(1);
  });

  it('hatches what is muted instead of filling it', () => {
    const [barbados] = open(svg);
    const perPerson = numberOf(filled(svg)[0], 'width') / 45;
    // The outline is 1.25 wide and lies inside the bar.
    expect(numberOf(barbados, 'width') + 1.25).toBeCloseTo(22 * perPerson, 1);
    const hatching = elementsOf(svg, 'path').find(({ attributes }) => /^M[^M]+M/.test(attributes.d ?? ''));
    expect(hatching?.attributes.stroke).toBe(light['series-1']);
  });

  it('writes every label and every value, each value beside the end of its bar', () => {
    expect(texts(svg).sort()).toEqual(
      [
        ...['Antigua and Barbuda', 'Costa Rica', 'Barbados', 'Dominican Republic', 'Chile'],
        ...['about 45', '37', '22', '15', '4'],
        // Barbados is, and it stands above all what that means.
        'Hatched: not recorded',
      ].sort(),
    );
    filled(svg).forEach((bar, index) => {
      const value = textAt(svg, ['about 45', '37', '15', '4'][index] ?? '');
      expect(numberOf(value, 'x')).toBeCloseTo(numberOf(bar, 'x') + numberOf(bar, 'width') + 6, 1);
    });
  });

  it('uses the whole width: the longest bar and its label end at the right edge', () => {
    expect(textBox(textAt(svg, 'about 45') ?? svg).right).toBeCloseTo(720, 0);
  });

  it('grows with its rows', () => {
    const heights = [1, 5, 20].map((count) => {
      const points = Array.from({ length: count }, (_, index) => point(`k${index}`, index));
      return numberOf(draw(bars(oneSeries(points))), 'height');
    });
    // 28 for each row, 4 above and 4 below.
    expect(heights).toEqual([36, 148, 568]);
  });

  it('tells missing from zero', () => {
    const both = draw(bars(oneSeries([point('a', 10), point('zero', 0), point('none', null)])));
    expect(texts(both)).toEqual(expect.arrayContaining(['0', 'not reported']));
    expect(textAt(both, '0')?.attributes['font-weight']).toBe('600');
    expect(textAt(both, 'not reported')?.attributes.fill).toBe(light['chart-quiet']);
    expect(filled(both).filter((bar) => numberOf(bar, 'width') > 0)).toHaveLength(1);
  });

  it('lets corrections run the other way from the same zero, with room for their label', () => {
    const money = { style: 'money', currency: 'USD' } as const;
    const svgOf = draw(bars(oneSeries([point('a', 400_000), point('b', -100_000)]), { format: money }));
    const [up, down] = filled(svgOf);
    expect(numberOf(down, 'x') + numberOf(down, 'width')).toBeCloseTo(numberOf(up, 'x'), 1);
    expect(numberOf(up, 'width') / numberOf(down, 'width')).toBeCloseTo(4, 1);
    expect(texts(svgOf)).toEqual(expect.arrayContaining(['US$4,000', '−US$1,000']));
  });

  it('draws a target as an outline above its actual, and says which is which', () => {
    const target = { key: 'target', label: 'Target', points: [point('a', 340)] };
    const pair = draw(bars([target, ...oneSeries([point('a', 170)])]));
    // The others are the swatches of the legend.
    const [bar] = open(pair).filter((box) => numberOf(box, 'width') > 10);
    const [actual] = filled(pair).filter((box) => numberOf(box, 'width') > 10);
    expect((numberOf(bar, 'width') + 1.25) / numberOf(actual, 'width')).toBeCloseTo(2, 1);
    expect(numberOf(bar, 'y')).toBeLessThan(numberOf(actual, 'y'));
    expect(texts(pair)).toEqual(expect.arrayContaining(['Target', 'Actual', '340', '170']));
  });

  it('sets rows of the same key side by side even where the series differ, without inventing a value', () => {
    const one = { key: 'one', label: 'One', points: [point('a', 1), point('b', 2)] };
    const two = { key: 'two', label: 'Two', points: [point('b', 3), point('c', 4)] };
    const svgOf = draw(bars([one, two]));
    expect(texts(svgOf).filter((text) => /^[abc]$/.test(text))).toEqual(['a', 'b', 'c']);
    expect(
      texts(svgOf)
        .filter((text) => /^\d$/.test(text))
        .sort(),
    ).toEqual(['1', '2', '3', '4']);
    expect(texts(svgOf)).not.toContain('not reported');
  });

  it('wraps a long label, and on paper cuts its second line; the tooltip has all of it', () => {
    const label =
      'United States Counter-Terrorism Bureau of the Department of State and several other bodies of the same country';
    const spec = bars(oneSeries([point('us', 19, { label })]));
    expect(texts(draw(spec)).join(' ')).toContain(label);
    const dense = readSvg(drawChart(spec, { width: 720, palette: 'light', interactive: false, dense: true }));
    const [first, second] = texts(dense);
    expect(first).toMatch(/^United States Counter-Terrorism/);
    expect(second).toMatch(/…$/);
    const title = elementsOf(readSvg(drawChart(spec, { width: 720 })), 'title');
    expect(title.map(({ text }) => text)).toEqual([`${label}: 19`]);
  });

  it('puts long labels above their bars where the chart is narrow', () => {
    const long = draw(
      bars(oneSeries([point('us', 19, { label: 'United States Counter-Terrorism Bureau' })])),
      340,
    );
    const label = textAt(long, 'United States Counter-Terrorism Bureau');
    expect(textBox(label ?? long).bottom).toBeLessThan(numberOf(filled(long)[0], 'y') + 0.01);
    expect(numberOf(filled(long)[0], 'x')).toBe(1);
  });

  it('never cuts a figure in its digits, however little room there is', () => {
    const money = { style: 'money', currency: 'EUR' } as const;
    const points = [point('income', 45_678_900_000), point('correction', -45_678_900)];
    const values = texts(draw(bars(oneSeries(points), { format: money }), 150)).filter((text) =>
      /\d/.test(text),
    );
    expect(values).toEqual(['€457M', '−€457K']);
  });

  it('draws nothing but does not fail where there is nothing to draw', () => {
    expect(texts(draw(bars([])))).toEqual([]);
    expect(texts(draw(bars(oneSeries([]))))).toEqual([]);
    expect(texts(draw(bars(oneSeries([point('a', null)]))))).toEqual(['a', 'not reported']);
  });
});
