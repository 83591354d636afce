import type { Scope } from '../access/index.ts';
import { donorOf } from '../core/attribution.ts';
import type { Facts } from '../core/facts.ts';
import { indexOf } from '../core/facts-index.ts';
import type { Program } from '../core/program.ts';
import { withReadableTexts } from './readable-texts.ts';

/** What a reader may see of the portfolio, by code. */
export interface Sight {
  /** Programmes whose figures are shown. */
  readonly figures: ReadonlySet<string>;
  readonly transactions: Facts['transactions'];
  /** Whether a funding organisation may be named. */
  funder(organisation: string): boolean;
}

/**
 * The facts as a reader may see them (`Scope` says what that is), with the programmes above those shown for their
 * names, and the texts that are for its eyes. Row-level security holds the same in the database; either alone is enough.
 *
 * @param severalFunders programmes whose texts are the organisation's unless somebody says otherwise
 * @example scopedFacts({ kind: 'donor', organisations: ['canada'] }, facts, new Set()).results // the 45 of TOUR-AG; the experts of CARGO-CL
 */
export function scopedFacts(scope: Scope, facts: Facts, severalFunders: ReadonlySet<string>): Facts {
  return withReadableTexts(scope, inSight(scope, facts), severalFunders);
}

function inSight(scope: Scope, facts: Facts): Facts {
  if (scope.kind === 'all') return facts;
  const { figures, transactions, funder } = sightOf(scope, facts);
  const { tree } = indexOf(facts);
  const shown = new Set([...figures, ...transactions.map(({ program }) => program)]);
  const named = new Set(
    [...shown].flatMap((code) => [code, ...tree.ancestors(code).map((above) => above.code)]),
  );
  const programs = facts.programs
    .filter(({ code }) => named.has(code))
    .map((program) => ({
      ...(shown.has(program.code) ? program : nameOnly(program)),
      organisations: program.organisations.filter(
        ({ organisation, role }) => scope.kind !== 'public' && (role !== 'funding' || funder(organisation)),
      ),
    }));
  const results = facts.results.filter(({ program }) => figures.has(program));
  const reported = new Set(results.map(({ indicator }) => indicator));
  const own = scope.kind === 'donor' ? scope.organisations : [];
  const organisations = new Set([
    ...own,
    ...programs.flatMap((program) => program.organisations.map(({ organisation }) => organisation)),
    ...transactions.flatMap(({ provider, receiver }) => [provider, receiver]),
  ]);
  return {
    ...facts,
    programs,
    organisations: facts.organisations.filter(({ code }) => organisations.has(code)),
    // What nobody in sight reports is not offered: it would say that others do.
    indicators: facts.indicators.filter(({ code }) => reported.has(code)),
    results,
    transactions,
  };
}

/** A programme that is there because it stands above another: its name, and what that one inherits from it. */
function nameOnly(program: Program): Program {
  return {
    ...program,
    summary: null,
    objectives: null,
    beneficiaries: null,
    unit: null,
    link: null,
    identifier: null,
    note: null,
  };
}

export function sightOf(scope: Exclude<Scope, { kind: 'all' }>, facts: Facts): Sight {
  const { tree } = indexOf(facts);
  switch (scope.kind) {
    case 'donor': {
      const isOwn = (organisation: string) => scope.organisations.includes(organisation);
      const funded = facts.programs.filter(({ code }) => tree.effective(code).funders.some(isOwn));
      return {
        figures: new Set(funded.map(({ code }) => code)),
        transactions: facts.transactions.filter(({ provider, program }) =>
          isOwn(donorOf(provider, tree.effective(program))),
        ),
        funder: isOwn,
      };
    }
    case 'programs': {
      const figures = new Set(scope.programs.flatMap((code) => [...tree.withDescendants(code)]));
      const transactions = facts.transactions.filter(({ program }) => figures.has(program));
      return { figures, transactions, funder: () => true };
    }
    case 'public':
      return {
        figures: new Set(facts.programs.map(({ code }) => code)),
        transactions: [],
        funder: () => false,
      };
  }
}
