import { type SQL, sql } from 'drizzle-orm';
import { MEMBER_STATES } from '../../core/country-sheet.ts';
import { axisOf, isTime, NOT_RECORDED, UNDATED } from '../../core/dimension.ts';
import type { Filter } from '../../core/facts.ts';
import type { ResultSelection } from '../../core/figures.ts';
import { type OneOrMore, valuesOf } from '../../core/one-or-more.ts';
import type { Indicator } from '../../core/result.ts';
import { holdsAny, isAmong } from './conditions.repository.ts';
import { type Sources, withBelow } from './sources.repository.ts';
import { keyWindow } from './time-order.repository.ts';

/** Results with the keys under which they count: rows of the alias `r`, and of `k` where a programme's keys are joined. */
export interface ResultSource {
  readonly from: SQL;
  readonly ends: SQL;
  readonly pillar: SQL;
  readonly donors: SQL;
  /** Counts under a country or region, or one of several. */
  isIn(place: OneOrMore): SQL;
  /** Its breakdown, as `kept.results` has it. */
  readonly parts: SQL;
  /** What every row of it fulfils. */
  readonly holds: readonly SQL[];
}

/** All that is approved, what another figure holds too. (Every programme has keys: a join that nobody needs is left out.) */
export function approvedResults({ results, programKeys }: Sources): ResultSource {
  return {
    from: sql`${results} r LEFT JOIN ${programKeys} k ON k.program = r.program`,
    ends: ENDS,
    pillar: sql`k.pillar`,
    donors: sql`k.donors`,
    isIn: (place) =>
      sql`(${isAmong(sql`r.place`, place)} OR (r.place IS NULL AND ${isAmong(sql`k.country`, place)}))`,
    parts: sql`(SELECT jsonb_agg(jsonb_build_array(p.axis, p.part, p.value)) FROM result_parts p WHERE p.result = r.id)`,
    holds: [sql`r.status = 'approved'`],
  };
}

/** The end of a period; what is undated comes after all days. */
export const ENDS = sql`COALESCE(r.period_end, 'infinity'::date)`;

/** The first day that a figure can be about, as `spanOf` of src/core/span.ts has it. */
export const FIRST_DAY = sql`COALESCE(r.period_start, CASE r.date_precision
    WHEN 'year' THEN date_trunc('year', r.period_end::timestamp)::date
    WHEN 'month' THEN date_trunc('month', r.period_end::timestamp)::date
    ELSE r.period_end END)`;

/** What counts in figures (rules 1 and 9), from a table or a subquery of its shape. */
export function countedResults(from: SQL): ResultSource {
  return {
    from: sql`${from} r`,
    ends: ENDS,
    pillar: sql`r.pillar`,
    donors: sql`r.donors`,
    isIn: (place) => isAmong(sql`r.country`, place),
    parts: sql`r.parts`,
    holds: [],
  };
}

/** Rows of a table that keeps of figures what puts them in a filter (kept-gaps.table.ts). */
export function keptFigures(table: SQL): ResultSource {
  return {
    from: sql`${table} r LEFT JOIN kept.program_keys k ON k.program = r.program`,
    ends: ENDS,
    pillar: sql`k.pillar`,
    donors: sql`k.donors`,
    isIn: (place) => isAmong(sql`r.country`, place),
    parts: sql`NULL::jsonb`,
    holds: [],
  };
}

/**
 * Where approved figures are, for whoever asks that alone, and not of which days: kept, each once for its programme, indicator and
 * place (kept-gaps.table.ts), or the figures themselves.
 */
export function whereFigures(sources: Sources): ResultSource & {
  /** Under which place they count. */
  readonly country: SQL;
  /** Whether they name a place themselves. */
  names(place: SQL): SQL;
} {
  return sources.isWhole
    ? {
        ...keptFigures(sql`kept.presence`),
        country: sql`r.country`,
        names: (place) => sql`(r.is_placed AND r.country = ${place})`,
      }
    : {
        ...approvedResults(sources),
        country: sql`COALESCE(r.place, k.country)`,
        names: (place) => sql`r.place = ${place}`,
      };
}

/** What a filter lets through, by the very keys under which rows count (rules 10 and 11). */
export function inFilter(source: ResultSource, sources: Sources, filter: Filter): readonly SQL[] {
  const { pillar, country, donor, indicator, program, from, to } = filter;
  return [
    ...(pillar === undefined ? [] : [isAmong(source.pillar, pillar)]),
    ...(country === undefined ? [] : [source.isIn(country)]),
    ...(donor === undefined ? [] : [holdsAny(source.donors, donor)]),
    ...(indicator === undefined ? [] : [isAmong(sql`r.indicator`, indicator)]),
    ...(program === undefined ? [] : [sql`r.program = ANY (${withBelow(sources, valuesOf(program))})`]),
    ...inWindow(source.ends, { from, to }),
  ];
}

function inWindow(
  ends: SQL,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
) {
  if (from !== undefined && to !== undefined) return [sql`${ends} BETWEEN ${from}::date AND ${to}::date`];
  if (from !== undefined) return [sql`${ends} >= ${from}::date AND ${ends} < 'infinity'`];
  return to === undefined ? [] : [sql`(${ends} <= ${to}::date OR ${ends} = 'infinity')`];
}

/** The results in one row of a total. */
export function inRow(
  source: ResultSource,
  { by, key }: Pick<ResultSelection, 'by' | 'key'>,
): readonly SQL[] {
  if (by === undefined) return [];
  if (key === undefined) return [sql`false`];
  const axis = axisOf(by);
  if (axis !== null) return [inPart(source, axis, key)];
  switch (by) {
    case 'pillar':
      return [sql`${source.pillar} = ${key}`];
    case 'country':
      return [source.isIn(key)];
    case 'donor':
      return [sql`${source.donors} @> ARRAY[${key}::text]`];
    case 'program':
      return [sql`r.program = ${key}`];
    default: {
      if (key === UNDATED) return [sql`${source.ends} = 'infinity'`];
      const days = keyWindow(by, key);
      return days === null ? [sql`false`] : inWindow(source.ends, days);
    }
  }
}

function inPart({ parts }: ResultSource, axis: string, key: string): SQL {
  const said = sql`FROM kept.parts_of(${parts}, r.value, r.denominator) AS o WHERE o.axis = ${axis}`;
  const isSaid = sql`EXISTS (SELECT ${said} AND o.part = ${key} AND o.part <> '')`;
  return key === NOT_RECORDED ? sql`(${isSaid} OR NOT EXISTS (SELECT ${said}))` : isSaid;
}

/** What stands on a country's sheet: its own, those of regions that hold it on a day, and those that name no place. */
export function concerningCountry({ country, day }: NonNullable<ResultSelection['concerning']>): SQL {
  return sql`(r.place IS NULL OR r.place = ${country} OR r.place IN (${regionsOf(country, day)}))`;
}

/** Regions that are known to hold a country on a day, as `countriesOf` of src/core/country-sheet.ts has it. */
export function regionsOf(country: string, day: string): SQL {
  return sql`SELECT o.region FROM (${regionsOfCountries(day)}) AS o WHERE o.country = ${country}`;
}

/** `region` and `country`: which regions are known to hold which countries on a day. */
export function regionsOfCountries(day: string): SQL {
  return sql`SELECT c.region::text COLLATE "C" AS region, c.country::text COLLATE "C" AS country FROM region_countries c
      WHERE c.region <> ${MEMBER_STATES}
    UNION ALL
    SELECT ${MEMBER_STATES}::text, m.country::text COLLATE "C" FROM memberships m
      WHERE m.member_from <= ${day}::date AND (m.member_to IS NULL OR ${day}::date < m.member_to)`;
}

/**
 * Of results of a `latest` indicator those that say the last of their series, as `current` of src/core/series.ts has it: a
 * subquery of the shape of `kept.results`, with the column `apart`.
 *
 * @param rows `FROM … WHERE …` of results `r` that count
 * @param apart what tells series of one programme and place apart, where rows are asked for several times
 */
export function lastOfSeries(rows: SQL, apart: SQL = sql`NULL::uuid`): SQL {
  const latest = sql`ends DESC, approved DESC, id DESC`;
  const series = sql`PARTITION BY apart, program, country`;
  return sql`(
    SELECT * FROM (
      SELECT s.*, first_value(axis) OVER (${series}, is_since ORDER BY ${latest}) AS first_axis,
        row_number() OVER (${series}, is_since, axis, part ORDER BY ${latest}) AS rank,
        bool_or(is_since) OVER (${series}) AS has_since
      FROM (
        SELECT w.*, axis IS NOT NULL AND (whole_ends IS NULL OR ends > whole_ends) AS is_since
        FROM (
          SELECT o.*, max(ends) FILTER (WHERE axis IS NULL) OVER (${series}) AS whole_ends
          FROM (
            SELECT r.*, ${apart} AS apart, COALESCE(r.period_end, '-infinity'::date) AS ends,
              date_trunc('milliseconds', r.approved_at) AS approved,
              CASE jsonb_array_length(r.parts) WHEN 1 THEN r.parts -> 0 ->> 0 END AS axis,
              CASE jsonb_array_length(r.parts) WHEN 1 THEN r.parts -> 0 ->> 1 END AS part
            ${rows}
          ) AS o
        ) AS w
      ) AS s
    ) AS t
    WHERE rank = 1 AND CASE WHEN has_since THEN is_since AND axis = first_axis ELSE axis IS NULL END
  )`;
}

/** Whether the last of all that was selected is asked for first, and then one row of it (`groupsBy` of src/core/aggregate.ts). */
export function isLastBeforeRow({ combineTime }: Indicator, { by }: Pick<ResultSelection, 'by'>): boolean {
  return combineTime === 'latest' && (by === undefined || !isTime(by));
}
