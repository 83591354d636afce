import fc from 'fast-check';
import { MAPPED_COUNTRIES } from '../core/chart/americas.ts';
import type { BarChartSpec, ChartPoint, ChartSpec } from '../core/chart/chart-spec.ts';
import { LANGUAGES } from '../core/text.ts';
import { elementsOf, numberOf, readSvg, textBox } from './fixtures/read-svg.ts';
import { bars, mapOf, officialsByCountry, overTime } from './fixtures/specs.ts';
import { drawChart } from './index.ts';
import { overlaps } from './label-placement.ts';

/** Rounding to hundredths, and the light that letters throw beyond their advance. */
const TOLERANCE = 0.6;

/** Says which texts leave the picture or touch another text; nothing where all is well. */
function faults(spec: ChartSpec, width: number): readonly string[] {
  const svg = readSvg(drawChart(spec, { width, palette: 'light', interactive: false }));
  const height = numberOf(svg, 'height');
  const texts = elementsOf(svg, 'text').map((element) => ({ text: element.text, box: textBox(element) }));
  const outside = texts.filter(
    ({ box }) =>
      box.left < -TOLERANCE ||
      box.right > width + TOLERANCE ||
      box.top < -TOLERANCE ||
      box.bottom > height + TOLERANCE,
  );
  const inner = ({ left, top, right, bottom }: (typeof texts)[number]['box']) => ({
    left: left + TOLERANCE,
    top: top + TOLERANCE,
    right: right - TOLERANCE,
    bottom: bottom - TOLERANCE,
  });
  const touching = texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter((other) => overlaps(inner(one.box), inner(other.box)))
      .map((other) => `${one.text} × ${other.text}`),
  );
  // A clip is written only where it cuts something (svg-shapes).
  const cut = elementsOf(svg, 'clipPath').map(() => 'a label is clipped');
  return [
    ...outside.map(({ text, box }) => `${text} leaves the picture: ${JSON.stringify(box)}`),
    ...touching,
    ...cut,
  ];
}

const WORDS = [
  'United',
  'Counter-Terrorism',
  'Bureau',
  'Ünïon',
  'of',
  'São',
  'Tomé',
  'i',
  'Wwww',
  '2017',
  'Développement',
];
const label = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 })
  .map((words) => words.join(' '));
const value = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 500 }),
  fc.integer({ min: -50_000, max: 9_000_000 }),
  fc.constantFrom(0, 1, 200_000, 123_456_789_012),
);
const point = (index: number): fc.Arbitrary<ChartPoint> =>
  fc.record(
    {
      key: fc.constant(`k${index}`),
      label,
      value,
      muted: fc.boolean(),
      valueLabel: fc.constantFrom('about 45', '22 (undated)', '1 234 567 US$'),
    },
    { requiredKeys: ['key', 'label', 'value'] },
  );
const series = (most: number): fc.Arbitrary<BarChartSpec['series']> =>
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: most })).chain(([count, length]) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, number) =>
        fc.record({
          key: fc.constantFrom('target', `s${number}`),
          label,
          points: fc.tuple(...Array.from({ length }, (__, index) => point(index))),
        }),
      ),
    ),
  );
const frame = {
  locale: fc.constantFrom(...LANGUAGES),
  format: fc.constantFrom(
    { style: 'number', maximumFractionDigits: 0 } as const,
    { style: 'number', maximumFractionDigits: 2 } as const,
    { style: 'money', currency: 'USD' } as const,
  ),
};
const width = fc.constantFrom(300, 328, 340, 480, 560, 672, 720, 760);
/** Drawing and measuring a picture takes its time: a few here, many where nobody waits. */
const runs = { numRuns: process.env.CI ? 60 : 6 };

describe('the labels of a chart stay in the picture and off each other', () => {
  it('as bars', () => {
    const spec = fc
      .record({ ...frame, series: series(12) })
      .map(({ series: own, ...more }) => bars(own, more));
    fc.assert(
      fc.property(spec, width, (one, pixels) => expect(faults(one, pixels)).toEqual([])),
      runs,
    );
  });

  it.each(['line', 'column'] as const)('as a %s chart', (type) => {
    const spec = fc
      .record({ ...frame, series: series(24) })
      .map(({ series: own, ...more }) => overTime(type, own, more));
    fc.assert(
      fc.property(spec, width, (one, pixels) => expect(faults(one, pixels)).toEqual([])),
      runs,
    );
  });

  it('as a map', () => {
    const countries = fc.subarray(Object.keys(MAPPED_COUNTRIES));
    const spec = fc
      .record({
        ...frame,
        points: countries.chain((keys) =>
          fc.tuple(...keys.map((key) => point(0).map((one) => ({ ...one, key })))),
        ),
      })
      .map(({ points, ...more }) => mapOf(points, more));
    fc.assert(
      fc.property(spec, width, (one, pixels) => expect(faults(one, pixels)).toEqual([])),
      runs,
    );
  });

  it('with the figures of the reference portfolio, at every width of screen and paper', () => {
    for (const pixels of [300, 328, 340, 560, 672, 720, 760, 1000]) {
      expect(faults(bars([{ key: 'actual', label: 'Actual', points: officialsByCountry }]), pixels)).toEqual(
        [],
      );
      expect(faults(mapOf(officialsByCountry), pixels)).toEqual([]);
    }
  });
});
