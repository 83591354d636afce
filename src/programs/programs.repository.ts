import { inArray } from 'drizzle-orm';
import type { OrganisationRole, Pillar, Program, Share } from '../core/program.ts';
import { compareCodes } from '../core/text.ts';
import type { Whereabouts } from '../core/whereabouts.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { codesOf, insertMissing, upsert } from '../platform/database/rows.ts';
import { memberships, regionCountries } from './places.table.ts';
import { pillars, programOrganisations, programPillars, programPlaces, programs } from './programs.table.ts';

/** A programme and its own pillars, in order of code; its places and organisations come in files of their own. */
export type StoredProgram = Omit<Program, 'places' | 'organisations'>;

export interface ProgramPlace {
  readonly program: string;
  readonly place: string;
  readonly share: string | null;
}

export interface ProgramOrganisation {
  readonly program: string;
  readonly organisation: string;
  readonly role: OrganisationRole;
}

export async function readPillars(db: Database): Promise<ReadonlyMap<string, Pillar>> {
  const rows = await db.select().from(pillars);
  return new Map(rows.map((pillar) => [pillar.code, pillar]));
}

export async function storePillars(tx: Transaction, rows: readonly Pillar[]): Promise<void> {
  await upsert(tx, pillars, [pillars.code], rows);
}

export function knownPillars(db: Database): Promise<ReadonlySet<string>> {
  return codesOf(db, pillars);
}

export function knownPrograms(db: Database): Promise<ReadonlySet<string>> {
  return codesOf(db, programs);
}

/** What programmes may be called by in files: code and identifier. */
export function programCalls(
  db: Database,
): Promise<readonly { readonly code: string; readonly identifier: string | null }[]> {
  return db.select({ code: programs.code, identifier: programs.identifier }).from(programs);
}

/** The programme above each, or null, by code. */
export async function programParents(db: Database): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db.select({ code: programs.code, parent: programs.parent }).from(programs);
  return new Map(rows.map(({ code, parent }) => [code, parent]));
}

/** What is known of where and since when programmes run, of all of them. */
export async function readWhereabouts(db: Database): Promise<Whereabouts> {
  const rows = await db
    .select({ code: programs.code, parent: programs.parent, start: programs.startsOn })
    .from(programs);
  const shares = await db.select().from(programPlaces);
  const placesOf = Map.groupBy(shares, ({ program }) => program);
  const countries = await db.select().from(regionCountries);
  const countriesOf = Map.groupBy(countries, ({ region }) => region);
  return {
    programs: rows.map((row) => ({
      ...row,
      places: (placesOf.get(row.code) ?? []).map(({ place }) => ({ code: place })),
    })),
    places: [...countriesOf].map(([code, members]) => ({
      code,
      countries: members.map(({ country }) => country),
    })),
    memberships: await db.select().from(memberships),
  };
}

export async function readPrograms(db: Database): Promise<ReadonlyMap<string, StoredProgram>> {
  const rows = await db.select().from(programs);
  const shares = await db.select().from(programPillars);
  const sharesOf = Map.groupBy(shares, ({ program }) => program);
  return new Map(
    rows.map(({ startsOn, endsOn, ...program }) => [
      program.code,
      {
        ...program,
        start: startsOn,
        end: endsOn,
        // Sorted here: databases put hyphens in different places.
        pillars: (sharesOf.get(program.code) ?? [])
          .map(({ pillar, share }): Share => ({ code: pillar, share }))
          .sort((a, b) => compareCodes(a.code, b.code)),
      },
    ]),
  );
}

/** Stores programmes with their pillars, which are these and no others. Parents come before what is inside them. */
export async function storePrograms(tx: Transaction, stored: readonly StoredProgram[]): Promise<void> {
  if (stored.length === 0) return;
  await upsert(
    tx,
    programs,
    [programs.code],
    stored.map(({ start, end, pillars: _, ...program }) => ({ ...program, startsOn: start, endsOn: end })),
  );
  const codes = stored.map(({ code }) => code);
  await tx.delete(programPillars).where(inArray(programPillars.program, codes));
  await insertMissing(
    tx,
    programPillars,
    stored.flatMap((program) =>
      program.pillars.map(({ code, share }) => ({ program: program.code, pillar: code, share })),
    ),
  );
}

export function readProgramPlaces(db: Database): Promise<readonly ProgramPlace[]> {
  return db.select().from(programPlaces);
}

export async function storeProgramPlaces(tx: Transaction, rows: readonly ProgramPlace[]): Promise<void> {
  await upsert(tx, programPlaces, [programPlaces.program, programPlaces.place], rows);
}

export function readProgramOrganisations(db: Database): Promise<readonly ProgramOrganisation[]> {
  return db.select().from(programOrganisations);
}

export async function storeProgramOrganisations(
  tx: Transaction,
  rows: readonly ProgramOrganisation[],
): Promise<void> {
  await insertMissing(tx, programOrganisations, rows);
}
