import type { Facts } from './facts.ts';
import { programTree } from './program-tree.ts';
import type { Readership } from './text.ts';

/**
 * Whose a text is. Unless somebody has said it, a text about what several fund is for the organisation, for it may name
 * them to each other; any other is for everybody.
 *
 * @param stated null: nobody has said it
 * @example readershipOf(null, true) // 'organisation'
 */
export function readershipOf(stated: Readership | null, severalFunders: boolean): Readership {
  return stated ?? (severalFunders ? 'organisation' : 'everybody');
}

/**
 * Codes of the programmes that several fund: a programme and all its activities count as one, for the texts of each may
 * speak of the others, and whoever gives money without being named among the funding organisations funds it too.
 *
 * @example programsOfSeveralFunders(reference) // NET-POL alone, of the bank, Italy and Honduras
 */
export function programsOfSeveralFunders({
  programs,
  transactions,
}: Pick<Facts, 'programs' | 'transactions'>): ReadonlySet<string> {
  const tree = programTree(programs);
  const rootOf = (code: string) => tree.ancestors(code).at(-1)?.code ?? code;
  const funders = [
    ...programs.flatMap(({ code, organisations }) =>
      organisations
        .filter(({ role }) => role === 'funding')
        .map(({ organisation }) => ({ root: rootOf(code), organisation })),
    ),
    ...transactions.flatMap(({ program, provider }) =>
      provider === null ? [] : [{ root: rootOf(program), organisation: provider }],
    ),
  ];
  const shared = new Set(
    Map.groupBy(funders, ({ root }) => root)
      .entries()
      .filter(([, each]) => new Set(each.map(({ organisation }) => organisation)).size > 1)
      .map(([root]) => root),
  );
  return new Set(programs.map(({ code }) => code).filter((code) => shared.has(rootOf(code))));
}

/**
 * Whom two statements about one text both let read it. Null, the rule, is between the two.
 *
 * @example narrowerReadership('everybody', null) // null
 */
export function narrowerReadership(one: Readership | null, other: Readership | null): Readership | null {
  if (one === 'organisation' || other === 'organisation') return 'organisation';
  return one === 'everybody' ? other : null;
}
