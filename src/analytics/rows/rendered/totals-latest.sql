SELECT r.id::text, r.program::text, r.pillar::text, r.country::text, to_json(r.donors)::text AS donors, r.period_end::text,
      r.qualifier, r.value::text, r.value_high::text, r.denominator::text, r.parts::text,
      to_char(r.approved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS approved_at FROM "kept"."results_seen" AS r WHERE r.indicator = $1 AND r.kind = $2;
