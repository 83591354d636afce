import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../src/platform/database/database.ts';
import { checkConstraints } from '../../src/platform/database/revision.repository.ts';
import { undone } from './database.ts';

/** A statement that inserts one row; values are SQL. */
export function insert(table: string, columns: Readonly<Record<string, string>>): string {
  return `INSERT INTO ${table} (${Object.keys(columns)}) VALUES (${Object.values(columns)})`;
}

/** Runs statements, and checks at once what waits for the end of a transaction. */
export async function run(tx: Transaction, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await tx.execute(sql.raw(statement));
  await checkConstraints(tx);
}

/** The name of the constraint that statements break, by the end of their transaction; null: none. */
export async function constraintBrokenBy(
  db: Database,
  statements: readonly string[],
): Promise<string | null> {
  try {
    await undone(db, (tx) => run(tx, statements));
    return null;
  } catch (error) {
    const said = (error as { readonly cause?: object }).cause ?? (error as object);
    const name =
      'constraint_name' in said ? said.constraint_name : 'constraint' in said ? said.constraint : undefined;
    if (typeof name === 'string') return name;
    throw error;
  }
}
