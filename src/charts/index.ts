import type { ChartSpec } from '../core/chart/chart-spec.ts';
import type { Frame } from './chart-drawing.ts';
import { drawWithChartJs, hitLayer } from './chart-svg.ts';
import { drawMap } from './map/map-picture.ts';
import { PALETTES, type PaletteName } from './palette.ts';
import { measurePlex } from './plex.adapter.ts';
import { RecentlyUsed } from './recently-used.ts';
import { element, idOf, safeHref } from './svg-markup.ts';
import { FONT_STACK } from './text-measure.ts';

export { type OtherFont, otherFontFor, otherFonts } from './other-scripts.adapter.ts';
export { chartCss, chartTokens, type PaletteName } from './palette.ts';

export { plexHas } from './plex.adapter.ts';
export { signsIn } from './signs.ts';
export { OTHER_SCRIPTS } from './text-measure.ts';

export interface ChartSvgOptions {
  /** Pixels. A chart is laid out for its width: drawn at 340 it is another picture, not a smaller one. */
  readonly width: number;
  /** Pixels; bars and maps look best at the height they choose, which is also the default for the others. */
  readonly height?: number;
  /** `tokens` (default) follows the page between light and dark; `light` for paper. */
  readonly palette?: PaletteName;
  /** False for paper: no tooltips and no links. */
  readonly interactive?: boolean;
  /** A class beside `chart-svg`, such as `chart-narrow`. */
  readonly className?: string;
}

/** The SVG of a chart, drawn anew. The same spec and options give the same bytes. */
export function drawChart(spec: ChartSpec, options: ChartSvgOptions): string {
  const { width, height, palette: name = 'tokens', interactive = true, className } = options;
  const palette = PALETTES[name];
  const frame: Frame = { width, palette, measure: measurePlex, ...(height === undefined ? {} : { height }) };
  const picture =
    spec.type === 'map'
      ? { hitAreas: [], ...drawMap(spec, frame, interactive) }
      : drawWithChartJs(spec, frame, `${idOf(spec.id)}-${width}`);
  const layer = interactive ? hitLayer(picture.hitAreas) : '';
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: className === undefined ? 'chart-svg' : `chart-svg ${className}`,
    width: picture.width,
    height: picture.height,
    viewBox: `0 0 ${picture.width} ${picture.height}`,
    'font-family': FONT_STACK,
    'font-size': 12,
    fill: palette['chart-ink'],
  };
  // Where every mark is a link that says its value, the letters of the picture would be read out a second time.
  const said = picture.hitAreas.length > 0 && picture.hitAreas.every(({ point }) => safeHref(point.href));
  const hidden = said && interactive ? 'true' : undefined;
  const marks = element('g', { class: 'chart-marks', 'aria-hidden': hidden }, picture.marks);
  const links =
    layer === '' ? '' : element('g', { class: 'chart-hits', fill: 'none', 'pointer-events': 'all' }, layer);
  return element('svg', root, marks + links);
}

/** Enough for every chart of every page in a few languages and filters; about 5 MB when full. */
const drawn = new RecentlyUsed<string>(500);

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
  const key = keyOf({ spec, options });
  if (noted !== null && !drawn.has(key)) {
    noted.push({ spec, options });
    return NOT_DRAWN;
  }
  return drawn.get(key, () => drawChart(spec, options));
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

/** As `drawChart` drew it, perhaps in another thread. */
export function rememberChart(order: ChartOrder, svg: string): void {
  drawn.get(keyOf(order), () => svg);
}

function keyOf({ spec, options }: ChartOrder): string {
  return JSON.stringify([spec, options]);
}
