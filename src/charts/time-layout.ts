import type { ChartPoint, LineChartSpec } from '../core/chart/chart-spec.ts';
import type { Frame } from './chart-drawing.ts';
import { hatchingLabel, placeLegend } from './legend.ts';
import { rowsByKey } from './series-rows.ts';
import { ellipsis, wrapText } from './text-measure.ts';
import { drawnValue, pointText } from './value-format.ts';

export const AXIS_SIZE = 12;
export const POINT_LABEL_SIZE = 12;
export const END_LABEL_SIZE = 12;
export const END_GAP = 8;
/** The mark that a name at the end of a line carries: its shape and the air after it. */
export const END_MARK = 16;

/** The most of the width that names at the ends of lines may take; longer names go into a legend. */
const END_SHARE = 0.3;
/** How much of its band a group of columns takes. */
export const COLUMN_SHARE = 0.72;
export const DASH = '–';
/** Of so few places every one is named, in as many lines as that takes; of more, names of many lines would be a thicket. */
const FEW_PLACES = 8;
const MOST_LINES = 3;
/** Of many places a name that is wider than this has several lines. */
const WIDE_NAME = 60;
/** What cannot be broken so is cut here. */
const MOST_WIDE = 120;
/** Between two names of the axis. */
export const NAME_AIR = 6;
const NAME_LINE = 14.4;
/** How far the value of a mark may reach above the area that Chart.js draws in. */
export const TOP_LABEL = 20;
const EDGE = 4;
/** Half of the value at the last point of a line. */
const LAST_LABEL = 18;

export interface TimeMark {
  readonly point: ChartPoint;
  readonly value: number | null;
  readonly text: string;
}

export interface TimeLayout {
  /** What each place on the axis is called, in one line or in several. */
  readonly labels: readonly (readonly string[])[];
  /** By series, then by place on the axis. */
  readonly marks: readonly (readonly (TimeMark | undefined)[])[];
  readonly height: number;
  readonly legend: ReturnType<typeof placeLegend>;
  /** What the items of the legend explain: series in their order, then hatching and gaps. */
  readonly explained: readonly ('series' | 'hatching' | 'gap')[];
  /** Of columns that stand on each other, what each comes to. */
  readonly sums: readonly (TimeMark | undefined)[] | null;
  /** Names at the ends of the lines; null where a legend says them or there is only one series. */
  readonly endLabels: readonly string[] | null;
  /** What stands in a gap, in one line or two. */
  readonly gapLines: readonly string[];
  /** True where the words for a missing value do not fit into the gap, so that a dash stands for them. */
  readonly dashes: boolean;
  readonly top: number;
  readonly right: number;
}

export function layOutTime(spec: LineChartSpec, frame: Frame): TimeLayout {
  const { width, measure } = frame;
  const rows = rowsByKey(spec.series);
  const marks = spec.series.map((_, series) =>
    rows.map(({ points }) => {
      const point = points[series];
      return point && { point, value: drawnValue(spec, point), text: pointText(spec, point) };
    }),
  );
  const sums = spec.sums === undefined ? null : sumsOf(spec, spec.sums, rows);
  const missing = (sums ?? marks.flat()).filter((mark) => mark?.value === null);
  const slot = slotWidth(spec, width, rows.length);
  const gapLines = wrapText(spec.missingLabel, slot, 2, (text) => measure(text, AXIS_SIZE, 400));
  const dashes = missing.length > 0 && gapLines.join(' ') !== spec.missingLabel.trim();
  const names = spec.series.map(({ label }, series) => nameAtEnd(spec, label, marks[series]));
  const nameWidth = Math.ceil(
    names.reduce((widest, name) => Math.max(widest, measure(name, END_LABEL_SIZE, 600)), 0),
  );
  const room = END_GAP + END_MARK + nameWidth;
  const direct = spec.type === 'line' && spec.series.length > 1 && room <= width * END_SHARE;
  const named = spec.series.length > 1 && !direct ? spec.series.map(({ label }) => label) : [];
  const hatched = sums === null ? hatchingLabel(spec) : null;
  const legend = placeLegend(
    [...named, ...(hatched === null ? [] : [hatched]), ...(dashes ? [spec.missingLabel] : [])],
    width,
    measure,
  );
  const labels = placeNames(
    rows.map(({ label }) => label),
    frame,
  );
  const lines = Math.max(1, ...labels.map(({ length }) => length));
  return {
    labels,
    marks,
    height: frame.height ?? Math.ceil((width < 520 ? 220 : 260) + legend.height + (lines - 1) * NAME_LINE),
    legend,
    explained: [
      ...named.map(() => 'series' as const),
      ...(hatched === null ? [] : (['hatching'] as const)),
      ...(dashes ? (['gap'] as const) : []),
    ],
    sums,
    endLabels: direct ? names : null,
    gapLines: dashes ? [DASH] : gapLines,
    dashes,
    top: legend.height + TOP_LABEL,
    right: direct ? room : spec.type === 'line' ? LAST_LABEL : EDGE,
  };
}

/** Each in one line, and where that is wider than its place, in several, if it can be broken so. */
function placeNames(names: readonly string[], { width, measure }: Frame): TimeLayout['labels'] {
  const band = bandWidth(width, names.length) - NAME_AIR;
  const most = names.length <= FEW_PLACES ? band : Math.max(band, WIDE_NAME);
  const widthOf = (text: string) => measure(text, AXIS_SIZE, 400);
  return names.map((name) => {
    const lines = wrapText(name, most, MOST_LINES, widthOf);
    return lines.join(' ') === name ? lines : [ellipsis(name, MOST_WIDE, widthOf)];
  });
}

function sumsOf(
  spec: LineChartSpec,
  points: readonly ChartPoint[],
  rows: readonly { readonly key: string }[],
): readonly (TimeMark | undefined)[] {
  const byKey = new Map(points.map((point) => [point.key, point]));
  return rows.map(({ key }) => {
    const point = byKey.get(key);
    return point && { point, value: drawnValue(spec, point), text: pointText(spec, point) };
  });
}

/** How wide a place on the axis is. Axis and margins take less than a sixth of the width. */
function bandWidth(width: number, count: number): number {
  return (width * 0.84) / Math.max(1, count);
}

/** How wide one mark and what is written in its place may be. */
function slotWidth(spec: LineChartSpec, width: number, count: number): number {
  const band = bandWidth(width, count);
  const areBeside = spec.type === 'column' && spec.sums === undefined && spec.series.length > 1;
  return areBeside ? (band * COLUMN_SHARE) / spec.series.length : band;
}

/** "Target 40": a line's name with its last value, so that the value needs no label of its own. */
function nameAtEnd(
  spec: LineChartSpec,
  label: string,
  marks: readonly (TimeMark | undefined)[] | undefined,
): string {
  const last = marks?.findLast((mark) => mark !== undefined && mark.value !== null);
  return last === undefined ? `${label}: ${spec.missingLabel}` : `${label} ${last.text}`;
}
