import { hatch } from './hatch.ts';
import { PALETTES } from './palette.ts';
import { decimal, element } from './svg-markup.ts';

/** Pixels. */
const [WIDTH, HEIGHT] = [170, 11];
const HATCH_SPACING = 5;

/**
 * The bar of one row of a table on paper, from zero: the same mark as in a chart of bars, hatched where it is muted.
 *
 * @param share of the longest bar, from 0 to 1
 */
export function rowBar(share: number, muted: boolean): string {
  const palette = PALETTES.light;
  const width = Math.max(share * WIDTH, share > 0 ? 1 : 0);
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
    bar + zero,
  );
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
