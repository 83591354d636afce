import type { BarChartSpec, ChartPoint } from '../core/chart/chart-spec.ts';

export interface SeriesRow {
  readonly key: string;
  readonly label: string;
  /** One for each series; undefined where a series has no point of this key. */
  readonly points: readonly (ChartPoint | undefined)[];
}

/** The points of all series side by side, in the order in which their keys first appear. */
export function rowsByKey(series: BarChartSpec['series']): readonly SeriesRow[] {
  const labels = new Map<string, string>();
  for (const { points } of series) {
    for (const { key, label } of points) if (!labels.has(key)) labels.set(key, label);
  }
  const byKey = series.map(({ points }) => new Map(points.map((point) => [point.key, point])));
  return [...labels].map(([key, label]) => ({ key, label, points: byKey.map((points) => points.get(key)) }));
}
