import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.ts';
import { rowsOf } from '../database/rows.ts';
import { importBatches } from './import-batches.table.ts';
import type { FigureTables } from './standing.repository.ts';

/** What the audit does not tell of a row (drizzle/0004_readers.sql). */
const NOT_TOLD = ['batch', 'batch_line', 'approved_at'];

export type Batch = typeof importBatches.$inferSelect;

export async function readBatch(db: Database, id: number): Promise<Batch | null> {
  const [batch] = await db
    .select(getTableColumns(importBatches))
    .from(importBatches)
    .where(eq(importBatches.id, id));
  return batch ?? null;
}

export async function markUndone(
  tx: Transaction,
  id: number,
  { at, by, because }: { readonly at: Date; readonly by: string; readonly because: string },
): Promise<void> {
  await tx
    .update(importBatches)
    .set({ undoneAt: at, undoneBy: by, undoneBecause: because })
    .where(eq(importBatches.id, id));
}

/** What an import did to the figures of a kind, as far as nobody has changed them since. */
export interface Trace {
  /** Ids of those that it brought and those that it changed, and that are as it left them. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Figures changed since: no import, or a later one, did it. */
  readonly changedSince: readonly string[];
  /** Other figures that are said to be parts of those that it brought. */
  readonly parts: readonly string[];
}

/**
 * Reads the audit between the import before and this one: which rows of the batch it changed, and which are changed
 * since. (A row of a later import has that one's number; the count of this one's rows tells that some are missing.)
 */
export async function traceOf(tx: Transaction, { name }: FigureTables, batch: Batch): Promise<Trace> {
  const table = sql.identifier(name);
  const rows = await rowsOf<{ id: string; changed: boolean; since: boolean }>(
    tx,
    sql`WITH told AS (${told(batch)})
      SELECT f.id,
        EXISTS (SELECT FROM audit a, told WHERE a.subject = ${`${name} `} || f.id AND a.id > told.first AND a.id < told.last
          AND a.at = ${batch.importedAt.toISOString()}::timestamptz) AS changed,
        EXISTS (SELECT FROM audit a, told WHERE a.subject = ${`${name} `} || f.id AND a.id > told.last) AS since
      FROM ${table} f WHERE f.batch = ${batch.id} ORDER BY f.batch_line`,
  );
  const added = rows.filter(({ changed }) => !changed).map(({ id }) => id);
  const brought = new Set(added);
  const parts =
    name === 'results'
      ? await rowsOf<{ id: string; whole: string }>(
          tx,
          sql`SELECT p.id, w.id AS whole FROM results p JOIN results w ON w.id = p.part_of
            WHERE w.batch = ${batch.id} AND p.batch IS DISTINCT FROM ${batch.id} AND p.status <> 'withdrawn' ORDER BY p.id`,
        )
      : [];
  return {
    added,
    changed: rows.filter(({ changed }) => changed).map(({ id }) => id),
    changedSince: rows.filter(({ since }) => since).map(({ id }) => id),
    parts: parts.filter(({ whole }) => brought.has(whole)).map(({ id }) => id),
  };
}

/**
 * Gives figures that an import changed their former values, from what the audit says of each change. They belong to no
 * import then: which one they were of before, it does not say.
 */
export async function giveFormerValues(
  tx: Transaction,
  { name, belongings }: FigureTables,
  batch: Batch,
): Promise<void> {
  const table = sql.identifier(name);
  const columns = (await columnsOf(tx, name)).filter((column) => !NOT_TOLD.includes(column));
  const set = sql.join(
    columns.map((column) => sql`${sql.identifier(column)} = former.${sql.identifier(column)}`),
    sql`, `,
  );
  const at = batch.importedAt.toISOString();
  await tx.execute(sql`CREATE TEMPORARY TABLE undone_changes ON COMMIT DROP AS
    WITH told AS (${told(batch)})
    SELECT DISTINCT ON (f.id) f.id, a.details -> 'before' AS before
    FROM ${table} f JOIN audit a ON a.subject = ${`${name} `} || f.id, told
    WHERE f.batch = ${batch.id} AND a.id > told.first AND a.id < told.last AND a.at = ${at}::timestamptz
    ORDER BY f.id, a.id DESC`);
  for (const { name: own, figure } of belongings) {
    const [belonging, key] = [sql.identifier(own), sql.identifier(figure)];
    await tx.execute(sql`DELETE FROM ${belonging} WHERE ${key} IN (SELECT id FROM undone_changes)`);
    await tx.execute(sql`WITH told AS (${told(batch)})
      INSERT INTO ${belonging}
      SELECT (jsonb_populate_record(NULL::${belonging}, a.details -> 'before')).*
      FROM audit a JOIN undone_changes u ON u.id::text = a.details -> 'before' ->> ${figure}, told
      WHERE a.action = 'change.removed' AND split_part(a.subject, ' ', 1) = ${own} AND a.id > told.first
        AND a.id < told.last AND a.at = ${at}::timestamptz`);
  }
  await tx.execute(sql`UPDATE ${table} f
    SET ${set}, batch = NULL, batch_line = NULL,
      approved_at = CASE WHEN former.approved_by IS NOT NULL THEN COALESCE(former.approved_at, former.withdrawn_at) END
    FROM (
      SELECT (jsonb_populate_record(c, u.before)).* FROM ${table} c JOIN undone_changes u ON u.id = c.id
    ) AS former WHERE former.id = f.id`);
  await tx.execute(sql`DROP TABLE undone_changes`);
}

/** Where the audit tells of an import: after the one before it, and up to its own entry, which it writes at its end. */
function told({ id }: Batch) {
  return sql`SELECT max(id) AS last, COALESCE((
      SELECT max(b.id) FROM audit b WHERE b.action = 'import.stored' AND b.id < max(a.id)
    ), 0) AS first
    FROM audit a WHERE a.action = 'import.stored' AND a.subject = ${`import_batches ${id}`}`;
}

async function columnsOf(tx: Transaction, table: string): Promise<readonly string[]> {
  const columns = await rowsOf<{ name: string }>(
    tx,
    sql`SELECT attname AS name FROM pg_attribute
      WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname <> 'id'`,
  );
  return columns.map(({ name }) => name);
}
