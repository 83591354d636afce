import type { Scope } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import type { Facts } from '../core/facts.ts';
import { indexOf } from '../core/facts-index.ts';
import type { Links, LinksInSight, View } from './view.ts';

/** Whose eyes, and the facts as they see them. */
export interface Eyes {
  readonly scope: Scope;
  readonly facts: Facts;
}

/**
 * Whether a reader may read about a programme. Of one that only stands above its own it knows the name, for theirs say
 * whose part they are; to count it, or to call it silent, would be to speak of what the reader cannot see.
 *
 * @example seesProgram(canada, 'TOUR') // false, where Canada funds its activity TOUR-AG alone
 */
export function seesProgram({ scope, facts }: Eyes, code: string): boolean {
  const { tree } = indexOf(facts);
  switch (scope.kind) {
    case 'all':
    case 'public':
      return true;
    case 'programs':
      return [code, ...tree.ancestors(code).map((above) => above.code)].some((each) =>
        scope.programs.includes(each),
      );
    case 'donor':
      return (
        tree.effective(code).funders.some((funder) => scope.organisations.includes(funder)) ||
        facts.transactions.some(({ program }) => program === code)
      );
  }
}

/** Money, donors, gaps and single rows are for readers who have signed in; the public sees approved totals. */
export function seesMoreThanTotals({ scope }: Pick<View, 'scope'>): boolean {
  return scope.kind !== 'public';
}

/** Whether there is more than one donor to set beside each other. A donor's own scope has itself alone. */
export function comparesDonors({ scope }: Pick<View, 'scope'>): boolean {
  return scope.kind === 'donor' ? scope.organisations.length > 1 : scope.kind !== 'public';
}

/** Whether what is silent here is silent altogether, and not only out of sight. */
export function seesEverybodysResults({ scope }: Pick<View, 'scope'>): boolean {
  return scope.kind === 'all' || scope.kind === 'public';
}

/** Whether texts for the organisation alone are for its eyes, and whose each text is, too. */
export function readsAsOrganisation({ scope }: Pick<View, 'scope'>): boolean {
  return scope.kind === 'all' || scope.kind === 'programs';
}

/** Links to where the reader may go; null in place of others. What it may read about a programme, its figures say. */
export function linksInSight(links: Links, scope: Scope): LinksInSight {
  if (scope.kind === 'public') {
    const nowhere = () => null;
    return {
      results: nowhere,
      transactions: nowhere,
      result: nowhere,
      transaction: nowhere,
      program: nowhere,
      country: links.country,
      donor: nowhere,
    };
  }
  return { ...links, program: ({ code, isReadable }) => (isReadable ? links.program(code) : null) };
}

/** What the public may not ask for, for the answer would be more than a total. */
const NOT_PUBLIC = ['donor', 'program'] as const;

/**
 * @param query what is asked for by the name of each parameter; `by` too
 * @throws DomainError `ACCESS.TOTALS_ONLY` (forbidden)
 */
export function refuseMoreThanTotals(
  { scope }: Pick<View, 'scope'>,
  query: { readonly donor?: unknown; readonly program?: unknown; readonly by?: unknown },
): void {
  if (scope.kind !== 'public') return;
  const name = NOT_PUBLIC.find((each) => query[each] !== undefined || query.by === each);
  if (name === undefined) return;
  throw new DomainError('ACCESS.TOTALS_ONLY', `Figures by ${name} are not open to the public.`, {
    kind: 'forbidden',
    remedy: 'Sign in, or ask for totals by pillar, country, year or month.',
  });
}
