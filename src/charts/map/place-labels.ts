import type { Box } from '../hatch.ts';
import { around, contains, crosses, grow, intersect, overlaps } from '../label-placement.ts';
import type { Point } from '../svg-path.ts';
import {
  LABEL_AIR,
  type LabelPlace,
  labelPlaces,
  type Surroundings,
  type WantedLabel,
} from './label-places.ts';

export interface MapLabel extends LabelPlace {
  readonly wanted: WantedLabel;
}

interface Wish {
  readonly wanted: WantedLabel;
  /** The best first. */
  readonly places: readonly LabelPlace[];
}

/** What it costs to leave a label out, in pixels of distance. */
const LEFT_OUT = 600;
const MAX_ROUNDS = 6;

/**
 * A place for the label of each country: on the country where it fits, otherwise as near as it can be without touching
 * another label, a line or a shaded country. Labels are placed one after the other in several orders, and the order
 * that serves them best together wins. One for which there is no place is left out; its value is in the tooltip and in
 * the table.
 */
export function placeMapLabels(
  labels: readonly WantedLabel[],
  surroundings: Surroundings,
): readonly MapLabel[] {
  const wishes = labels.map((wanted): Wish => ({ wanted, places: labelPlaces(wanted, surroundings) }));
  const dots = labels
    .filter(({ radius }) => radius > 0)
    .map(({ outline, radius }) => around(outline.centre, radius));
  const tries = ORDERS.flatMap((order) => placeInTurns(wishes.toSorted(order), dots));
  return tries.reduce((best, one) => (one.cost < best.cost ? one : best)).placed;
}

/** In an order, and again with those that fared badly in it moved to the front. */
function placeInTurns(order: readonly Wish[], dots: readonly Box[]): readonly Placement[] {
  const placements: Placement[] = [];
  let turn = order;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const placement = placeInOrder(turn, dots);
    placements.push(placement);
    if (placement.unhappy.size === 0) break;
    const { unhappy } = placement;
    turn = [...turn.filter((wish) => unhappy.has(wish)), ...turn.filter((wish) => !unhappy.has(wish))];
  }
  return placements;
}

function centre({ wanted }: Wish): Point {
  return wanted.outline.centre;
}

const ORDERS: readonly ((one: Wish, other: Wish) => number)[] = [
  (one, other) => one.places.length - other.places.length,
  (one, other) => centre(one)[1] - centre(other)[1],
  (one, other) => centre(other)[1] - centre(one)[1],
  (one, other) => centre(one)[0] - centre(other)[0],
  (one, other) => centre(other)[0] - centre(one)[0],
];

interface Placement {
  readonly placed: readonly MapLabel[];
  readonly cost: number;
  /** Those that are left out or show their value alone. */
  readonly unhappy: ReadonlySet<Wish>;
}

function placeInOrder(wishes: readonly Wish[], dots: readonly Box[]): Placement {
  const taken = [...dots];
  const placed: MapLabel[] = [];
  const unhappy = new Set<Wish>();
  let cost = 0;
  for (const wish of wishes) {
    const { wanted, places } = wish;
    const own = around(wanted.outline.centre, 0);
    const place = places.find((candidate) => isFree(candidate, own, taken, placed));
    cost += place?.cost ?? LEFT_OUT;
    if (place === undefined || place.layout === 'value') unhappy.add(wish);
    if (place === undefined) continue;
    placed.push({ ...place, wanted });
    taken.push(grow(place.box, LABEL_AIR));
  }
  return { placed, cost, unhappy };
}

/** `own` is where the country is: its leader starts there, so it need not keep clear of the dot around it. */
function isFree(
  { box, leader }: LabelPlace,
  own: Box,
  taken: readonly Box[],
  placed: readonly MapLabel[],
): boolean {
  if (taken.some((other) => overlaps(other, box))) return false;
  const room = grow(box, LABEL_AIR);
  const isMet = ({ leader: other }: MapLabel): boolean =>
    other !== undefined && (crosses(room, ...other) || (leader !== undefined && intersect(leader, other)));
  if (placed.some(isMet)) return false;
  return leader === undefined || !taken.some((other) => !contains(other, own) && crosses(other, ...leader));
}
