import { type SQL, sql } from 'drizzle-orm';
import { EVERYTHING, readInScope, type Scope } from '../access/index.ts';
import type { Facts } from '../core/facts.ts';
import type { Transaction as Money } from '../core/funding.ts';
import type { Narrative } from '../core/narratives/narrative.ts';
import type { Program } from '../core/program.ts';
import type { Result } from '../core/result.ts';
import { pastFacts } from '../core/visibility/past-facts.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import {
  type FactsRepository,
  readNarratives,
  readPrograms,
  readResults,
  readTransactions,
} from './facts.repository.ts';
import type { Change, Version } from './version.ts';

/** A kind of row that has a history: where it stands, and how it was read. */
export interface KindOfRow<Row> {
  readonly table: string;
  /** The column of its key, and the type of it. */
  readonly key: 'id' | 'code';
  readonly type: SQL;
  /** Tables whose rows are part of what it says, by the column that names it; the first of their own key. */
  readonly parts: readonly (readonly [table: string, column: string])[];
  /** The facts of a past that holds what was read there, in the midst of what there is today. */
  read(tx: Transaction, key: string, asked: { readonly now: Facts; readonly scope: Scope }): Promise<Facts>;
  find(facts: Facts, key: string): Row | undefined;
}

export const RESULT_ROWS: KindOfRow<Result> = {
  table: 'results',
  key: 'id',
  type: sql`uuid`,
  parts: [
    ['result_parts', 'result'],
    ['evidence', 'result'],
  ],
  read: async (tx, id, { now }) => ({ ...now, results: await readResults(tx, [id]) }),
  find: ({ results }, key) => results.find(({ id }) => id === key),
};

export const TRANSACTION_ROWS: KindOfRow<Money> = {
  table: 'transactions',
  key: 'id',
  type: sql`uuid`,
  parts: [],
  read: async (tx, id, { now }) => ({ ...now, transactions: await readTransactions(tx, [id]) }),
  find: ({ transactions }, key) => transactions.find(({ id }) => id === key),
};

export const NARRATIVE_ROWS: KindOfRow<Narrative> = {
  table: 'narratives',
  key: 'id',
  type: sql`uuid`,
  parts: [],
  read: async (tx, id, { now }) => ({ ...now, narratives: await readNarratives(tx, { ids: [id] }) }),
  find: ({ narratives }, key) => narratives.find(({ id }) => id === key),
};

/** With all others as they were then: who funds a programme, and what stands above it, may come from another. */
export const PROGRAM_ROWS: KindOfRow<Program> = {
  table: 'programs',
  key: 'code',
  type: sql`text`,
  parts: [
    ['program_pillars', 'program'],
    ['program_places', 'program'],
    ['program_organisations', 'program'],
  ],
  async read(tx, _code, { now, scope }) {
    const programs = await readPrograms(tx);
    const then = new Set(programs.map(({ code }) => code));
    // A donor sees what it had paid for. Whose texts are, which hangs on who pays, is for all others as today: another's
    // payment is no change of the programme.
    const transactions =
      scope.rights.seesMoney === 'own'
        ? await readTransactions(tx)
        : now.transactions.filter(({ program }) => then.has(program));
    return { ...now, programs, results: [], transactions };
  },
  find: ({ programs }, key) => programs.find(({ code }) => code === key),
};

/** As many changes of one row as are told; who corrects one more often has other questions. */
const MOST_CHANGES = 100;

/** What a row has said, as `scope` may see it today, the newest first. */
export async function readVersions<Row>(
  db: Database,
  repository: FactsRepository,
  { scope, kind, key }: { readonly scope: Scope; readonly kind: KindOfRow<Row>; readonly key: string },
): Promise<readonly Version<Row>[]> {
  const { facts: now } = await repository.read(EVERYTHING);
  const versions: Version<Row>[] = [];
  for (const change of await readChanges(db, kind, key)) {
    const past = await readInScope(db, scope, (tx) => kind.read(tx, key, { now, scope }), change.revision);
    // By the application's own rights too.
    versions.push({ change, said: kind.find(pastFacts(scope, past, now), key) ?? null });
  }
  return versions;
}

/** Of the row and of its parts; history is open to the owner alone, so who asks sees of it what `readVersions` lets through. */
async function readChanges<Row>(
  db: Database,
  { table, key: column, type, parts }: KindOfRow<Row>,
  key: string,
): Promise<readonly Change[]> {
  const own = sql`${key}::${type}`;
  // The range is what the index knows; a code may begin another.
  const former = (name: string) =>
    sql`h.relation = ${name} AND h.key >= ARRAY[${key}] AND h.key < ARRAY[${`${key}z`}] AND h.key[1] = ${key}`;
  const points = [[table, column] as const, ...parts].map(
    ([name, of]) => sql`
      SELECT revision AS number FROM ${sql.identifier(name)} WHERE ${sql.identifier(of)} = ${own}
      UNION SELECT h.since FROM history h WHERE ${former(name)}
      UNION SELECT h.until FROM history h WHERE ${former(name)}`,
  );
  const rows = await db
    .select({
      revision: sql<number>`made.number::int`,
      at: sql<string>`to_char(made.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      actorKind: sql<string>`made.actor_kind`,
      actorName: sql<string | null>`made.actor_name`,
      batch: sql<number | null>`batch.id::int`,
      file: sql<string | null>`NULLIF(batch.file_name, '')`,
      enteredBy: sql<string | null>`COALESCE(
        (SELECT min(s.author_name) FROM submissions s WHERE s.batch = batch.id),
        (SELECT min(f.author_name) FROM large_files f WHERE f.batch = batch.id))`,
      line: sql<number | null>`(stood.row ->> 'batch_line')::int`,
      reason: sql<string | null>`CASE WHEN stood.since = made.number THEN stood.row ->> 'reason' END`,
    })
    .from(
      sql`(${sql.join(points, sql` UNION `)}) AS point
        JOIN revisions made ON made.number = point.number
        LEFT JOIN LATERAL (
          SELECT to_jsonb(r) AS row, r.revision AS since FROM ${sql.identifier(table)} r WHERE r.${sql.identifier(column)} = ${own} AND r.revision <= point.number
          UNION ALL
          SELECT h.row, h.since FROM history h WHERE ${former(table)} AND h.since <= point.number AND h.until > point.number
        ) AS stood ON true
        LEFT JOIN import_batches batch ON batch.id = (stood.row ->> 'batch')::bigint`,
    )
    .orderBy(sql`made.number DESC`)
    .limit(MOST_CHANGES + 1);
  return rows.slice(0, MOST_CHANGES).map(({ batch, file, line, enteredBy, ...row }, index) => {
    const before = rows[index + 1];
    // A change by hand leaves it of the file that it came from, and is not that file's.
    const isFromFile = batch !== before?.batch || line !== before.line;
    const from = isFromFile ? { file, line, enteredBy } : { file: null, line: null, enteredBy: null };
    return { ...row, at: new Date(row.at), ...from };
  });
}
