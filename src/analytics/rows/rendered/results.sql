SELECT r.id::text AS key FROM results r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.status = 'approved' AND (r.kind = 'target' OR COALESCE(r.period_end, 'infinity'::date) <= $1::date OR COALESCE(r.period_end, 'infinity'::date) = 'infinity') ORDER BY COALESCE(r.period_end, 'infinity'::date), r.program, r.indicator, r.id LIMIT $2;

SELECT sum(count)::text AS count FROM (SELECT t.count FROM indicators i CROSS JOIN LATERAL (
        SELECT t.count FROM kept.totals t WHERE t.indicator = i.code AND t.kind = $1 AND t.axis = '' AND t.level = $2 AND t.grain = $3 AND t.span = $4 OFFSET 0
      ) AS t WHERE true UNION ALL SELECT count(*) AS count FROM results r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.status = 'approved' AND r.part_of IS NOT NULL AND r.kind = $5 UNION ALL SELECT -count(*) AS count FROM results r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.status = 'approved' AND r.part_of IS NOT NULL AND r.kind = $6 AND r.part_of IN (
      SELECT w.id FROM results w WHERE w.status <> 'approved'
    ) UNION ALL SELECT t.count FROM indicators i CROSS JOIN LATERAL (
        SELECT t.count FROM kept.totals t WHERE t.indicator = i.code AND t.kind = $7 AND t.axis = '' AND t.level = $8 AND t.grain = $9 AND t.span = $10 OFFSET 0
      ) AS t WHERE true UNION ALL SELECT t.count FROM indicators i CROSS JOIN LATERAL (
        SELECT t.count FROM kept.totals t WHERE t.indicator = i.code AND t.kind = $11 AND t.axis = '' AND t.level = $12 AND t.grain = $13 AND t.span BETWEEN $14 AND $15 OFFSET 0
      ) AS t WHERE true UNION ALL SELECT t.count FROM indicators i CROSS JOIN LATERAL (
        SELECT t.count FROM kept.totals t WHERE t.indicator = i.code AND t.kind = $16 AND t.axis = '' AND t.level = $17 AND t.grain = $18 AND t.span BETWEEN $19 AND $20 OFFSET 0
      ) AS t WHERE true UNION ALL SELECT count(*) AS count FROM results r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.status = 'approved' AND r.part_of IS NOT NULL AND r.kind = $21 AND (COALESCE(r.period_end, 'infinity'::date) <= $22::date OR COALESCE(r.period_end, 'infinity'::date) = 'infinity') UNION ALL SELECT -count(*) AS count FROM results r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.status = 'approved' AND r.part_of IS NOT NULL AND r.kind = $23 AND (COALESCE(r.period_end, 'infinity'::date) <= $24::date OR COALESCE(r.period_end, 'infinity'::date) = 'infinity') AND r.part_of IN (
      SELECT w.id FROM results w WHERE w.status <> 'approved'
    )) AS portions;
