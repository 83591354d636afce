import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../../access/index.ts';
import type { Facts } from '../../core/facts.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import { readPrograms, readResults, readTransactions } from '../facts.repository.ts';
import { withReadableTexts } from '../readable-texts.ts';
import { textsIn } from './sources.repository.ts';

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

const NO_ROWS: Pick<Facts, 'programs' | 'results' | 'transactions'> = {
  programs: [],
  results: [],
  transactions: [],
};

async function readable(tx: Transaction, scope: Scope, rows: typeof NO_ROWS): Promise<typeof NO_ROWS> {
  const named = new Set([
    ...rows.programs.map(({ code }) => code),
    ...[...rows.results, ...rows.transactions].map(({ program }) => program),
  ]);
  return withReadableTexts(scope, rows, await severalFunders(tx, [...named]));
}

/**
 * Which of some programmes several fund, as `programsOfSeveralFunders` of src/core/readership.ts has it: a programme and
 * all its activities count as one.
 */
async function severalFunders(tx: Transaction, programs: readonly string[]): Promise<ReadonlySet<string>> {
  if (programs.length === 0) return new Set();
  const found = await rowsOf<{ code: string }>(tx, severalFundersAmong(programs));
  return new Set(found.map(({ code }) => code));
}

/** Each step is taken for one programme at a time, for there are few: nobody reads all rows to look some up. */
function severalFundersAmong(programs: readonly string[]): SQL {
  return sql`WITH RECURSIVE climb(code, at) AS (
      SELECT given COLLATE "C", given COLLATE "C" FROM ${textsIn(programs)}
      UNION ALL
      SELECT c.code, o.parent FROM climb c
        CROSS JOIN LATERAL (SELECT p.parent::text COLLATE "C" AS parent FROM programs p WHERE p.code = c.at AND p.parent IS NOT NULL OFFSET 0) AS o
    ), roots AS (
      SELECT c.code, c.at AS root FROM climb c WHERE NOT EXISTS (SELECT FROM programs p WHERE p.code = c.at AND p.parent IS NOT NULL OFFSET 0)
    ), tree(root, code) AS (
      SELECT DISTINCT root, root FROM roots
      UNION ALL
      SELECT t.root, o.code FROM tree t
        CROSS JOIN LATERAL (SELECT p.code::text COLLATE "C" AS code FROM programs p WHERE p.parent = t.code OFFSET 0) AS o
    ), shared AS (
      SELECT t.root FROM tree t CROSS JOIN LATERAL (
        SELECT o.organisation::text FROM program_organisations o WHERE o.program = t.code AND o.role = 'funding'
        UNION
        SELECT m.provider::text FROM transactions m WHERE m.program = t.code AND m.status = 'approved' AND m.provider IS NOT NULL
        OFFSET 0
      ) AS f(organisation) GROUP BY t.root HAVING count(DISTINCT f.organisation) > 1
    )
    SELECT r.code FROM roots r WHERE r.root IN (SELECT root FROM shared)`;
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
