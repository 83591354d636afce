import type { Chart, Element } from 'chart.js';
import { drawPoint } from 'chart.js/helpers';
import { type LineChartSpec, UNSAID_SERIES } from '../core/chart/chart-spec.ts';
import {
  drawLegend,
  drawOpenBar,
  type Frame,
  fillBox,
  NO_STYLE,
  type Pen,
  type SeriesStyle,
  writeText,
} from './chart-drawing.ts';
import type { Box } from './hatch.ts';
import { overlaps, spread } from './label-placement.ts';
import { SWATCH_SIZE } from './legend.ts';
import type { Palette } from './palette.ts';
import { type LabelledMark, placePointLabels } from './point-labels.ts';
import type { Point } from './svg-path.ts';
import {
  AXIS_SIZE,
  DASH,
  END_GAP,
  END_LABEL_SIZE,
  END_MARK,
  POINT_LABEL_SIZE,
  type TimeLayout,
  TOP_LABEL,
} from './time-layout.ts';
import { bareText } from './value-format.ts';

const END_LINE = 15;
const GAP_LINE = 14;

interface PlacedMark {
  readonly series: number;
  readonly index: number;
  readonly at: Point;
  readonly value: number | null;
  readonly text: string;
}

/** Everything that stands on a chart over time besides what Chart.js draws itself. */
export function drawTimeMarks(
  chart: Chart,
  spec: LineChartSpec,
  layout: TimeLayout,
  styles: readonly SeriesStyle[],
  frame: Frame,
): void {
  const pen = chart.ctx;
  pen.save();
  if (spec.type === 'column') drawOpenColumns(chart, pen, layout, styles);
  const marks = placedMarks(chart, layout);
  const gaps = drawGaps(chart, pen, marks, layout, frame);
  drawValues(chart, pen, spec, marks, gaps, layout, frame);
  if (layout.endLabels !== null) drawEndLabels(chart, pen, marks, layout.endLabels, styles, frame);
  drawTimeLegend(pen, spec, layout, styles, frame);
  pen.restore();
}

function placedMarks(chart: Chart, layout: TimeLayout): readonly PlacedMark[] {
  return layout.sums === null ? placedValues(chart, layout) : placedSums(chart, layout, layout.sums);
}

/** At the top of each stack. */
function placedSums(
  chart: Chart,
  layout: TimeLayout,
  sums: NonNullable<TimeLayout['sums']>,
): readonly PlacedMark[] {
  return sums.flatMap((mark, index) => {
    if (mark === undefined) return [];
    const parts = layout.marks.map((marks) => Math.max(0, marks[index]?.value ?? 0));
    const top = parts.reduce((sum, part) => sum + part, 0);
    const { x, y } = chart.scales;
    const at = [x?.getPixelForValue(index) ?? 0, y?.getPixelForValue(top) ?? 0] as const;
    return [{ series: 0, index, at, value: mark.value, text: mark.text }];
  });
}

function placedValues(chart: Chart, layout: TimeLayout): readonly PlacedMark[] {
  return layout.marks.flatMap((marks, series) =>
    marks.flatMap((mark, index) => {
      const element = chart.getDatasetMeta(series).data[index];
      if (mark === undefined || element === undefined) return [];
      const { x, y } = element.getProps(['x', 'y'], true);
      return [{ series, index, at: [x, y] as const, value: mark.value, text: mark.text }];
    }),
  );
}

function drawOpenColumns(chart: Chart, pen: Pen, layout: TimeLayout, styles: readonly SeriesStyle[]): void {
  layout.marks.forEach((marks, series) => {
    const { colour, hollow } = styles[series] ?? NO_STYLE;
    marks.forEach((mark, index) => {
      const bar = chart.getDatasetMeta(series).data[index];
      const muted = mark?.point.muted === true;
      if (bar === undefined || mark === undefined || mark.value === null || !(muted || hollow)) return;
      drawOpenBar(pen, columnBox(bar), colour, muted);
    });
  });
}

function columnBox(bar: Element): Box {
  const { x, y, base, width } = bar.getProps(['x', 'y', 'base', 'width'], true) as unknown as Record<
    'x' | 'y' | 'base' | 'width',
    number
  >;
  return { left: x - width / 2, right: x + width / 2, top: Math.min(y, base), bottom: Math.max(y, base) };
}

/** All columns, of which no value may be written on another's. */
function columnBoxes(chart: Chart, { marks }: TimeLayout): readonly Box[] {
  return marks.flatMap((own, series) =>
    own.flatMap((mark, index) => {
      const bar = chart.getDatasetMeta(series).data[index];
      return bar === undefined || mark === undefined || mark.value === null ? [] : [columnBox(bar)];
    }),
  );
}

function drawValues(
  chart: Chart,
  pen: Pen,
  spec: LineChartSpec,
  marks: readonly PlacedMark[],
  gaps: readonly Box[],
  layout: TimeLayout,
  { measure, palette }: Frame,
): void {
  const kind = spec.type;
  const base = chart.scales.y?.getPixelForValue(0) ?? chart.chartArea.bottom;
  const present = marks.filter((mark): mark is PlacedMark & { value: number } => mark.value !== null);
  // The last value of a line already stands beside its name.
  const isAtEnd = (mark: PlacedMark): boolean =>
    layout.endLabels !== null && present.findLast(({ series }) => series === mark.series) === mark;
  const labelled: readonly LabelledMark[] = present
    .filter((mark) => !isAtEnd(mark))
    .map(({ series, at, value, text }) => {
      const sized = (words: string) => ({ text: words, width: measure(words, POINT_LABEL_SIZE, 600) });
      const bare = bareText(spec, text);
      return { series, at, value, base, kind, ...sized(text), shorter: bare === text ? null : sized(bare) };
    });
  const { left, right, top, bottom } = chart.chartArea;
  const area = {
    left: left + 2,
    right: layout.endLabels === null ? chart.width : right,
    top: top - TOP_LABEL,
    bottom,
  };
  const style = {
    size: POINT_LABEL_SIZE,
    weight: 600,
    colour: palette['chart-ink'],
    align: 'center',
  } as const;
  for (const { text, x, y } of placePointLabels(
    labelled,
    kind === 'line' ? linesBetween(marks) : [],
    area,
    kind === 'column' ? [...gaps, ...columnBoxes(chart, layout)] : gaps,
  )) {
    writeText(pen, text, x, y, style);
  }
}

/** The straight pieces of all lines: between neighbours that both have a value. */
function linesBetween(marks: readonly PlacedMark[]): readonly (readonly [Point, Point])[] {
  return marks.flatMap((mark, position) => {
    const next = marks[position + 1];
    const joined = next?.series === mark.series && next.index === mark.index + 1;
    return joined && mark.value !== null && next.value !== null ? [[mark.at, next.at] as const] : [];
  });
}

/**
 * Says that a value is missing where it is missing; a column of no height would say zero. Once for each place, and not
 * where it would run into the next. Gives back where it is said.
 */
function drawGaps(
  chart: Chart,
  pen: Pen,
  marks: readonly PlacedMark[],
  { gapLines }: TimeLayout,
  { measure, palette }: Frame,
): readonly Box[] {
  const { left, right } = chart.chartArea;
  const zero = chart.scales.y?.getPixelForValue(0) ?? chart.chartArea.bottom;
  const half = Math.max(0, ...gapLines.map((line) => measure(line, AXIS_SIZE, 400))) / 2;
  const style = { size: AXIS_SIZE, weight: 400, colour: palette['chart-quiet'], align: 'center' } as const;
  const said: Box[] = [];
  for (const { value, at, index } of marks) {
    if (value !== null) continue;
    const wanted = Number.isFinite(at[0]) ? at[0] : (chart.scales.x?.getPixelForValue(index) ?? left);
    const x = Math.max(left + half, Math.min(wanted, right - half));
    const box = {
      left: x - half,
      right: x + half,
      top: zero - 4 - gapLines.length * GAP_LINE,
      bottom: zero - 2,
    };
    if (said.some((other) => overlaps(other, box))) continue;
    said.push(box);
    gapLines.toReversed().forEach((line, above) => {
      writeText(pen, line, x, zero - 10 - above * GAP_LINE, style);
    });
  }
  return said;
}

function drawEndLabels(
  chart: Chart,
  pen: Pen,
  marks: readonly PlacedMark[],
  names: readonly string[],
  styles: readonly SeriesStyle[],
  { palette }: Frame,
): void {
  const { right, top, bottom } = chart.chartArea;
  const ends = names.map((_, series) =>
    marks.findLast((mark) => mark.series === series && mark.value !== null),
  );
  const wanted = ends.map((mark) => mark?.at[1] ?? bottom);
  spread(wanted, END_LINE, top, bottom).forEach((y, series) => {
    const name = names[series] ?? '';
    const from = right + END_GAP;
    const swatch = { left: from, right: from + SWATCH_SIZE, top: y, bottom: y };
    drawLineSwatch(pen, swatch, styles[series] ?? NO_STYLE, palette);
    writeText(pen, name, from + END_MARK, y, {
      size: END_LABEL_SIZE,
      weight: 600,
      colour: palette['chart-ink'],
    });
  });
}

function drawTimeLegend(
  pen: Pen,
  spec: LineChartSpec,
  { legend, explained }: TimeLayout,
  styles: readonly SeriesStyle[],
  { palette }: Frame,
): void {
  const gap = (to: Pen, { left, top, bottom }: Box): void => {
    writeText(to, DASH, left, (top + bottom) / 2, {
      size: AXIS_SIZE,
      weight: 400,
      colour: palette['chart-quiet'],
    });
  };
  const items = legend.items.map((place, index) => {
    const what = explained[index];
    const style = styles[what === 'series' ? index : 0] ?? NO_STYLE;
    const isHatched = what === 'hatching' || spec.series[index]?.key === UNSAID_SERIES;
    const draw = (to: Pen, swatch: Box): void => {
      if (spec.type === 'line') drawLineSwatch(to, swatch, style, palette);
      else if (isHatched || style.hollow) drawOpenBar(to, swatch, style.colour, isHatched);
      else fillBox(to, swatch, style.colour);
    };
    return { place, draw: what === 'gap' ? gap : draw };
  });
  drawLegend(pen, items, 0, palette);
}

/** A piece of the line with one of its points. */
function drawLineSwatch(
  pen: Pen,
  { left, right, top, bottom }: Box,
  { colour, hollow, pointStyle }: SeriesStyle,
  palette: Palette,
): void {
  const y = (top + bottom) / 2;
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(left, y);
  pen.lineTo(right, y);
  pen.stroke();
  pen.fillStyle = hollow ? palette['chart-surface'] : colour;
  pen.lineWidth = 1.5;
  drawPoint(pen, { pointStyle, radius: 3, rotation: 0, borderWidth: 1.5 }, (left + right) / 2, y);
}
