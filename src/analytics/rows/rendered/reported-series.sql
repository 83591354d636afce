SELECT s.program, s.indicator, s.place, s.every, s.starts_on::text, s.ends_on::text, s.first_known::text
      FROM (SELECT k.program::text, k.indicator::text, k.place::text, k.every, p.starts_on, p.ends_on,
      min(k.first_known) AS first_known
    FROM (SELECT r.program, r.indicator, r.place, i.reports_every AS every, r.period_end AS first_known
      FROM results_seen r JOIN (SELECT code, reports_every FROM indicators WHERE reports_every IS NOT NULL) AS i ON i.code = r.indicator
      WHERE r.status = 'approved' AND r.kind = 'actual' AND r.program = ANY ($1::text[]) UNION ALL SELECT r.program, r.indicator, r.place, i.reports_every, COALESCE(r.period_start, CASE r.date_precision
    WHEN 'year' THEN date_trunc('year', r.period_end::timestamp)::date
    WHEN 'month' THEN date_trunc('month', r.period_end::timestamp)::date
    ELSE r.period_end END)
    FROM results_seen r JOIN (SELECT code, reports_every FROM indicators WHERE reports_every IS NOT NULL) AS i ON i.code = r.indicator
    WHERE r.status = 'approved' AND r.kind = 'target' AND r.period_end >= $2::date
      AND COALESCE(r.period_start, CASE r.date_precision
    WHEN 'year' THEN date_trunc('year', r.period_end::timestamp)::date
    WHEN 'month' THEN date_trunc('month', r.period_end::timestamp)::date
    ELSE r.period_end END) <= $3::date AND r.program = ANY ($4::text[])) AS k
      JOIN programs_seen p ON p.code = k.program
    WHERE p.status = 'ongoing' OR (p.status = 'closed' AND p.ends_on IS NOT NULL)
    GROUP BY k.program, k.indicator, k.place, k.every, p.starts_on, p.ends_on) AS s
      ORDER BY s.program COLLATE "C", s.indicator COLLATE "C", s.place COLLATE "C" NULLS FIRST;

SELECT r.program, r.indicator, r.place, COALESCE(r.period_start, CASE r.date_precision
    WHEN 'year' THEN date_trunc('year', r.period_end::timestamp)::date
    WHEN 'month' THEN date_trunc('month', r.period_end::timestamp)::date
    ELSE r.period_end END)::text AS "from", r.period_end::text AS "to"
      FROM results_seen r JOIN (SELECT code, reports_every FROM indicators WHERE reports_every IS NOT NULL) AS i ON i.code = r.indicator
      WHERE r.status = 'approved' AND r.kind = 'actual' AND r.program = ANY ($1::text[]) AND r.period_end IS NOT NULL;
