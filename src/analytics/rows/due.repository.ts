import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../../access/index.ts';
import { calendarSince, type Days, listedSince, type ReportedSeries } from '../../core/entry/due.ts';
import type { Day } from '../../core/program.ts';
import type { ReportsEvery } from '../../core/result.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import { arrayOf } from './conditions.repository.ts';
import { FIRST_DAY } from './result-source.repository.ts';
import { type Sources, sourcesFor } from './sources.repository.ts';

/** What a programme reports of an indicator at a place that it names; null: at none. */
export interface SeriesKey {
  readonly program: string;
  readonly indicator: string;
  readonly place: string | null;
}

/** Figures that are not approved yet, and whose periods are not due all the same. */
export type OnTheWay = readonly (SeriesKey & Days)[];

export interface LatePrograms {
  /** The first of them. */
  readonly programs: readonly { readonly program: string; readonly periods: number }[];
  /** How many programmes there are, and how many periods of all of them. */
  readonly programCount: number;
  readonly periodCount: number;
}

export interface DueQuery {
  readonly today: Day;
  readonly onTheWay: OnTheWay;
  /** Those alone; null: all. */
  readonly programs: readonly string[] | null;
}

/**
 * Programmes by which periods of the last twelve months are due, as `duePeriods` of src/core/entry/due.ts finds them.
 *
 * @param inOrderOf those with the most periods first, or those with the newest
 */
export async function latePrograms(
  tx: Transaction,
  scope: Scope,
  query: DueQuery & { readonly inOrderOf: 'most' | 'newest'; readonly limit: number },
): Promise<LatePrograms> {
  const { today, onTheWay, inOrderOf, limit } = query;
  const sources = sourcesFor(scope);
  // To compile the statement takes longer than to answer it; and it joins rows by the hundred thousand.
  await tx.execute(sql`SELECT set_config('jit', 'off', true), set_config('work_mem', '32MB', true)`);
  const order = inOrderOf === 'most' ? sql`count(*)` : sql`max(d.last_day)`;
  const rows = await rowsOf<{
    program: string;
    periods: number;
    program_count: number;
    period_count: number;
  }>(
    tx,
    sql`WITH series AS MATERIALIZED (${seriesAmong(sources, query)}),
    calendar AS MATERIALIZED (
      SELECT c.every, c.from_day, c.to_day
      FROM jsonb_to_recordset(${JSON.stringify(calendarOf(today))}::jsonb) AS c(every text, from_day date, to_day date)
    ), reported AS MATERIALIZED (
      SELECT r.program::text, r.indicator::text, COALESCE(r.place, '') AS place, ${FIRST_DAY} AS first_day, r.period_end AS last_day
      FROM ${sources.results} r JOIN ${ASKED_FOR} ON i.code = r.indicator
      WHERE ${isReported(query)} AND r.period_end >= ${firstOfCalendar(today)}::date
      UNION ALL
      SELECT w.program, w.indicator, COALESCE(w.place, ''), w."from", w."to"
      FROM jsonb_to_recordset(${JSON.stringify(onTheWay)}::jsonb)
        AS w(program text, indicator text, place text, "from" date, "to" date)
    ), asked AS (
      SELECT s.program, s.indicator, s.place,
        GREATEST(c.from_day, s.starts_on) AS first_day, LEAST(c.to_day, s.ends_on) AS last_day
      FROM series s JOIN calendar c ON c.every = s.every
      WHERE c.to_day >= COALESCE(s.starts_on, s.first_known)
    ), due AS (
      SELECT a.program, a.last_day FROM asked a
      WHERE a.first_day <= a.last_day AND a.last_day < ${today}::date AND a.last_day >= ${listedSince(today)}::date
        AND NOT EXISTS (
          SELECT FROM reported r
          WHERE r.program = a.program AND r.indicator = a.indicator AND r.place = COALESCE(a.place, '')
            AND r.last_day >= a.first_day AND (r.last_day <= a.last_day OR r.first_day <= a.first_day)
        )
    )
    SELECT d.program, count(*)::int AS periods, (count(*) OVER ())::int AS program_count,
      (sum(count(*)) OVER ())::int AS period_count
    FROM due d GROUP BY d.program ORDER BY ${order} DESC, d.program COLLATE "C" LIMIT ${limit}`,
  );
  return {
    programs: rows.map(({ program, periods }) => ({ program, periods })),
    programCount: rows[0]?.program_count ?? 0,
    periodCount: rows[0]?.period_count ?? 0,
  };
}

/** What some programmes are asked for regularly, with the days of all that they reported, in order of code. */
export async function reportedSeries(
  tx: Transaction,
  scope: Scope,
  { today, onTheWay, programs }: DueQuery & { readonly programs: readonly string[] },
): Promise<readonly (SeriesKey & ReportedSeries)[]> {
  const sources = sourcesFor(scope);
  const series = await rowsOf<{
    program: string;
    indicator: string;
    place: string | null;
    every: ReportsEvery;
    starts_on: Day | null;
    ends_on: Day | null;
    first_known: Day | null;
  }>(
    tx,
    sql`SELECT s.program, s.indicator, s.place, s.every, s.starts_on::text, s.ends_on::text, s.first_known::text
      FROM (${seriesAmong(sources, { today, programs })}) AS s
      ORDER BY s.program COLLATE "C", s.indicator COLLATE "C", s.place COLLATE "C" NULLS FIRST`,
  );
  const approved = await rowsOf<SeriesKey & Days>(
    tx,
    sql`SELECT r.program, r.indicator, r.place, ${FIRST_DAY}::text AS "from", r.period_end::text AS "to"
      FROM ${sources.results} r JOIN ${ASKED_FOR} ON i.code = r.indicator
      WHERE ${isReported({ programs })} AND r.period_end IS NOT NULL`,
  );
  const reported = Map.groupBy([...approved, ...onTheWay], keyOf);
  return series.map(({ program, indicator, place, every, starts_on, ends_on, first_known }) => ({
    program,
    indicator,
    place,
    every,
    programStart: starts_on,
    programEnd: ends_on,
    firstKnown: first_known,
    reported: reported.get(keyOf({ program, indicator, place })) ?? [],
  }));
}

function keyOf({ program, indicator, place }: SeriesKey): string {
  return JSON.stringify([program, indicator, place]);
}

/** Where nothing is asked for regularly, nothing else is read. */
const ASKED_FOR = sql`(SELECT code, reports_every FROM indicators WHERE reports_every IS NOT NULL) AS i`;

const EVERY: readonly ReportsEvery[] = ['month', 'quarter', 'half-year', 'year'];

function calendarOf(today: Day) {
  return EVERY.flatMap((every) =>
    calendarSince(today, every).map(({ from, to }) => ({ every, from_day: from, to_day: to })),
  );
}

/** No figure that ends before it reports a period that can be listed. */
function firstOfCalendar(today: Day): Day {
  return calendarOf(today)
    .map(({ from_day }) => from_day)
    .toSorted()[0] as Day;
}

/**
 * What running programmes, and those of which the end is known, are asked for: of each indicator that is asked for
 * regularly, where they reported it, or have a target in force. A programme that is only planned has nothing to report.
 */
function seriesAmong(sources: Sources, { today, programs }: Pick<DueQuery, 'today' | 'programs'>): SQL {
  return sql`SELECT k.program::text, k.indicator::text, k.place::text, k.every, p.starts_on, p.ends_on,
      min(k.first_known) AS first_known
    FROM (${knownOf(sources, programs)} UNION ALL ${targetsInForce(sources, today, programs)}) AS k
      JOIN ${sources.programs} p ON p.code = k.program
    WHERE p.status = 'ongoing' OR (p.status = 'closed' AND p.ends_on IS NOT NULL)
    GROUP BY k.program, k.indicator, k.place, k.every, p.starts_on, p.ends_on`;
}

/** Where figures are; of everything there is, that is kept, but for the first day of series with undated figures. */
function knownOf({ results, isWhole }: Sources, programs: readonly string[] | null): SQL {
  if (!isWhole) {
    return sql`SELECT r.program, r.indicator, r.place, i.reports_every AS every, r.period_end AS first_known
      FROM ${results} r JOIN ${ASKED_FOR} ON i.code = r.indicator
      WHERE ${isReported({ programs })}`;
  }
  return sql`SELECT s.program, s.indicator, CASE WHEN s.is_placed THEN s.country END AS place, i.reports_every AS every,
      CASE WHEN s.first_end > '-infinity' THEN s.first_end ELSE (
        SELECT min(r.period_end) FROM results r
        WHERE r.program = s.program AND r.status = 'approved' AND r.kind = 'actual' AND r.indicator = s.indicator
          AND COALESCE(r.place, '') = CASE WHEN s.is_placed THEN s.country ELSE '' END
      ) END AS first_known
    FROM kept.presence s JOIN ${ASKED_FOR} ON i.code = s.indicator
    WHERE s.kind = 'actual'${andOf(sql`s.program`, programs)}`;
}

/** The days of targets that have begun and have not ended. */
function targetsInForce({ results }: Sources, today: Day, programs: readonly string[] | null): SQL {
  return sql`SELECT r.program, r.indicator, r.place, i.reports_every, ${FIRST_DAY}
    FROM ${results} r JOIN ${ASKED_FOR} ON i.code = r.indicator
    WHERE r.status = 'approved' AND r.kind = 'target' AND r.period_end >= ${today}::date
      AND ${FIRST_DAY} <= ${today}::date${andOf(sql`r.program`, programs)}`;
}

function isReported({ programs }: Pick<DueQuery, 'programs'>): SQL {
  return sql`r.status = 'approved' AND r.kind = 'actual'${andOf(sql`r.program`, programs)}`;
}

function andOf(program: SQL, programs: readonly string[] | null): SQL {
  return programs === null ? sql`` : sql` AND ${program} = ANY (${arrayOf(programs)})`;
}
