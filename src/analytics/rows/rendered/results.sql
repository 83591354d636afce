SELECT r.id::text AS key FROM results r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.status = 'approved' AND (r.kind = 'target' OR COALESCE(r.period_end, 'infinity'::date) <= $1::date OR COALESCE(r.period_end, 'infinity'::date) = 'infinity') ORDER BY COALESCE(r.period_end, 'infinity'::date), r.program, r.indicator, r.id LIMIT $2;

SELECT sum(count)::text AS count FROM (SELECT t.count FROM indicators i CROSS JOIN LATERAL (
        SELECT t.count FROM kept.totals t WHERE t.indicator = i.code AND t.kind = $1 AND t.axis = '' AND t.level = $2 AND t.grain = $3 AND t.span BETWEEN $4 AND $5 OFFSET 0
      ) AS t WHERE true UNION ALL SELECT count(*) AS count FROM results r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.status = 'approved' AND r.part_of IS NOT NULL AND r.kind = $6 UNION ALL SELECT -count(*) AS count FROM results r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.status = 'approved' AND r.part_of IS NOT NULL AND r.kind = $7 AND r.part_of IN (
      SELECT w.id FROM results w WHERE w.status <> 'approved'
    ) UNION ALL SELECT t.count FROM indicators i CROSS JOIN LATERAL (
        SELECT t.count FROM kept.totals t WHERE t.indicator = i.code AND t.kind = $8 AND t.axis = '' AND t.level = $9 AND t.grain = $10 AND t.span BETWEEN $11 AND $12 OFFSET 0
      ) AS t WHERE true UNION ALL SELECT t.count FROM indicators i CROSS JOIN LATERAL (
        SELECT t.count FROM kept.totals t WHERE t.indicator = i.code AND t.kind = $13 AND t.axis = '' AND t.level = $14 AND t.grain = $15 AND t.span BETWEEN $16 AND $17 OFFSET 0
      ) AS t WHERE true UNION ALL SELECT t.count FROM indicators i CROSS JOIN LATERAL (
        SELECT t.count FROM kept.totals t WHERE t.indicator = i.code AND t.kind = $18 AND t.axis = '' AND t.level = $19 AND t.grain = $20 AND t.span BETWEEN $21 AND $22 OFFSET 0
      ) AS t WHERE true UNION ALL SELECT count(*) AS count FROM results r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.status = 'approved' AND r.part_of IS NOT NULL AND r.kind = $23 AND (COALESCE(r.period_end, 'infinity'::date) <= $24::date OR COALESCE(r.period_end, 'infinity'::date) = 'infinity') UNION ALL SELECT -count(*) AS count FROM results r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.status = 'approved' AND r.part_of IS NOT NULL AND r.kind = $25 AND (COALESCE(r.period_end, 'infinity'::date) <= $26::date OR COALESCE(r.period_end, 'infinity'::date) = 'infinity') AND r.part_of IN (
      SELECT w.id FROM results w WHERE w.status <> 'approved'
    )) AS portions;
