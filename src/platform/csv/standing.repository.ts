import { sql } from 'drizzle-orm';
import type { RowStatus } from '../database/columns.ts';
import type { Database, Transaction } from '../database/database.ts';
import { inChunks, rowsOf } from '../database/rows.ts';

/** The table of a kind whose rows are figures, and the tables of what belongs to each. */
export interface FigureTables {
  readonly name: string;
  readonly belongings: readonly {
    readonly name: string;
    /** The column that names the figure. */
    readonly figure: string;
  }[];
  /** Columns that follow from other tables, and how figures that were put back get theirs. */
  readonly derived?: {
    readonly columns: readonly string[];
    derive(tx: Transaction, ids: readonly string[]): Promise<void>;
  };
}

/** A figure as it is found: whether it counts, and its row. */
export interface FoundFigure {
  readonly id: string;
  readonly status: RowStatus;
  readonly row: Readonly<Record<string, unknown>>;
}

/** By its own ref, or by its id as text. */
export async function findFigure(
  db: Database,
  { name }: FigureTables,
  ref: string,
): Promise<FoundFigure | null> {
  const [found] = await rowsOf<FoundFigure>(
    db,
    sql`SELECT id, status, to_jsonb(f) AS row FROM ${sql.identifier(name)} f
      WHERE ref = ${ref} OR id::text = lower(${ref}) ORDER BY (ref = ${ref}) IS TRUE DESC LIMIT 1`,
  );
  return found ?? null;
}

/** What is withdrawn keeps who had approved it. */
export async function withdrawFigures(
  tx: Transaction,
  { name }: FigureTables,
  ids: readonly string[],
  { reason, by, at }: { readonly reason: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await inChunks(ids, async (chunk) => {
    await tx.execute(sql`UPDATE ${sql.identifier(name)}
      SET status = 'withdrawn', reason = ${reason}, withdrawn_by = ${by}, withdrawn_at = ${at.toISOString()}::timestamptz
      WHERE id IN ${chunk}`);
    return [];
  });
}

/** To the status that it had before it was withdrawn; one that came in withdrawn, to what its approval says. */
export async function restoreFigure(
  tx: Transaction,
  { name }: FigureTables,
  id: string,
  reason: string,
): Promise<void> {
  await tx.execute(sql`UPDATE ${sql.identifier(name)}
    SET status = COALESCE(
        (SELECT row ->> 'status' FROM history
          WHERE relation = ${name} AND key = ARRAY[${id}] AND row ->> 'status' <> 'withdrawn' ORDER BY until DESC LIMIT 1),
        CASE WHEN approved_at IS NULL THEN 'draft' ELSE 'approved' END
      ),
      reason = ${reason}, withdrawn_by = NULL, withdrawn_at = NULL
    WHERE id = ${id}::uuid`);
}
