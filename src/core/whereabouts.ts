import { MEMBER_STATES } from './country-sheet.ts';
import { isRegion } from './dimension.ts';
import type { Facts } from './facts.ts';
import type { Day } from './program.ts';
import type { Result } from './result.ts';

/** What is known of where and since when programmes run. */
export interface Whereabouts {
  readonly programs: readonly {
    readonly code: string;
    readonly parent: string | null;
    readonly start: Day | null;
    /** Its own; none: its parent's. */
    readonly places: readonly { readonly code: string }[];
  }[];
  readonly places: readonly { readonly code: string; readonly countries: readonly string[] }[];
  readonly memberships: Facts['memberships'];
}

/** `elsewhere`: its programme does not run there; `before-start`: its period ended before the programme began. */
export type Astray = 'elsewhere' | 'before-start';

/**
 * Tells what is strange about where and when a figure stands. It is counted all the same: the record of the programme
 * may be what is wrong. A programme runs where it or its activities say, or its parent where they say nothing; nothing
 * is strange about a place where that is not known, nor about a region whose countries nobody named.
 *
 * @example astrayIn(facts)(police trained by CARGO-CL in AR in June 2017) // ['elsewhere']
 */
export function astrayIn({ programs, places, memberships }: Whereabouts) {
  const byCode = new Map(programs.map((program) => [program.code, program]));
  const childrenOf = Map.groupBy(programs, ({ parent }) => parent);
  const countriesOf = new Map(places.map(({ code, countries }) => [code, new Set(countries)]));
  countriesOf.set(MEMBER_STATES, new Set(memberships.map(({ country }) => country)));

  /** Of a cycle, which nothing forbids here, each is walked through once. */
  const inherited = (code: string, seen: ReadonlySet<string> = new Set()): readonly string[] => {
    const program = byCode.get(code);
    if (program === undefined || seen.has(code)) return [];
    if (program.places.length > 0) return program.places.map((place) => place.code);
    return program.parent === null ? [] : inherited(program.parent, new Set([...seen, code]));
  };
  const ownBelow = (code: string, seen: ReadonlySet<string> = new Set()): readonly string[] =>
    (childrenOf.get(code) ?? [])
      .filter((child) => !seen.has(child.code))
      .flatMap((child) => [
        ...child.places.map((place) => place.code),
        ...ownBelow(child.code, new Set([...seen, child.code])),
      ]);

  const runs = new Map<string, ReadonlySet<string>>();
  const placesOf = (program: string): ReadonlySet<string> => {
    const known = runs.get(program) ?? new Set([...inherited(program), ...ownBelow(program)]);
    runs.set(program, known);
    return known;
  };
  const isElsewhere = (program: string, place: string): boolean => {
    const known = placesOf(program);
    return known.size > 0 && !known.values().some((each) => overlap(each, place));
  };
  /** One place is, holds, or may hold another or a part of it. */
  const overlap = (one: string, other: string): boolean => {
    if (one === other) return true;
    const [here, there] = [one, other].map((code) =>
      isRegion(code) ? (countriesOf.get(code) ?? new Set<string>()) : new Set([code]),
    );
    if (here === undefined || there === undefined || here.size === 0 || there.size === 0) return true;
    return !here.isDisjointFrom(there);
  };

  return ({
    program,
    place,
    periodEnd,
  }: Pick<Result, 'program' | 'place' | 'periodEnd'>): readonly Astray[] => {
    const start = byCode.get(program)?.start ?? null;
    return [
      ...(place !== null && isElsewhere(program, place) ? (['elsewhere'] as const) : []),
      ...(start !== null && periodEnd !== null && periodEnd < start ? (['before-start'] as const) : []),
    ];
  };
}
