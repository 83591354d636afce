import { type ChartSpec, hasSeries, type PictureSpec } from '../core/chart/chart-spec.ts';
import { RecentlyUsed } from '../core/recently-used.ts';
import type { Frame } from './chart-drawing.ts';
import { drawWithChartJs, hitLayer } from './chart-svg.ts';
import { drawFlow } from './flow/flow-picture.ts';
import { drawMap } from './map/map-picture.ts';
import { PALETTES, type PaletteName } from './palette.ts';
import { measurePlex } from './plex.adapter.ts';
import { element, idOf, safeHref } from './svg-markup.ts';
import { FONT_STACK } from './text-measure.ts';
import { drawTimeline } from './timeline/timeline-picture.ts';

export { type Brand, brandCss, brandOf } from './brand.ts';
export { hatchingLabel } from './legend.ts';
export { isEnlarged } from './map/map-panels.ts';
export { type OtherFont, otherFontFor, otherFonts } from './other-scripts.adapter.ts';
export { chartCss, chartTokens, type PaletteName } from './palette.ts';
export { measurePlex, plexHas } from './plex.adapter.ts';
export { rowBar } from './row-bar.ts';
export { rowColumns } from './row-columns.ts';
export { signsIn } from './signs.ts';
export { OTHER_SCRIPTS } from './text-measure.ts';

export interface ChartSvgOptions {
  /** Pixels. A chart is laid out for its width: drawn at 340 it is another picture, not a smaller one. */
  readonly width: number;
  /** Pixels; bars look best at the height they choose, which is also the default for the others. */
  readonly height?: number;
  /** For paper: rows of bars for eyes and not for fingers. */
  readonly dense?: boolean;
  /** `tokens` (default) follows the page between light and dark; `light` for paper. */
  readonly palette?: PaletteName;
  /** False for paper: no tooltips and no links. */
  readonly interactive?: boolean;
  /** A class beside `chart-svg`, such as `chart-narrow`. */
  readonly className?: string;
}

/** The SVG of a chart, drawn anew. The same spec and options give the same bytes. */
export function drawChart(spec: ChartSpec, options: ChartSvgOptions): string {
  return pictureOf(spec, options).svg;
}

/** An SVG, and how high it is. */
export interface DrawnChart {
  readonly svg: string;
  /** Pixels. */
  readonly height: number;
}

/** The same with its height. */
export function pictureOf(spec: ChartSpec, options: ChartSvgOptions): DrawnChart {
  const { width, height, dense = false, palette: name = 'tokens', interactive = true, className } = options;
  const palette = PALETTES[name];
  const frame: Frame = {
    width,
    dense,
    palette,
    measure: measurePlex,
    ...(height === undefined ? {} : { height }),
  };
  const chart = hasSeries(spec)
    ? drawWithChartJs(spec, frame, `${idOf(spec.id)}-${width}`)
    : { hitAreas: [], ...drawPicture(spec, frame, interactive) };
  const layer = interactive ? hitLayer(chart.hitAreas) : '';
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: className === undefined ? 'chart-svg' : `chart-svg ${className}`,
    width: chart.width,
    height: chart.height,
    viewBox: `0 0 ${chart.width} ${chart.height}`,
    'font-family': FONT_STACK,
    'font-size': 12,
    fill: palette['chart-ink'],
  };
  // Where every mark is a link that says its value, the letters of the picture would be read out a second time.
  const said = chart.hitAreas.length > 0 && chart.hitAreas.every(({ point }) => safeHref(point.href));
  const hidden = said && interactive ? 'true' : undefined;
  const marks = element('g', { class: 'chart-marks', 'aria-hidden': hidden }, chart.marks);
  const links =
    layer === '' ? '' : element('g', { class: 'chart-hits', fill: 'none', 'pointer-events': 'all' }, layer);
  return { svg: element('svg', root, marks + links), height: chart.height };
}

/** What is drawn without Chart.js has its links and tooltips on its own marks. */
function drawPicture(spec: PictureSpec, frame: Frame, interactive: boolean) {
  switch (spec.type) {
    case 'map':
      return drawMap(spec, frame, interactive);
    case 'flow':
      return drawFlow(spec, frame, interactive);
    case 'timeline':
      return drawTimeline(spec, frame, interactive);
  }
}

/** Enough for every chart of every page in a few languages and filters; about 5 MB when full. */
const drawn = new RecentlyUsed<DrawnChart>(500);

/** A chart that is asked for. */
export interface ChartOrder {
  readonly spec: ChartSpec;
  readonly options: ChartSvgOptions;
}

/** Where charts are noted in place of being drawn; null: they are drawn. */
let noted: ChartOrder[] | null = null;
const NOT_DRAWN = '<svg></svg>';

/**
 * The SVG of a chart: vector only, real text, no script, no style and nothing from outside. Drawn once for each spec and
 * options, then remembered; the least recently used is forgotten first.
 *
 * @example chartSvg(spec, { width: 720 }) // '<svg xmlns="…" class="chart-svg" width="720" …'
 */
export function chartSvg(spec: ChartSpec, options: ChartSvgOptions): string {
  if (noted !== null && !drawn.has(keyOf({ spec, options }))) {
    noted.push({ spec, options });
    return NOT_DRAWN;
  }
  return remembered({ spec, options }).svg;
}

/** The charts that `show` asks for and nobody has drawn so far: to be drawn elsewhere, remembered, and shown then. */
export function undrawnCharts(show: () => void): readonly ChartOrder[] {
  const orders: ChartOrder[] = [];
  noted = orders;
  try {
    show();
  } finally {
    noted = null;
  }
  return orders;
}

/** As `pictureOf` drew it, perhaps in another thread. */
export function rememberChart(order: ChartOrder, chart: DrawnChart): void {
  drawn.get(keyOf(order), () => chart);
}

/** How high its SVG is, in pixels of its width. */
export function chartHeight(spec: ChartSpec, options: ChartSvgOptions): number {
  return remembered({ spec, options }).height;
}

function remembered({ spec, options }: ChartOrder): DrawnChart {
  return drawn.get(keyOf({ spec, options }), () => pictureOf(spec, options));
}

function keyOf({ spec, options }: ChartOrder): string {
  return JSON.stringify([spec, options]);
}
