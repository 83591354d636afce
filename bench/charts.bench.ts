import { gzipSync } from 'node:zlib';
import { bars, mapOf, officialsByCountry, oneSeries, overTime, point } from '../src/charts/fixtures/specs.ts';
import { chartSvg, drawChart } from '../src/charts/index.ts';
import { MAPPED_COUNTRIES } from '../src/core/chart/americas.ts';
import type { ChartSpec } from '../src/core/chart/chart-spec.ts';
import type { BenchRow } from './render.bench.ts';

export const name = 'charts';

const WIDTH = 720;
const DRAWN = 30;
const REMEMBERED = 2000;
/** The first chart of all and the first map. */
const FIRST = new Set(['bars', 'map, 5 values']);

const years = Array.from({ length: 12 }, (_, index) =>
  point(String(2006 + index), index === 4 ? null : (index * 37) % 120),
);
const everyCountry = Object.keys(MAPPED_COUNTRIES).map((key, index) => point(key, ((index * 53) % 97) + 1));

const CHARTS: Readonly<Record<string, ChartSpec>> = {
  bars: bars(oneSeries(officialsByCountry)),
  'bars, 20 pairs': bars(
    ['target', 'actual'].map((key) => ({
      key,
      label: key,
      points: everyCountry.slice(0, 20),
    })),
  ),
  columns: overTime('column', oneSeries(years)),
  lines: overTime('line', [
    ...oneSeries(years),
    ...oneSeries(
      years.toReversed().map(({ value }, i) => point(String(2006 + i), value)),
      'Earlier',
      'earlier',
    ),
  ]),
  'map, 5 values': mapOf(officialsByCountry),
  'map, 35 values': mapOf(everyCountry),
};

/** A chart and a map drawn anew, and either as it is sent. */
const MAX_CHART_MS = 20;
const MAX_MAP_MS = 60;
const MAX_BYTES = 25_000;

/**
 * How long one chart takes, drawn anew (median) and remembered, and how large it is. The first of all charts pays for
 * opening the fonts, the first map of a width for projecting its coasts: both stand in rows of their own.
 */
export async function run(): Promise<readonly BenchRow[]> {
  const draw = (spec: ChartSpec): string => drawChart(spec, { width: WIDTH });
  return Object.entries(CHARTS).flatMap(([chart, spec]) => {
    const first = timed(() => draw(spec));
    const times = Array.from({ length: DRAWN }, () => timed(() => draw(spec))).sort((a, b) => a - b);
    const again = timed(() => {
      for (let count = 0; count < REMEMBERED; count += 1) chartSvg(spec, { width: WIDTH });
    });
    const limit = spec.type === 'map' ? MAX_MAP_MS : MAX_CHART_MS;
    const bytes = gzipSync(draw(spec)).length;
    return [
      ...(FIRST.has(chart) ? [{ what: `${chart}: the very first`, value: round(first), unit: 'ms' }] : []),
      { what: `${chart}: drawn anew`, value: round(times[DRAWN >> 1] ?? 0), unit: 'ms', limit },
      { what: `${chart}: remembered`, value: round(again / REMEMBERED), unit: 'ms', limit: 1 },
      { what: `${chart}: gzipped`, value: bytes, unit: 'bytes', limit: MAX_BYTES },
    ];
  });
}

function timed(task: () => void): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
