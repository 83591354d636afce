import type { Chart, ScriptableContext } from 'chart.js';
import type { BarChartSpec } from '../core/chart/chart-spec.ts';
import { type BarLayout, LABEL_LINE, LABEL_SIZE, layOutBars } from './bar-layout.ts';
import { type BarMark, VALUE_GAP, VALUE_SIZE } from './bar-values.ts';
import {
  type ChartDrawing,
  drawLegend,
  drawOpenBar,
  type Frame,
  fillBox,
  type HitArea,
  NO_STYLE,
  type Pen,
  type SeriesStyle,
  seriesStyles,
  writeText,
} from './chart-drawing.ts';
import type { Box } from './hatch.ts';
import type { Palette } from './palette.ts';
import { pointTitle } from './point-words.ts';
import { pointText } from './value-format.ts';

/** Horizontal bars from zero, one row for each key, with the values at their ends instead of an axis. */
export function barChart(spec: BarChartSpec, frame: Frame): ChartDrawing {
  const { palette } = frame;
  const layout = layOutBars(spec, frame);
  const styles = seriesStyles(spec.series, palette);
  const open = (series: number, row: number): boolean =>
    styles[series]?.hollow === true || layout.rows[row]?.marks[series]?.point.muted === true;
  return {
    width: frame.width,
    height: layout.height,
    config: {
      type: 'bar',
      data: {
        datasets: spec.series.map(({ label }, series) => ({
          label,
          data: layout.rows.map(({ marks, barY }) => ({
            x: marks[series]?.value ?? null,
            y: barY[series] ?? 0,
          })),
          backgroundColor: ({ dataIndex }: ScriptableContext<'bar'>) =>
            open(series, dataIndex) ? 'transparent' : (styles[series]?.colour ?? 'transparent'),
          barThickness: layout.barThickness,
          // Every bar stands exactly where the layout puts it, the bars of a pair too.
          grouped: false,
          borderWidth: 0,
          inflateAmount: 0,
          clip: false as const,
        })),
      },
      options: {
        indexAxis: 'y',
        responsive: false,
        animation: false,
        layout: { autoPadding: false },
        scales: {
          x: { type: 'linear', display: false, min: layout.min, max: layout.max, bounds: 'data' },
          // Pixels from the top, so that rows with long labels can be taller.
          y: {
            type: 'linear',
            reverse: true,
            offset: false,
            min: 0,
            max: layout.height,
            bounds: 'data',
            border: { display: false },
            grid: { display: false },
            ticks: { display: false },
            afterFit: (scale) => {
              scale.width = layout.left;
              scale.paddingTop = 0;
              scale.paddingBottom = 0;
            },
          },
        },
      },
      plugins: [
        {
          id: 'attest-bars',
          beforeDatasetsDraw: (chart) => {
            drawGoals(chart, layout, frame);
          },
          afterDatasetsDraw: (chart) => {
            drawRows(chart, layout, styles, open, frame);
          },
        },
      ],
    },
    hitAreas: (chart) => rowAreas(chart, spec, layout),
  };
}

function drawRows(
  chart: Chart,
  layout: BarLayout,
  styles: readonly SeriesStyle[],
  open: (series: number, row: number) => boolean,
  { palette }: Frame,
): void {
  const pen: Pen = chart.ctx;
  pen.save();
  drawRowLabels(pen, layout, palette['chart-ink']);
  styles.forEach(({ colour }, series) => {
    layout.rows.forEach(({ marks }, row) => {
      const mark = marks[series];
      const box = boxOf(chart, series, row);
      if (mark === undefined || box === undefined) return;
      if (open(series, row)) drawOpenBar(pen, box, colour, mark.point.muted === true);
      const negative = (mark.value ?? 0) < 0;
      const missing = mark.value === null;
      writeText(
        pen,
        mark.text,
        negative ? box.left - VALUE_GAP : Math.max(box.right, goalX(chart, mark) ?? box.right) + VALUE_GAP,
        (box.top + box.bottom) / 2,
        {
          size: VALUE_SIZE,
          weight: missing ? 400 : 600,
          colour: palette[missing ? 'chart-quiet' : 'chart-ink'],
          align: negative ? 'right' : 'left',
        },
      );
    });
  });
  drawZeroLine(chart, pen, layout, palette['chart-axis']);
  drawExpected(chart, pen, layout, palette['chart-ink']);
  drawBaselines(chart, pen, layout, palette);
  const items = layout.legend.items.map((place, item) => ({
    place,
    draw: (to: Pen, swatch: Box) => {
      // Behind the series, where there are several of them, stands what hatching means.
      const isHatched = item === (styles.length > 1 ? styles.length : 0);
      const { colour, hollow } = styles[isHatched ? 0 : item] ?? NO_STYLE;
      if (isHatched || hollow) drawOpenBar(to, swatch, colour, isHatched);
      else fillBox(to, swatch, colour);
    },
  }));
  drawLegend(pen, items, 0, palette);
  pen.restore();
}

/** How far the line of a goal stands out of its bar, above and below. */
const GOAL_ARM = 3;
const EXPECTED_SIZE = 4;
const BASELINE_RADIUS = 3.5;

/** A pale way to the goal, under what is reported of it, and a line where it is. */
function drawGoals(chart: Chart, { rows, barThickness }: BarLayout, { palette }: Frame): void {
  const pen: Pen = chart.ctx;
  const zero = chart.scales.x?.getPixelForValue(0) ?? 0;
  pen.save();
  for (const { marks, barY } of rows) {
    const x = goalX(chart, marks[0]);
    const y = barY[0];
    if (x === undefined || y === undefined) continue;
    const half = barThickness / 2;
    // A way with nothing on it would look like a goal that is reached.
    if (marks[0]?.point.value != null)
      fillBox(pen, { left: zero, right: x, top: y - half, bottom: y + half }, palette['chart-line']);
    const arm = { left: x - 1, right: x + 1, top: y - half - GOAL_ARM, bottom: y + half + GOAL_ARM };
    fillBox(pen, arm, palette['chart-ink']);
  }
  pen.restore();
}

/** A point above the bar, where it should be by now. */
function drawExpected(chart: Chart, pen: Pen, { rows, barThickness }: BarLayout, colour: string): void {
  pen.fillStyle = colour;
  for (const { marks, barY } of rows) {
    const expected = marks[0]?.point.expected;
    const y = barY[0];
    if (expected === undefined || y === undefined) continue;
    const x = chart.scales.x?.getPixelForValue(expected) ?? 0;
    const tip = y - barThickness / 2 + 1;
    pen.beginPath();
    pen.moveTo(x - EXPECTED_SIZE, tip - EXPECTED_SIZE - 1);
    pen.lineTo(x + EXPECTED_SIZE, tip - EXPECTED_SIZE - 1);
    pen.lineTo(x, tip);
    pen.closePath();
    pen.fill();
  }
}

/** An open circle on the bar, where it set out. */
function drawBaselines(chart: Chart, pen: Pen, { rows }: BarLayout, palette: Palette): void {
  for (const { marks, barY } of rows) {
    const baseline = marks[0]?.point.baseline;
    const y = barY[0];
    if (baseline === undefined || y === undefined) continue;
    pen.beginPath();
    pen.arc(chart.scales.x?.getPixelForValue(baseline) ?? 0, y, BASELINE_RADIUS, 0, 2 * Math.PI);
    pen.fillStyle = palette['chart-surface'];
    pen.fill();
    pen.strokeStyle = palette['chart-ink'];
    pen.lineWidth = 1.5;
    pen.stroke();
  }
}

function goalX(chart: Chart, mark: BarMark | undefined): number | undefined {
  const goal = mark?.point.goal;
  return goal === undefined ? undefined : chart.scales.x?.getPixelForValue(goal);
}

function drawRowLabels(pen: Pen, { rows }: BarLayout, colour: string): void {
  for (const { lines, labelY } of rows) {
    lines.forEach((line, index) => {
      writeText(pen, line, 0, labelY + index * LABEL_LINE, { size: LABEL_SIZE, weight: 400, colour });
    });
  }
}

/** Left of zero by half its width, so that it touches the bars and hides nothing of them. */
function drawZeroLine(chart: Chart, pen: Pen, { rows }: BarLayout, colour: string): void {
  const x = (chart.scales.x?.getPixelForValue(0) ?? 0) - 0.5;
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const { zeroLine } of rows) {
    pen.moveTo(x, zeroLine[0]);
    pen.lineTo(x, zeroLine[1]);
  }
  pen.stroke();
}

/** The bar as Chart.js laid it out; as wide as nothing where there is no value. */
function boxOf(chart: Chart, series: number, row: number): Box | undefined {
  const bar = chart.getDatasetMeta(series).data[row];
  if (bar === undefined) return undefined;
  const { x, y, base, height } = bar.getProps(['x', 'y', 'base', 'height'], true) as unknown as Record<
    'x' | 'y' | 'base' | 'height',
    number
  >;
  return { left: Math.min(x, base), right: Math.max(x, base), top: y - height / 2, bottom: y + height / 2 };
}

/** A row with what it was at another time is one place, which says both: "Costa Rica: 37 (2016: 30)". */
function pairAreas(chart: Chart, spec: BarChartSpec, layout: BarLayout): readonly HitArea[] {
  return layout.rows.flatMap(({ marks: [now, then], top, height }) => {
    const point = now?.point ?? then?.point;
    if (point === undefined) return [];
    const before = then === undefined ? '' : ` (${spec.series[1]?.label}: ${pointText(spec, then.point)})`;
    const text = `${pointTitle(spec, undefined, point)}${before}`;
    return [{ left: 0, right: chart.width, top, bottom: top + height, point, text }];
  });
}

/** A row from edge to edge, shared by the bars of a pair. */
function rowAreas(chart: Chart, spec: BarChartSpec, layout: BarLayout): readonly HitArea[] {
  const count = spec.series.length;
  if (spec.series[1]?.key === 'previous') return pairAreas(chart, spec, layout);
  return layout.rows.flatMap(({ marks, top: rowTop, height }) =>
    marks.flatMap((mark, series) => {
      if (mark === undefined) return [];
      const top = rowTop + (height / count) * series;
      const label = count > 1 ? spec.series[series]?.label : undefined;
      const text =
        series === 0 ? pointTitle(spec, label, mark.point) : pointTitle(spec, label, mark.point, null);
      return [{ left: 0, right: chart.width, top, bottom: top + height / count, point: mark.point, text }];
    }),
  );
}
