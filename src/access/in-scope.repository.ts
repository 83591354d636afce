import { sql } from 'drizzle-orm';
import { type Scope, seesEverything } from '../core/visibility/scope.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { lookBack } from '../platform/database/history.repository.ts';

/**
 * Runs `read` on one state of the data, while others go on writing, with no more rights than `scope` has. Whoever may
 * not see everything reads as a role under row-level security (drizzle/0019_rights.sql), so that a query which forgets its
 * scope still finds nothing of another's.
 *
 * @param asOf a past revision, in place of the data as they are now; of it a reader sees what it may see today
 */
export function readInScope<T>(
  db: Database,
  scope: Scope,
  read: (tx: Transaction) => Promise<T>,
  asOf: number | null = null,
): Promise<T> {
  return db.transaction(
    async (tx) => {
      await tx.execute(STAY);
      if (asOf !== null) await lookBack(tx, asOf);
      if (!seesEverything(scope)) await becomeReader(tx, scope);
      return read(tx);
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/**
 * What is kept may be exchanged for the same in other tables (drizzle/0020_partitions.sql). These show nothing in a state of the
 * data from before: so they are held before the first statement that makes the state.
 */
const STAY = sql`LOCK TABLE kept.totals, kept.results, kept.entries, kept.money IN ACCESS SHARE MODE`;

/** Until the transaction ends; then the connection is the owner's again. What the role may see, the database looks up itself. */
async function becomeReader(tx: Transaction, { role, organisations, programs }: Scope): Promise<void> {
  await tx.execute(
    sql`SELECT become_reader(${role}, ${JSON.stringify(organisations)}::jsonb, ${JSON.stringify(programs)}::jsonb)`,
  );
}
