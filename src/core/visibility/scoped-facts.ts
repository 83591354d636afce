import type { Facts } from '../facts.ts';
import type { Program } from '../program.ts';
import { programsOfSeveralFunders } from '../readership.ts';
import { withReadableTexts } from './readable-texts.ts';
import { type Scope, seesEverything } from './scope.ts';
import { namesDonor, sightOf } from './visibility.ts';

/**
 * The facts as a reader may see them (`sightOf` says which), with the programmes above those shown for their names, and the
 * texts that are for its eyes. Row-level security holds the same in the database; either alone is enough.
 *
 * @param all who funds what, whether the reader is told or not: whose a text is, and whether a programme has funders of its own,
 *   hang on those that it does not see too
 * @example scopedFacts(canada, facts, facts).results // the 45 of TOUR-AG; the experts of CARGO-CL
 */
export function scopedFacts(scope: Scope, facts: Facts, all: Funded): Facts {
  return withReadableTexts(scope, inSight(scope, facts, all), programsOfSeveralFunders(all));
}

type Funded = Pick<Facts, 'programs' | 'transactions'>;

function inSight(scope: Scope, facts: Facts, all: Funded): Facts {
  if (seesEverything(scope)) return facts;
  const { figures, shown, named, money } = sightOf(scope, facts);
  const transactions = facts.transactions.filter(money);
  const programs = facts.programs
    .filter(({ code }) => named.has(code))
    .map((program) => ({
      ...(shown.has(program.code) ? program : nameOnly(program)),
      organisations: program.organisations.filter(
        ({ organisation, role }) =>
          scope.rights.seesOrganisations !== 'none' &&
          (role !== 'funding' || namesDonor(scope, organisation)),
      ),
    }));
  const results = facts.results.filter(({ program }) => figures.has(program));
  const reported = new Set(results.map(({ indicator }) => indicator));
  const organisations = new Set([
    ...scope.organisations,
    ...programs.flatMap((program) => program.organisations.map(({ organisation }) => organisation)),
    ...transactions.flatMap(({ provider, receiver }) => [provider, receiver]),
  ]);
  return {
    ...facts,
    programs,
    fundedByThemselves: new Set(
      all.programs
        .filter((program) => named.has(program.code) && namesFunder(program))
        .map(({ code }) => code),
    ),
    organisations: facts.organisations.filter(({ code }) => organisations.has(code)),
    // What nobody in sight reports is not offered: it would say that others do.
    indicators: facts.indicators.filter(({ code }) => reported.has(code)),
    results,
    transactions,
    narratives: facts.narratives.filter(({ program }) => shown.has(program)),
  };
}

function namesFunder({ organisations }: Program): boolean {
  return organisations.some(({ role }) => role === 'funding');
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
