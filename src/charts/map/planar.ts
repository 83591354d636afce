import type { Box } from '../hatch.ts';
import type { Point } from '../svg-path.ts';

/** A closed line; its last point joins its first. */
export type Ring = readonly Point[];

/** Leaves out the points that lie within `tolerance` of the line without them (Douglas and Peucker); ends stay. */
export function simplify(points: readonly Point[], tolerance: number): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (points.length < 3 || first === undefined || last === undefined) return points;
  let furthest = 0;
  let distance = 0;
  points.forEach((point, index) => {
    const here = distanceToSegment(point, first, last);
    if (here > distance) [furthest, distance] = [index, here];
  });
  if (distance <= tolerance) return [first, last];
  return [
    ...simplify(points.slice(0, furthest + 1), tolerance),
    ...simplify(points.slice(furthest), tolerance).slice(1),
  ];
}

function distanceToSegment([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

/** The part of a ring inside a box (Sutherland and Hodgman); empty where they do not meet. */
export function clipRing(ring: Ring, box: Box): Ring {
  const sides: readonly ((point: Point) => number)[] = [
    ([x]) => x - box.left,
    ([x]) => box.right - x,
    ([, y]) => y - box.top,
    ([, y]) => box.bottom - y,
  ];
  return sides.reduce(clipSide, ring);
}

/** `inside` is the distance from the side, negative beyond it. */
function clipSide(ring: Ring, inside: (point: Point) => number): Ring {
  return ring.flatMap((point, index) => {
    const next = ring[(index + 1) % ring.length] ?? point;
    const [here, there] = [inside(point), inside(next)];
    const kept = here >= 0 ? [point] : [];
    if (here < 0 === there < 0) return kept;
    const part = here / (here - there);
    return [
      ...kept,
      [point[0] + (next[0] - point[0]) * part, point[1] + (next[1] - point[1]) * part] as const,
    ];
  });
}

/** In square pixels, whichever way the ring runs. */
export function areaOf(ring: Ring): number {
  return Math.abs(signedArea(ring));
}

function signedArea(ring: Ring): number {
  return (
    ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
      return sum + x * nextY - nextX * y;
    }, 0) / 2
  );
}

/** The centre of gravity of the area; of the points where there is no area. */
export function centreOf(ring: Ring): Point {
  const area = signedArea(ring);
  const sum = (of: (point: Point, next: Point) => number): number =>
    ring.reduce((total, point, index) => total + of(point, ring[(index + 1) % ring.length] ?? point), 0);
  if (Math.abs(area) < 1e-6) return [sum(([x]) => x) / ring.length, sum(([, y]) => y) / ring.length];
  const moment = (axis: 0 | 1): number =>
    sum((point, next) => (point[axis] + next[axis]) * (point[0] * next[1] - next[0] * point[1]));
  return [moment(0) / (6 * area), moment(1) / (6 * area)];
}

export function boundsOf(ring: Ring): Box {
  const start = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  return ring.reduce(
    ({ left, top, right, bottom }, [x, y]) => ({
      left: Math.min(left, x),
      top: Math.min(top, y),
      right: Math.max(right, x),
      bottom: Math.max(bottom, y),
    }),
    start,
  );
}
