import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { Secret } from '../src/platform/config/secret.ts';
import { openDatabase, type Transaction } from '../src/platform/database/database.ts';
import { chunksOf } from '../src/platform/database/rows.ts';
import { copy } from './copy.ts';
import { type Cell, portfolioRows, type TableRows } from './generated/rows.ts';
import { type Scale, scaleOf } from './generated/words.ts';

/** Results of a small, a middling and a large organisation. */
export const SIZES = [10_000, 100_000, 1_000_000] as const;

/** Raised with every change of what is generated: a kept database of another number is made anew. */
const VERSION = 1;

/** A Postgres database with a generated portfolio. */
export interface Generated {
  readonly results: number;
  readonly name: string;
  readonly url: string;
  /** What it took to make it; null: it was kept. */
  readonly seconds: number | null;
  /** How many rows it has of each. */
  readonly counts: Readonly<Record<(typeof COUNTED)[number], number>>;
  /** On disk, with its indexes. */
  readonly bytes: number;
}

const COUNTED = ['programs', 'results', 'result_parts', 'transactions'] as const;

/**
 * Runs `work` on a migrated Postgres database of its own with so many results (`scaleOf` says what else), on the server
 * that `TEST_DATABASE_URL` names. It is dropped afterwards, unless `BENCH_KEEP` names it (`attest_bench_RESULTS`, several
 * with commas between them): then it stays, and is there the next time.
 */
export function withGenerated<T>(results: number, work: (made: Generated) => Promise<T>): Promise<T> {
  return withScale(scaleOf(results), `attest_bench_${results}`, work);
}

/** The same with as much of everything as `scale` says. @param lasting the database, where it is kept */
export async function withScale<T>(
  scale: Scale,
  lasting: string,
  work: (made: Generated) => Promise<T>,
): Promise<T> {
  const server = process.env.TEST_DATABASE_URL ?? 'postgres://127.0.0.1:5432/postgres';
  const { results } = scale;
  const isKept = (process.env.BENCH_KEEP ?? '').split(',').includes(lasting);
  const name = isKept ? lasting : `${lasting}_${process.pid}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  const drop = () => admin`DROP DATABASE IF EXISTS ${admin(name)} WITH (FORCE)`;
  try {
    const isThere = await isMade(admin, name);
    const start = performance.now();
    if (!isThere) {
      await drop();
      await admin`CREATE DATABASE ${admin(name)}`;
    }
    // Brings a kept one to the newest migration.
    await (await openDatabase({ databaseUrl: new Secret(url.href), dataDir: '' })).close();
    if (!isThere) {
      await fillByCopy(url.href, scale);
      await admin.unsafe(`COMMENT ON DATABASE ${name} IS '${MARK}'`);
    }
    const seconds = isThere ? null : (performance.now() - start) / 1000;
    return await work({ results, name, url: url.href, seconds, ...(await measured(url.href)) });
  } finally {
    if (!isKept) await drop();
    await admin.end();
  }
}

/** Runs `work` on a copy of a generated portfolio, for what changes it; the copy is dropped afterwards. */
export async function withCopy<T>(made: Generated, work: (copy: Generated) => Promise<T>): Promise<T> {
  const url = new URL(made.url);
  const admin = postgres(new URL('/postgres', url).href, { max: 1, onnotice: () => undefined });
  const name = `attest_bench_copy_${process.pid}`;
  url.pathname = `/${name}`;
  try {
    await admin`CREATE DATABASE ${admin(name)} TEMPLATE ${admin(made.name)}`;
    return await work({ ...made, name, url: url.href });
  } finally {
    await admin`DROP DATABASE IF EXISTS ${admin(name)} WITH (FORCE)`;
    await admin.end();
  }
}

const MARK = `attest bench, generator ${VERSION}`;

/** Whether it is there, made to its end by this version of the generator. */
async function isMade(admin: postgres.Sql, name: string): Promise<boolean> {
  const [known] = await admin<{ mark: string | null }[]>`
    SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = ${name}`;
  return known?.mark === MARK;
}

async function measured(url: string): Promise<Pick<Generated, 'counts' | 'bytes'>> {
  const client = postgres(url, { max: 1 });
  const [size] = await client<{ bytes: string }[]>`SELECT pg_database_size(current_database()) AS bytes`;
  const counts = COUNTED.map(async (table) => {
    const [counted] = await client<{ rows: number }[]>`SELECT count(*)::int AS rows FROM ${client(table)}`;
    return [table, counted?.rows ?? 0];
  });
  const known = { counts: Object.fromEntries(await Promise.all(counts)), bytes: Number(size?.bytes) };
  await client.end();
  return known;
}

/** All of it as one change, which is told to nobody: as a backup that is put back. */
async function fillByCopy(url: string, scale: Scale): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await client.begin(async (tx) => {
      await tx`SELECT set_config('attest.restoring', 'yes', true)`;
      for (const table of portfolioRows(scale)) await copyRows(tx, table);
      const [rollups] = await tx<
        { name: string | null }[]
      >`SELECT to_regprocedure('rebuild_kept_totals()')::text AS name`;
      if (rollups?.name != null) await tx`SELECT rebuild_kept_totals()`;
    });
    await client`VACUUM (ANALYZE)`;
  } finally {
    await client.end();
  }
}

/** Some hundred kilobytes at a time. */
const LINES_AT_ONCE = 2_000;

async function copyRows(tx: postgres.TransactionSql, { table, columns, rows }: TableRows): Promise<void> {
  const lines = chunksOf(rows, LINES_AT_ONCE).map((chunk) => chunk.map(lineOf).join(''));
  await copy(tx, { table, columns }, lines);
}

/** A line as COPY reads it. */
function lineOf(row: readonly Cell[]): string {
  return `${row.map(written).join('\t')}\n`;
}

function written(cell: Cell): string {
  if (cell === null) return '\\N';
  const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign) : text;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** The same rows where there is no COPY from a stream; a few thousand of them. */
export async function fillByInserts(tx: Transaction, results: number): Promise<void> {
  await tx.execute(sql`SELECT set_config('attest.restoring', 'yes', true)`);
  for (const { table, columns, rows } of portfolioRows(scaleOf(results))) {
    const into = sql.identifier(table);
    const names = sql.join(
      columns.map((name) => sql.identifier(name)),
      sql`, `,
    );
    for (const chunk of chunksOf(rows, LINES_AT_ONCE)) {
      const cells = chunk.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));
      await tx.execute(sql`INSERT INTO ${into} (${names})
        SELECT ${names} FROM jsonb_populate_recordset(NULL::${into}, ${JSON.stringify(cells)}::text::jsonb)`);
    }
  }
}
