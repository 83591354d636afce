import type { Box } from './hatch.ts';
import { crosses, overlaps } from './label-placement.ts';
import type { Point } from './svg-path.ts';

/** One mark that may get its value written beside it. */
export interface LabelledMark {
  readonly series: number;
  readonly text: string;
  readonly width: number;
  /** What may stand in its place where all labels together are too wide; null: nothing shorter. */
  readonly shorter: { readonly text: string; readonly width: number } | null;
  /** The end of the column, or the point of the line. */
  readonly at: Point;
  readonly value: number;
  /** Where the column stands on: the height of zero. */
  readonly base: number;
  /** A column's label stands outside its end, and of one below zero above it where there is no room beneath; a line's above or below its point, where there is room. */
  readonly kind: 'column' | 'line';
}

export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

const HALF_HEIGHT = 7.5;
/** From the point to the middle of its label. */
const DISTANCE = 14;
/** Labels closer than this read as one number. */
const AIR = 4;
const NEAR = 40;

/**
 * The labels of all marks where they all find room, if need be shorter. Otherwise, for one series, that of the highest mark, which the title
 * names, and of the last, where there is room for it; for several none, as the axis says enough and some labels out of many would look as if the others had no value.
 */
export function placePointLabels(
  marks: readonly LabelledMark[],
  lines: readonly (readonly [Point, Point])[],
  area: Box,
  /** What already stands there. */
  taken: readonly Box[],
): readonly PlacedLabel[] {
  const shorter = marks.map((mark) => (mark.shorter === null ? mark : { ...mark, ...mark.shorter }));
  for (const some of [marks, shorter]) {
    const placed = placeEach(some, lines, area, taken);
    if (placed.every((label) => label !== null)) return placed;
  }
  return placeEach(keyMarks(marks), lines, area, taken).filter((label) => label !== null);
}

/** The last is left out where it is so near the highest that one would read as the other. */
function keyMarks(marks: readonly LabelledMark[]): readonly LabelledMark[] {
  const last = marks.at(-1);
  if (last === undefined || marks.some(({ series }) => series !== last.series)) return [];
  const highest = marks.reduce((best, mark) => (mark.value > best.value ? mark : best));
  return Math.abs(highest.at[0] - last.at[0]) > NEAR ? [highest, last] : [highest];
}

function placeEach(
  marks: readonly LabelledMark[],
  lines: readonly (readonly [Point, Point])[],
  area: Box,
  before: readonly Box[],
): readonly (PlacedLabel | null)[] {
  const taken = [...before];
  return marks.map((mark) => {
    for (const y of heightsOf(mark)) {
      const label = labelAt(mark, y, area);
      const { box } = label;
      const free =
        box.top >= area.top &&
        box.bottom <= area.bottom &&
        !taken.some((other) =>
          overlaps({ ...other, left: other.left - AIR, right: other.right + AIR }, box),
        ) &&
        !lines.some(([from, to]) => crosses(box, from, to));
      if (!free) continue;
      taken.push(box);
      return label;
    }
    return null;
  });
}

/** Where the middle of a label may stand, the best first. */
function heightsOf({ kind, value, base, at: [, y] }: LabelledMark): readonly number[] {
  if (kind === 'line') return [y - DISTANCE, y + DISTANCE];
  const away = DISTANCE - 3;
  return value >= 0 ? [y - away] : [y + away, base - away];
}

/** Centred on its mark, moved sideways only as far as the area asks. */
function labelAt({ text, width, at }: LabelledMark, y: number, area: Box): PlacedLabel {
  const half = width / 2;
  const x = Math.max(area.left + half, Math.min(at[0], area.right - half));
  return {
    text,
    x,
    y,
    box: { left: x - half, right: x + half, top: y - HALF_HEIGHT, bottom: y + HALF_HEIGHT },
  };
}
