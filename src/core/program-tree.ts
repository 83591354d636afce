import { DomainError } from './errors.ts';
import { type OneOrMore, valuesOf } from './one-or-more.ts';
import type { Program, Share } from './program.ts';

/** Programmes with their activities, and what each takes from its parent (docs/counting.md, "Words"). */
export interface ProgramTree {
  /** Programmes without a parent, in the order given. */
  readonly roots: readonly Program[];
  /** Its direct activities, in the order given. */
  children(code: string): readonly Program[];
  /** Its parent, the parent's parent and so on, nearest first. */
  ancestors(code: string): readonly Program[];
  /** Codes of the programme itself and of everything below it. */
  withDescendants(code: string): ReadonlySet<string>;
  /** Whether a programme is one of those that were asked for, or lies below one; where none was, each is. */
  within(asked: OneOrMore | undefined): (code: string) => boolean;
  /** What holds for the programme, its own or inherited; empty for a programme that is not in the tree. */
  effective(code: string): Effective;
}

/** Where a programme's figures and money count, after inheritance. */
export interface Effective {
  readonly pillars: readonly Share[];
  readonly places: readonly Share[];
  /** Codes of the funding organisations, in order of code. */
  readonly funders: readonly string[];
}

type ParentOf = (program: Program) => Program | undefined;

const NOTHING: Effective = { pillars: [], places: [], funders: [] };

/**
 * The tree of a list of programmes. A programme that names no pillar, no place or no funding organisation takes its
 * parent's, each of the three on its own. A parent that is not in the list counts as none.
 *
 * @param fundedByThemselves those that take no parent's funders, though none of their own may be listed
 * @throws DomainError `PROGRAM.PARENT_CYCLE` (refused) where a programme is its own ancestor.
 * @example programTree(programs).effective('MAR-CR')
 *   // { pillars: its own multidimensional-security, places: CR, funders: ['canada'] }
 */
export function programTree(
  programs: readonly Program[],
  fundedByThemselves: ReadonlySet<string> = new Set(),
): ProgramTree {
  const byCode = new Map(programs.map((program) => [program.code, program]));
  const parentOf: ParentOf = (program) => (program.parent === null ? undefined : byCode.get(program.parent));
  const childrenOf = Map.groupBy(programs, (program) => parentOf(program)?.code);
  const children = (code: string) => childrenOf.get(code) ?? [];
  for (const program of programs) refuseCycle(program, parentOf);

  const inherited = new Map<string, Effective>();
  const effectiveOf = (program: Program): Effective => {
    const known = inherited.get(program.code);
    if (known !== undefined) return known;
    const parent = parentOf(program);
    const above = parent === undefined ? NOTHING : effectiveOf(parent);
    const effective = inherit(
      program,
      fundedByThemselves.has(program.code) ? { ...above, funders: [] } : above,
    );
    inherited.set(program.code, effective);
    return effective;
  };

  return {
    roots: childrenOf.get(undefined) ?? [],
    children,
    ancestors: (code) => [...climb(byCode.get(code), parentOf)].slice(1),
    withDescendants: (code) => new Set(walk(code, children)),
    within: (asked) => {
      if (asked === undefined) return () => true;
      const codes = new Set(valuesOf(asked).flatMap((code) => [...walk(code, children)]));
      return (code) => codes.has(code);
    },
    effective: (code) => {
      const program = byCode.get(code);
      return program === undefined ? NOTHING : effectiveOf(program);
    },
  };
}

function inherit(program: Program, parent: Effective): Effective {
  const funders = new Set(
    program.organisations.filter(({ role }) => role === 'funding').map(({ organisation }) => organisation),
  );
  return {
    pillars: program.pillars.length > 0 ? program.pillars : parent.pillars,
    places: program.places.length > 0 ? program.places : parent.places,
    funders: funders.size > 0 ? [...funders].sort() : parent.funders,
  };
}

function* walk(code: string, children: (code: string) => readonly Program[]): Generator<string> {
  yield code;
  for (const child of children(code)) yield* walk(child.code, children);
}

function* climb(from: Program | undefined, parentOf: ParentOf): Generator<Program> {
  for (let at = from; at !== undefined; at = parentOf(at)) yield at;
}

function refuseCycle(program: Program, parentOf: ParentOf): void {
  const path = new Set<string>();
  for (const { code } of climb(program, parentOf)) {
    if (path.has(code)) {
      throw new DomainError(
        'PROGRAM.PARENT_CYCLE',
        `Programme ${code} is its own ancestor: ${[...path].join(' > ')}.`,
        {
          kind: 'refused',
          remedy: 'Correct the parent of one of them.',
          values: { code },
        },
      );
    }
    path.add(code);
  }
}
