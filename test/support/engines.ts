import { createHash, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { ROOT } from '../../src/platform/config/root.ts';
import { Secret } from '../../src/platform/config/secret.ts';
import { type Database, type DatabaseHandle, openDatabase } from '../../src/platform/database/database.ts';
import { EMBEDDED_OPTIONS, migrated } from '../../src/platform/database/embedded.adapter.ts';

/** `migrate` applies the migrations of a folder, which need not be all. */
export type Prepare = (db: Database, migrate: (migrationsFolder: string) => Promise<void>) => Promise<void>;

const MIGRATIONS = [
  ...readdirSync(join(ROOT, 'drizzle')).filter((file) => file.endsWith('.sql')),
  'meta/_journal.json',
].sort();

/** A template is made again when the migrations change. */
export const TEMPLATE_HASH = MIGRATIONS.reduce(
  (hash, file) => hash.update(readFileSync(join(ROOT, 'drizzle', file))),
  createHash('sha256').update('small'),
)
  .digest('hex')
  .slice(0, 16);

export type EngineName = 'embedded' | 'postgres';

/** The kinds of database to run on, as `TEST_ENGINES` says: the embedded one, unless it names others. */
export const ENGINES = enginesAskedFor();

const POSTGRES_URL = ENGINES.includes('postgres') ? await findPostgres() : null;

/** Compiled once for all the databases of a worker. */
const PGLITE = dirname(fileURLToPath(import.meta.resolve('@electric-sql/pglite')));
const SHARED = {
  pgliteWasmModule: await WebAssembly.compile(readFileSync(join(PGLITE, 'pglite.wasm'))),
  fsBundle: new Blob([readFileSync(join(PGLITE, 'pglite.data'))]),
  ...EMBEDDED_OPTIONS,
};

/** Made while the suite is loaded: no hook has the time. */
const EMBEDDED_TEMPLATE = await embeddedTemplate();

/** The folder of an embedded database with all migrations, as one file; small, for each clone reads all of it. */
async function embeddedTemplate(): Promise<Blob> {
  const folder = join(ROOT, 'node_modules/.cache/attest');
  const template = join(folder, `database-${TEMPLATE_HASH}.tar`);
  if (existsSync(template)) return new Blob([readFileSync(template)]);
  const client = await PGlite.create({ ...SHARED, initDbStartParams: ['--wal-segsize=1'] });
  const handle = await migrated(client, 'memory', () => undefined);
  await client.exec(`UPDATE pg_database SET datistemplate = false`);
  for (const unused of ['template0', 'template1']) await client.exec(`DROP DATABASE ${unused}`);
  await client.exec('CHECKPOINT');
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
  return dump;
}

async function openEmbeddedClone(): Promise<DatabaseHandle> {
  const client = await PGlite.create({ ...SHARED, loadDataDir: EMBEDDED_TEMPLATE });
  return migrated(client, 'memory', () => undefined);
}

async function openEmbeddedOver(prepare: Prepare): Promise<DatabaseHandle> {
  const client = await PGlite.create(SHARED);
  const db = drizzlePglite(client);
  await prepare(db, (migrationsFolder) => migratePglite(db, { migrationsFolder }));
  return migrated(client, 'memory', () => undefined);
}

/** Only one process at a time makes or copies the template; copying allows no connection to it. */
const TEMPLATE_LOCK = 288379;

/** Its connections go when nobody asks anything, so that a worker can end that has it still. */
async function openPostgresClone(): Promise<DatabaseHandle> {
  const name = databaseName();
  await copyTemplate(name);
  const url = new URL(urlOf(name).reveal());
  url.searchParams.set('idle_timeout', '1');
  return openPostgres({ ...postgresOf(name), url: new Secret(url.href) });
}

async function copyTemplate(name: string): Promise<void> {
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
    // Nothing of it outlives a crash of the server: no commit waits for the disk.
    await sql.unsafe(`ALTER DATABASE ${name} SET synchronous_commit = off`);
  });
}

async function openPostgresOver(prepare: Prepare): Promise<DatabaseHandle> {
  const database = await createPostgres();
  const client = postgres(database.url.reveal(), { max: 1, onnotice: () => undefined });
  const db = drizzlePostgres(client);
  await prepare(db, (migrationsFolder) => migratePostgres(db, { migrationsFolder }));
  await client.end();
  return openPostgres(database);
}

/** Closed, it is gone. */
async function openPostgres({ url, drop }: OwnPostgres): Promise<DatabaseHandle> {
  const handle = await openDatabase({ databaseUrl: url, dataDir: '' });
  const close = async () => {
    await handle.close();
    await drop();
  };
  return { ...handle, close };
}

/** A database of a test's own on the Postgres server. */
export interface OwnPostgres {
  readonly url: Secret;
  drop(): Promise<void>;
}

/** One without tables. */
export async function createPostgres(): Promise<OwnPostgres> {
  const name = databaseName();
  await asAdministrator((sql) => sql.unsafe(`CREATE DATABASE ${name}`));
  return postgresOf(name);
}

function postgresOf(name: string): OwnPostgres {
  const drop = () => asAdministrator((sql) => sql.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return { url: urlOf(name), drop: async () => void (await drop()) };
}

/** How each engine gives a new, migrated database, and one over what was there before. */
export const OPENERS = {
  embedded: { clone: openEmbeddedClone, over: openEmbeddedOver },
  postgres: { clone: openPostgresClone, over: openPostgresOver },
};

/** What is left of a run when its workers have ended goes then, by this name (runner/ended.mjs). */
function databaseName(): string {
  return `attest_test_${process.env.TEST_RUN}_${randomUUID().slice(0, 8)}`;
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

function enginesAskedFor(): readonly EngineName[] {
  const asked = (process.env.TEST_ENGINES ?? 'embedded').split(',');
  return asked.map((name) => {
    if (name === 'embedded' || name === 'postgres') return name;
    throw new Error(`TEST_ENGINES takes embedded, postgres or embedded,postgres; not "${name}"`);
  });
}
