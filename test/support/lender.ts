import { sql } from 'drizzle-orm';
import type { DatabaseHandle, Transaction } from '../../src/platform/database/database.ts';
import { OPENERS } from './engines.ts';
import { putRows, type Rows, takeRows } from './rows.ts';

/** A database of the lender's, and what it was when it was new. */
interface Lendable {
  readonly handle: DatabaseHandle;
  readonly rows: Rows;
  readonly shape: string;
}

/** So many wait in a worker's memory; its files have seldom more at once. */
const MOST_IDLE = 3;

/**
 * Lends databases that are as new: one that was closed is emptied and lent again, for making one takes ten times as long.
 * One whose tables, rules or rights are no longer what they were is not lent again.
 */
export class Lender {
  private readonly idle: Lendable[] = [];

  constructor(private readonly clone: () => Promise<DatabaseHandle>) {}

  /** Closed, it waits for whoever comes next. */
  async lend(): Promise<DatabaseHandle> {
    const one = this.idle.pop() ?? (await this.makeOne());
    let isOpen = true;
    const close = async () => {
      if (!isOpen) return;
      isOpen = false;
      await this.takeBack(one);
    };
    return { ...one.handle, close };
  }

  /** Closes what waits. */
  async end(): Promise<void> {
    for (const { handle } of this.idle.splice(0)) await handle.close();
  }

  private async makeOne(): Promise<Lendable> {
    const handle = await this.clone();
    const [rows, shape] = await handle.db.transaction(async (tx) => [await takeRows(tx), await shapeOf(tx)]);
    return { handle, rows, shape };
  }

  private async takeBack(one: Lendable): Promise<void> {
    if (this.idle.length < MOST_IDLE && (await isMadeNew(one))) this.idle.push(one);
    else await one.handle.close();
  }
}

/** For all the files of a worker: a clone of it stands in the worker's memory, and goes with it. */
export const embedded = new Lender(OPENERS.embedded.clone);

async function isMadeNew({ handle, rows, shape }: Lendable): Promise<boolean> {
  if (handle.kind === 'embedded' && handle.client.closed) return false;
  return handle.db.transaction(async (tx) => {
    // The job queue makes its tables itself.
    await tx.execute(sql`DROP SCHEMA IF EXISTS pgboss CASCADE`);
    if ((await shapeOf(tx)) !== shape) return false;
    await putRows(tx, rows);
    return true;
  });
}

/** A digest of what a database is beside its rows: tables, rules, rights, settings, and how far it was migrated. */
async function shapeOf(tx: Transaction): Promise<string> {
  const result: unknown = await tx.execute(sql`
    SELECT md5(string_agg(part, ';' ORDER BY part)) AS shape FROM (
      SELECT concat_ws(' ', nspname, nspacl) FROM pg_namespace
      UNION ALL SELECT concat_ws(' ', oid, relname, relkind, relrowsecurity, relforcerowsecurity, relowner, relacl)
        FROM pg_class WHERE relkind <> 'i' AND oid > 16383
      UNION ALL SELECT concat_ws(' ', attrelid, attname, atttypid, attnotnull, attisdropped, attacl)
        FROM pg_attribute WHERE attrelid > 16383 AND attnum > 0
      UNION ALL SELECT concat_ws(' ', conrelid, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE oid > 16383
      UNION ALL SELECT concat_ws(' ', tgrelid, tgname, tgenabled, tgfoid) FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT concat_ws(' ', indexrelid, indrelid) FROM pg_index WHERE indexrelid > 16383
      UNION ALL SELECT concat_ws(' ', oid, proname, md5(prosrc), proconfig, proacl) FROM pg_proc WHERE oid > 16383
      UNION ALL SELECT concat_ws(' ', polrelid, polname, polcmd, pg_get_expr(polqual, polrelid)) FROM pg_policy
      UNION ALL SELECT concat_ws(' ', ev_class, rulename, md5(ev_action)) FROM pg_rewrite WHERE oid > 16383
      UNION ALL SELECT concat_ws(' ', name, setting) FROM pg_settings WHERE source = 'session'
      UNION ALL SELECT concat_ws(' ', hash, created_at) FROM drizzle.__drizzle_migrations
    ) AS all_parts(part)`);
  const [row] = (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as {
    shape: string;
  }[];
  return row?.shape ?? '';
}
