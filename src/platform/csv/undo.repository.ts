import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.ts';
import { readPast } from '../database/history.repository.ts';
import { rowsOf } from '../database/rows.ts';
import { importBatches } from './import-batches.table.ts';
import type { FigureTables } from './standing.repository.ts';

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

/** What an import did to the figures of a kind, and what has been built on it. */
export interface Trace {
  /** The revision that it made; null where no row says that it is of it. */
  readonly revision: number | null;
  /** Ids of those that it brought, and of those that it changed. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Those of them that are not as it left them. */
  readonly changedSince: readonly string[];
  /** Other figures that are said to be parts of those that it brought. */
  readonly parts: readonly string[];
}

/** Reads what was there before the import, what it left, and what is there now. */
export async function traceOf(tx: Transaction, tables: FigureTables, { id }: Batch): Promise<Trace> {
  const { name } = tables;
  const table = sql.identifier(name);
  const [made] = await rowsOf<{ revision: number | null }>(
    tx,
    sql`SELECT min(revision)::int AS revision FROM (
      SELECT revision FROM ${table} WHERE batch = ${id}
      UNION ALL SELECT since FROM history WHERE relation = ${name} AND row ->> 'batch' = ${String(id)}
    ) AS told`,
  );
  const revision = made?.revision ?? null;
  if (revision === null) return { revision, added: [], changed: [], changedSince: [], parts: [] };

  await readPast(tx, revision);
  const left = idsOf(
    await rowsOf(tx, sql`SELECT id FROM as_of.${table} WHERE batch = ${id} ORDER BY batch_line`),
  );
  const others = await rowsOf<{ id: string }>(tx, sql`SELECT id FROM (${differencesOf(tables, left)}) AS d`);
  const changedSince = new Set(idsOf(others));
  await readPast(tx, revision - 1);
  const before = new Set(
    idsOf(await rowsOf(tx, sql`SELECT id FROM as_of.${table} WHERE id = ANY (${uuids(left)})`)),
  );
  const added = left.filter((each) => !before.has(each));
  const parts =
    name === 'results'
      ? await rowsOf<{ id: string }>(
          tx,
          sql`SELECT id FROM results WHERE part_of = ANY (${uuids(added)}) AND id <> ALL (${uuids(left)})
            AND status <> 'withdrawn' ORDER BY id`,
        )
      : [];
  return {
    revision,
    added,
    changed: left.filter((each) => before.has(each)),
    changedSince: left.filter((each) => changedSince.has(each)),
    parts: idsOf(parts),
  };
}

/** Makes figures, with what belongs to them, what they were before a revision: as they were then, whole. */
export async function giveFormerRows(
  tx: Transaction,
  { name, belongings, derived }: FigureTables,
  { revision, changed }: { readonly revision: number; readonly changed: readonly string[] },
): Promise<void> {
  await readPast(tx, revision - 1);
  const table = sql.identifier(name);
  const columns = await rowsOf<{ name: string }>(
    tx,
    sql`SELECT attname AS name FROM pg_attribute
      WHERE attrelid = ${name}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname <> 'id'`,
  );
  const set = sql.join(
    columns.map(({ name: column }) => sql`${sql.identifier(column)} = former.${sql.identifier(column)}`),
    sql`, `,
  );
  const ids = uuids(changed);
  await tx.execute(sql`UPDATE ${table} AS now SET ${set} FROM as_of.${table} AS former
    WHERE former.id = now.id AND now.id = ANY (${ids})`);
  for (const belonging of belongings) {
    const [own, figure] = [sql.identifier(belonging.name), sql.identifier(belonging.figure)];
    // What goes becomes a former row, so that the past still has it.
    await tx.execute(sql`DELETE FROM ${own} WHERE ${figure} = ANY (${ids})`);
    await tx.execute(sql`INSERT INTO ${own} SELECT * FROM as_of.${own} WHERE ${figure} = ANY (${ids})`);
  }
  await derived?.derive(tx, changed);
}

/** The ids of figures of which they themselves, or what belongs to them, do not say now what they said. */
function differencesOf({ name, belongings, derived }: FigureTables, ids: readonly string[]): SQL {
  const aside = `{${['revision', ...(derived?.columns ?? [])].join(',')}}`;
  const differs = (own: string, key: string) => {
    const said = (from: SQL) =>
      sql`SELECT ${sql.identifier(key)} AS id, to_jsonb(t) - ${aside}::text[] FROM ${from} AS t WHERE ${sql.identifier(key)} = ANY (${uuids(ids)})`;
    const [then, now] = [said(sql`as_of.${sql.identifier(own)}`), said(sql`${sql.identifier(own)}`)];
    return sql`(${then} EXCEPT ${now}) UNION ALL (${now} EXCEPT ${then})`;
  };
  return sql.join(
    [differs(name, 'id'), ...belongings.map((belonging) => differs(belonging.name, belonging.figure))],
    sql` UNION ALL `,
  );
}

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

/** As one value: a statement has room for 65,535, and an import may have more rows. */
const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`;
