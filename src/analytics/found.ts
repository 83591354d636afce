import { DomainError } from '../core/errors.ts';
import type { Facts } from '../core/facts.ts';
import type { Transaction } from '../core/funding.ts';
import type { Organisation, Place, Program } from '../core/program.ts';
import type { Result } from '../core/result.ts';
import { seesProgram } from './sight.ts';
import type { View } from './view.ts';

/** What an address names, among what its reader may see: not yours is not there. */
export function findProgram(view: View, code: string): Program {
  return found(seesProgram(view, code) ? view.facts.programs.find((each) => each.code === code) : undefined, {
    code: 'PROGRAM.UNKNOWN',
    message: `There is no programme "${code}".`,
    named: code,
  });
}

export function findPlace(facts: Facts, code: string): Place {
  return found(
    facts.places.find((each) => each.code === code),
    { code: 'COUNTRY.UNKNOWN', message: `There is no country or region "${code}".`, named: code },
  );
}

/** The organisations that fund a programme or have provided money, in order of code. */
export function donorCodes(facts: Facts): readonly string[] {
  const funders = facts.programs.flatMap(({ organisations }) =>
    organisations.filter(({ role }) => role === 'funding').map(({ organisation }) => organisation),
  );
  return [
    ...new Set([...funders, ...facts.transactions.flatMap(({ provider }) => provider ?? [])]),
  ].toSorted();
}

/** Under a donor's scope only itself is a donor: `scopedFacts` leaves no other. It has its place before it has figures. */
export function findDonor({ facts, scope }: View, code: string): Organisation {
  const own = scope.kind === 'donor' && scope.organisations.includes(code);
  const donor = own || donorCodes(facts).includes(code);
  const organisation = donor ? facts.organisations.find((each) => each.code === code) : undefined;
  return found(organisation, {
    code: 'DONOR.UNKNOWN',
    message: `There is no donor "${code}".`,
    named: code,
  });
}

export function findResult(facts: Facts, id: string): Result {
  return found(
    facts.results.find((each) => each.id === id),
    { code: 'RESULT.UNKNOWN', message: `There is no approved figure "${id}".`, named: id },
  );
}

export function findTransaction(facts: Facts, id: string): Transaction {
  return found(
    facts.transactions.find((each) => each.id === id),
    { code: 'TRANSACTION.UNKNOWN', message: `There is no approved transaction "${id}".`, named: id },
  );
}

/** @throws DomainError `….UNKNOWN` (missing) */
function found<Thing>(
  thing: Thing | undefined,
  { code, message, named }: { readonly code: string; readonly message: string; readonly named: string },
): Thing {
  if (thing !== undefined) return thing;
  throw new DomainError(code, message, {
    kind: 'missing',
    remedy: 'It may have another code, or may not be approved yet.',
    values: { code: named },
  });
}
