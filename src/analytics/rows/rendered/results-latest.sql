SELECT r.id::text AS key FROM (
    SELECT * FROM (
      SELECT s.*, first_value(axis) OVER (PARTITION BY apart, program, country, is_since ORDER BY ends DESC, approved DESC, id DESC) AS first_axis,
        row_number() OVER (PARTITION BY apart, program, country, is_since, axis, part ORDER BY ends DESC, approved DESC, id DESC) AS rank,
        bool_or(is_since) OVER (PARTITION BY apart, program, country) AS has_since
      FROM (
        SELECT w.*, axis IS NOT NULL AND (whole_ends IS NULL OR ends > whole_ends) AS is_since
        FROM (
          SELECT o.*, max(ends) FILTER (WHERE axis IS NULL) OVER (PARTITION BY apart, program, country) AS whole_ends
          FROM (
            SELECT r.*, NULL::uuid AS apart, COALESCE(r.period_end, '-infinity'::date) AS ends,
              date_trunc('milliseconds', r.approved_at) AS approved,
              CASE jsonb_array_length(r.parts) WHEN 1 THEN r.parts -> 0 ->> 0 END AS axis,
              CASE jsonb_array_length(r.parts) WHEN 1 THEN r.parts -> 0 ->> 1 END AS part
            FROM kept.results r WHERE r.indicator = $1 AND r.kind = $2 AND COALESCE(r.period_end, 'infinity'::date) BETWEEN $3::date AND $4::date
          ) AS o
        ) AS w
      ) AS s
    ) AS t
    WHERE rank = 1 AND CASE WHEN has_since THEN is_since AND axis = first_axis ELSE axis IS NULL END
  ) r WHERE true ORDER BY COALESCE(r.period_end, 'infinity'::date), r.program, r.indicator, r.id;
