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
import { embedded, Lender } from './lender.ts';

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
      const lender = engine === 'embedded' ? embedded : new Lender(clone);
      const opened: DatabaseHandle[] = [];
      const kept = async (opening: Promise<DatabaseHandle>) => {
        const handle = await opening;
        opened.push(handle);
        return handle;
      };
      suite({
        name: engine,
        open: () => kept(lender.lend()),
        openOver: (prepare) => kept(over(prepare)),
      });
      afterAll(async () => {
        for (const handle of opened) await handle.close();
        // On the server nothing stays.
        if (lender !== embedded) await lender.end();
      });
    });
  }
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
