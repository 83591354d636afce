WITH found AS MATERIALIZED (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code WHERE p.code IN (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND true) AND p.code IN (WITH RECURSIVE quiet(code) AS MATERIALIZED (
        SELECT o.code::text COLLATE "C" FROM programs o WHERE NOT EXISTS (SELECT FROM kept.presence r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.kind = 'actual' AND r.program = o.code AND r.first_end <= $1::date OFFSET 0)
      ), below(top, code) AS (
        SELECT q.code, q.code FROM quiet q
        UNION ALL
        SELECT b.top, o.code::text COLLATE "C" FROM below b JOIN programs o ON o.parent = b.code
      )
      SELECT code FROM quiet WHERE code NOT IN (SELECT b.top FROM below b WHERE b.code NOT IN (SELECT code FROM quiet)))) SELECT (SELECT count(*) FROM found AS r WHERE true)::text AS count,
        (SELECT COALESCE(jsonb_agg(to_jsonb(f)), '[]') FROM (SELECT * FROM found AS r WHERE true ORDER BY code LIMIT $2) AS f)::text AS items;

WITH found AS NOT MATERIALIZED (SELECT r.id, r.program, r.indicator, r.period_end, r.value FROM (SELECT r.* FROM results r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.status = 'approved' AND r.period_end IS NULL) AS r) SELECT (SELECT count(*) FROM found AS r WHERE true)::text AS count,
        (SELECT COALESCE(jsonb_agg(to_jsonb(f)), '[]') FROM (SELECT * FROM found AS r WHERE true ORDER BY (-r.value), COALESCE(r.period_end, 'infinity'::date), r.program, r.indicator, r.id LIMIT $1) AS f)::text AS items;

WITH found AS MATERIALIZED (SELECT r.id, r.program, r.indicator, r.period_end, r.value FROM (SELECT DISTINCT r.part AS id, r.program_of_part AS program, r.indicator, r.period_end, 0 AS value
      FROM (
      SELECT id, program, indicator, country, period_end, id AS part, program AS program_of_part FROM kept.unmarked
      UNION ALL
      SELECT whole, above, indicator, country_above, period_end, id, program FROM kept.unmarked
    ) r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE true) AS r) SELECT (SELECT count(*) FROM found AS r WHERE true)::text AS count,
        (SELECT COALESCE(jsonb_agg(to_jsonb(f)), '[]') FROM (SELECT * FROM found AS r WHERE true ORDER BY COALESCE('3000-01-01'::date - r.period_end, 1000000), r.program, r.indicator, r.id LIMIT $1) AS f)::text AS items;

SELECT i.code::text AS code FROM indicators i WHERE EXISTS (SELECT FROM kept.presence r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE true AND r.indicator = i.code OFFSET 0);

SELECT o.code::text AS code FROM places o WHERE EXISTS (SELECT FROM kept.presence r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE true AND (r.is_placed AND r.country = o.code) OFFSET 0);

WITH found AS MATERIALIZED (SELECT p.code, l.last FROM programs p
      CROSS JOIN LATERAL (SELECT (SELECT CASE WHEN max(r.last_end) > $1::date THEN (SELECT max(r.period_end) FROM results r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.status = 'approved' AND (COALESCE(r.period_end, 'infinity'::date) <= $2::date OR COALESCE(r.period_end, 'infinity'::date) = 'infinity') AND r.kind = $3 AND r.program = p.code)
      ELSE NULLIF(max(r.last_end), '-infinity'::date) END FROM kept.presence r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.kind = 'actual' AND r.program = p.code) AS last) AS l
      WHERE p.status = 'ongoing' AND NOT COALESCE(p.status = 'ongoing' AND p.ends_on < $4::date, false) AND l.last < $5::date) SELECT (SELECT count(*) FROM found AS r WHERE true)::text AS count,
        (SELECT COALESCE(jsonb_agg(to_jsonb(f)), '[]') FROM (SELECT * FROM found AS r WHERE true ORDER BY last, code LIMIT $6) AS f)::text AS items;

WITH found AS MATERIALIZED (SELECT r.id, r.program, r.indicator, r.period_end, r.value FROM (SELECT r.id, r.program, r.indicator, r.period_end, 0 AS value FROM kept.targets r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE (r.period_start IS NULL OR r.period_start <= $1::date) AND (COALESCE(r.period_end <= $2::date, false) OR r.is_plain) AND NOT (CASE WHEN COALESCE(r.period_end <= $3::date, false) THEN r.is_given ELSE COALESCE(r.reported_on <= $4::date, false) END)
    UNION ALL
    SELECT * FROM (WITH RECURSIVE targets AS MATERIALIZED (
      SELECT r.id, r.program, r.indicator, r.place, r.value, r.denominator, r.period_end, i.combine_time,
        CASE WHEN i.combine_time <> 'sum' AND r.baseline > COALESCE(r.value_high, r.value) THEN COALESCE(r.value_high, r.value) END AS down_to,
        LEAST(r.period_end, $5::date) AS last_day, CASE WHEN i.combine_time <> 'latest' THEN r.period_start END AS first_day,
        CASE WHEN r.place LIKE 'region:%' THEN ARRAY(SELECT c.country::text FROM region_countries c WHERE c.region = r.place AND c.region <> $6
    UNION ALL
    SELECT m.country::text FROM memberships m WHERE r.place = $7
      AND m.member_from <= LEAST(r.period_end, $8::date) AND (m.member_to IS NULL OR LEAST(r.period_end, $9::date) < m.member_to)) END AS countries,
        (SELECT jsonb_agg(jsonb_build_array(p.axis, p.part)) FROM result_parts p WHERE p.result = r.id AND p.value = r.value) AS wanted,
        i.measure NOT IN ('text', 'rate') AND i.combine_time <> 'none' AS is_summable, i.combine_place <> 'none' AS is_summed_over_places
      FROM (SELECT r.* FROM results r WHERE r.id IN (SELECT r.id FROM kept.targets r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE (r.period_start IS NULL OR r.period_start <= $10::date) AND NOT (COALESCE(r.period_end <= $11::date, false) OR r.is_plain))) AS r JOIN indicators i ON i.code = r.indicator
    ), below AS (
      SELECT DISTINCT t.program::text COLLATE "C" AS above, t.program::text COLLATE "C" AS code FROM targets t
      UNION ALL
      SELECT b.above, p.code::text COLLATE "C" FROM below b JOIN programs p ON p.parent = b.code
    )
    , reported AS MATERIALIZED (SELECT DISTINCT t.id AS target FROM targets t JOIN below b ON b.above = t.program
      CROSS JOIN LATERAL (SELECT FROM kept.results r WHERE r.program = b.code AND r.indicator = t.indicator AND r.kind = 'actual' AND (t.place IS NULL OR r.country = t.place OR r.country = ANY (t.countries) OR t.countries = '{}') AND (r.period_end <= t.last_day AND (t.first_day IS NULL OR r.period_end >= t.first_day)
      OR r.period_end IS NULL AND t.first_day IS NULL) LIMIT 1) AS r
    WHERE t.is_summable AND t.is_summed_over_places AND t.wanted IS NULL
    UNION ALL
    SELECT p.target FROM (SELECT * FROM (
      SELECT t.id AS target, r.id, r.program, r.indicator, r.country, r.period_end, r.qualifier, r.value, r.value_high, r.denominator, CASE WHEN t.wanted IS NULL THEN r.value ELSE (
      SELECT CASE
        WHEN bool_or(h.value IS NULL) OR count(*) FILTER (WHERE h.value <> r.value) > 1 THEN NULL
        ELSE COALESCE(max(h.value) FILTER (WHERE h.value <> r.value), r.value)
      END
      FROM jsonb_array_elements(t.wanted) AS w
      LEFT JOIN LATERAL (
        SELECT (e ->> 2)::numeric AS value FROM jsonb_array_elements(r.parts) AS e WHERE e ->> 0 = w ->> 0 AND e ->> 1 = w ->> 1
      ) AS h ON true
    ) END AS portion FROM targets t JOIN below b ON b.above = t.program
      CROSS JOIN LATERAL (SELECT r.* FROM kept.results r WHERE r.program = b.code AND r.indicator = t.indicator AND r.kind = 'actual' AND (t.place IS NULL OR r.country = t.place OR r.country = ANY (t.countries) OR t.countries = '{}') AND (r.period_end <= t.last_day AND (t.first_day IS NULL OR r.period_end >= t.first_day)
      OR r.period_end IS NULL AND t.first_day IS NULL) OFFSET 0) AS r
    WHERE t.combine_time <> 'latest' AND NOT (t.is_summable AND t.is_summed_over_places AND t.wanted IS NULL)
      UNION ALL
      SELECT t.id, r.id, r.program, r.indicator, r.country, r.period_end, r.qualifier, r.value, r.value_high, r.denominator, CASE WHEN t.wanted IS NULL THEN r.value ELSE (
      SELECT CASE
        WHEN bool_or(h.value IS NULL) OR count(*) FILTER (WHERE h.value <> r.value) > 1 THEN NULL
        ELSE COALESCE(max(h.value) FILTER (WHERE h.value <> r.value), r.value)
      END
      FROM jsonb_array_elements(t.wanted) AS w
      LEFT JOIN LATERAL (
        SELECT (e ->> 2)::numeric AS value FROM jsonb_array_elements(r.parts) AS e WHERE e ->> 0 = w ->> 0 AND e ->> 1 = w ->> 1
      ) AS h ON true
    ) END FROM (
    SELECT * FROM (
      SELECT s.*, first_value(axis) OVER (PARTITION BY apart, program, country, is_since ORDER BY ends DESC, approved DESC, id DESC) AS first_axis,
        row_number() OVER (PARTITION BY apart, program, country, is_since, axis, part ORDER BY ends DESC, approved DESC, id DESC) AS rank,
        bool_or(is_since) OVER (PARTITION BY apart, program, country) AS has_since
      FROM (
        SELECT w.*, axis IS NOT NULL AND (whole_ends IS NULL OR ends > whole_ends) AS is_since
        FROM (
          SELECT o.*, max(ends) FILTER (WHERE axis IS NULL) OVER (PARTITION BY apart, program, country) AS whole_ends
          FROM (
            SELECT r.*, t.id AS apart, COALESCE(r.period_end, '-infinity'::date) AS ends,
              date_trunc('milliseconds', r.approved_at) AS approved,
              CASE jsonb_array_length(r.parts) WHEN 1 THEN r.parts -> 0 ->> 0 END AS axis,
              CASE jsonb_array_length(r.parts) WHEN 1 THEN r.parts -> 0 ->> 1 END AS part
            FROM targets t JOIN below b ON b.above = t.program
      CROSS JOIN LATERAL (SELECT r.* FROM kept.results r WHERE r.program = b.code AND r.indicator = t.indicator AND r.kind = 'actual' AND (t.place IS NULL OR r.country = t.place OR r.country = ANY (t.countries) OR t.countries = '{}') AND (r.period_end <= t.last_day AND (t.first_day IS NULL OR r.period_end >= t.first_day)
      OR r.period_end IS NULL AND t.first_day IS NULL) OFFSET 0) AS r
    WHERE t.combine_time = 'latest' AND NOT (t.is_summable AND t.is_summed_over_places AND t.wanted IS NULL)
          ) AS o
        ) AS w
      ) AS s
    ) AS t
    WHERE rank = 1 AND CASE WHEN has_since THEN is_since AND axis = first_axis ELSE axis IS NULL END
  ) AS r
        JOIN targets t ON t.id = r.apart
    ) AS p WHERE p.portion IS NOT NULL) AS p JOIN targets t ON t.id = p.target
    GROUP BY p.target, t.is_summable, t.is_summed_over_places HAVING (count(*) = 1 OR t.is_summable AND (t.is_summed_over_places OR min(p.country) = max(p.country))))
    SELECT t.id, t.program, t.indicator, t.period_end, 0 AS value FROM targets t LEFT JOIN reported o ON o.target = t.id WHERE o.target IS NULL) AS unsettled) AS r) SELECT (SELECT count(*) FROM found AS r WHERE COALESCE(r.period_end < $12::date, false))::text AS count,
        (SELECT COALESCE(jsonb_agg(to_jsonb(f)), '[]') FROM (SELECT * FROM found AS r WHERE COALESCE(r.period_end < $13::date, false) ORDER BY COALESCE('3000-01-01'::date - r.period_end, 1000000), r.program, r.indicator, r.id LIMIT $14) AS f)::text AS items UNION ALL SELECT (SELECT count(*) FROM found AS r WHERE NOT COALESCE(r.period_end < $15::date, false))::text AS count,
        (SELECT COALESCE(jsonb_agg(to_jsonb(f)), '[]') FROM (SELECT * FROM found AS r WHERE NOT COALESCE(r.period_end < $16::date, false) ORDER BY COALESCE('3000-01-01'::date - r.period_end, 1000000), r.program, r.indicator, r.id LIMIT $17) AS f)::text AS items;

WITH found AS MATERIALIZED (SELECT r.* FROM (WITH dated AS MATERIALIZED (
      SELECT * FROM (
        SELECT r.id, r.indicator, r.kind, r.program, COALESCE(r.place, k.country)::text AS country, r.period_end, r.approved_at,
          count(*) OVER (PARTITION BY r.indicator, r.kind, r.program, COALESCE(r.place, k.country), r.period_end) AS beside
        FROM (SELECT o.* FROM (SELECT r.id FROM kept.same_day r) AS d CROSS JOIN LATERAL (SELECT * FROM results r WHERE r.id = d.id OFFSET 0) AS o) r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.status = 'approved' AND r.indicator IN (SELECT i.code FROM indicators i WHERE i.combine_time = 'latest')
      ) AS d WHERE beside > 1
    ), given AS (
      SELECT d.*, CASE o.parts WHEN 1 THEN o.axis END AS axis, CASE o.parts WHEN 1 THEN o.part END AS part
      FROM dated d CROSS JOIN LATERAL (
        SELECT count(*) AS parts, min(p.axis::text) AS axis, min(p.part::text) AS part FROM result_parts p WHERE p.result = d.id
      ) AS o
    )
    SELECT jsonb_agg(id ORDER BY approved_at_ms DESC, id DESC) AS ids, period_end, program, indicator,
      (array_agg(id ORDER BY approved_at_ms DESC, id DESC))[1] AS id, 0 AS value
    FROM (SELECT g.*, date_trunc('milliseconds', g.approved_at) AS approved_at_ms FROM given g) AS g
    GROUP BY indicator, kind, program, country, period_end, axis, part HAVING count(*) > 1) AS r) SELECT (SELECT count(*) FROM found AS r WHERE true)::text AS count,
        (SELECT COALESCE(jsonb_agg(to_jsonb(f)), '[]') FROM (SELECT * FROM found AS r WHERE true ORDER BY COALESCE('3000-01-01'::date - r.period_end, 1000000), r.program, r.indicator, r.id LIMIT $1) AS f)::text AS items;

WITH found AS NOT MATERIALIZED (SELECT r.id, r.program, r.indicator, r.period_end, r.value FROM (SELECT r.id, r.program, r.indicator, r.period_end, 0 AS value FROM kept.without_evidence r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE true) AS r) SELECT (SELECT count(*) FROM found AS r WHERE true)::text AS count,
        (SELECT COALESCE(jsonb_agg(to_jsonb(f)), '[]') FROM (SELECT * FROM found AS r WHERE true ORDER BY COALESCE('3000-01-01'::date - r.period_end, 1000000), r.program, r.indicator, r.id LIMIT $1) AS f)::text AS items;

WITH found AS MATERIALIZED (SELECT jsonb_agg(id ORDER BY approved DESC, id DESC) AS ids, period_end, program, indicator,
      (array_agg(id ORDER BY approved DESC, id DESC))[1] AS id, 0 AS value
    FROM (SELECT r.*, date_trunc('milliseconds', r.approved_at) AS approved FROM (SELECT o.* FROM (SELECT r.id FROM kept.alike r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE true) AS d CROSS JOIN LATERAL (SELECT * FROM results r WHERE r.id = d.id OFFSET 0) AS o) AS r) AS a GROUP BY program, indicator, kind, place, period_start, period_end, date_precision) SELECT (SELECT count(*) FROM found AS r WHERE true)::text AS count,
        (SELECT COALESCE(jsonb_agg(to_jsonb(f)), '[]') FROM (SELECT * FROM found AS r WHERE true ORDER BY COALESCE('3000-01-01'::date - r.period_end, 1000000), r.program, r.indicator, r.id LIMIT $1) AS f)::text AS items;

WITH found AS MATERIALIZED (SELECT r.id, r.program, r.indicator, r.period_end, r.elsewhere, r.early
    FROM kept.astray r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE true) SELECT (SELECT count(*) FROM found AS r WHERE true)::text AS count,
        (SELECT COALESCE(jsonb_agg(to_jsonb(f)), '[]') FROM (SELECT * FROM found AS r WHERE true ORDER BY COALESCE('3000-01-01'::date - r.period_end, 1000000), r.program, r.indicator, r.id LIMIT $1) AS f)::text AS items;
