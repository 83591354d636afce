SELECT r.id::text, r.program::text, r.pillar::text, r.country::text, to_json(r.donors)::text AS donors, r.period_end::text,
      r.qualifier, r.value::text, r.value_high::text, r.denominator::text, r.parts::text,
      to_char(r.approved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS approved_at
      FROM (
        SELECT r.*, COALESCE(r.period_end, '-infinity') AS ends, max(COALESCE(r.period_end, '-infinity')) FILTER (WHERE COALESCE(jsonb_array_length(r.parts), 0) <> 1)
          OVER (PARTITION BY r.program, r.country) AS whole_ends
        FROM "kept"."results_seen" AS r WHERE r.indicator = $1 AND r.kind = $2 AND r.period_end IS NOT NULL AND r.period_end >= $3::date AND r.period_end <= $4::date
      ) AS r WHERE r.whole_ends IS NULL OR r.ends >= r.whole_ends;

SELECT i.code, false AS after, EXISTS (SELECT FROM "kept"."totals" AS t WHERE t.indicator = i.code AND t.kind = $1 AND t.axis = '' AND t.level = $2 AND t.grain = 'undated' AND t.count <> 0) AS undated
      FROM jsonb_array_elements_text($3::jsonb) AS i(code);
