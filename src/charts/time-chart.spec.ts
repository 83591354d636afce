import { elementsOf, numberOf, readSvg, type SvgElement, textBox } from './fixtures/read-svg.ts';
import { oneSeries, overTime, point } from './fixtures/specs.ts';
import { drawChart } from './index.ts';
import { overlaps } from './label-placement.ts';
import { PALETTES } from './palette.ts';

const { light } = PALETTES;
const years = (values: readonly (number | null)[]) =>
  values.map((value, index) => point(String(2013 + index), value));

function draw(spec: Parameters<typeof drawChart>[0], width = 720): SvgElement {
  return readSvg(drawChart(spec, { width, palette: 'light', interactive: false }));
}

const texts = (svg: SvgElement) => elementsOf(svg, 'text').map(({ text }) => text);
const columns = (svg: SvgElement) =>
  elementsOf(svg, 'rect').filter(({ attributes }) => attributes.fill === light['series-1']);
const lines = (svg: SvgElement, colour: string) =>
  elementsOf(svg, 'path').filter(
    ({ attributes }) => attributes.stroke === colour && attributes.fill === 'none',
  );

describe('columns over time', () => {
  const svg = draw(overTime('column', oneSeries(years([0, 12, null, 56, 101]))));

  it('stand on one line at zero, as high as their values', () => {
    const tall = columns(svg).filter((column) => numberOf(column, 'height') > 0);
    const perUnit = numberOf(tall.at(-1), 'height') / 101;
    expect(tall.map((column) => Math.round(numberOf(column, 'height') / perUnit))).toEqual([12, 56, 101]);
    const feet = tall.map((column) => Math.round(numberOf(column, 'y') + numberOf(column, 'height')));
    expect(new Set(feet).size).toBe(1);
  });

  it('carry their values, and say where one is missing instead of showing zero', () => {
    expect(texts(svg)).toEqual(expect.arrayContaining(['0', '12', 'not reported', '56', '101']));
    expect(texts(svg).filter((text) => text === 'not reported')).toHaveLength(1);
  });

  it('have an axis from zero in round steps', () => {
    const ticks = elementsOf(svg, 'text').filter(({ attributes }) => attributes['text-anchor'] === 'end');
    expect(ticks.map(({ text }) => text)).toEqual(['0', '50', '100', '150']);
  });

  it('write their axis in the reader’s language and in whole units', () => {
    const money = { style: 'money', currency: 'USD' } as const;
    const spanish = draw(
      overTime('column', oneSeries(years([100_000_000, 400_000_000])), { format: money, locale: 'es' }),
    );
    expect(texts(spanish)).toEqual(expect.arrayContaining(['0\u00a0US$', '4\u00a0M\u00a0US$']));
    const few = draw(overTime('column', oneSeries(years([1, 2]))));
    const ticks = elementsOf(few, 'text').filter(({ attributes }) => attributes['text-anchor'] === 'end');
    expect(ticks.map(({ text }) => text)).toEqual(['0', '1', '2']);
  });

  it('have no halves between whole numbers, and the value of the one that reaches the top', () => {
    const format = { style: 'number', maximumFractionDigits: 2 } as const;
    const said = texts(draw(overTime('column', oneSeries(years([2, 1])), { format })));
    // On the axis and above the column.
    expect(said.filter((text) => text === '2')).toHaveLength(2);
    expect(said).not.toContain('0.5');
    expect(texts(draw(overTime('column', oneSeries(years([1.5, 1])), { format })))).toContain('0.5');
  });

  it('write no value on another column', () => {
    const said = ['US$ 568,2 mil', 'US$ 1,1 mi', 'US$ 1,4 mi', 'US$ 431,2 mil'];
    const points = [568_200, 1_100_000, 1_400_000, 431_200].map((value, at) =>
      point(String(2014 + at), value, { valueLabel: said[at] ?? '' }),
    );
    const narrow = draw(overTime('column', oneSeries(points)), 300);
    const values = elementsOf(narrow, 'text').filter(({ text }) => /mil?$/.test(text));
    // The greatest at least is said.
    expect(values.map(({ text }) => text)).toContain('US$ 1,4 mi');
    const boxes = columns(narrow).map((column) => {
      const [left, top] = [numberOf(column, 'x'), numberOf(column, 'y')];
      return {
        left,
        top,
        right: left + numberOf(column, 'width'),
        bottom: top + numberOf(column, 'height'),
      };
    });
    expect(boxes).toHaveLength(4);
    for (const value of values) {
      const box = textBox(value);
      expect([value.text, boxes.some((other) => overlaps(other, box))]).toEqual([value.text, false]);
    }
  });

  it('have every place named whole where there are few, in several lines if need be', () => {
    const three = [point('2015', 7), point('2016', 9), point('p', 8, { label: '2017 jusqu’au 30 juin' })];
    const said = texts(draw(overTime('column', oneSeries(three)), 300));
    expect(said.slice(0, 4)).toEqual(['2015', '2016', '2017 jusqu’au', '30 juin']);
  });

  it('leave the currency to the axis where their values would not all have room with it', () => {
    const money = { style: 'money', currency: 'USD' } as const;
    const amount = (key: string, value: number, valueLabel: string) => point(key, value, { valueLabel });
    const close = [
      amount('2015', 8_530_000, 'US$\u00a085,3\u00a0mil'),
      amount('2016', 9_300_000, 'US$\u00a093\u00a0mil'),
      amount('2017', 7_670_000, 'US$\u00a076,7\u00a0mil'),
    ];
    const spec = overTime('column', oneSeries(close), { format: money, locale: 'pt-BR' });
    expect(texts(draw(spec))).toEqual(expect.arrayContaining(close.map(({ valueLabel }) => valueLabel)));
    expect(texts(draw(spec, 260))).toEqual(
      expect.arrayContaining(['85,3\u00a0mil', '93\u00a0mil', '76,7\u00a0mil']),
    );
  });

  it('stand for missing with a dash, and say what it means, where the words do not fit', () => {
    const many = draw(
      overTime('column', oneSeries(years(Array.from({ length: 30 }, (_, i) => (i === 9 ? null : i))))),
    );
    expect(texts(many).filter((text) => text === '–')).toHaveLength(2);
    expect(texts(many).filter((text) => text === 'not reported')).toHaveLength(1);
  });
});

describe('lines over time', () => {
  it('break at a missing value', () => {
    const svg = draw(overTime('line', oneSeries(years([10, 20, null, 40, 50]))));
    const line = lines(svg, light['series-1'])
      .map(({ attributes }) => attributes.d)
      .join('');
    expect(line.match(/M/g)).toHaveLength(2);
    expect(elementsOf(svg, 'circle')).toHaveLength(4);
  });

  it('start from zero and rise with their values', () => {
    const svg = draw(overTime('line', oneSeries(years([50, 100]))));
    const [low, high] = elementsOf(svg, 'circle').map((dot) => numberOf(dot, 'cy'));
    const zero = elementsOf(svg, 'text').find(({ text }) => text === '0');
    const base = (textBox(zero ?? svg).top + textBox(zero ?? svg).bottom) / 2;
    expect((base - (high ?? 0)) / (base - (low ?? 0))).toBeCloseTo(2, 1);
  });

  it('have their name and last value at their end, and marks of different shapes', () => {
    const svg = draw(
      overTime('line', [
        { key: 'c', label: 'Commitments', points: years([10, 20, 30]) },
        { key: 'd', label: 'Disbursements', points: years([5, 15, null]) },
      ]),
    );
    expect(texts(svg)).toEqual(expect.arrayContaining(['Commitments 30', 'Disbursements 15']));
    expect(elementsOf(svg, 'circle').every(({ attributes }) => attributes.fill === light['series-1'])).toBe(
      true,
    );
    const squares = elementsOf(svg, 'rect').filter(({ attributes }) => attributes.fill === light['series-2']);
    // Two points, and the mark beside the name.
    expect(squares).toHaveLength(3);
  });

  it('move the names into a legend where there is no room at the ends', () => {
    const points = years([10, 20]);
    const svg = draw(
      overTime('line', [
        { key: 'c', label: 'Commitments', points },
        { key: 'd', label: 'Disbursements', points },
      ]),
      300,
    );
    expect(texts(svg)).toEqual(expect.arrayContaining(['Commitments', 'Disbursements']));
    // Its shape is in the legend too: two points and a swatch.
    expect(
      elementsOf(svg, 'rect').filter(({ attributes }) => attributes.fill === light['series-2']),
    ).toHaveLength(3);
  });

  it('dash a target', () => {
    const svg = draw(
      overTime('line', [
        { key: 'target', label: 'Target', points: years([10, 20]) },
        ...oneSeries(years([5, 6])),
      ]),
    );
    const dashed = lines(svg, light['series-1']).filter(
      ({ attributes }) => attributes['stroke-dasharray'] === '5 4',
    );
    expect(dashed.length).toBeGreaterThan(0);
    expect(
      elementsOf(svg, 'circle').some(({ attributes }) => attributes.fill === light['chart-surface']),
    ).toBe(true);
  });

  it('show a value that stands alone', () => {
    const svg = draw(
      overTime('line', oneSeries(years(Array.from({ length: 90 }, (_, i) => (i === 40 ? 7 : null))))),
    );
    expect(elementsOf(svg, 'circle')).toHaveLength(1);
  });

  it('draw nothing but do not fail where there is nothing to draw', () => {
    for (const series of [[], oneSeries([]), oneSeries(years([null, null]))]) {
      expect(lines(draw(overTime('line', series)), light['series-1'])).toEqual([]);
    }
  });
});
