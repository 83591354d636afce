import { folded, isFound } from '../core/search.ts';
import { choicesOf } from './choices.ts';
import type { CodeName } from './query.ts';
import { choicesFor } from './typed-names.ts';
import type { View } from './view.ts';

/** What has a code and a name, but for programmes, of which there may be too many to look through. */
export type NamedKind = Exclude<CodeName, 'program'>;

export interface NamedChoice {
  readonly code: string;
  /** Its name in the reader's language. */
  readonly label: string;
  /** All that it is called, in any language. */
  readonly names: readonly string[];
}

/** Everything of a kind that a reader may see and that is in use, in the order of the reader's alphabet, regions last. */
export async function namedChoices(view: View, kind: NamedKind): Promise<readonly NamedChoice[]> {
  const [offered, named] = await Promise.all([choicesOf(view), choicesFor(kind, view)]);
  const namesOf = new Map(named.map(({ code, names }) => [code, names]));
  const listed = {
    pillar: offered.pillars,
    country: [...offered.countries, ...offered.regions],
    donor: offered.donors,
    indicator: offered.indicators,
  }[kind];
  return listed.map(({ value, label }) => ({ code: value, label, names: namesOf.get(value) ?? [] }));
}

/**
 * Those in whose code or names every word of a search stands.
 *
 * @example calledSo(countries, 'rep dom') // [{ code: 'DO', … }]
 */
export function calledSo(choices: readonly NamedChoice[], search: string): readonly NamedChoice[] {
  return choices.filter(({ code, label, names }) =>
    isFound({ code, names: { en: [label, ...names].join('\n') } }, search),
  );
}

/** The same with what begins so first, then what has a word that does; each in the order in which they stood. */
export function nearestFirst(found: readonly NamedChoice[], search: string): readonly NamedChoice[] {
  return found.toSorted((a, b) => nearness(a.label, search) - nearness(b.label, search));
}

/** 0: begins so; 1: a word of it does; 2: it is found elsewhere. */
function nearness(label: string, typed: string): number {
  const [name, start] = [folded(label), folded(typed.trim())];
  if (name.startsWith(start)) return 0;
  return name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(start)) ? 1 : 2;
}
