SELECT r.id::text AS key FROM kept.results r WHERE r.indicator = $1 AND r.kind = $2 AND r.country = $3 ORDER BY COALESCE(r.period_end, 'infinity'::date), r.program, r.indicator, r.id LIMIT $4;

SELECT sum(count)::text AS count FROM (SELECT t.count FROM indicators i CROSS JOIN LATERAL (
        SELECT t.count FROM kept.totals t WHERE t.indicator = i.code AND t.kind = $1 AND t.axis = '' AND t.level = $2 AND t.grain = $3 AND t.span = $4 AND t.key = $5 OFFSET 0
      ) AS t WHERE i.code = $6) AS portions;
