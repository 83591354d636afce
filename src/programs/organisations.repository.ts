import type { Organisation } from '../core/program.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { codesOf, upsert } from '../platform/database/rows.ts';
import { organisations } from './organisations.table.ts';
import { addCountries } from './places.repository.ts';

export async function readOrganisations(db: Database): Promise<ReadonlyMap<string, Organisation>> {
  const rows = await db.select().from(organisations);
  return new Map(rows.map((organisation) => [organisation.code, organisation]));
}

export function knownOrganisations(db: Database): Promise<ReadonlySet<string>> {
  return codesOf(db, organisations);
}

export async function storeOrganisations(tx: Transaction, rows: readonly Organisation[]): Promise<void> {
  await addCountries(
    tx,
    rows.flatMap(({ country }) => country ?? []),
  );
  await upsert(tx, organisations, [organisations.code], rows);
}
