import type { ChartSpec } from '../core/chart/chart-spec.ts';
import { barChart } from './bar-chart.ts';
import type { ChartDrawing, Frame } from './chart-drawing.ts';
import { timeChart } from './time-chart.ts';

/** The drawing that Chart.js makes of a spec, on a recording context or on a canvas. Maps are drawn without Chart.js. */
export function chartDrawing(spec: Exclude<ChartSpec, { type: 'map' }>, frame: Frame): ChartDrawing {
  return spec.type === 'bar' ? barChart(spec, frame) : timeChart(spec, frame);
}
