import type { LocalText } from '../core/text.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { insertMissing, upsert } from '../platform/database/rows.ts';
import { terms } from './terms.table.ts';

/** A word of the data: `axis` lists the axes of breakdowns, and each axis is the list of its parts. */
export interface Term {
  readonly list: string;
  readonly code: string;
  readonly label: LocalText;
}

export async function readTerms(db: Database): Promise<ReadonlyMap<string, Term>> {
  const rows = await db.select().from(terms);
  return new Map(rows.map((term) => [termKey(term), term]));
}

export async function storeTerms(tx: Transaction, rows: readonly Term[]): Promise<void> {
  await upsert(tx, terms, [terms.list, terms.code], rows);
}

/** Adds the words that are not there yet; those that are keep their labels. */
export async function addTerms(tx: Transaction, given: readonly Term[]): Promise<void> {
  const stored = await readTerms(tx);
  const missing = given.filter((term) => !stored.has(termKey(term)));
  await insertMissing(tx, terms, [...new Map(missing.map((term) => [termKey(term), term])).values()]);
}

export function termKey({ list, code }: Pick<Term, 'list' | 'code'>): string {
  return `${list}=${code}`;
}
