import type { Point } from './svg-path.ts';

export type Segment = readonly [from: Point, to: Point];

/**
 * The parts of parallel lines, rising at 45° and `spacing` pixels apart, that lie inside a shape. The shape is its
 * closed rings, holes among them (even-odd). Lines are cut here rather than with a pattern or a clip, because a pattern
 * prints as a raster image.
 */
export function hatch(rings: readonly (readonly Point[])[], spacing: number): readonly Segment[] {
  // On a line rising at 45°, x + y stays the same; all lines of all shapes share one grid, so neighbours match.
  const step = spacing * Math.SQRT2;
  const sums = rings.flatMap((ring) => ring.map(([x, y]) => x + y));
  const lowest = sums.reduce((least, sum) => Math.min(least, sum), Number.POSITIVE_INFINITY);
  const highest = sums.reduce((most, sum) => Math.max(most, sum), Number.NEGATIVE_INFINITY);
  const segments: Segment[] = [];
  for (let line = Math.ceil(lowest / step); line * step < highest; line += 1) {
    const crossings = rings.flatMap((ring) => crossingsOf(ring, line * step)).sort((a, b) => a - b);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from, to] = [crossings[index] ?? 0, crossings[index + 1] ?? 0];
      segments.push([pointOn(line * step, from), pointOn(line * step, to)]);
    }
  }
  return segments;
}

function pointOn(sum: number, x: number): Point {
  return [x, sum - x];
}

/** Where the edges of a ring cross the line x + y = sum, as x. Half-open edges: a corner on the line counts once. */
function crossingsOf(ring: readonly Point[], sum: number): readonly number[] {
  const found: number[] = [];
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
    const [before, after] = [x1 + y1 - sum, x2 + y2 - sum];
    if (before < 0 !== after < 0) found.push(x1 + ((x2 - x1) * before) / (before - after));
  });
  return found;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function ringOf({ left, top, right, bottom }: Box): readonly Point[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}
