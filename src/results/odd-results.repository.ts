import { sql } from 'drizzle-orm';
import type { OddValue } from '../core/entry/odd-value.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { rowsOf } from '../platform/database/rows.ts';
import { confirmedValues } from './confirmed-values.table.ts';
import type { Decision } from './decision.ts';

/** An approved figure that looks odd beside the one before it. Of ranges the values are the upper ends. */
export interface OddResult extends OddValue {
  readonly id: string;
  readonly program: string;
  readonly indicator: string;
  readonly place: string | null;
  /** The days that it is about. */
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly value: number;
}

export interface OddResults {
  /** The first of them, what was approved last first. */
  readonly rows: readonly OddResult[];
  readonly count: number;
}

interface FoundRow {
  readonly id: string;
  readonly program: string;
  readonly indicator: string;
  readonly place: string | null;
  readonly first_day: string;
  readonly period_end: string;
  readonly value: string;
  readonly value_before: string;
  readonly end_before: string;
  readonly reason: OddValue['reason'];
  readonly count: number;
}

/**
 * Figures that were approved since a moment and jump beside the one before them, as `oddValue` of
 * src/core/entry/odd-value.ts finds them among all that are approved; of two before it on one day the one approved last is
 * meant. Without those of which somebody has said that they are right, as they stand.
 *
 * @param id that figure alone
 */
export async function oddResults(
  tx: Database | Transaction,
  { since, limit, id }: { readonly since: Date; readonly limit: number; readonly id?: string },
): Promise<OddResults> {
  const recent = sql`status = 'approved' AND approved_at >= ${since.toISOString()}::timestamptz${id === undefined ? sql`` : sql` AND id::text = ${id}`}`;
  const rows = await rowsOf<FoundRow>(
    tx,
    sql`WITH concerned AS MATERIALIZED (
      SELECT DISTINCT program, indicator FROM results WHERE ${recent} AND period_end IS NOT NULL
    ), figures AS MATERIALIZED (
      SELECT r.id, r.program, r.indicator, r.kind, r.place, r.period_end, r.approved_at,
        kept.first_day(r.period_start, r.period_end, r.date_precision) AS first_day, COALESCE(r.value_high, r.value) AS value,
        (SELECT CASE count(*) WHEN 1 THEN min(p.axis || '=' || p.part) END FROM result_parts p WHERE p.result = r.id) AS part
      FROM concerned c JOIN results r ON r.program = c.program AND r.indicator = c.indicator
      WHERE r.status = 'approved' AND r.period_end IS NOT NULL
    ), said AS (
      SELECT DISTINCT ON (program, indicator, kind, place, part, period_end) program, indicator, kind, place, part, period_end, value
      FROM figures ORDER BY program, indicator, kind, place, part, period_end, approved_at DESC, id DESC
    ), series AS (
      SELECT s.*, lag(value) OVER before AS value_before, lag(period_end) OVER before AS end_before FROM said s
      WINDOW before AS (PARTITION BY program, indicator, kind, place, part ORDER BY period_end)
    ), odd AS (
      SELECT f.id, f.program, f.indicator, f.place, f.first_day, f.period_end, f.approved_at, f.value, s.value_before, s.end_before,
        CASE
          WHEN i.combine_time = 'latest' AND f.kind = 'actual' AND f.value < s.value_before THEN 'below-cumulative'
          WHEN f.value <= 0 OR s.value_before <= 0 OR greatest(f.value, s.value_before) < 20 THEN NULL
          WHEN f.value >= 10 * s.value_before THEN 'ten-times'
          WHEN s.value_before >= 10 * f.value THEN 'a-tenth'
        END AS reason
      FROM figures f
        JOIN indicators i ON i.code = f.indicator
        JOIN series s ON s.program = f.program AND s.indicator = f.indicator AND s.kind = f.kind AND s.period_end = f.period_end
          AND COALESCE(s.place, '') = COALESCE(f.place, '') AND COALESCE(s.part, '') = COALESCE(f.part, '')
      WHERE f.id IN (SELECT id FROM results WHERE ${recent}) AND s.value_before IS NOT NULL
    )
    SELECT o.id, o.program, o.indicator, o.place, o.first_day::text, o.period_end::text, o.value::text, o.value_before::text, o.end_before::text, o.reason,
      (count(*) OVER ())::integer AS count
    FROM odd o LEFT JOIN confirmed_values c ON c.id = o.id AND c.value = o.value AND c.value_before = o.value_before
    WHERE o.reason IS NOT NULL AND c.id IS NULL
    ORDER BY o.approved_at DESC, o.id LIMIT ${limit}`,
  );
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map((row) => ({
      id: row.id,
      program: row.program,
      indicator: row.indicator,
      place: row.place,
      periodStart: row.first_day,
      periodEnd: row.period_end,
      value: Number(row.value),
      reason: row.reason,
      before: { value: Number(row.value_before), periodEnd: row.end_before },
    })),
  };
}

/** Changes with whatever somebody says of odd figures. */
export async function confirmedStamp(db: Database): Promise<string> {
  const [row] = await rowsOf<{ stamp: string }>(
    db,
    sql`SELECT concat_ws(' ', count(*), max(confirmed_at)) AS stamp FROM confirmed_values`,
  );
  return row?.stamp ?? '';
}

/** Keeps that somebody said of an odd figure, as it stands, that it is right. */
export async function confirmValue(
  tx: Transaction,
  { id, value, before }: OddResult,
  by: Decision,
): Promise<void> {
  const said = {
    value,
    valueBefore: before.value,
    confirmedAt: by.at,
    confirmedBy: by.account,
    confirmedByToken: by.token,
    confirmedName: by.name,
  };
  await tx
    .insert(confirmedValues)
    .values({ id, ...said })
    .onConflictDoUpdate({ target: confirmedValues.id, set: said });
}
