import { decimal } from '../svg-markup.ts';
import type { Ring } from './planar.ts';

/** Steps from point to point, in tenths of a pixel, are the shortest way to write a coast. */
export function pathOf(rings: readonly Ring[]): string {
  return rings.map(ringPath).join('');
}

function ringPath(ring: Ring): string {
  let [x, y] = [0, 0];
  const steps = ring.map((point): string => {
    const [nextX, nextY] = [Math.round(point[0] * 10), Math.round(point[1] * 10)];
    const step = `${tenths(nextX - x)} ${tenths(nextY - y)}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  const [start = '', ...others] = steps;
  return `M${start}l${others.join(' ')}z`.replaceAll(' -', '-');
}

/** A whole number of tenths as a decimal, written as short as SVG allows: `-.3`. */
function tenths(count: number): string {
  return decimal(count / 10).replace(/^(-?)0\./, '$1.');
}
