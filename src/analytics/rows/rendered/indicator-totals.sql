SELECT key, country, sum(value - exact)::text AS approximate, sum("count")::text AS "count", sum("value")::text AS "value", sum("exact")::text AS "exact", sum("undated")::text AS "undated", sum("denominator")::text AS "denominator", sum("high")::text AS "high", sum("abouts")::text AS "abouts", sum("at_leasts")::text AS "at_leasts", sum("at_mosts")::text AS "at_mosts", sum("ranges")::text AS "ranges", sum("wholes")::text AS "wholes"
      FROM (SELECT r.indicator::text AS key, ''::text AS country, $1::integer * (1) AS "count", $2::integer * (r.value) AS "value", $3::integer * (CASE r.qualifier WHEN 'exact' THEN r.value ELSE 0 END) AS "exact", $4::integer * (CASE WHEN r.period_end IS NULL THEN r.value ELSE 0 END) AS "undated", $5::integer * (COALESCE(r.denominator, 0)) AS "denominator", $6::integer * (CASE WHEN r.value = r.value THEN COALESCE(r.value_high, 0) ELSE 0 END) AS "high", $7::integer * ((r.qualifier = $8)::integer) AS "abouts", $9::integer * ((r.qualifier = $10)::integer) AS "at_leasts", $11::integer * ((r.qualifier = $12)::integer) AS "at_mosts", $13::integer * ((r.qualifier = $14)::integer) AS "ranges", $15::integer * ((r.value = r.value)::integer) AS "wholes"
    FROM "kept"."results_seen" AS r 
    WHERE r.indicator = $16 AND r.kind = $17 AND r.pillar = $18 AND r.country = $19 AND $20 = ANY (r.donors) AND r.program IN (WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM jsonb_array_elements_text($21::jsonb) AS given
      UNION
      SELECT p.code::text FROM programs_seen p JOIN below b ON p.parent = b.code
    ) SELECT code FROM below)) AS portions GROUP BY key, country HAVING sum(count) <> 0;

SELECT key, country, sum(value - exact)::text AS approximate, sum("count")::text AS "count", sum("value")::text AS "value", sum("exact")::text AS "exact", sum("undated")::text AS "undated", sum("denominator")::text AS "denominator", sum("high")::text AS "high", sum("abouts")::text AS "abouts", sum("at_leasts")::text AS "at_leasts", sum("at_mosts")::text AS "at_mosts", sum("ranges")::text AS "ranges", sum("wholes")::text AS "wholes"
      FROM (SELECT r.indicator::text AS key, ''::text AS country, $1::integer * (1) AS "count", $2::integer * (r.value) AS "value", $3::integer * (CASE r.qualifier WHEN 'exact' THEN r.value ELSE 0 END) AS "exact", $4::integer * (CASE WHEN r.period_end IS NULL THEN r.value ELSE 0 END) AS "undated", $5::integer * (COALESCE(r.denominator, 0)) AS "denominator", $6::integer * (CASE WHEN r.value = r.value THEN COALESCE(r.value_high, 0) ELSE 0 END) AS "high", $7::integer * ((r.qualifier = $8)::integer) AS "abouts", $9::integer * ((r.qualifier = $10)::integer) AS "at_leasts", $11::integer * ((r.qualifier = $12)::integer) AS "at_mosts", $13::integer * ((r.qualifier = $14)::integer) AS "ranges", $15::integer * ((r.value = r.value)::integer) AS "wholes"
    FROM (SELECT r.* FROM (
      SELECT r.*, bool_or(r.is_since) OVER (PARTITION BY r.indicator, r.program, r.country) AS some_since,
        first_value(r.only_axis) OVER (PARTITION BY r.indicator, r.program, r.country ORDER BY r.ends DESC, r.approved DESC, r.id DESC) AS last_axis,
        row_number() OVER (PARTITION BY r.indicator, r.program, r.country, r.is_since, r.only_axis, r.only_part ORDER BY r.ends DESC, r.approved DESC, r.id DESC) AS nth
      FROM (
        SELECT r.*, r.whole_ends IS NULL OR r.ends > r.whole_ends AS is_since FROM (
          SELECT r.*, max(r.ends) FILTER (WHERE r.only_axis IS NULL) OVER (PARTITION BY r.indicator, r.program, r.country) AS whole_ends FROM (
            SELECT r.*, COALESCE(r.period_end, '-infinity') AS ends, date_trunc('milliseconds', r.approved_at) AS approved,
              CASE WHEN jsonb_array_length(r.parts) = 1 THEN r.parts -> 0 ->> 0 END AS only_axis,
              CASE WHEN jsonb_array_length(r.parts) = 1 THEN r.parts -> 0 ->> 1 END AS only_part
            FROM "kept"."results_seen" AS r WHERE r.indicator = $16 AND r.kind = $17 AND r.pillar = $18 AND r.country = $19 AND $20 = ANY (r.donors) AND r.program IN (WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM jsonb_array_elements_text($21::jsonb) AS given
      UNION
      SELECT p.code::text FROM programs_seen p JOIN below b ON p.parent = b.code
    ) SELECT code FROM below) AND true
          ) AS r
        ) AS r WHERE r.whole_ends IS NULL OR r.ends >= r.whole_ends
      ) AS r
    ) AS r WHERE r.nth = 1 AND CASE WHEN r.some_since THEN r.is_since AND r.only_axis = r.last_axis ELSE r.only_axis IS NULL END) AS r 
    WHERE r.indicator = $22 AND r.kind = $23 AND r.pillar = $24 AND r.country = $25 AND $26 = ANY (r.donors) AND r.program IN (WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM jsonb_array_elements_text($27::jsonb) AS given
      UNION
      SELECT p.code::text FROM programs_seen p JOIN below b ON p.parent = b.code
    ) SELECT code FROM below)) AS portions GROUP BY key, country HAVING sum(count) <> 0;
