import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { ROOT } from '../../src/platform/config/root.ts';
import { Secret } from '../../src/platform/config/secret.ts';
import {
  type Database,
  type DatabaseHandle,
  openDatabase,
  type Transaction,
} from '../../src/platform/database/database.ts';
import { migrated } from '../../src/platform/database/embedded.adapter.ts';

/** A kind of database that a suite runs on. */
export interface Engine {
  readonly name: 'embedded' | 'postgres';
  /** A new, migrated database; closed, and gone, when the suite ends. */
  open(): Promise<DatabaseHandle>;
  /** A database that was there before: `prepare` fills an empty one, then it is opened, and so migrated, as any other. */
  openOver(prepare: Prepare): Promise<DatabaseHandle>;
}

/** `migrate` applies the migrations of a folder, which need not be all. */
type Prepare = (db: Database, migrate: (migrationsFolder: string) => Promise<void>) => Promise<void>;

const MIGRATIONS = readdirSync(join(ROOT, 'drizzle'))
  .filter((file) => file.endsWith('.sql'))
  .sort();

/** A template is made again when the migrations change. */
const TEMPLATE_HASH = MIGRATIONS.reduce(
  (hash, file) => hash.update(readFileSync(join(ROOT, 'drizzle', file))),
  createHash('sha256'),
)
  .digest('hex')
  .slice(0, 16);

/** The kinds of database to run on, as `TEST_ENGINES` says: the embedded one, unless it names others. */
const ENGINES = enginesAskedFor();

const POSTGRES_URL = ENGINES.includes('postgres') ? await findPostgres() : null;

/** Made while the suite is loaded: no hook has the time. */
const EMBEDDED_TEMPLATE = await embeddedTemplate();

/** Runs a suite on each engine that was asked for. */
export function eachEngine(name: string, suite: (engine: Engine) => void): void {
  for (const engine of ENGINES) {
    describe(`${name} (${engine})`, () => {
      const opened: DatabaseHandle[] = [];
      const kept = async (opening: Promise<DatabaseHandle>) => {
        const handle = await opening;
        opened.push(handle);
        return handle;
      };
      suite({
        name: engine,
        open: () => kept(OPENERS[engine].clone()),
        openOver: (prepare) => kept(OPENERS[engine].over(prepare)),
      });
      afterAll(async () => {
        for (const handle of opened) await handle.close();
      });
    });
  }
}

/** Runs a suite about Postgres itself where that was asked for; `empty` makes a database without tables, gone when it ends. */
export function onPostgres(name: string, suite: (empty: () => Promise<Secret>) => void): void {
  if (POSTGRES_URL === null) return;
  describe(`${name} (postgres)`, () => {
    const made: string[] = [];
    suite(async () => {
      const database = databaseName();
      await asAdministrator((sql) => sql.unsafe(`CREATE DATABASE ${database}`));
      made.push(database);
      return urlOf(database);
    });
    afterAll(async () => {
      for (const database of made) await drop(database);
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

/** The folder of an embedded database with all migrations, as one file. */
async function embeddedTemplate(): Promise<string> {
  const folder = join(ROOT, 'node_modules/.cache/attest');
  const template = join(folder, `database-${TEMPLATE_HASH}.tar`);
  if (existsSync(template)) return template;
  const client = await PGlite.create();
  const handle = await migrated(client, 'memory', () => undefined);
  const dump = await client.dumpDataDir('none');
  await handle.close();
  mkdirSync(folder, { recursive: true });
  const outdated = readdirSync(folder).filter((file) => file.endsWith('.tar') && !template.endsWith(file));
  for (const file of outdated) rmSync(join(folder, file), { force: true });
  // Another worker may be making the same, or read what it made already: the first one stays.
  const own = `${template}.${process.pid}`;
  writeFileSync(own, await dump.bytes());
  try {
    linkSync(own, template);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  rmSync(own);
  return template;
}

async function openEmbeddedClone(): Promise<DatabaseHandle> {
  const client = await PGlite.create({ loadDataDir: await openAsBlob(EMBEDDED_TEMPLATE) });
  return migrated(client, 'memory', () => undefined);
}

async function openEmbeddedOver(prepare: Prepare): Promise<DatabaseHandle> {
  const client = await PGlite.create();
  const db = drizzlePglite(client);
  await prepare(db, (migrationsFolder) => migratePglite(db, { migrationsFolder }));
  return migrated(client, 'memory', () => undefined);
}

/** Only one process at a time makes or copies the template; copying allows no connection to it. */
const TEMPLATE_LOCK = 288379;

async function openPostgresClone(): Promise<DatabaseHandle> {
  const name = databaseName();
  await asAdministrator(async (sql) => {
    await sql`SELECT pg_advisory_lock(${TEMPLATE_LOCK})`;
    const [template] = await sql`
      SELECT shobj_description(oid, 'pg_database') AS hash FROM pg_database WHERE datname = 'attest_test_template'`;
    if (template?.hash !== TEMPLATE_HASH) {
      await sql`DROP DATABASE IF EXISTS attest_test_template`;
      await sql`CREATE DATABASE attest_test_template`;
      const handle = await openDatabase({ databaseUrl: urlOf('attest_test_template'), dataDir: '' });
      await handle.close();
      await sql.unsafe(`COMMENT ON DATABASE attest_test_template IS '${TEMPLATE_HASH}'`);
    }
    await sql.unsafe(`CREATE DATABASE ${name} TEMPLATE attest_test_template`);
  });
  return openPostgres(name);
}

async function openPostgresOver(prepare: Prepare): Promise<DatabaseHandle> {
  const name = databaseName();
  await asAdministrator((sql) => sql.unsafe(`CREATE DATABASE ${name}`));
  const client = postgres(urlOf(name).reveal(), { max: 1, onnotice: () => undefined });
  const db = drizzlePostgres(client);
  await prepare(db, (migrationsFolder) => migratePostgres(db, { migrationsFolder }));
  await client.end();
  return openPostgres(name);
}

/** Closed, it is gone. */
async function openPostgres(name: string): Promise<DatabaseHandle> {
  const handle = await openDatabase({ databaseUrl: urlOf(name), dataDir: '' });
  const close = async () => {
    await handle.close();
    await drop(name);
  };
  return { ...handle, close };
}

const OPENERS = {
  embedded: { clone: openEmbeddedClone, over: openEmbeddedOver },
  postgres: { clone: openPostgresClone, over: openPostgresOver },
};

function databaseName(): string {
  return `attest_test_${process.pid}_${randomUUID().slice(0, 8)}`;
}

async function drop(database: string): Promise<void> {
  await asAdministrator((sql) => sql.unsafe(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));
}

async function asAdministrator<T>(run: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(POSTGRES_URL ?? '', { max: 1, onnotice: () => undefined });
  try {
    return await run(sql);
  } finally {
    await sql.end();
  }
}

function urlOf(database: string): Secret {
  const url = new URL(POSTGRES_URL ?? '');
  url.pathname = `/${database}`;
  return new Secret(url.href);
}

/** @throws where the Postgres that was asked for does not answer: its tests are run, never passed over */
async function findPostgres(): Promise<string> {
  const url = process.env.TEST_DATABASE_URL ?? 'postgres://127.0.0.1:5432/postgres';
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined });
  try {
    await sql`SELECT 1`;
    return url;
  } catch (cause) {
    throw new Error(
      'No Postgres answers at TEST_DATABASE_URL or 127.0.0.1:5432, and TEST_ENGINES asks for one',
      {
        cause,
      },
    );
  } finally {
    await sql.end();
  }
}

function enginesAskedFor(): readonly Engine['name'][] {
  const asked = (process.env.TEST_ENGINES ?? 'embedded').split(',');
  return asked.map((name) => {
    if (name === 'embedded' || name === 'postgres') return name;
    throw new Error(`TEST_ENGINES takes embedded, postgres or embedded,postgres; not "${name}"`);
  });
}
