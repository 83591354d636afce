import { sql } from 'drizzle-orm';
import { EVERYTHING, readInScope, type Scope } from '../access/index.ts';
import { type Exact, exactIn } from '../core/decimal.ts';
import type { Qualifier } from '../core/result.ts';
import { seesEverything } from '../core/visibility/scope.ts';
import type { Database } from '../platform/database/database.ts';
import { rowsOf } from '../platform/database/rows.ts';
import { arrayOf } from './rows/conditions.repository.ts';

/** Whose hand a row is, and what it said before it said what it says now. */
export interface RowHand {
  /** Null: a file of nobody in particular, or it was never entered by one. */
  readonly enteredBy: string | null;
  readonly approvedBy: string | null;
  /** As an ISO moment in UTC. */
  readonly approvedAt: string | null;
  /** What it counted as last, where that was something else; null: it has said nothing else. */
  readonly before: FormerFigure | FormerAmount | null;
}
export interface FormerFigure {
  readonly qualifier: Qualifier;
  readonly value: Exact;
  readonly valueHigh: Exact | null;
  readonly denominator: Exact | null;
}
export interface FormerAmount {
  readonly amountMinor: Exact;
  readonly currency: string;
}

interface ReadHand {
  readonly id: string;
  readonly entered_by: string | null;
  readonly approved_by: string | null;
  readonly approved_at: string | null;
  readonly former: Readonly<Record<string, unknown>> | null;
}

/**
 * Whose hands some results or transactions are, for whoever reads as the organisation does. History is open to the owner alone:
 * what a row said while it was another programme's is not told to whoever sees some programmes.
 *
 * @param ids of rows in the sight of `scope`
 * @param revision a past one; null: now
 */
export async function handsOf(
  db: Database,
  scope: Scope,
  table: 'results' | 'transactions',
  { ids, revision }: { readonly ids: readonly string[]; readonly revision: number | null },
): Promise<ReadonlyMap<string, RowHand>> {
  if (ids.length === 0) return new Map();
  const says =
    table === 'results'
      ? sql`ARRAY['value', 'value_high', 'qualifier', 'denominator', 'period_start', 'period_end', 'program', 'place', 'part_of']`
      : sql`ARRAY['amount_minor', 'currency', 'value_date', 'program', 'place', 'provider', 'type', 'converted_minor']`;
  const isInSight = seesEverything(scope) ? sql`true` : sql`h.row ->> 'program' = r.program`;
  const until = revision === null ? sql`true` : sql`h.until <= ${revision}`;
  const found = await readInScope(
    db,
    EVERYTHING,
    (tx) =>
      rowsOf<ReadHand>(
        tx,
        sql`SELECT r.id::text AS id, r.approved_by,
            to_char(r.approved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS approved_at,
            COALESCE((SELECT min(s.author_name) FROM submissions s WHERE s.batch = r.batch), b.imported_by) AS entered_by,
            (SELECT h.row FROM history h
              WHERE h.relation = ${table} AND h.key = ARRAY[r.id::text] AND ${until} AND h.row ->> 'status' = 'approved' AND ${isInSight}
                AND EXISTS (SELECT FROM unnest(${says}) AS said(name)
                  WHERE h.row ->> said.name IS DISTINCT FROM to_jsonb(r) ->> said.name)
              ORDER BY h.until DESC LIMIT 1) AS former
          FROM ${sql.identifier(table)} r LEFT JOIN import_batches b ON b.id = r.batch
          WHERE r.id = ANY (${arrayOf(ids, 'uuid')})`,
      ),
    revision,
  );
  return new Map(
    found.map(({ id, entered_by, approved_by, approved_at, former }) => [
      id,
      {
        enteredBy: entered_by,
        approvedBy: approved_by,
        approvedAt: approved_at,
        before: former === null ? null : table === 'results' ? figureIn(former) : amountIn(former),
      },
    ]),
  );
}

type Former = Readonly<Record<string, unknown>>;

function numberIn(given: unknown): Exact | null {
  return given === null || given === undefined ? null : exactIn(String(given));
}

function figureIn(row: Former): FormerFigure {
  return {
    qualifier: row.qualifier as Qualifier,
    value: numberIn(row.value) ?? 0,
    valueHigh: numberIn(row.value_high),
    denominator: numberIn(row.denominator),
  };
}

function amountIn(row: Former): FormerAmount {
  return { amountMinor: numberIn(row.amount_minor) ?? 0, currency: String(row.currency) };
}
