import { BasicPlatform, type ChartItem } from 'chart.js';
import type { SeriesChartSpec } from '../core/chart/chart-spec.ts';
import type { Frame, HitArea } from './chart-drawing.ts';
import { Chart } from './chart-parts.ts';
import { chartDrawing } from './draw-chart.ts';
import { SvgContext } from './svg-context.ts';
import { element, escapeMarkup, safeHref } from './svg-markup.ts';

/** What stands inside the `svg` element of one chart. */
export interface ChartPicture {
  readonly width: number;
  readonly height: number;
  /** Markup of the marks. */
  readonly marks: string;
  readonly hitAreas: readonly HitArea[];
}

/** Lets Chart.js draw a bar, line or column chart on a context that records SVG. */
export function drawWithChartJs(spec: SeriesChartSpec, frame: Frame, idPrefix: string): ChartPicture {
  const { config, width, height, hitAreas } = chartDrawing(spec, frame);
  const context = new SvgContext(width, height, idPrefix, frame.measure);
  const chart = new Chart(context.canvas as unknown as ChartItem, {
    ...config,
    platform: BasicPlatform,
    options: { ...config.options, devicePixelRatio: 1, events: [] },
  });
  try {
    return { width, height, marks: context.markup(), hitAreas: hitAreas(chart as Chart) };
  } finally {
    chart.destroy();
  }
}

/**
 * A layer over the marks: where one leads somewhere, a link that says its value, and else its value as a tooltip. No script
 * is needed.
 */
export function hitLayer(areas: readonly HitArea[]): string {
  return areas
    .map(({ left, top, right, bottom, text, point }) => {
      const area = { x: left, y: top, width: right - left, height: bottom - top };
      const href = safeHref(point.href);
      return href === undefined
        ? element('rect', area, element('title', {}, escapeMarkup(text)))
        : element('a', { href, 'aria-label': text }, element('rect', area));
    })
    .join('');
}
