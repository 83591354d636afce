import { sql } from 'drizzle-orm';
import { EVERYTHING, readInScope } from '../../access/index.ts';
import type { LeftOutQuery } from '../../core/proof/left-out.ts';
import type { Database } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import { allOf } from './conditions.repository.ts';
import { approvedResults, inFilter, inRow } from './result-source.repository.ts';
import { sourcesFor } from './sources.repository.ts';

/** Figures of a total that are in the record and do not count, by why (rule 1). */
export interface NotCounted {
  readonly withdrawn: number;
  /** Drafts, and what was returned. */
  readonly waiting: number;
}

/** Of a total as it is known now, for whoever sees everything: facts hold what is approved alone. */
export async function notCounted(
  db: Database,
  { indicator, kind, filter, row }: LeftOutQuery,
): Promise<NotCounted> {
  const sources = sourcesFor(EVERYTHING);
  const source = approvedResults(sources);
  const found = await readInScope(db, EVERYTHING, (tx) =>
    rowsOf<{ status: string; count: string }>(
      tx,
      sql`SELECT r.status, count(*)::text AS count FROM ${source.from} WHERE ${allOf([
        sql`r.status <> 'approved'`,
        sql`r.kind = ${kind}`,
        ...inFilter(source, sources, { ...filter, indicator }),
        ...inRow(source, row ?? {}),
      ])} GROUP BY r.status`,
    ),
  );
  const counts = found.map(({ status, count }) => [status, Number(count)] as const);
  const sum = (of: typeof counts) => of.reduce((all, [, count]) => all + count, 0);
  return {
    withdrawn: sum(counts.filter(([status]) => status === 'withdrawn')),
    waiting: sum(counts.filter(([status]) => status !== 'withdrawn')),
  };
}
