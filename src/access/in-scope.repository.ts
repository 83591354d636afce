import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/database/database.ts';
import { lookBack } from '../platform/database/history.repository.ts';
import type { Scope } from './scope.ts';

/**
 * Runs `read` on one state of the data, while others go on writing, with no more rights than `scope` has. Whoever may
 * not see everything reads as a role under row-level security (drizzle/0004_readers.sql, drizzle/0005_texts.sql), so
 * that a query which forgets its scope still finds nothing of another's.
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
      if (asOf !== null) await lookBack(tx, asOf);
      if (scope.kind !== 'all') await becomeReader(tx, scope);
      return read(tx);
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/**
 * Until the transaction ends; then the connection is the owner's again. Of a policy the planner expects more work than there
 * is, and would compile a short question for longer than it takes.
 */
async function becomeReader(tx: Transaction, scope: Exclude<Scope, { kind: 'all' }>): Promise<void> {
  const codes =
    scope.kind === 'donor' ? scope.organisations : scope.kind === 'programs' ? scope.programs : [];
  await tx.execute(sql`SELECT
    set_config('attest.reader', ${scope.kind}, true), set_config('attest.codes', ${JSON.stringify(codes)}, true),
    set_config('jit', 'off', true), set_config('role', 'attest_reader', true)`);
}
