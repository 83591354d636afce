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
import { seed } from './import.ts';

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
  /** Likewise, with the reference portfolio in it as `seed` puts it there. */
  openSeeded(): Promise<DatabaseHandle>;
  /** A database that was there before: `prepare` fills an empty one, then it is opened, and so migrated, as any other. */
  openOver(prepare: Prepare): Promise<DatabaseHandle>;
}

/** Runs a suite on each engine that was asked for. */
export function eachEngine(name: string, suite: (engine: Engine) => void): void {
  for (const engine of ENGINES) {
    describe(`${name} (${engine})`, () => {
      const lender = lenderOf(engine);
      suite({
        name: engine,
        asksAll: engine === ENGINES.at(-1),
        some: (count) => (engine === ENGINES.at(-1) ? count : Math.ceil(count / 3)),
        open: () => lender.lend('empty'),
        openSeeded: () => lender.lend('seeded'),
        openOver: async (prepare) => lender.keep(await OPENERS[engine].over(prepare)),
      });
      afterAll(() => lender.end());
    });
  }
}

/** An embedded database of one's own with the reference portfolio, as `Engine.openSeeded` has it. */
export async function openSeededEmbedded(): Promise<DatabaseHandle> {
  const lent = await openNew();
  await fillWithSeeds(lent);
  return lent.handle;
}

/** Gives databases to a suite, empty but for the migrations or with the reference portfolio, and closes them when it ends. */
interface Lender {
  lend(holding: 'empty' | 'seeded'): Promise<DatabaseHandle>;
  /** Closes `handle` when the suite ends. */
  keep(handle: DatabaseHandle): DatabaseHandle;
  end(): Promise<void>;
}

function lenderOf(engine: EngineName): Lender {
  return engine === 'embedded' ? new ReusingLender() : new CopyingLender();
}

/** A Postgres database is copied in less time than one that was used is made as new; it goes while the suite goes on. */
class CopyingLender implements Lender {
  private readonly kept = new Set<DatabaseHandle>();
  private readonly closing: Promise<void>[] = [];

  async lend(holding: 'empty' | 'seeded'): Promise<DatabaseHandle> {
    const { clone, filled } = OPENERS.postgres;
    const handle = holding === 'empty' ? await clone() : await filled(seed);
    let isOpen = true;
    const lent = {
      ...handle,
      close: async () => {
        if (isOpen) this.closing.push(handle.close());
        isOpen = false;
        this.kept.delete(lent);
      },
    };
    return this.keep(lent);
  }

  keep(handle: DatabaseHandle): DatabaseHandle {
    this.kept.add(handle);
    return handle;
  }

  async end(): Promise<void> {
    for (const handle of this.kept) await handle.close();
    await Promise.all(this.closing);
  }
}

/** An open embedded database, and what was in it when it was new. */
interface Lent {
  readonly handle: DatabaseHandle;
  readonly asNew: Archive;
  /** Nobody has written to it. */
  readonly isNew: boolean;
}

/** An embedded database that was closed is made as new for the next, since a new one takes its second. */
class ReusingLender implements Lender {
  private readonly kept: DatabaseHandle[] = [];
  private readonly idle: Lent[] = [];
  private ended = false;

  async lend(holding: 'empty' | 'seeded'): Promise<DatabaseHandle> {
    const lent = this.idle.pop() ?? (await openNew());
    await (holding === 'empty' ? empty(lent) : fillWithSeeds(lent));
    // Whoever comes after the suite closes its own.
    if (this.ended) return lent.handle;
    this.keep(lent.handle);
    let isOpen = true;
    const close = async () => {
      if (isOpen) this.idle.push({ ...lent, isNew: false });
      isOpen = false;
    };
    return { ...lent.handle, close };
  }

  keep(handle: DatabaseHandle): DatabaseHandle {
    if (!this.kept.includes(handle)) this.kept.push(handle);
    return handle;
  }

  async end(): Promise<void> {
    this.ended = true;
    this.idle.length = 0;
    for (const handle of this.kept) await handle.close();
  }
}

/** What a new database holds; and the reference portfolio, once a worker has imported it. */
let newOne: Archive | null = null;
let seeds: Archive | null = null;

async function openNew(): Promise<Lent> {
  const handle = await OPENERS.embedded.clone();
  newOne ??= await archiveOf(handle.db);
  return { handle, asNew: newOne, isNew: true };
}

async function archiveOf(db: Database): Promise<Archive> {
  return openArchive(await takeBackup(db, new Date(0)));
}

async function empty({ handle, asNew, isNew }: Lent): Promise<void> {
  if (!isNew) await replaceAll(handle.db, asNew);
}

/** To put the rows back takes a sixth of the time of importing their files. */
async function fillWithSeeds(lent: Lent): Promise<void> {
  const { db } = lent.handle;
  if (seeds !== null) return replaceAll(db, seeds);
  await empty(lent);
  await seed(db);
  seeds = await archiveOf(db);
}

/** The job queue is no part of a backup, and makes its tables itself. */
function replaceAll(db: Database, archive: Archive): Promise<void> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`DROP SCHEMA IF EXISTS pgboss CASCADE`);
    await putBack(tx, archive);
    await tx.execute(sql`SELECT rebuild_kept_totals()`);
  });
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
