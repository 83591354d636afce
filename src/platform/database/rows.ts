import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgInsertValue, PgTable, PgUpdateSetSource } from 'drizzle-orm/pg-core';
import type { Database, Transaction } from './database.ts';

/** A statement's parameters are counted in 16 bits; this many rows of any table stay far below. */
const CHUNK_ROWS = 500;

/** Runs a statement on many rows, a few hundred at a time, in their order. */
export async function inChunks<Row, Answer>(
  rows: readonly Row[],
  run: (chunk: Row[]) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
    answers.push(...(await run(rows.slice(start, start + CHUNK_ROWS))));
  }
  return answers;
}

/** Inserts rows; those whose key is there already are replaced, column by column. */
export async function upsert<Table extends PgTable>(
  tx: Transaction,
  table: Table,
  key: PgColumn[],
  rows: readonly PgInsertValue<Table>[],
): Promise<void> {
  const set = Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([name, column]): [string, SQL] => [
      name,
      sql`excluded.${sql.identifier(column.name)}`,
    ]),
  ) as PgUpdateSetSource<Table>;
  await inChunks(rows, async (chunk) => {
    await tx.insert(table).values(chunk).onConflictDoUpdate({ target: key, set });
    return [];
  });
}

/** Inserts rows; those whose key is there already stay as they are. */
export async function insertMissing<Table extends PgTable>(
  tx: Transaction,
  table: Table,
  rows: readonly PgInsertValue<Table>[],
): Promise<void> {
  await inChunks(rows, async (chunk) => {
    await tx.insert(table).values(chunk).onConflictDoNothing();
    return [];
  });
}

/** Rows of one statement that carries them as one value: a few megabytes. */
const WHOLE_ROWS = 2_000;

/**
 * Inserts rows by the tens of thousands; those whose key is there already are replaced, column by column. All rows have
 * the columns of the first. One value carries them: naming each cell in the statement takes most of the time. No more of
 * them are taken from `rows` than are on their way.
 *
 * @param key without one, the rows are new
 */
export async function storeWhole<Table extends PgTable>(
  tx: Transaction,
  table: Table,
  key: PgColumn | null,
  rows: Iterable<PgInsertValue<Table>>,
): Promise<void> {
  for (const chunk of chunksOf(rows, WHOLE_ROWS)) await storeChunk(tx, table, key, chunk);
}

/** Some at a time, in their order, each made when it is asked for. */
export function* chunksOf<Item>(items: Iterable<Item>, most: number): Generator<readonly Item[]> {
  let chunk: Item[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < most) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

async function storeChunk<Table extends PgTable>(
  tx: Transaction,
  table: Table,
  key: PgColumn | null,
  rows: readonly PgInsertValue<Table>[],
): Promise<void> {
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => name in (rows[0] ?? {}));
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  const set = sql.join(
    columns.map(([, { name }]) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`),
    sql`, `,
  );
  const onConflict =
    key === null ? sql`` : sql` ON CONFLICT (${sql.identifier(key.name)}) DO UPDATE SET ${set}`;
  const labels = columns.map(([name, column]) => ({ name, label: `${JSON.stringify(column.name)}:` }));
  const whole = rows.map((row) => {
    const cells = row as Readonly<Record<string, unknown>>;
    const given = labels.filter(({ name }) => cells[name] != null);
    return `{${given.map(({ name, label }) => label + JSON.stringify(cells[name])).join(',')}}`;
  });
  await tx.execute(sql`INSERT INTO ${table} (${names})
    SELECT ${names} FROM jsonb_populate_recordset(NULL::${table}, ${`[${whole.join(',')}]`}::text::jsonb)${onConflict}`);
}

/** The codes that a table holds. */
export async function codesOf<Table extends PgTable & { readonly code: PgColumn }>(
  db: Database,
  table: Table,
): Promise<ReadonlySet<string>> {
  const rows = await db.select({ code: sql<string>`${table.code}` }).from(table as PgTable);
  return new Set(rows.map(({ code }) => code));
}

/** What a statement of one's own answers; the drivers wrap rows differently. */
export async function rowsOf<Row>(db: Database, statement: SQL): Promise<readonly Row[]> {
  const answer: unknown = await db.execute(statement);
  return (Array.isArray(answer) ? answer : (answer as { readonly rows: unknown[] }).rows) as Row[];
}
