import { sql } from 'drizzle-orm';
import { EVERYTHING, readInScope, type Scope } from '../access/index.ts';
import type { Facts } from '../core/facts.ts';
import type { Result } from '../core/result.ts';
import type { Database } from '../platform/database/database.ts';
import { type FactsRepository, readResults } from './facts.repository.ts';
import { pastFacts } from './past-facts.ts';
import type { Change, Version } from './version.ts';

/** As many changes of one figure as are told; who corrects a figure more often has other questions. */
const MOST_CHANGES = 100;

/** What a figure has said, as `scope` may see it today, the newest first. */
export async function readVersions(
  db: Database,
  repository: FactsRepository,
  scope: Scope,
  id: string,
): Promise<readonly Version[]> {
  const { facts: now } = await repository.read(EVERYTHING);
  const versions: Version[] = [];
  for (const change of await readChanges(db, id)) {
    const found = await readInScope(db, scope, (tx) => readResults(tx, id), change.revision);
    versions.push({ change, result: inSight(scope, { ...now, results: found }, now) });
  }
  return versions;
}

/** By the application's own rights too: a version is a past that holds this one figure. */
function inSight(scope: Scope, past: Facts, now: Facts): Result | null {
  return pastFacts(scope, past, now).results[0] ?? null;
}

/** Of the figure itself, its parts and its evidence; history is open to the owner alone, so who asks sees of it what `readVersions` lets through. */
async function readChanges(db: Database, id: string): Promise<readonly Change[]> {
  const of = (table: string, key: string) => sql`
    SELECT revision AS number FROM ${sql.identifier(table)} WHERE ${sql.identifier(key)} = ${id}::uuid
    UNION SELECT h.since FROM history h WHERE h.relation = ${table} AND h.key >= ARRAY[${id}] AND h.key < ARRAY[${`${id}z`}]
    UNION SELECT h.until FROM history h WHERE h.relation = ${table} AND h.key >= ARRAY[${id}] AND h.key < ARRAY[${`${id}z`}]`;
  const rows = await db
    .select({
      revision: sql<number>`made.number::int`,
      at: sql<string>`to_char(made.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      actorKind: sql<string>`made.actor_kind`,
      actorName: sql<string | null>`made.actor_name`,
      file: sql<string | null>`batch.file_name`,
      line: sql<number | null>`stood.line`,
      reason: sql<string | null>`stood.reason`,
    })
    .from(
      sql`(${of('results', 'id')} UNION ${of('result_parts', 'result')} UNION ${of('evidence', 'result')}) AS point
        JOIN revisions made ON made.number = point.number
        LEFT JOIN LATERAL (
          SELECT r.batch, r.batch_line AS line, r.reason FROM results r WHERE r.id = ${id}::uuid AND r.revision = point.number
          UNION ALL
          SELECT (h.row ->> 'batch')::bigint, (h.row ->> 'batch_line')::int, h.row ->> 'reason' FROM history h
          WHERE h.relation = 'results' AND h.key = ARRAY[${id}] AND h.since = point.number
        ) AS stood ON true
        LEFT JOIN import_batches batch ON batch.id = stood.batch`,
    )
    .orderBy(sql`made.number DESC`)
    .limit(MOST_CHANGES);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
