import type { Box } from '../hatch.ts';
import { contains, grow, overlaps } from '../label-placement.ts';
import type { Point } from '../svg-path.ts';
import type { LandGrid } from './land-grid.ts';
import type { Outline } from './outlines.ts';
import { boundsOf } from './planar.ts';
import type { ShadingStep } from './shading.ts';

export const MAP_LABEL_SIZE = 12;
export const LABEL_LINE = 14;
/** Between a label and anything else. */
export const LABEL_AIR = 3;

/** What is to be written for one country: its name and its value, and their widths. */
export interface WantedLabel {
  readonly outline: Outline;
  readonly name: string;
  readonly value: string;
  readonly nameWidth: number;
  readonly valueWidth: number;
  /** Between name and value on one line. */
  readonly space: number;
  /** Of the circle that stands for the country; 0 where it is drawn as a shape. */
  readonly radius: number;
  readonly shade: ShadingStep['shade'] | undefined;
  readonly hatched: boolean;
}

/** What labels have to keep clear of. */
export interface Surroundings {
  readonly area: Box;
  readonly land: LandGrid;
  readonly touchesLand: (box: Box) => boolean;
  /** For the countries on whose colour no other name may stand. */
  readonly touchesShade: (box: Box) => boolean;
  readonly reserved: readonly Box[];
}

/** One line of name and value, two lines, or the value alone where there is no room for more. */
export type LabelLayout = 'line' | 'stack' | 'value';

export type Leader = readonly [from: Point, to: Point];

/** A place where a label may stand as far as the map itself is concerned. */
export interface LabelPlace {
  readonly box: Box;
  readonly align: 'start' | 'middle' | 'end';
  readonly layout: LabelLayout;
  /** True where the label stands on its own country's colour. */
  readonly inside: boolean;
  readonly leader: Leader | undefined;
  /** How bad the place is, in pixels of distance. */
  readonly cost: number;
}

const LAYOUTS = ['line', 'stack', 'value'] as const;
const LAYOUT_COST: Readonly<Record<LabelLayout, number>> = { line: 0, stack: 16, value: 260 };
/** What it costs to stand over land without a value, and to lead over another country. */
const OVER_LAND = 45;
const OVER_BORDER = 30;

/** Around the country; east first, because a name reads away from its country. */
const DIRECTIONS = [0, 180, -45, 45, -135, 135, -90, 90, -22, 22, -158, 158, -67, 67, -113, 113].map(
  (degrees): Point => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)],
);
const DISTANCES = [6, 9, 12, 18, 24, 32, 40, 50, 60, 72, 84, 98, 112, 128];
/** Further away than this, a value without a name would seem to belong to something else. */
const MAX_BARE = 24;
/** A direction this near to straight up or down puts the label in the middle above or below. */
const UPRIGHT = 0.1;
/** A leader shorter than this says nothing that the place of the label does not. */
const MIN_LEADER = 9;

/** Where a label may stand, the best place first: on its country if it fits there, else around it. */
export function labelPlaces(wanted: WantedLabel, surroundings: Surroundings): readonly LabelPlace[] {
  const inside = wanted.radius > 0 ? [] : placesInside(wanted, surroundings);
  const places = inside.length > 0 ? inside : placesAround(wanted, surroundings);
  return places.toSorted((one, other) => one.cost - other.cost);
}

function sizeOf(
  wanted: WantedLabel,
  layout: LabelLayout,
): { readonly width: number; readonly height: number } {
  const { nameWidth, valueWidth, space } = wanted;
  if (layout === 'line') return { width: nameWidth + space + valueWidth, height: LABEL_LINE };
  if (layout === 'stack') return { width: Math.max(nameWidth, valueWidth), height: LABEL_LINE * 2 };
  return { width: valueWidth, height: LABEL_LINE };
}

/** In one line if that fits anywhere on the country, else in two. */
function placesInside(wanted: WantedLabel, { area, land, reserved }: Surroundings): readonly LabelPlace[] {
  const { outline } = wanted;
  const { rings, centre } = outline;
  const [largest] = rings;
  if (largest === undefined) return [];
  const { left, top, right, bottom } = boundsOf(largest);
  const steps = [0.5, 0.4, 0.6, 0.3, 0.7];
  const grid = steps.flatMap((v) =>
    steps.map((u): Point => [left + (right - left) * u, top + (bottom - top) * v]),
  );
  for (const layout of ['line', 'stack'] as const) {
    const { width, height } = sizeOf(wanted, layout);
    const places = [centre, ...grid].flatMap(([x, y]): LabelPlace[] => {
      const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
      const free = contains(area, box) && !reserved.some((other) => overlaps(other, box));
      if (!free || !isAllOf(outline, grow(box, 2), land)) return [];
      const cost = Math.hypot(x - centre[0], y - centre[1]) / 10;
      return [{ box, align: 'middle', layout, inside: true, leader: undefined, cost }];
    });
    if (places.length > 0) return places;
  }
  return [];
}

function placesAround(wanted: WantedLabel, surroundings: Surroundings): readonly LabelPlace[] {
  const { centre } = wanted.outline;
  return LAYOUTS.flatMap((layout) => {
    const { width, height } = sizeOf(wanted, layout);
    const distances = layout === 'value' ? DISTANCES.filter((distance) => distance <= MAX_BARE) : DISTANCES;
    return distances.flatMap((distance) =>
      DIRECTIONS.flatMap(([dx, dy]): LabelPlace[] => {
        const reach = wanted.radius + distance;
        const box = boxBeyond([centre[0] + dx * reach, centre[1] + dy * reach], dx, dy, width, height);
        const leader = leaderTo(wanted, box, distance);
        const ground = groundCost(box, leader, wanted.outline, surroundings);
        if (ground === undefined) return [];
        const align = Math.abs(dx) < UPRIGHT ? 'middle' : dx > 0 ? 'start' : 'end';
        return [{ box, align, layout, inside: false, leader, cost: distance + LAYOUT_COST[layout] + ground }];
      }),
    );
  });
}

/** The box whose nearest edge is at a point seen in a direction. */
function boxBeyond([x, y]: Point, dx: number, dy: number, width: number, height: number): Box {
  const upright = Math.abs(dx) < UPRIGHT;
  const left = upright ? x - width / 2 : dx > 0 ? x : x - width;
  const top = upright ? (dy < 0 ? y - height : y) : y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

function leaderTo({ outline, radius }: WantedLabel, box: Box, distance: number): Leader | undefined {
  if (radius > 0 && distance < MIN_LEADER) return undefined;
  const [x, y] = outline.centre;
  const room = grow(box, LABEL_AIR);
  const end: Point = [
    Math.max(room.left, Math.min(x, room.right)),
    Math.max(box.top, Math.min(y, box.bottom)),
  ];
  const length = Math.hypot(end[0] - x, end[1] - y);
  if (length < MIN_LEADER) return undefined;
  const start = radius / length;
  return [[x + (end[0] - x) * start, y + (end[1] - y) * start], end];
}

/** What the land under a label and its leader costs; undefined where a label may not stand. */
function groundCost(
  box: Box,
  leader: Leader | undefined,
  own: Outline,
  { area, land, touchesLand, touchesShade, reserved }: Surroundings,
): number | undefined {
  if (!contains(area, box) || reserved.some((other) => overlaps(other, box))) return undefined;
  const room = grow(box, LABEL_AIR);
  if (touchesShade(room)) return undefined;
  return (touchesLand(room) ? OVER_LAND : 0) + OVER_BORDER * crossed(leader, own, land);
}

/** How many other countries a leader runs over. */
function crossed(leader: Leader | undefined, own: Outline, land: LandGrid): number {
  if (leader === undefined) return 0;
  const [[x1, y1], [x2, y2]] = leader;
  const steps = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 4);
  const met = new Set<Outline>();
  for (let step = 0; step <= steps; step += 1) {
    const under = land.at(x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps);
    if (under !== undefined && under !== own) met.add(under);
  }
  return met.size;
}

function isAllOf(outline: Outline, { left, top, right, bottom }: Box, land: LandGrid): boolean {
  for (let y = top; y <= bottom; y += 2) {
    for (let x = left; x <= right; x += 2) if (land.at(x, y) !== outline) return false;
  }
  return true;
}
