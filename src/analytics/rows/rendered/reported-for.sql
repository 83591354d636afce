SELECT r.id::text AS key FROM (
      WITH RECURSIVE targets AS MATERIALIZED (
      SELECT r.id, r.program, r.indicator, r.place, r.value, r.denominator, r.period_end, i.combine_time,
        CASE WHEN i.combine_time <> 'sum' AND r.baseline > COALESCE(r.value_high, r.value) THEN COALESCE(r.value_high, r.value) END AS down_to,
        LEAST(r.period_end, $1::date) AS last_day, CASE WHEN i.combine_time <> 'latest' THEN r.period_start END AS first_day,
        CASE WHEN r.place LIKE 'region:%' THEN ARRAY(SELECT c.country::text FROM region_countries c WHERE c.region = r.place AND c.region <> $2
    UNION ALL
    SELECT m.country::text FROM memberships m WHERE r.place = $3
      AND m.member_from <= LEAST(r.period_end, $4::date) AND (m.member_to IS NULL OR LEAST(r.period_end, $5::date) < m.member_to)) END AS countries,
        (SELECT jsonb_agg(jsonb_build_array(p.axis, p.part)) FROM result_parts p WHERE p.result = r.id AND p.value = r.value) AS wanted,
        i.measure NOT IN ('text', 'rate') AND i.combine_time <> 'none' AS is_summable, i.combine_place <> 'none' AS is_summed_over_places
      FROM (SELECT r.* FROM results r WHERE r.id = ANY ($6::uuid[])) AS r JOIN indicators i ON i.code = r.indicator
    ), below AS (
      SELECT DISTINCT t.program::text COLLATE "C" AS above, t.program::text COLLATE "C" AS code FROM targets t
      UNION ALL
      SELECT b.above, p.code::text COLLATE "C" FROM below b JOIN programs p ON p.parent = b.code
    ) SELECT * FROM (
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
    WHERE t.combine_time <> 'latest' AND true
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
    WHERE t.combine_time = 'latest' AND true
          ) AS o
        ) AS w
      ) AS s
    ) AS t
    WHERE rank = 1 AND CASE WHEN has_since THEN is_since AND axis = first_axis ELSE axis IS NULL END
  ) AS r
        JOIN targets t ON t.id = r.apart
    ) AS p WHERE p.portion IS NOT NULL
    ) AS r WHERE true ORDER BY COALESCE(r.period_end, 'infinity'::date), r.program, r.indicator, r.id;
