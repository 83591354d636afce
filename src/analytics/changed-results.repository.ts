import { sql } from 'drizzle-orm';
import { readInScope, type Scope } from '../access/index.ts';
import type { ChangedResults } from '../core/report/changed-results.ts';
import type { Database } from '../platform/database/database.ts';
import { readResults } from './facts.repository.ts';

/** More are told in totals alone: one by one nobody reads them. */
const MOST = 2_000;

/**
 * Figures of which anything has changed since a revision, as `scope` sees them then and now; null: more than a report
 * can tell one by one.
 */
export async function changedResults(
  db: Database,
  scope: Scope,
  since: number,
): Promise<ChangedResults | null> {
  const changed = await db
    .select({ id: sql<string>`changed.id` })
    .from(
      sql`(
        SELECT id::text AS id FROM results WHERE revision > ${since}
        UNION SELECT result::text FROM result_parts WHERE revision > ${since}
        UNION SELECT h.key[1] FROM history h
          WHERE h.relation IN ('results', 'result_parts') AND h.until > ${since} AND h.since <= ${since}
      ) AS changed`,
    )
    .orderBy(sql`changed.id`)
    .limit(MOST + 1);
  if (changed.length > MOST) return null;
  const ids = changed.map(({ id }) => id);
  if (ids.length === 0) return { before: [], now: [] };
  return {
    before: await readInScope(db, scope, (tx) => readResults(tx, ids), since),
    now: await readInScope(db, scope, (tx) => readResults(tx, ids)),
  };
}
