import { sql } from 'drizzle-orm';
import type { Transaction } from '../../src/platform/database/database.ts';

/** What stands in the tables of a database, to be put back in a moment. */
export interface Rows {
  /** By the names of the tables, with their schemas: their rows as a list of JSON, in their order. */
  readonly tables: ReadonlyMap<string, string>;
  /** By the names of sequences, in the same way: the last number given, null before the first. */
  readonly sequences: ReadonlyMap<string, string | null>;
}

const NOT_OURS = `'pg_catalog', 'information_schema', 'drizzle'`;

/** Of every table but for those that say how far the database was migrated. */
export async function takeRows(tx: Transaction): Promise<Rows> {
  const names = await list(
    tx,
    `SELECT format('%I.%I', nspname, relname) FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
     WHERE relkind = 'r' AND nspname NOT IN (${NOT_OURS}) ORDER BY 1`,
  );
  const parts = names.map(([name]) => `SELECT '${name}', (SELECT json_agg(row)::text FROM ${name} AS row)`);
  const tables = await list(tx, parts.join(' UNION ALL '));
  const sequences = await list(
    tx,
    `SELECT format('%I.%I', schemaname, sequencename), last_value::text FROM pg_sequences WHERE schemaname NOT IN (${NOT_OURS})`,
  );
  return {
    tables: new Map(tables.map(([name, rows]) => [name ?? '', rows ?? '[]'])),
    sequences: new Map(sequences.map(([name, last]) => [name ?? '', last ?? null])),
  };
}

/** In place of every row there is; no trigger is told, and no key is checked. */
export async function putRows(tx: Transaction, { tables, sequences }: Rows): Promise<void> {
  await tx.execute(sql`SET LOCAL session_replication_role = replica`);
  await tx.execute(sql.raw(`TRUNCATE ${[...tables.keys()].join(', ')}`));
  for (const [name, rows] of tables) {
    if (rows !== '[]') await insert(tx, name, rows);
  }
  for (const [name, last] of sequences) {
    const next = last === null ? sql`1, false` : sql`${last}::bigint, true`;
    await tx.execute(sql`SELECT setval(${name}::regclass, ${next})`);
  }
}

async function insert(tx: Transaction, table: string, rows: string): Promise<void> {
  // Some columns the database computes itself.
  const [[columns] = []] = await list(
    tx,
    `SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
     WHERE attrelid = '${table}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
  );
  const into = sql.raw(
    `INSERT INTO ${table} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM json_populate_recordset(NULL::${table}, `,
  );
  await tx.execute(sql`${into}${rows}::json)`);
}

/** Rows as lists of their values; the drivers wrap them differently. */
async function list(tx: Transaction, text: string): Promise<readonly (readonly (string | null)[])[]> {
  const result: unknown = await tx.execute(sql.raw(text));
  const rows = Array.isArray(result) ? result : (result as { readonly rows: readonly object[] }).rows;
  return rows.map((row) => Object.values(row));
}
