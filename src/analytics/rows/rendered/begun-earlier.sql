SELECT EXISTS (
      SELECT FROM (SELECT r.id FROM kept.results r WHERE r.indicator = $1 AND COALESCE(r.period_end, 'infinity'::date) BETWEEN $2::date AND $3::date AND r.kind = $4) AS c CROSS JOIN LATERAL (
        SELECT COALESCE(r.period_start, CASE r.date_precision
    WHEN 'year' THEN date_trunc('year', r.period_end::timestamp)::date
    WHEN 'month' THEN date_trunc('month', r.period_end::timestamp)::date
    ELSE r.period_end END) AS day FROM results r WHERE r.id = c.id OFFSET 0
      ) AS f WHERE f.day < $5::date
    ) AS earlier, EXISTS (
      SELECT FROM (SELECT r.id FROM kept.results r WHERE r.indicator = $6 AND COALESCE(r.period_end, 'infinity'::date) BETWEEN $7::date AND $8::date AND r.kind = $9) AS c CROSS JOIN LATERAL (
        SELECT COALESCE(r.period_start, CASE r.date_precision
    WHEN 'year' THEN date_trunc('year', r.period_end::timestamp)::date
    WHEN 'month' THEN date_trunc('month', r.period_end::timestamp)::date
    ELSE r.period_end END) AS day FROM results r WHERE r.id = c.id OFFSET 0
      ) AS f WHERE f.day >= $10::date
    ) AS inside;
