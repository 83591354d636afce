import { slug } from './text.ts';

/** A thing that has a name, in one or more languages. */
export interface Named {
  /** What the data call it. */
  readonly word: string;
  /** Everything that says it: its code, its names. */
  readonly says: readonly string[];
}

/** What a word turned out to be. */
export type FoundWord =
  | { readonly is: 'known'; readonly word: string }
  /** Nearly a known one: most likely mistyped. */
  | { readonly is: 'near'; readonly word: string }
  /** It says more than one. */
  | { readonly is: 'several'; readonly words: readonly string[] }
  | { readonly is: 'new' };

/** Finds what a word says among known things. */
export type FindWord = (given: string) => FoundWord;

/**
 * How words are looked up among known things: whatever their case, their accents and what stands between them, and in
 * every language that the things have names in. One that is nearly a known one is named with it, and is not it.
 *
 * @example with { word: 'officials trained', says: ['officials trained', 'funcionarios capacitados'] } known,
 *   'FUNCIONÁRIOS capacitados' is known, 'offcials trained' is near, and 'ships built' is new
 */
export function wordFinder(known: readonly Named[]): FindWord {
  const things = new Map<string, Set<string>>();
  for (const { word, says } of known) {
    for (const said of new Set(says.map(slug))) {
      if (said === '') continue;
      const words = things.get(said);
      if (words === undefined) things.set(said, new Set([word]));
      else words.add(word);
    }
  }
  const found = new Map<string, FoundWord>();
  return (given) => {
    const code = slug(given);
    const before = found.get(code);
    if (before !== undefined) return before;
    const words = [...(things.get(code) ?? [])];
    const answer = words.length > 0 ? theOneOf(words) : nearOf(code, things);
    found.set(code, answer);
    return answer;
  };
}

function theOneOf(words: readonly string[]): FoundWord {
  const [word = ''] = words;
  return words.length === 1 ? { is: 'known', word } : { is: 'several', words };
}

function nearOf(code: string, things: ReadonlyMap<string, ReadonlySet<string>>): FoundWord {
  const closest = closestWord(code, things.keys());
  const [word] = closest === null ? [] : (things.get(closest) ?? []);
  return word === undefined ? { is: 'new' } : { is: 'near', word };
}

/** The one of some codes that another one is most likely a slip of the hand of; null where none is. */
export function closestWord(code: string, codes: Iterable<string>): string | null {
  let closest: { readonly word: string; readonly distance: number } | null = null;
  for (const word of codes) {
    const distance = slipsBetween(code, word);
    if (distance !== null && (closest === null || distance < closest.distance)) closest = { word, distance };
  }
  return closest?.word ?? null;
}

/** More slips than this over all the words of a name are no slips. */
const MOST_SLIPS = 3;

/**
 * How many slips of the hand (a letter more, less or other, two exchanged) make one code of another; null where they are
 * rather two different things: other digits (`phase-1`, `phase-2`), a word put before (`formal`, `informal`), too many
 * slips for the length of a word, or a word of up to three letters that is another one.
 *
 * @example slipsBetween('offcials-trained', 'officials-trained') // 1
 * @example slipsBetween('men-trained', 'women-trained') // null
 * @example slipsBetween('trained-officials', 'officials-trained') // 1: the same words in another order
 */
export function slipsBetween(left: string, right: string): number | null {
  if (left === right) return 0;
  if (digitsOf(left) !== digitsOf(right)) return null;
  const [a, b] = [left.split(/[-_]/), right.split(/[-_]/)];
  if (a.length !== b.length) {
    const [joined, other] = [a.join(''), b.join('')];
    return Math.abs(a.length - b.length) === 1 && joined === other ? 1 : null;
  }
  if (a.length > 1 && a.toSorted().join(' ') === b.toSorted().join(' ')) return 1;
  let slips = 0;
  for (const [index, word] of a.entries()) {
    const most = slipsInWord(word, b[index] ?? '');
    if (most === null) return null;
    slips += most;
  }
  return slips <= MOST_SLIPS ? slips : null;
}

function digitsOf(code: string): string {
  return code.replace(/\P{N}+/gu, ' ').trim();
}

function slipsInWord(left: string, right: string): number | null {
  if (left === right) return 0;
  const shorter = Math.min(left.length, right.length);
  const most = shorter <= 3 ? 0 : shorter <= 7 ? 1 : 2;
  const difference = Math.abs(left.length - right.length);
  if (difference > most) return null;
  if (difference > 1 && (left.endsWith(right) || right.endsWith(left))) return null;
  const slips = distance(left, right);
  return slips <= most ? slips : null;
}

/** Letters to insert, delete, replace, or exchange with their neighbour (optimal string alignment). */
function distance(left: string, right: string): number {
  let before: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[right.length] ?? 0;
}
