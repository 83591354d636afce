import type { Chart, ScriptableContext } from 'chart.js';
import type { BarChartSpec } from '../core/chart/chart-spec.ts';
import { type BarLayout, LABEL_LINE, LABEL_SIZE, layOutBars } from './bar-layout.ts';
import { VALUE_GAP, VALUE_SIZE } from './bar-values.ts';
import {
  type ChartDrawing,
  drawLegend,
  drawOpenBar,
  type Frame,
  fillBox,
  type HitArea,
  NO_STYLE,
  type Pen,
  pointTitle,
  type SeriesStyle,
  seriesStyles,
  writeText,
} from './chart-drawing.ts';
import type { Box } from './hatch.ts';

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
        negative ? box.left - VALUE_GAP : box.right + VALUE_GAP,
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
  const items = layout.legend.items.map((place, series) => ({
    place,
    draw: (to: Pen, swatch: Box) => {
      const { colour, hollow } = styles[series] ?? NO_STYLE;
      if (hollow) drawOpenBar(to, swatch, colour, false);
      else fillBox(to, swatch, colour);
    },
  }));
  drawLegend(pen, items, 0, palette);
  pen.restore();
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

/** A row from edge to edge, shared by the bars of a pair. */
function rowAreas(chart: Chart, spec: BarChartSpec, layout: BarLayout): readonly HitArea[] {
  const count = spec.series.length;
  return layout.rows.flatMap(({ marks, top: rowTop, height }) =>
    marks.flatMap((mark, series) => {
      if (mark === undefined) return [];
      const top = rowTop + (height / count) * series;
      const text = pointTitle(spec, count > 1 ? spec.series[series]?.label : undefined, mark.point);
      return [{ left: 0, right: chart.width, top, bottom: top + height / count, point: mark.point, text }];
    }),
  );
}
