import { sql } from 'drizzle-orm';
import { DomainError } from '../../core/errors.ts';
import { type Actor, actAs } from '../database/actor.repository.ts';
import type { Database, Transaction } from '../database/database.ts';
import { type Archive, type ArchivedTable, writeArchive } from './archive.ts';

const FETCH_ROWS = 500;

/** So many of a backup's wrong names are told. */
const NAMED = 3;

/**
 * Everything in the database, as of one moment, while others go on writing. Not the job queue: what is due follows from
 * the data, and a job from before would be done twice.
 */
export function takeBackup(db: Database, takenAt: Date): Promise<Uint8Array> {
  return db.transaction(
    async (tx) => {
      await speakPlainly(tx);
      const head = { takenAt: takenAt.toISOString(), migrations: await appliedMigrations(tx) };
      return writeArchive(head, archivedTables(tx));
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

async function* archivedTables(tx: Transaction): AsyncGenerator<ArchivedTable> {
  for (const { name, columns } of await tablesOf(tx)) {
    yield { table: name, columns: columns.map((column) => column.name), rows: rowsOf(tx, name, columns) };
  }
}

async function* rowsOf(tx: Transaction, table: string, columns: readonly Column[]): AsyncGenerator<string> {
  const texts = columns.map((column) => `${quoted(column.name)}::text`).join(', ');
  await run(
    tx,
    `DECLARE backup NO SCROLL CURSOR FOR SELECT to_json(ARRAY[${texts}])::text AS line FROM ${quoted(table)}`,
  );
  for (;;) {
    const rows = await run<{ line: string }>(tx, `FETCH ${FETCH_ROWS} FROM backup`);
    yield* rows.map(({ line }) => line);
    if (rows.length < FETCH_ROWS) {
      break;
    }
  }
  await run(tx, 'CLOSE backup');
}

/**
 * Puts back what `takeBackup` wrote, on either engine, in place of everything that is there: all of it or nothing. Every
 * rule of the tables is checked on the way. The audit and the history come back as they were, and say that `by` restored them.
 *
 * @throws DomainError BACKUP.OTHER_VERSION, BACKUP.OTHER_TABLES, BACKUP.REFUSED (`refused`, nothing changed)
 */
export async function restoreBackup(
  db: Database,
  archive: Archive,
  by: { readonly actor: Actor; readonly at: Date },
): Promise<void> {
  try {
    await db.transaction(async (tx) => {
      await actAs(tx, by.actor, by.at);
      await replaceAll(tx, archive);
      const { takenAt } = archive.head;
      const details = JSON.stringify({ takenAt, rows: archive.rowCount });
      await tx.execute(sql`SELECT write_audit('backup.restored', NULL, ${details}::jsonb)`);
    });
  } catch (error) {
    throw isRefusal(error) ? refused(error) : error;
  }
}

async function replaceAll(tx: Transaction, archive: Archive): Promise<void> {
  await checkVersion(tx, archive);
  const before = await revisionOf(tx);
  await run(tx, 'SELECT before_restore()');
  await putBack(tx, archive);
  // Whoever remembers the data of a revision must not take the old ones for these.
  await tx.execute(sql`UPDATE revision SET number = greatest(number, ${before}::bigint) + 1`);
  await run(tx, 'SELECT after_restore()');
}

/** Into the tables that the archive was taken from, in place of every row there is; its keys are checked at the end. */
export async function putBack(tx: Transaction, archive: Archive): Promise<void> {
  await speakPlainly(tx);
  // The record of what happened and of what was said before comes back as it was: putting rows back is no change of them.
  await run(tx, "SET LOCAL attest.restoring = 'yes'");
  const tables = new Map((await tablesOf(tx)).map((table) => [table.name, table]));
  checkTables(archive, tables);
  const names = [...tables.keys()];
  const checkNow = await putOffForeignKeys(tx, names);
  await run(tx, `TRUNCATE ${names.map(quoted).join(', ')}`);
  for await (const { table, columns, rows } of archive.batches()) {
    await insert(tx, table, pick(columns, tables.get(table)), rows);
  }
  await continueSequences(tx);
  await checkNow();
}

/**
 * What drizzle wraps: an error whose SQLSTATE is about the data (22), about a rule that they break (23, 44, and P0 of our
 * own triggers), or about their form and size (42, 54). The statements themselves are always the same.
 */
function isRefusal(error: unknown): error is Error & { cause: Error } {
  const { cause } = error as { cause?: { code?: unknown } };
  return cause instanceof Error && /^(2[23]|4[24]|54|P0)/.test(String((cause as { code?: unknown }).code));
}

function refused(error: Error & { cause: Error }): DomainError {
  return new DomainError(
    'BACKUP.REFUSED',
    `The database refuses what is in the backup: ${error.cause.message}.`,
    {
      kind: 'refused',
      remedy: 'Nothing was changed.',
      cause: error.cause,
    },
  );
}

async function insert(
  tx: Transaction,
  table: string,
  columns: readonly Column[],
  rows: string,
): Promise<void> {
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const values = columns.map(({ type }, i) => `(line ->> ${i})::${type}`).join(', ');
  const into = sql.raw(`INSERT INTO ${quoted(table)} (${names}) OVERRIDING SYSTEM VALUE SELECT ${values}`);
  await tx.execute(sql`${into} FROM json_array_elements(${rows}::json) AS line`);
}

/**
 * Names from a file go into SQL only if the database has them; and what is not in the file would be lost.
 *
 * @throws DomainError BACKUP.OTHER_TABLES
 */
function checkTables(archive: Archive, tables: ReadonlyMap<string, Table>): void {
  const here = [...tables.values()].flatMap(({ name, columns }) =>
    columns.map((one) => `${name}.${one.name}`),
  );
  const there = archive.tables.flatMap(({ table, columns }) => columns.map((name) => `${table}.${name}`));
  const wrong = [
    ...there.filter((name) => !here.includes(name)).map((name) => `"${name}" is unknown`),
    ...here.filter((name) => !there.includes(name)).map((name) => `"${name}" is missing`),
    ...there.filter((name, i) => there.indexOf(name) !== i).map((name) => `"${name}" stands twice`),
  ];
  if (wrong.length > 0) {
    throw new DomainError(
      'BACKUP.OTHER_TABLES',
      `The backup has not the tables that its version makes: ${wrong.slice(0, NAMED).join(', ')}${wrong.length > NAMED ? `, and ${wrong.length - NAMED} more` : ''}.`,
      { kind: 'refused', remedy: 'Use another copy of it. Nothing was changed.' },
    );
  }
}

/** The columns of the archive in its order, all of which are there. */
function pick(names: readonly string[], table: Table | undefined): readonly Column[] {
  return names.flatMap((name) => table?.columns.find((one) => one.name === name) ?? []);
}

async function checkVersion(tx: Transaction, { head }: Archive): Promise<void> {
  const applied = await appliedMigrations(tx);
  if (applied.join() !== head.migrations.join()) {
    const isLater = applied.every((hash, i) => head.migrations[i] === hash);
    throw new DomainError(
      'BACKUP.OTHER_VERSION',
      `The backup has the tables of ${isLater ? 'a later' : 'another'} version (${head.migrations.length} migrations; here ${applied.length}).`,
      {
        kind: 'refused',
        remedy: isLater
          ? 'Update Attest to that version, then restore it. Nothing was changed.'
          : 'Restore it with the version that made it, then update. Nothing was changed.',
      },
    );
  }
}

async function appliedMigrations(tx: Transaction): Promise<string[]> {
  const rows = await run<{ hash: string }>(
    tx,
    'SELECT hash FROM drizzle.__drizzle_migrations ORDER BY created_at',
  );
  return rows.map(({ hash }) => hash);
}

/** Dates, moments and bytes are written and read the same way, whatever the server or the connection was set to. */
async function speakPlainly(tx: Transaction): Promise<void> {
  for (const setting of [
    "DateStyle = 'ISO, YMD'",
    "IntervalStyle = 'postgres'",
    "TimeZone = 'UTC'",
    "bytea_output = 'hex'",
  ]) {
    await run(tx, `SET LOCAL ${setting}`);
  }
}

interface Column {
  readonly name: string;
  readonly type: string;
}
interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** By name. Columns that the database computes itself are left to it. */
async function tablesOf(tx: Transaction): Promise<readonly Table[]> {
  const columns = await run<{ table: string; name: string; type: string }>(
    tx,
    `SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     ORDER BY c.relname, a.attnum`,
  );
  return [...Map.groupBy(columns, ({ table }) => table)].map(([name, list]) => ({ name, columns: list }));
}

/** Rows come in the order of the tables' names, which knows nothing of who refers to whom. */
async function putOffForeignKeys(tx: Transaction, tables: readonly string[]): Promise<() => Promise<void>> {
  const keys = await run<{ table: string; name: string }>(
    tx,
    `SELECT c.relname AS "table", k.conname AS name
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND NOT k.condeferrable AND c.relnamespace = 'public'::regnamespace`,
  );
  const alter = async (how: string) => {
    for (const { table, name } of keys.filter((key) => tables.includes(key.table))) {
      await run(tx, `ALTER TABLE ${quoted(table)} ALTER CONSTRAINT ${quoted(name)} ${how}`);
    }
  };
  await alter('DEFERRABLE INITIALLY DEFERRED');
  return async () => {
    // Everything put off is checked here, since a table with checks to come cannot be altered.
    await run(tx, 'SET CONSTRAINTS ALL IMMEDIATE');
    await alter('NOT DEFERRABLE');
  };
}

/** The next number of a sequence is the one after the greatest that was restored. */
async function continueSequences(tx: Transaction): Promise<void> {
  const owned = await run<{ sequence: string; table: string; name: string }>(
    tx,
    `SELECT pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence, c.relname AS "table", a.attname AS name
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
       AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL`,
  );
  for (const { sequence, table, name } of owned) {
    await run(
      tx,
      `SELECT setval('${sequence}', coalesce(max(${quoted(name)}), 0) + 1, false) FROM ${quoted(table)}`,
    );
  }
}

async function revisionOf(tx: Transaction): Promise<string> {
  const [row] = await run<{ number: string }>(tx, 'SELECT number::text AS number FROM revision');
  return row?.number ?? '0';
}

/** The drivers wrap rows differently. */
async function run<T>(tx: Transaction, text: string): Promise<readonly T[]> {
  const result: unknown = await tx.execute(sql.raw(text));
  return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as T[];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
