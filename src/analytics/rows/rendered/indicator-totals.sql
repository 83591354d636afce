SELECT r.id::text, r.program::text, r.pillar::text, r.country::text, to_json(r.donors)::text AS donors, r.period_end::text,
      r.qualifier, r.value::text, r.value_high::text, r.denominator::text, r.parts::text,
      to_char(r.approved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS approved_at
      FROM (
        SELECT r.*, COALESCE(r.period_end, '-infinity') AS ends, max(COALESCE(r.period_end, '-infinity')) FILTER (WHERE COALESCE(jsonb_array_length(r.parts), 0) <> 1)
          OVER (PARTITION BY r.program, r.country) AS whole_ends
        FROM "kept"."results_seen" AS r WHERE r.indicator = $1 AND r.kind = $2 AND r.pillar = $3 AND r.country = $4 AND $5 = ANY (r.donors) AND r.program IN (WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM jsonb_array_elements_text($6::jsonb) AS given
      UNION
      SELECT p.code::text FROM programs_seen p JOIN below b ON p.parent = b.code
    ) SELECT code FROM below) AND true
      ) AS r WHERE r.whole_ends IS NULL OR r.ends >= r.whole_ends;

SELECT key, country, sum(value - exact)::text AS approximate, sum("count")::text AS "count", sum("value")::text AS "value", sum("exact")::text AS "exact", sum("undated")::text AS "undated", sum("denominator")::text AS "denominator", sum("high")::text AS "high", sum("abouts")::text AS "abouts", sum("at_leasts")::text AS "at_leasts", sum("at_mosts")::text AS "at_mosts", sum("ranges")::text AS "ranges", sum("wholes")::text AS "wholes"
      FROM (SELECT r.indicator::text AS key, ''::text AS country, $1::integer * (1) AS "count", $2::integer * (r.value) AS "value", $3::integer * (CASE r.qualifier WHEN 'exact' THEN r.value ELSE 0 END) AS "exact", $4::integer * (CASE WHEN r.period_end IS NULL THEN r.value ELSE 0 END) AS "undated", $5::integer * (COALESCE(r.denominator, 0)) AS "denominator", $6::integer * (CASE WHEN r.value = r.value THEN COALESCE(r.value_high, 0) ELSE 0 END) AS "high", $7::integer * ((r.qualifier = $8)::integer) AS "abouts", $9::integer * ((r.qualifier = $10)::integer) AS "at_leasts", $11::integer * ((r.qualifier = $12)::integer) AS "at_mosts", $13::integer * ((r.qualifier = $14)::integer) AS "ranges", $15::integer * ((r.value = r.value)::integer) AS "wholes"
    FROM "kept"."results_seen" AS r 
    WHERE r.indicator = $16 AND r.kind = $17 AND r.pillar = $18 AND r.country = $19 AND $20 = ANY (r.donors) AND r.program IN (WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM jsonb_array_elements_text($21::jsonb) AS given
      UNION
      SELECT p.code::text FROM programs_seen p JOIN below b ON p.parent = b.code
    ) SELECT code FROM below)) AS portions GROUP BY key, country HAVING sum(count) <> 0;
