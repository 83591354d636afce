/** The next number of a row of a table: at least 0, below 1. */
export type Draw = () => number;

/**
 * The numbers of one row, the same on every machine: a row does not know how many were drawn for those before it, so a
 * table can be made again, or begun in the middle.
 *
 * @example drawsOf('results', 7)() // the same each time; another one of row 8, and of transactions
 */
export function drawsOf(table: string, row: number): Draw {
  // Mulberry32 (Tommy Ettinger, public domain).
  let state = mixed(textHash(table) ^ mixed(row));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0, below `below`. */
export function whole(draw: Draw, below: number): number {
  return Math.floor(draw() * below);
}

/** True for `share` of all draws. */
export function falls(draw: Draw, share: number): boolean {
  return draw() < share;
}

/** One of a list that has one, each as often. */
export function pick<Item>(draw: Draw, items: readonly Item[]): Item {
  return items[whole(draw, items.length)] as Item;
}

/**
 * A count as counts are: most are small, a few are hundreds of times as large.
 *
 * @example skewed(draw, 10, 5000) // half of them below 17, one in a hundred above 250
 */
export function skewed(draw: Draw, least: number, most: number): number {
  return Math.min(most, Math.floor(least * (1 - draw()) ** -0.7));
}

/** Which of several is drawn: `ends[n]` is the share of all draws that fall on the first n + 1. */
export interface Weights {
  readonly ends: readonly number[];
}

/** @example weights([3, 1]) // the first one three times as often as the second */
export function weights(of: readonly number[]): Weights {
  const all = of.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return {
    ends: of.map((weight) => {
      sum += weight;
      return sum / all;
    }),
  };
}

/**
 * Zipf's law: the nth of `count` has a weight of 1 / n to the power of `skew`.
 *
 * @example zipf(200, 1.1) // the first has more than a fifth of all, the last 100 together less than a tenth
 */
export function zipf(count: number, skew: number): Weights {
  return weights(Array.from({ length: count }, (_, rank) => (rank + 1) ** -skew));
}

/** The position that a draw falls on. */
export function weighted(draw: Draw, { ends }: Weights): number {
  const at = draw();
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at < (ends[middle] ?? 1)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** In an order that has nothing to do with the one they came in. */
export function shuffled<Item>(subject: string, items: readonly Item[]): readonly Item[] {
  return items
    .map((item, row) => ({ item, at: drawsOf(subject, row)() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** The id of a row of a table. No two rows of a table have one: its first part is a number of 32 bits turned about. */
export function idOf(table: string, row: number): string {
  const draw = drawsOf(`id of ${table}`, row);
  const rest = Array.from({ length: 3 }, () => hex(Math.floor(draw() * 4_294_967_296))).join('');
  return `${hex(mixed(row))}-${rest.slice(0, 4)}-4${rest.slice(4, 7)}-a${rest.slice(7, 10)}-${rest.slice(10, 22)}`;
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0');
}

/** MurmurHash3's finaliser, which gives each number of 32 bits another one. */
function mixed(number: number): number {
  let bits = number | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

function textHash(text: string): number {
  let bits = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  return bits;
}
