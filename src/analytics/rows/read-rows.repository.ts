import { sql } from 'drizzle-orm';
import type { Scope } from '../../access/index.ts';
import type { Facts } from '../../core/facts.ts';
import { withReadableTexts } from '../../core/visibility/readable-texts.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import { readNarratives, readPrograms, readResults, readTransactions } from '../facts.repository.ts';
import { arrayOf } from './conditions.repository.ts';

/** So many rows are read by one statement. */
const AT_ONCE = 2_000;

/** Results by id, in the order asked, with the texts that a reader may read. */
export function readResultsInOrder(
  tx: Transaction,
  scope: Scope,
  ids: readonly string[],
): Promise<Facts['results']> {
  return inPortions(ids, async (some) => {
    const results = await readResults(tx, some);
    const read = await readable(tx, scope, { ...NO_ROWS, results });
    return inOrderOf(some, read.results, ({ id }) => id);
  });
}

/** Transactions by id, likewise. */
export function readTransactionsInOrder(
  tx: Transaction,
  scope: Scope,
  ids: readonly string[],
): Promise<Facts['transactions']> {
  return inPortions(ids, async (some) => {
    const transactions = await readTransactions(tx, some);
    const read = await readable(tx, scope, { ...NO_ROWS, transactions });
    return inOrderOf(some, read.transactions, ({ id }) => id);
  });
}

/** Programmes by code, likewise. */
export function readProgramsInOrder(
  tx: Transaction,
  scope: Scope,
  codes: readonly string[],
): Promise<Facts['programs']> {
  return inPortions(codes, async (some) => {
    const programs = await readPrograms(tx, some);
    const read = await readable(tx, scope, { ...NO_ROWS, programs });
    return inOrderOf(some, read.programs, ({ code }) => code);
  });
}

/** Texts by id, likewise. */
export function readNarrativesInOrder(
  tx: Transaction,
  scope: Scope,
  ids: readonly string[],
): Promise<Facts['narratives']> {
  return inPortions(ids, async (some) =>
    inOrderOf(some, await readableNarratives(tx, scope, { ids: some }), ({ id }) => id),
  );
}

/** Texts of some programmes, or some by id, that a reader may read; in order of id. */
export async function readableNarratives(
  tx: Transaction,
  scope: Scope,
  wanted: Parameters<typeof readNarratives>[1],
): Promise<Facts['narratives']> {
  const narratives = await readNarratives(tx, wanted);
  return (await readable(tx, scope, { ...NO_ROWS, narratives })).narratives;
}

const NO_ROWS: Pick<Facts, 'programs' | 'results' | 'transactions' | 'narratives'> = {
  programs: [],
  results: [],
  transactions: [],
  narratives: [],
};

async function readable(tx: Transaction, scope: Scope, rows: typeof NO_ROWS): Promise<typeof NO_ROWS> {
  const named = new Set([
    ...rows.programs.map(({ code }) => code),
    ...[...rows.results, ...rows.transactions, ...rows.narratives].map(({ program }) => program),
  ]);
  return withReadableTexts(scope, rows, await severalFunders(tx, [...named]));
}

/** Which of some programmes several fund (`programsOfSeveralFunders` of src/core/readership.ts). */
async function severalFunders(tx: Transaction, programs: readonly string[]): Promise<ReadonlySet<string>> {
  if (programs.length === 0) return new Set();
  const found = await rowsOf<{ code: string }>(
    tx,
    sql`SELECT code FROM programs_of_several_funders() AS code WHERE code = ANY (${arrayOf(programs)})`,
  );
  return new Set(found.map(({ code }) => code));
}

async function inPortions<Row>(
  keys: readonly string[],
  read: (some: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    rows.push(...(await read(keys.slice(start, start + AT_ONCE))));
  }
  return rows;
}

function inOrderOf<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Row[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}
