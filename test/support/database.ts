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
import { lend } from './lending.ts';

/** A kind of database that a suite runs on. */
export interface Engine {
  readonly name: EngineName;
  /**
   * What asks thousands of things of the whole service asks all of them here, and a third on the other engines: they run the
   * same statements, and each is as often asked of everything.
   */
  readonly asksAll: boolean;
  /** Of so many random courses as many as are tried on this engine: all, or a third. */
  some(count: number): number;
  /** A new, migrated database; closed, and gone, when the suite ends. */
  open(): Promise<DatabaseHandle>;
  /** Likewise for one test after the other: what the one before had goes back. */
  openAnew(): Promise<DatabaseHandle>;
  /** Likewise, with the reference portfolio in it as `seed` puts it there. */
  openSeeded(): Promise<DatabaseHandle>;
  /** A database that was there before: `prepare` fills an empty one, then it is opened, and so migrated, as any other. */
  openOver(prepare: Prepare): Promise<DatabaseHandle>;
}

/** Runs a suite on each engine that was asked for. */
export function eachEngine(name: string, suite: (engine: Engine) => void): void {
  for (const engine of ENGINES) {
    describe(`${name} (${engine})`, () => {
      const kept: DatabaseHandle[] = [];
      const keep = (handle: DatabaseHandle) => {
        kept.push(handle);
        return handle;
      };
      let before: DatabaseHandle | null = null;
      const openAnew = async () => {
        await before?.close();
        before = keep(await lend(engine, 'empty'));
        return before;
      };
      suite({
        name: engine,
        asksAll: engine === ENGINES.at(-1),
        some: (count) => (engine === ENGINES.at(-1) ? count : Math.ceil(count / 3)),
        open: async () => keep(await lend(engine, 'empty')),
        openAnew,
        openSeeded: async () => keep(await lend(engine, 'seeded')),
        openOver: async (prepare) => keep(await OPENERS[engine].over(prepare)),
      });
      afterAll(async () => {
        for (const { close } of kept) await close();
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
