import { type SQL, sql } from 'drizzle-orm';
import { MEMBER_STATES } from '../../core/country-sheet.ts';
import type { Filter } from '../../core/facts.ts';
import { allOf } from './conditions.repository.ts';
import { countedResults, inFilter, lastOfSeries } from './result-source.repository.ts';
import type { Sources } from './sources.repository.ts';

/** What is asked beside targets: pillar and donor narrow, and results count to a day. */
export interface BesideTargets {
  readonly filter: Pick<Filter, 'pillar' | 'donor'>;
  readonly cutOff: string;
}

/**
 * Targets with their programmes, as tables of a `WITH RECURSIVE`: `targets`, and `below`, which holds each programme of a
 * target with all that is below it.
 *
 * @param rows `FROM … WHERE …` of results `r` that are targets
 */
export function targetTables({ programs }: Sources, rows: SQL, cutOff: string): SQL {
  const lastDay = sql`LEAST(r.period_end, ${cutOff}::date)`;
  return sql`targets AS MATERIALIZED (
      SELECT r.id, r.program, r.indicator, r.place, r.value, r.denominator, r.period_end, i.combine_time,
        CASE WHEN i.combine_time <> 'sum' AND r.baseline > COALESCE(r.value_high, r.value) THEN COALESCE(r.value_high, r.value) END AS down_to,
        ${lastDay} AS last_day, CASE WHEN i.combine_time <> 'latest' THEN r.period_start END AS first_day,
        CASE WHEN r.place LIKE 'region:%' THEN ARRAY(${countriesIn(sql`r.place`, lastDay)}) END AS countries,
        (SELECT jsonb_agg(jsonb_build_array(p.axis, p.part)) FROM result_parts p WHERE p.result = r.id AND p.value = r.value) AS wanted,
        i.measure NOT IN ('text', 'rate') AND i.combine_time <> 'none' AS is_summable, i.combine_place <> 'none' AS is_summed_over_places
      FROM (SELECT r.* ${rows}) AS r JOIN indicators i ON i.code = r.indicator
    ), below AS (
      SELECT DISTINCT t.program::text COLLATE "C" AS above, t.program::text COLLATE "C" AS code FROM targets t
      UNION ALL
      SELECT b.above, p.code::text COLLATE "C" FROM below b JOIN ${programs} p ON p.parent = b.code
    )`;
}

/** The countries that a region is known to hold on a day. */
function countriesIn(region: SQL, day: SQL): SQL {
  return sql`SELECT c.country::text FROM region_countries c WHERE c.region = ${region} AND c.region <> ${MEMBER_STATES}
    UNION ALL
    SELECT m.country::text FROM memberships m WHERE ${region} = ${MEMBER_STATES}
      AND m.member_from <= ${day} AND (m.member_to IS NULL OR ${day} < m.member_to)`;
}

/**
 * A select of what the actuals of `targets` are made of: `target`, the columns of a result that counts, and `portion`, what
 * it adds (rule 2). Each target's are looked up by themselves.
 */
export function portionsOfTargets(
  sources: Sources,
  filter: BesideTargets['filter'],
  only: SQL = sql`true`,
): SQL {
  const rows = (isLatest: SQL) => sql`FROM targets t JOIN below b ON b.above = t.program
      CROSS JOIN LATERAL (SELECT r.* ${resultsFor(sources, filter)} OFFSET 0) AS r
    WHERE ${isLatest} AND ${only}`;
  const columns = sql`r.id, r.program, r.indicator, r.country, r.period_end, r.qualifier, r.value, r.value_high, r.denominator`;
  return sql`SELECT * FROM (
      SELECT t.id AS target, ${columns}, ${portionOf()} AS portion ${rows(sql`t.combine_time <> 'latest'`)}
      UNION ALL
      SELECT t.id, ${columns}, ${portionOf()} FROM ${lastOfSeries(rows(sql`t.combine_time = 'latest'`), sql`t.id`)} AS r
        JOIN targets t ON t.id = r.apart
    ) AS p WHERE p.portion IS NOT NULL`;
}

/**
 * A select of the `target`s that have an actual: there is something, and it may be combined. Of nearly all, one result
 * decides.
 */
export function reportedTargets(sources: Sources, filter: BesideTargets['filter']): SQL {
  const isDecidedByOne = sql`t.is_summable AND t.is_summed_over_places AND t.wanted IS NULL`;
  return sql`SELECT DISTINCT t.id AS target FROM targets t JOIN below b ON b.above = t.program
      CROSS JOIN LATERAL (SELECT ${resultsFor(sources, filter)} LIMIT 1) AS r
    WHERE ${isDecidedByOne}
    UNION ALL
    SELECT p.target FROM (${portionsOfTargets(sources, filter, sql`NOT (${isDecidedByOne})`)}) AS p JOIN targets t ON t.id = p.target
    GROUP BY p.target, t.is_summable, t.is_summed_over_places HAVING ${IS_GIVEN}`;
}

/** Whether an actual can be given of the portions `p` of a target `t` (`figureOf` of src/core/sums.ts). */
export const IS_GIVEN = sql`(count(*) = 1 OR t.is_summable AND (t.is_summed_over_places OR min(p.country) = max(p.country)))`;

/** `FROM … WHERE …` of the results of programme `b` that count for target `t`. */
function resultsFor(sources: Sources, filter: BesideTargets['filter']): SQL {
  return sql`FROM ${sources.keptResults} r WHERE r.program = b.code AND r.indicator = t.indicator AND ${countsFor(sources, filter)}`;
}

/** That `r` counts for `t`, whose programme and indicator it has. */
function countsFor(sources: Sources, { pillar, donor }: BesideTargets['filter']): SQL {
  const asked = {
    ...(pillar !== undefined && { pillar }),
    ...(donor !== undefined && { donor }),
  };
  return allOf([
    sql`r.kind = 'actual'`,
    sql`(t.place IS NULL OR r.country = t.place OR r.country = ANY (t.countries) OR t.countries = '{}')`,
    sql`(r.period_end <= t.last_day AND (t.first_day IS NULL OR r.period_end >= t.first_day)
      OR r.period_end IS NULL AND t.first_day IS NULL)`,
    ...inFilter(countedResults(sources.keptResults), sources, asked),
  ]);
}

/**
 * What a result adds to a target that is for one part of an axis, or of several (`portionFor` of src/core/targets.ts); null:
 * it is not known.
 */
function portionOf(): SQL {
  return sql`CASE WHEN t.wanted IS NULL THEN r.value ELSE (
      SELECT CASE
        WHEN bool_or(h.value IS NULL) OR count(*) FILTER (WHERE h.value <> r.value) > 1 THEN NULL
        ELSE COALESCE(max(h.value) FILTER (WHERE h.value <> r.value), r.value)
      END
      FROM jsonb_array_elements(t.wanted) AS w
      LEFT JOIN LATERAL (
        SELECT (e ->> 2)::numeric AS value FROM jsonb_array_elements(r.parts) AS e WHERE e ->> 0 = w ->> 0 AND e ->> 1 = w ->> 1
      ) AS h ON true
    ) END`;
}
