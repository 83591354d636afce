import { hatch } from './hatch.ts';
import { PALETTES } from './palette.ts';
import { decimal, element } from './svg-markup.ts';

/** Pixels. */
const [WIDTH, HEIGHT] = [170, 11];
const HATCH_SPACING = 5;

/** How far the line of a goal stands out of its bar, and how large the point is where it should be by now. */
const [GOAL_ARM, POINT, CIRCLE] = [3, 3.5, 3];

/** A bar of one row, its lengths as shares of the longest of all rows, from 0 to 1. */
export interface RowBar {
  /** Null: nothing is reported. */
  readonly share: number | null;
  readonly muted: boolean;
  /** What it is to reach, and what it should have reached by now. */
  readonly goal?: number | undefined;
  readonly expected?: number | undefined;
  /** From where it set out. */
  readonly baseline?: number | undefined;
}

/**
 * The bar of one row of a table on paper, from zero: the same mark as in a chart of bars, hatched where it is muted; with a
 * goal, a pale way to it, a line where it is, a point where the bar should end by now, and an open circle where it set out.
 */
export function rowBar({ share, muted, goal, expected, baseline }: RowBar): string {
  const palette = PALETTES.tokens;
  const long = share ?? 0;
  const width = Math.max(long * WIDTH, long > 0 ? 1 : 0);
  const colour = palette['series-1'];
  const bar = muted
    ? hatchedBar(width, colour)
    : element('rect', { x: 0, y: 0, width: decimal(width), height: HEIGHT, fill: colour });
  const zero = element('path', {
    d: `M0 -2V${HEIGHT + 2}`,
    stroke: palette['chart-axis'],
    'stroke-width': 1,
  });
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'row-bar',
      width: WIDTH,
      height: HEIGHT,
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    },
    wayTo(goal, share !== null) + (long > 0 ? bar : '') + zero + pointAt(expected) + circleAt(baseline),
  );
}

/** A way with nothing on it would look like a goal that is reached. */
function wayTo(goal: number | undefined, isReported: boolean): string {
  if (goal === undefined) return '';
  const { 'chart-line': pale, 'chart-ink': ink } = PALETTES.tokens;
  const at = goal * WIDTH;
  const way = { x: 0, y: 0, width: decimal(at), height: HEIGHT, fill: pale };
  const line = { x: decimal(at - 1), y: -GOAL_ARM, width: 2, height: HEIGHT + 2 * GOAL_ARM, fill: ink };
  return (isReported ? element('rect', way) : '') + element('rect', line);
}

function pointAt(expected: number | undefined): string {
  if (expected === undefined) return '';
  const at = expected * WIDTH;
  const [left, right] = [at - POINT, at + POINT].map((x) => decimal(x));
  const d = `M${left} ${-POINT}H${right}L${decimal(at)} 1Z`;
  return element('path', { d, fill: PALETTES.tokens['chart-ink'] });
}

function circleAt(baseline: number | undefined): string {
  if (baseline === undefined) return '';
  const { 'chart-surface': surface, 'chart-ink': ink } = PALETTES.tokens;
  const at = { cx: decimal(baseline * WIDTH), cy: HEIGHT / 2, r: CIRCLE };
  return element('circle', { ...at, fill: surface, stroke: ink, 'stroke-width': 1.5 });
}

function hatchedBar(width: number, colour: string): string {
  const corners = [
    [0, 0],
    [width, 0],
    [width, HEIGHT],
    [0, HEIGHT],
  ] as const;
  const lines = hatch([corners], HATCH_SPACING)
    .map(([[x1, y1], [x2, y2]]) => `M${decimal(x1)} ${decimal(y1)}L${decimal(x2)} ${decimal(y2)}`)
    .join('');
  const frame = element('path', {
    d: `M0.5 0.5H${decimal(Math.max(0.5, width - 0.5))}V${HEIGHT - 0.5}H0.5Z`,
    fill: 'none',
    stroke: colour,
    'stroke-width': 1,
  });
  return element('path', { d: lines, fill: 'none', stroke: colour, 'stroke-width': 1 }) + frame;
}
