import { donorOf } from '../attribution.ts';
import { DomainError } from '../errors.ts';
import type { Facts } from '../facts.ts';
import { indexOf } from '../facts-index.ts';
import type { Scope } from './scope.ts';

/** Whose eyes, and the facts as they see them. */
export interface Eyes {
  readonly scope: Scope;
  readonly facts: Facts;
}
/** Whatever is looked at with somebody's eyes. */
type Seen = Pick<Eyes, 'scope'>;

/** The same, of a reader of whom no more is known than its rights and its organisations. */
interface SeenBy {
  readonly scope: Pick<Scope, 'rights' | 'organisations'>;
}

/** What a reader may see of the portfolio. */
export interface Sight {
  /** Codes of the programmes whose figures are shown. */
  readonly figures: ReadonlySet<string>;
  /** Codes of those and of the ones that money in sight went to: the reader may read about them. */
  readonly shown: ReadonlySet<string>;
  /** Codes of those and of the ones above them, of which the name is known. */
  readonly named: ReadonlySet<string>;
  /** Whether an amount of a programme that is there is in sight. */
  money(amount: Pick<Facts['transactions'][number], 'provider' | 'program'>): boolean;
}

/**
 * What a reader may see of a portfolio, by the fields of its rights. The database says the same (drizzle/0019_rights.sql):
 * `programs_of_reader`, `programs_shown_to_reader`, `programs_named_to_reader` and `money_seen`.
 *
 * @param facts all that there are; of those that are a reader's already, the same
 * @example sightOf(canada, facts).figures // CARGO-CL, and TOUR with its three activities
 */
export function sightOf(scope: Scope, facts: Facts): Sight {
  const { tree } = indexOf(facts);
  const { seesResults, seesMoney } = scope.rights;
  const isOwn = (organisation: string) => scope.organisations.includes(organisation);
  const mandated = new Set(scope.programs.flatMap((code) => [...tree.withDescendants(code)]));
  const hasResults = (code: string) => {
    switch (seesResults) {
      case 'all':
        return true;
      case 'funded':
        return tree.effective(code).funders.some(isOwn);
      case 'named':
        return mandated.has(code);
    }
  };
  const money: Sight['money'] = ({ provider, program }) => {
    switch (seesMoney) {
      case 'all':
        return true;
      case 'own':
        return isOwn(donorOf(provider, tree.effective(program)));
      case 'named':
        return mandated.has(program);
      case 'none':
        return false;
    }
  };
  const figures = new Set(facts.programs.map(({ code }) => code).filter(hasResults));
  const shown = new Set([...figures, ...facts.transactions.filter(money).map(({ program }) => program)]);
  const named = new Set(
    [...shown].flatMap((code) => [code, ...tree.ancestors(code).map((above) => above.code)]),
  );
  return { figures, shown, named, money };
}

/**
 * Whether a reader may read about a programme. Of one that only stands above its own it knows the name, for theirs say
 * whose part they are; to count it, or to call it silent, would be to speak of what the reader cannot see.
 *
 * @example seesProgram(canada, 'TOUR') // false, where Canada funds its activity TOUR-AG alone
 */
export function seesProgram({ scope, facts }: Eyes, code: string): boolean {
  return seesEverybodysResults({ scope }) || shownAmong(scope, facts).has(code);
}

const SHOWN = new WeakMap<Facts, { readonly scope: Scope; readonly shown: ReadonlySet<string> }>();

/** Each programme is asked about, and facts are one reader's. */
function shownAmong(scope: Scope, facts: Facts): ReadonlySet<string> {
  const known = SHOWN.get(facts);
  if (known?.scope === scope) return known.shown;
  const { shown } = sightOf(scope, facts);
  SHOWN.set(facts, { scope, shown });
  return shown;
}

/** Whether an organisation may be told as one that funds: another donor is not even named. */
export function namesDonor({ rights, organisations }: Scope, organisation: string): boolean {
  return (
    rights.seesOrganisations === 'all' ||
    (rights.seesOrganisations === 'but-other-donors' && organisations.includes(organisation))
  );
}

/** Whether there is more than one donor to set beside each other. A donor's own scope has itself alone. */
export function comparesDonors({ scope }: SeenBy): boolean {
  const { seesOrganisations } = scope.rights;
  return (
    seesOrganisations === 'all' ||
    (seesOrganisations === 'but-other-donors' && scope.organisations.length > 1)
  );
}

/** Whether it can be told that nobody funds something: of others, a reader of own donors does not know. */
export function seesEveryDonor({ scope }: Seen): boolean {
  return scope.rights.seesOrganisations === 'all';
}

/** Money, donors, gaps and single rows are for readers who have signed in; the public sees approved totals. */
export function seesMoreThanTotals({ scope }: Seen): boolean {
  return scope.rights.seesRows;
}

/** Whether what is silent here is silent altogether, and not only out of sight. */
export function seesEverybodysResults({ scope }: Seen): boolean {
  return scope.rights.seesResults === 'all';
}

/** Whether texts for the organisation alone are for its eyes, and whose each text is, and who has said and approved it. */
export function readsAsOrganisation({ scope }: Seen): boolean {
  return scope.rights.readsTexts === 'all';
}

/**
 * Whether a report may be had by a reader.
 *
 * @param madeFor the organisation with whose eyes its figures are read; null: it is the whole organisation's
 */
export function mayHaveReport({ rights, organisations }: Scope, madeFor: string | null): boolean {
  switch (rights.hasReports) {
    case 'all':
      return true;
    case 'own':
      return madeFor !== null && organisations.includes(madeFor);
    case 'none':
      return false;
  }
}

/** What is refused to whom: which right each of these takes. */
const TAKES = {
  donor: ({ rights }: Scope) => rights.seesOrganisations !== 'none',
  program: ({ rights }: Scope) => rights.seesRows,
} as const;
const TAKING = ['donor', 'program'] as const;

/**
 * @param query what is asked for by the name of each parameter; `by` too
 * @throws DomainError `ACCESS.TOTALS_ONLY` (forbidden) where the answer would be more than a total
 */
export function refuseMoreThanTotals(
  { scope }: Seen,
  query: { readonly donor?: unknown; readonly program?: unknown; readonly by?: unknown },
): void {
  const name = TAKING.find((each) => !TAKES[each](scope) && (query[each] !== undefined || query.by === each));
  if (name === undefined) return;
  throw new DomainError('ACCESS.TOTALS_ONLY', `Figures by ${name} are not open to the public.`, {
    kind: 'forbidden',
    remedy: 'Sign in, or ask for totals by pillar, country, year or month.',
  });
}
