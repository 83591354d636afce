import { DomainError } from '../core/errors.ts';
import type { Names } from '../core/figures.ts';
import type { ProgramRow } from '../core/figures-of-programs.ts';
import type { Transaction } from '../core/funding.ts';
import type { Narrative } from '../core/narratives/narrative.ts';
import type { Organisation, Place } from '../core/program.ts';
import type { Indicator, Result } from '../core/result.ts';
import type { View } from './view.ts';

/** What an address names, among what its reader may see: not yours is not there. */
export async function findProgram({ figures }: View, code: string): Promise<ProgramRow> {
  return found(await figures.program(code), {
    code: 'PROGRAM.UNKNOWN',
    message: `There is no programme "${code}".`,
    named: code,
  });
}

export function findPlace({ places }: Names, code: string): Place {
  return found(
    places.find((each) => each.code === code),
    { code: 'COUNTRY.UNKNOWN', message: `There is no country or region "${code}".`, named: code },
  );
}

/** Where other donors are not named, only the own organisations are any: `scopedFacts` leaves no other. It has its place before it has figures. */
export async function findDonor({ figures, names, scope }: View, code: string): Promise<Organisation> {
  const own = scope.organisations.includes(code);
  const donor = own || (await figures.codesInUse()).donors.includes(code);
  const organisation = donor ? names.organisations.find((each) => each.code === code) : undefined;
  return found(organisation, {
    code: 'DONOR.UNKNOWN',
    message: `There is no donor "${code}".`,
    named: code,
  });
}

export function findIndicator({ indicators }: Names, code: string): Indicator {
  return found(
    indicators.find((each) => each.code === code),
    { code: 'INDICATOR.UNKNOWN', message: `There is no indicator "${code}".`, named: code },
  );
}

export async function findResult({ figures }: View, id: string): Promise<Result> {
  return found(await figures.result(id), {
    code: 'RESULT.UNKNOWN',
    message: `There is no approved figure "${id}".`,
    named: id,
  });
}

export async function findTransaction({ figures }: View, id: string): Promise<Transaction> {
  return found(await figures.transaction(id), {
    code: 'TRANSACTION.UNKNOWN',
    message: `There is no approved transaction "${id}".`,
    named: id,
  });
}

export async function findNarrative({ figures }: View, id: string): Promise<Narrative> {
  return found(await figures.narrative(id), {
    code: 'NARRATIVE.UNKNOWN',
    message: `There is no approved text "${id}".`,
    named: id,
  });
}

/** @throws DomainError `….UNKNOWN` (missing) */
function found<Thing>(
  thing: Thing | null | undefined,
  { code, message, named }: { readonly code: string; readonly message: string; readonly named: string },
): Thing {
  if (thing !== undefined && thing !== null) return thing;
  throw new DomainError(code, message, {
    kind: 'missing',
    remedy: 'It may have another code, or may not be approved yet.',
    values: { code: named },
  });
}
