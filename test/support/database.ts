import { sql } from 'drizzle-orm';
import { type Archive, openArchive } from '../../src/platform/backup/archive.ts';
import { putBack, takeBackup } from '../../src/platform/backup/backup.repository.ts';
import type { Secret } from '../../src/platform/config/secret.ts';
import type { Database, DatabaseHandle, Transaction } from '../../src/platform/database/database.ts';
import {
  createPostgres,
  ENGINES,
  type EngineName,
  OPENERS,
  type OwnPostgres,
  type Prepare,
} from './engines.ts';

/** A kind of database that a suite runs on. */
export interface Engine {
  readonly name: EngineName;
  /** A new, migrated database; closed, and gone, when the suite ends. */
  open(): Promise<DatabaseHandle>;
  /** A database that was there before: `prepare` fills an empty one, then it is opened, and so migrated, as any other. */
  openOver(prepare: Prepare): Promise<DatabaseHandle>;
}

/** Runs a suite on each engine that was asked for. */
export function eachEngine(name: string, suite: (engine: Engine) => void): void {
  for (const engine of ENGINES) {
    describe(`${name} (${engine})`, () => {
      const { clone, over } = OPENERS[engine];
      const lender = new Lender(clone);
      suite({
        name: engine,
        open: () => lender.lend(),
        openOver: async (prepare) => lender.keep(await over(prepare)),
      });
      afterAll(() => lender.end());
    });
  }
}

/** Lends databases that are as new: one that was closed is emptied and lent again, since a new one takes its second. */
class Lender {
  private readonly kept: DatabaseHandle[] = [];
  private readonly idle: { readonly handle: DatabaseHandle; readonly asNew: Archive }[] = [];
  private ended = false;

  constructor(private readonly clone: () => Promise<DatabaseHandle>) {}

  async lend(): Promise<DatabaseHandle> {
    // Whoever comes after the suite closes its own.
    if (this.ended) return this.clone();
    const lent = this.idle.pop() ?? (await this.openNew());
    let isOpen = true;
    const close = async () => {
      if (!isOpen) return;
      isOpen = false;
      await lent.handle.db.transaction((tx) => empty(tx, lent.asNew));
      this.idle.push(lent);
    };
    return { ...lent.handle, close };
  }

  /** Closes `handle` when the suite ends. */
  keep(handle: DatabaseHandle): DatabaseHandle {
    this.kept.push(handle);
    return handle;
  }

  async end(): Promise<void> {
    this.ended = true;
    for (const handle of this.kept) await handle.close();
  }

  private async openNew() {
    const handle = this.keep(await this.clone());
    return { handle, asNew: await openArchive(await takeBackup(handle.db, new Date(0))) };
  }
}

/** The job queue is no part of a backup, and makes its tables itself. */
async function empty(tx: Transaction, asNew: Archive): Promise<void> {
  await tx.execute(sql`DROP SCHEMA IF EXISTS pgboss CASCADE`);
  await putBack(tx, asNew);
}
/** Runs a suite about Postgres itself where that was asked for; `empty` makes a database without tables, gone when it ends. */
export function onPostgres(name: string, suite: (empty: () => Promise<Secret>) => void): void {
  if (!ENGINES.includes('postgres')) return;
  describe(`${name} (postgres)`, () => {
    const made: OwnPostgres[] = [];
    suite(async () => {
      const database = await createPostgres();
      made.push(database);
      return database.url;
    });
    afterAll(async () => {
      for (const { drop } of made) await drop();
    });
  });
}

/** Runs in a transaction and leaves nothing of it behind, so that tests can share a database. */
export async function undone<T>(db: Database, run: (tx: Transaction) => Promise<T>): Promise<T> {
  let outcome: { readonly value: T } | null = null;
  const undo = new Error('undone on purpose');
  await db
    .transaction(async (tx) => {
      outcome = { value: await run(tx) };
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return (outcome as unknown as { readonly value: T }).value;
}
