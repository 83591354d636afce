import type { SeriesChartSpec } from '../core/chart/chart-spec.ts';
import { barChart } from './bar-chart.ts';
import type { ChartDrawing, Frame } from './chart-drawing.ts';
import { timeChart } from './time-chart.ts';

/** The drawing that Chart.js makes of a spec, on a recording context or on a canvas. Maps, flows and time lines are drawn without Chart.js. */
export function chartDrawing(spec: SeriesChartSpec, frame: Frame): ChartDrawing {
  return spec.type === 'bar' ? barChart(spec, frame) : timeChart(spec, frame);
}
