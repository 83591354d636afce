import { sql } from 'drizzle-orm';
import { EVERYTHING, type Scope, seesEverything } from '../core/visibility/scope.ts';
import { type Database, isTransaction, type Transaction } from '../platform/database/database.ts';
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
  return db.transaction(async (tx) => {
    // Sent in this order, and waited for together.
    await Promise.all([
      isTransaction(db)
        ? null
        : tx.setTransaction({ isolationLevel: 'repeatable read', accessMode: 'read only' }),
      tx.execute(STAY).execute(),
      tx.execute(MEANS).execute(),
      asOf === null ? null : lookBack(tx, asOf),
      seesEverything(scope) ? null : becomeReader(tx, scope),
    ]);
    return read(tx);
  });
}

/** Who reads what people keep for themselves: with which rights, and as which account; null: as none, of a program. */
export interface Keeper {
  readonly scope: Scope;
  readonly account: string | null;
  /** Of a program: its token, by which it finds what it entered itself. */
  readonly token?: string;
}

/** The service itself, which makes and sends what people have put together. */
export const SERVICE_ITSELF: Keeper = { scope: EVERYTHING, account: null };

/**
 * Runs `read` with what a person keeps in sight, and what others share. Whoever sees everything that is approved is under
 * row-level security here as well: what somebody keeps is nobody else's (drizzle/0022_own_reports.sql).
 */
export function readAsPerson<T>(
  db: Database,
  { scope, account, token }: Keeper,
  read: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return db.transaction(
    async (tx) => {
      if (scope !== EVERYTHING) {
        await tx.execute(sql`SELECT become_person(${account ?? ''}), become_program(${token ?? ''})`);
        await becomeReader(tx, scope);
      }
      return read(tx);
    },
    { accessMode: 'read only' },
  );
}

/**
 * What is kept may be exchanged for the same in other tables (drizzle/0020_partitions.sql). These show nothing in a state of the
 * data from before: so they are held before the first statement that makes the state.
 */
const STAY = sql`LOCK TABLE kept.totals, kept.results, kept.entries, kept.money IN ACCESS SHARE MODE`;

/**
 * To compile a statement takes longer than to answer it, and so does it to plan one anew that was prepared (a fifth of what
 * Postgres did for a dashboard, and no plan was better for it); gaps join rows by the hundred thousand.
 */
const MEANS = sql`SELECT set_config('jit', 'off', true), set_config('work_mem', '32MB', true),
  set_config('plan_cache_mode', 'force_generic_plan', true)`;

/** Until the transaction ends; then the connection is the owner's again. What the role may see, the database looks up itself. */
function becomeReader(tx: Transaction, { role, organisations, programs }: Scope): Promise<unknown> {
  return tx
    .execute(
      sql`SELECT become_reader(${role}, ${JSON.stringify(organisations)}::jsonb, ${JSON.stringify(programs)}::jsonb)`,
    )
    .execute();
}
