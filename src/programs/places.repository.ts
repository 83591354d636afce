import { inArray } from 'drizzle-orm';
import type { Day, Place } from '../core/program.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { codesOf, insertMissing, upsert } from '../platform/database/rows.ts';
import { memberships, places, regionCountries } from './places.table.ts';
import type { GivenPlace } from './program-cells.ts';

/** A place with what hangs on it; memberships in order of their beginning, countries in order of code. */
export interface StoredPlace extends Place {
  readonly memberships: readonly { readonly from: Day; readonly to: Day | null }[];
}

export async function readPlaces(db: Database): Promise<ReadonlyMap<string, StoredPlace>> {
  const rows = await db.select().from(places);
  const countries = await db.select().from(regionCountries).orderBy(regionCountries.country);
  const dated = await db.select().from(memberships).orderBy(memberships.from);
  const countriesOf = Map.groupBy(countries, ({ region }) => region);
  const membershipsOf = Map.groupBy(dated, ({ country }) => country);
  return new Map(
    rows.map((place) => [
      place.code,
      {
        ...place,
        countries: (countriesOf.get(place.code) ?? []).map(({ country }) => country),
        memberships: (membershipsOf.get(place.code) ?? []).map(({ from, to }) => ({ from, to })),
      },
    ]),
  );
}

export function knownPlaces(db: Database): Promise<ReadonlySet<string>> {
  return codesOf(db, places);
}

/** Stores places whole: their countries and memberships are these and no others. */
export async function storePlaces(tx: Transaction, stored: readonly StoredPlace[]): Promise<void> {
  if (stored.length === 0) return;
  const codes = stored.map(({ code }) => code);
  await upsert(
    tx,
    places,
    [places.code],
    stored.map(({ code, kind, name }) => ({ code, kind, name })),
  );
  await addCountries(
    tx,
    stored.flatMap((place) => place.countries),
  );
  await tx.delete(regionCountries).where(inArray(regionCountries.region, codes));
  await insertMissing(
    tx,
    regionCountries,
    stored.flatMap(({ code, countries }) => countries.map((country) => ({ region: code, country }))),
  );
  await tx.delete(memberships).where(inArray(memberships.country, codes));
  await insertMissing(
    tx,
    memberships,
    stored.flatMap((place) => place.memberships.map(({ from, to }) => ({ country: place.code, from, to }))),
  );
}

/** Adds countries (ISO 3166-1) that are not there yet. */
export async function addCountries(tx: Transaction, codes: readonly string[]): Promise<void> {
  await addPlaces(
    tx,
    codes.map((code) => ({ code, name: null })),
  );
}

/** Adds the places that rows name and that are not there yet; those that are keep their names. */
export async function addPlaces(tx: Transaction, given: readonly GivenPlace[]): Promise<void> {
  const stored = await codesOf(tx, places);
  const missing = new Map(given.filter(({ code }) => !stored.has(code)).map((place) => [place.code, place]));
  await insertMissing(
    tx,
    places,
    [...missing.values()].map(({ code, name }) =>
      name === null ? { code, kind: 'country' } : { code, kind: 'region', name: { en: name } },
    ),
  );
}
