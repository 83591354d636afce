import { type ChartSvgOptions, chartHeight, chartSvg, isEnlarged } from '../charts/index.ts';
import { isOnMap } from '../core/chart/americas.ts';
import { type ChartSpec, hasSeries, pointsIn } from '../core/chart/chart-spec.ts';
import type { Edition } from './edition.ts';

export { hatchingLabel, rowBar, rowColumns } from '../charts/index.ts';

/** Pixels. Half a page holds a figure of 548, a whole one of 1136 where long lines help nobody; a telephone's has 328. */
const HALF_WIDTH = 560;
const WHOLE_WIDTH = 760;
const NARROW_WIDTH = 328;
/**
 * A4 between its margins has 672, the half of it beside a gap of 6 mm 324. Laid out for a sixth more and shown that much
 * smaller, a chart has the letters of a table, and rows for eyes and not for fingers.
 */
const PAPER_WIDTH = 784;
const HALF_PAPER_WIDTH = 378;
/** With its heading, a map, a flow or a chart of years takes no more than a third of a sheet: what does not fit leaves no hole. */
const PAPER_HEIGHTS = { map: 216, flow: 240, line: 168, column: 168, timeline: 120 } as const;

/** Between the two: a little larger than drawn in half a page, and a little smaller on a telephone. */
const ONE_WIDTH = 420;

/** A chart of so many marks is laid out twice, so that it is at its best in either place. */
export const MOST_TWICE = 6;
/** Columns of a time chart that are far enough from each other to be links; more are followed from their table. */
const MOST_LINKED_TIMES = 15;

/**
 * The chart as its medium shows it. On screen a chart of few marks, and one that takes the whole width, is laid out twice,
 * for wide and for narrow places, of which the style sheet shows one; others are laid out once, for both: what is not seen
 * weighs, too. Of many marks, and of a map, the narrow one has no links, for it has no room for fingers. On paper once, without links.
 */
export function chartMarkup(spec: ChartSpec, { medium }: Edition, wide: boolean): string {
  if (medium === 'print') return chartSvg(spec, paperOptions(spec, wide));
  const marks = markCount(spec);
  const isOfTime = spec.type === 'line' || spec.type === 'column';
  const interactive = !isOfTime || marks <= MOST_LINKED_TIMES;
  if (!wide && marks > MOST_TWICE)
    return chartSvg(spec, { width: ONE_WIDTH, className: 'chart-one', interactive });
  return (
    chartSvg(spec, { width: wide ? WHOLE_WIDTH : HALF_WIDTH, className: 'chart-wide', interactive }) +
    chartSvg(spec, {
      width: NARROW_WIDTH,
      className: 'chart-narrow',
      interactive: interactive && isForFingers(spec) && marks <= MOST_TWICE,
    })
  );
}

/** Whether a map of one country is higher than wide: Central America and the Caribbean alone are wider. */
export function isPortraitMap(spec: ChartSpec): boolean {
  const { focus } = spec.type === 'map' ? spec : {};
  return focus !== undefined && !(isOnMap(focus) && isEnlarged(focus));
}

/**
 * A chart for a box of paper of its own, its letters as high as the text beside it.
 *
 * @param box in pixels of CSS
 */
export function boxedChart(spec: ChartSpec, box: ChartBox): string {
  return chartSvg(spec, boxOptions(spec, box));
}

/** How high such a chart is, where its box leaves that to it. */
export function boxedHeight(spec: ChartSpec, box: ChartBox): number {
  return chartHeight(spec, boxOptions(spec, box));
}

interface ChartBox {
  readonly width: number;
  readonly height?: number;
}

/** Names beside a time line have two lines: where it has a box, it has room. */
function boxOptions({ type }: ChartSpec, box: ChartBox): ChartSvgOptions {
  return { ...box, dense: type !== 'timeline', interactive: false };
}

/** How high a chart is on paper, as a share of its width. */
export function paperShape(spec: ChartSpec, wide: boolean): number {
  const options = paperOptions(spec, wide);
  return chartHeight(spec, options) / options.width;
}

function paperOptions(spec: ChartSpec, wide: boolean): ChartSvgOptions {
  return {
    width: wide ? PAPER_WIDTH : HALF_PAPER_WIDTH,
    ...(spec.type in PAPER_HEIGHTS && { height: PAPER_HEIGHTS[spec.type as keyof typeof PAPER_HEIGHTS] }),
    dense: true,
    interactive: false,
  };
}

/** Countries and bands are not, in a narrow chart. */
function isForFingers({ type }: ChartSpec): boolean {
  return type !== 'map' && type !== 'flow';
}

function markCount(spec: ChartSpec): number {
  // Of a stack a column is one mark; a flow has too many for fingers on a telephone, as a map has.
  if (!hasSeries(spec)) return pointsIn(spec).length;
  return Math.max(...spec.series.map(({ points }) => points.length));
}
