import { type SQL, sql } from 'drizzle-orm';
import type { Database, DatabaseHandle } from '../../src/platform/database/database.ts';
import { type EngineName, OPENERS } from './engines.ts';
import { seed } from './import.ts';

/** What a database holds when it is lent: nothing but what the migrations put there, or the reference portfolio too. */
export type Holding = 'empty' | 'seeded';

/** An open database that was lent before, or will be. */
interface Kept {
  readonly handle: DatabaseHandle;
  /** What it remembers the rows of, and so can be made as new with. */
  readonly remembered: Set<Holding>;
  /** How it was built when it was last lent. */
  shape: string;
}

/** Open ones that nobody has now, by engine, for whichever file of this worker asks next. */
const idle: Readonly<Record<EngineName, Kept[]>> = { embedded: [], postgres: [] };

/** For the end of a run without workers, which an open database would hold up (runner/ended.mjs). */
const CLOSE_IDLE = Symbol.for('attest.close-idle-databases');
Object.assign(globalThis, {
  [CLOSE_IDLE]: async () => {
    for (const { handle } of Object.values(idle).flat()) await handle.close();
  },
});

/** So many wait at most: an embedded one is some hundred megabytes of memory, one on Postgres some of its connections. */
const MOST_IDLE: Readonly<Record<EngineName, number>> = { embedded: 3, postgres: 1 };

/**
 * A database that holds what was asked for; when it is closed it waits for the next who asks. To open one takes half a
 * second, and to import the reference portfolio another: to put rows back that it remembers, a tenth of that. One that
 * was built otherwise meanwhile (a trigger, a right, a table) or does not answer is not lent again.
 */
export async function lend(engine: EngineName, holding: Holding): Promise<DatabaseHandle> {
  const kept = (await asBuilt(engine)) ?? (await openNew(engine));
  const { handle, remembered } = kept;
  if (!remembered.has(holding)) {
    await makeAsNew(handle.db, 'empty');
    await seed(handle.db);
    await remember(handle.db, 'seeded');
    remembered.add('seeded');
  }
  await makeAsNew(handle.db, holding);
  kept.shape = await shapeOf(handle.db);
  let isLent = true;
  const close = async () => {
    if (!isLent) return;
    isLent = false;
    if (idle[engine].length < MOST_IDLE[engine]) idle[engine].push(kept);
    else await handle.close();
  };
  return { ...handle, close };
}

/** One that waits, and is built as it was when it was lent last. */
async function asBuilt(engine: EngineName): Promise<Kept | null> {
  for (let kept = idle[engine].pop(); kept !== undefined; kept = idle[engine].pop()) {
    if ((await shapeOf(kept.handle.db).catch(() => null)) === kept.shape) return kept;
    await kept.handle.close().catch(() => undefined);
  }
  return null;
}

async function openNew(engine: EngineName): Promise<Kept> {
  const handle = await OPENERS[engine].clone();
  await handle.db.execute(sql`CREATE SCHEMA lent`);
  await remember(handle.db, 'empty');
  return { handle, remembered: new Set<Holding>(['empty']), shape: '' };
}

/** More than so many bytes of rows, with those that are gone, are cleared away with the files that hold them. */
const LARGE = 8_000_000;

/**
 * Copies all rows, and writes a function that puts them back: with no trigger and no key looked at, since they were
 * right when they were copied. Rows are deleted one by one, unless there are so many that new files for all tables take less.
 */
async function remember(db: Database, holding: Holding): Promise<void> {
  const tables = await tablesOf(db);
  const copies = tables.map((_, i) => `lent.${holding}_${i}`);
  for (const [i, { name, columns }] of tables.entries())
    await db.execute(sql.raw(`CREATE TABLE ${copies[i]} AS SELECT ${columns} FROM ${name}`));
  const putBack = tables.map(
    ({ name, columns }, i) =>
      `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE SELECT * FROM ${copies[i]};`,
  );
  const names = tables.map(({ name }) => name);
  await db.execute(
    sql.raw(`
      CREATE FUNCTION lent.${holding}() RETURNS void LANGUAGE plpgsql SET session_replication_role = replica AS $$
      BEGIN
        IF ${names.map((name) => `pg_total_relation_size('${name}')`).join(' + ')} > ${LARGE} THEN
          TRUNCATE ${names.join(', ')};
        ELSE
          ${names.map((name) => `DELETE FROM ${name};`).join('\n')}
        END IF;
        ${putBack.join('\n')}
        ${(await countersOf(db)).join('\n')}
      END $$`),
  );
}

/** As `holding` has it; the job queue makes its tables itself. */
async function makeAsNew(db: Database, holding: Holding): Promise<void> {
  await db.execute(sql`DROP SCHEMA IF EXISTS pgboss CASCADE`);
  await db.execute(sql.raw(`SELECT lent.${holding}()`));
}

/** Tables with the columns that are not computed. What the job queue has is its own. */
function tablesOf(db: Database): Promise<readonly { readonly name: string; readonly columns: string }[]> {
  return rowsOf(
    db,
    sql`SELECT format('%I.%I', n.nspname, c.relname) AS name,
        string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pgboss', 'lent')
      GROUP BY 1 ORDER BY 1`,
  );
}

/** What makes the numbers of new rows go on where they are. */
async function countersOf(db: Database): Promise<readonly string[]> {
  const counters = await rowsOf<{ readonly name: string; readonly next: string; readonly used: boolean }>(
    db,
    sql`SELECT format('%I.%I', schemaname, sequencename) AS name,
        coalesce(last_value, start_value)::text AS next, last_value IS NOT NULL AS used
      FROM pg_sequences WHERE schemaname NOT IN ('pgboss', 'lent')`,
  );
  return counters.map(({ name, next, used }) => `PERFORM setval('${name}', ${next}, ${used});`);
}

/** Differs as soon as anything but rows was changed: tables, columns, rules, triggers, policies, functions, rights. */
async function shapeOf(db: Database): Promise<string> {
  const [row] = await rowsOf<{ readonly shape: string }>(
    db,
    sql`WITH ours AS (
        SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'kept', 'unchecked', 'as_of', 'drizzle')),
      relations AS (SELECT c.oid, c.xmin FROM pg_class c JOIN ours ON ours.oid = c.relnamespace),
      parts AS (
        SELECT xmin FROM relations
        UNION ALL SELECT a.xmin FROM pg_attribute a JOIN relations r ON r.oid = a.attrelid
        UNION ALL SELECT t.xmin FROM pg_trigger t JOIN relations r ON r.oid = t.tgrelid
        UNION ALL SELECT p.xmin FROM pg_policy p JOIN relations r ON r.oid = p.polrelid
        UNION ALL SELECT p.xmin FROM pg_proc p JOIN ours ON ours.oid = p.pronamespace
        UNION ALL SELECT k.xmin FROM pg_constraint k JOIN ours ON ours.oid = k.connamespace
        UNION ALL SELECT s.xmin FROM pg_db_role_setting s
        UNION ALL SELECT n.xmin FROM pg_namespace n WHERE nspname NOT IN ('pgboss'))
      SELECT count(*) || ' ' || max(xmin::text::bigint) AS shape FROM parts`,
  );
  return row?.shape ?? '';
}

/** The drivers wrap rows differently. */
async function rowsOf<T>(db: Database, query: SQL): Promise<readonly T[]> {
  const result: unknown = await db.execute(query);
  return (Array.isArray(result) ? result : (result as { readonly rows: unknown[] }).rows) as T[];
}
