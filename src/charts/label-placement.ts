import type { Box } from './hatch.ts';
import type { Point } from './svg-path.ts';

export function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

export function around([x, y]: Point, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

export function grow({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

/** True where two straight lines cross between their ends. */
export function intersect([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const side = ([px, py]: Point, [qx, qy]: Point, [rx, ry]: Point): number =>
    (qx - px) * (ry - py) - (qy - py) * (rx - px);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** True where a straight line from one point to another enters the box (Liang and Barsky's clipping). */
export function crosses(box: Box, [x1, y1]: Point, [x2, y2]: Point): boolean {
  let [enter, leave] = [0, 1];
  const sides: readonly (readonly [number, number])[] = [
    [x1 - x2, x1 - box.left],
    [x2 - x1, box.right - x1],
    [y1 - y2, y1 - box.top],
    [y2 - y1, box.bottom - y1],
  ];
  for (const [slope, distance] of sides) {
    if (slope === 0) {
      if (distance <= 0) return false;
    } else if (slope < 0) enter = Math.max(enter, distance / slope);
    else leave = Math.min(leave, distance / slope);
  }
  return enter < leave;
}

/**
 * Positions along one line for labels of equal height, as near as can be to where each would like to stand and at
 * least `height` apart, inside `from` to `to` (their middles). Labels keep their order; where there is no room for
 * all, they stand evenly.
 */
export function spread(
  wanted: readonly number[],
  height: number,
  from: number,
  to: number,
): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const gap = order.length > 1 ? Math.min(height, (to - from) / (order.length - 1)) : height;
  const placed = [...wanted];
  let floor = from;
  for (const index of order) {
    placed[index] = Math.max(floor, Math.min(wanted[index] ?? 0, to));
    floor = (placed[index] ?? 0) + gap;
  }
  let ceiling = to;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(ceiling, placed[index] ?? 0);
    ceiling = (placed[index] ?? 0) - gap;
  }
  return placed;
}
