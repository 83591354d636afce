import type { Chart, ChartDataset, ScriptableContext } from 'chart.js';
import type { ChartPoint, LineChartSpec } from '../core/chart/chart-spec.ts';
import {
  type ChartDrawing,
  type Frame,
  type HitArea,
  NO_STYLE,
  type SeriesStyle,
  seriesStyles,
} from './chart-drawing.ts';
import { partOfSum, pointLines, pointTitle } from './point-words.ts';
import { ellipsis, FONT_FAMILY } from './text-measure.ts';
import { AXIS_SIZE, COLUMN_SHARE, layOutTime, NAME_AIR, type TimeLayout } from './time-layout.ts';
import { drawTimeMarks } from './time-marks.ts';
import { valueWriter } from './value-format.ts';

type Dataset = ChartDataset<'bar' | 'line', (number | null)[]>;

const POINT_RADIUS = 3.5;
/** Points closer than this melt into the line, so only the line is drawn. */
const MIN_POINT_DISTANCE = 9;
const MAX_COLUMN = 56;

/** Columns or lines over time, from zero, with an axis in the reader's format; nothing is drawn where a value is missing. */
export function timeChart(spec: LineChartSpec, frame: Frame): ChartDrawing {
  const { palette } = frame;
  const layout = layOutTime(spec, frame);
  const styles = seriesStyles(spec.series, palette);
  const writer = valueWriter(spec.format, spec.locale);
  const values = layout.marks.map((marks) => marks.map((mark) => mark?.value ?? null));
  const hasNegative = values.some((series) => series.some((value) => (value ?? 0) < 0));
  const isWhole = writer.whole || values.flat().every((value) => value === null || Number.isInteger(value));
  const font = { family: FONT_FAMILY, size: AXIS_SIZE };
  const count = layout.labels.length;
  return {
    width: frame.width,
    height: layout.height,
    config: {
      type: spec.type === 'column' ? 'bar' : 'line',
      data: {
        labels: layout.labels.map((lines) => [...lines]),
        datasets: spec.series.map(({ label }, series) => ({
          label,
          data: values[series] ?? [],
          clip: false as const,
          ...(spec.type === 'column'
            ? columnStyle(layout, styles, series, frame)
            : lineStyle(layout, styles, series, frame)),
        })) as Dataset[],
      },
      options: {
        responsive: false,
        animation: false,
        layout: { autoPadding: false, padding: { top: layout.top, right: layout.right, bottom: 2 } },
        scales: {
          x: {
            type: 'category',
            stacked: spec.sums !== undefined,
            offset: spec.type === 'column' || count < 2,
            border: { display: false },
            grid: { display: false },
            ticks: {
              maxRotation: 0,
              // `thinLabels` does it when the widths are final.
              autoSkip: false,
              padding: 6,
              color: palette['chart-quiet'],
              font,
            },
          },
          y: {
            type: 'linear',
            stacked: spec.sums !== undefined,
            beginAtZero: true,
            grace: hasNegative ? '12%' : 0,
            border: { display: false },
            grid: {
              drawTicks: false,
              color: ({ tick }) => palette[tick?.value === 0 ? 'chart-axis' : 'chart-line'],
            },
            ticks: {
              maxTicksLimit: 6,
              ...(isWhole ? { precision: 0 } : {}),
              padding: 8,
              color: palette['chart-quiet'],
              font,
              callback: (value, _index, ticks) =>
                writer.axis(Number(value), Math.max(...ticks.map((tick) => Math.abs(tick.value)))),
            },
          },
        },
      },
      plugins: [
        {
          id: 'attest-time',
          afterLayout: (chart) => {
            thinLabels(chart, frame);
          },
          afterDatasetsDraw: (chart) => {
            drawTimeMarks(chart, spec, layout, styles, frame);
          },
        },
      ],
    },
    hitAreas: (chart) => pointAreas(chart, spec, layout),
  };
}

/**
 * Cuts the labels of the axis that would leave the picture, and leaves every second, third … where they would touch:
 * only when all is laid out is it known where they stand.
 */
function thinLabels(chart: Chart, { measure }: Frame): void {
  const { x } = chart.scales;
  if (x === undefined) return;
  const widthOf = (text: string): number => measure(text, AXIS_SIZE, 400);
  const labels = x.ticks.map((tick) => {
    const middle = x.getPixelForValue(tick.value);
    const room = 2 * Math.min(middle, chart.width - middle);
    const label = [tick.label ?? ''].flat().map((line) => ellipsis(line, room, widthOf));
    const half = Math.max(...label.map(widthOf)) / 2;
    return { tick: { ...tick, label }, left: middle - half, right: middle + half };
  });
  const everySo = (step: number): typeof labels => labels.filter((_, index) => index % step === 0);
  const touches = (step: number): boolean =>
    everySo(step).some(
      ({ left }, index, kept) => left < (kept[index - 1]?.right ?? Number.NEGATIVE_INFINITY) + NAME_AIR,
    );
  let step = 1;
  while (step < labels.length && touches(step)) step += 1;
  x.ticks = everySo(step).map(({ tick }) => tick);
}

function columnStyle(
  layout: TimeLayout,
  styles: readonly SeriesStyle[],
  series: number,
  { palette }: Frame,
): object {
  return {
    type: 'bar',
    backgroundColor: ({ dataIndex }: ScriptableContext<'bar'>) => {
      const point = layout.marks[series]?.[dataIndex]?.point;
      if (styles[series]?.hollow === true || point?.muted === true) return 'transparent';
      return point?.context === true ? palette['chart-context'] : styles[series]?.colour;
    },
    borderWidth: 0,
    inflateAmount: 0,
    categoryPercentage: COLUMN_SHARE,
    barPercentage: layout.sums === null && layout.marks.length > 1 ? 0.92 : 1,
    maxBarThickness: MAX_COLUMN,
  };
}

function lineStyle(
  { marks, labels }: TimeLayout,
  styles: readonly SeriesStyle[],
  series: number,
  { width, palette }: Frame,
): object {
  const own = marks[series] ?? [];
  const { colour, hollow, pointStyle } = styles[series] ?? NO_STYLE;
  const crowded = (width * 0.85) / Math.max(1, labels.length) < MIN_POINT_DISTANCE;
  const has = (index: number): boolean => (own[index]?.value ?? null) !== null;
  const muted = (index: number): boolean => hollow || own[index]?.point.muted === true;
  return {
    type: 'line',
    borderColor: colour,
    borderWidth: 2,
    borderDash: hollow ? [5, 4] : [],
    segment: {
      borderDash: ({ p1DataIndex }: { p1DataIndex: number }) => (muted(p1DataIndex) ? [5, 4] : undefined),
    },
    borderJoinStyle: 'round',
    tension: 0,
    spanGaps: false,
    pointStyle,
    pointRadius: ({ dataIndex }: ScriptableContext<'line'>) =>
      !crowded || muted(dataIndex) || (!has(dataIndex - 1) && !has(dataIndex + 1)) ? POINT_RADIUS : 0,
    pointBorderWidth: 1.5,
    pointBorderColor: colour,
    pointBackgroundColor: ({ dataIndex }: ScriptableContext<'line'>) =>
      muted(dataIndex) ? palette['chart-surface'] : colour,
  };
}

const HALF_TARGET = 12;

/** A column's whole slot; the whole height around the point of a single line; a finger's width around one of many. */
function pointAreas(chart: Chart, spec: LineChartSpec, layout: TimeLayout): readonly HitArea[] {
  const { top, bottom, left, right } = chart.chartArea;
  const count = Math.max(1, layout.labels.length);
  const several = spec.series.length > 1;
  if (layout.sums !== null) return sumAreas(chart, spec, layout, layout.sums);
  return layout.marks.flatMap((marks, series) =>
    marks.flatMap((mark, index) => {
      const at = chart.getDatasetMeta(series).data[index];
      if (mark === undefined || at === undefined) return [];
      const { point } = mark;
      const text = pointTitle(spec, several ? spec.series[series]?.label : undefined, point);
      const middle = chart.scales.x?.getPixelForValue(index) ?? at.x;
      if (spec.type === 'line') {
        const half = several ? HALF_TARGET : (right - left) / Math.max(1, count - 1) / 2;
        const y = Number.isFinite(at.y) ? at.y : bottom - HALF_TARGET;
        const span = several ? { top: y - HALF_TARGET, bottom: y + HALF_TARGET } : { top, bottom };
        return [
          {
            left: Math.max(0, middle - half),
            right: Math.min(chart.width, middle + half),
            ...span,
            point,
            text,
          },
        ];
      }
      const band = (right - left) / count;
      const slot = band / spec.series.length;
      const from = middle - band / 2 + series * slot;
      return [{ left: from, right: from + slot, top, bottom, point, text }];
    }),
  );
}

/** A column of a stack is one place, which says its sum and its parts; each part leads to its own rows from the table. */
function sumAreas(
  chart: Chart,
  spec: LineChartSpec,
  { labels, marks }: TimeLayout,
  sums: NonNullable<TimeLayout['sums']>,
): readonly HitArea[] {
  const { top, bottom, left, right } = chart.chartArea;
  const band = (right - left) / Math.max(1, labels.length);
  return sums.flatMap((sum, index) => {
    if (sum === undefined) return [];
    const parts = stackLines(
      spec,
      marks.map((each) => each[index]?.point),
      sum.point,
    );
    const text = [pointTitle(spec, undefined, sum.point, null), ...parts].join('; ');
    const from = (chart.scales.x?.getPixelForValue(index) ?? left) - band / 2;
    return [{ left: from, right: from + band, top, bottom, point: sum.point, text }];
  });
}

/** The parts of a stack, each with which part of it it is: "Democracy: US$40.00, 40%". */
export function stackLines(
  spec: LineChartSpec,
  points: readonly (ChartPoint | undefined)[],
  { value: sum }: ChartPoint,
): readonly string[] {
  return points.flatMap((point, series) => {
    if (point === undefined || point.value === null) return [];
    const part = sum === null ? null : partOfSum(point.value, sum);
    return [`${spec.series[series]?.label ?? ''}: ${pointLines(spec, point, part).join(', ')}`];
  });
}
