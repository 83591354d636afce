import { sql } from 'drizzle-orm';
import type { Scope } from '../access/index.ts';
import type { TotalsQuery } from '../core/aggregate.ts';
import type { AttributedResult } from '../core/attribution.ts';
import { isTime } from '../core/dimension.ts';
import type { Indicator, Qualifier } from '../core/result.ts';
import { namesDonor } from '../core/visibility/visibility.ts';
import type { Transaction } from '../platform/database/database.ts';
import { rowsOf } from '../platform/database/rows.ts';
import { timePattern } from './kept-keys.repository.ts';
import { inWindow, type Question, resultsIn } from './kept-portions.repository.ts';

/** Which results of each series may be the last that it says (`current` of src/core/series.ts), and no others, are read. */
export async function maybeLast(
  tx: Transaction,
  indicator: Indicator,
  query: TotalsQuery,
  question: Question,
): Promise<readonly AttributedResult[]> {
  const end = sql`COALESCE(r.period_end, '-infinity')`;
  // A year shows its own last value.
  const time = isTime(query.by) ? sql`, to_char(r.period_end, ${timePattern(query.by)}::text)` : sql``;
  const found = await rowsOf<ReadRow>(
    tx,
    sql`SELECT r.id::text, r.program::text, r.pillar::text, r.country::text, to_json(r.donors)::text AS donors, r.period_end::text,
      r.qualifier, r.value::text, r.value_high::text, r.denominator::text, r.parts::text,
      to_char(r.approved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS approved_at
      FROM (
        SELECT r.*, ${end} AS ends, max(${end}) FILTER (WHERE COALESCE(jsonb_array_length(r.parts), 0) <> 1)
          OVER (PARTITION BY r.program, r.country${time}) AS whole_ends
        ${resultsIn(question, sql`${indicator.code}`)} AND ${inWindow(query.filter)}
      ) AS r WHERE r.whole_ends IS NULL OR r.ends >= r.whole_ends`,
  );
  return found.map((row) => attributed(row, query, question.scope));
}

interface ReadRow {
  readonly id: string;
  readonly program: string;
  readonly pillar: string;
  readonly country: string;
  readonly donors: string;
  readonly period_end: string | null;
  readonly qualifier: Qualifier;
  readonly value: string;
  readonly value_high: string | null;
  readonly denominator: string | null;
  readonly parts: string | null;
  readonly approved_at: string;
}

function attributed(row: ReadRow, { indicator, kind }: TotalsQuery, scope: Scope): AttributedResult {
  const parts = JSON.parse(row.parts ?? '[]') as readonly (readonly [string, string, number])[];
  const donors = JSON.parse(row.donors) as readonly string[];
  const value = Number(row.value);
  return {
    value,
    pillar: row.pillar,
    country: row.country,
    // Another donor is not even named.
    donors: donors.filter((each) => namesDonor(scope, each)),
    result: {
      id: row.id,
      program: row.program,
      indicator,
      kind,
      place: row.country,
      periodStart: null,
      periodEnd: row.period_end,
      datePrecision: 'day',
      qualifier: row.qualifier,
      value,
      valueHigh: row.value_high === null ? null : Number(row.value_high),
      denominator: row.denominator === null ? null : Number(row.denominator),
      baseline: null,
      breakdown: parts.map(([axis, part, number]) => ({ axis, part, value: number })),
      note: null,
      noteFor: null,
      partOf: null,
      approvedAt: row.approved_at,
      evidence: [],
    },
  };
}
