import { sql } from 'drizzle-orm';
import { EVERYTHING, readInScope } from '../access/index.ts';
import type { Database } from '../platform/database/database.ts';
import { rowsOf } from '../platform/database/rows.ts';
import { arrayOf } from './rows/conditions.repository.ts';

/**
 * Which of some rows had been withdrawn at a past revision.
 *
 * @param ids of rows in the sight of whoever is told
 */
export async function withdrawnThen(
  db: Database,
  table: 'results' | 'transactions',
  ids: readonly string[],
  revision: number,
): Promise<readonly string[]> {
  const rows = await readInScope(
    db,
    EVERYTHING,
    (tx) =>
      rowsOf<{ id: string }>(
        tx,
        sql`SELECT r.id::text AS id FROM ${sql.identifier(table)} r
          WHERE r.status = 'withdrawn' AND r.id = ANY (${arrayOf(ids, 'uuid')})`,
      ),
    revision,
  );
  return rows.map(({ id }) => id);
}
