SELECT set_config('jit', 'off', true), set_config('work_mem', '32MB', true);

WITH series AS MATERIALIZED (SELECT k.program::text, k.indicator::text, k.place::text, k.every, p.starts_on, p.ends_on,
      min(k.first_known) AS first_known
    FROM (SELECT s.program, s.indicator, CASE WHEN s.is_placed THEN s.country END AS place, i.reports_every AS every,
      CASE WHEN s.first_end > '-infinity' THEN s.first_end ELSE (
        SELECT min(r.period_end) FROM results r
        WHERE r.program = s.program AND r.status = 'approved' AND r.kind = 'actual' AND r.indicator = s.indicator
          AND COALESCE(r.place, '') = CASE WHEN s.is_placed THEN s.country ELSE '' END
      ) END AS first_known
    FROM kept.presence s JOIN (SELECT code, reports_every FROM indicators WHERE reports_every IS NOT NULL) AS i ON i.code = s.indicator
    WHERE s.kind = 'actual' UNION ALL SELECT r.program, r.indicator, r.place, i.reports_every, COALESCE(r.period_start, CASE r.date_precision
    WHEN 'year' THEN date_trunc('year', r.period_end::timestamp)::date
    WHEN 'month' THEN date_trunc('month', r.period_end::timestamp)::date
    ELSE r.period_end END)
    FROM results r JOIN (SELECT code, reports_every FROM indicators WHERE reports_every IS NOT NULL) AS i ON i.code = r.indicator
    WHERE r.status = 'approved' AND r.kind = 'target' AND r.period_end >= $1::date
      AND COALESCE(r.period_start, CASE r.date_precision
    WHEN 'year' THEN date_trunc('year', r.period_end::timestamp)::date
    WHEN 'month' THEN date_trunc('month', r.period_end::timestamp)::date
    ELSE r.period_end END) <= $2::date) AS k
      JOIN programs p ON p.code = k.program
    WHERE p.status = 'ongoing' OR (p.status = 'closed' AND p.ends_on IS NOT NULL)
    GROUP BY k.program, k.indicator, k.place, k.every, p.starts_on, p.ends_on),
    calendar AS MATERIALIZED (
      SELECT c.every, c.from_day, c.to_day
      FROM jsonb_to_recordset($3::jsonb) AS c(every text, from_day date, to_day date)
    ), reported AS MATERIALIZED (
      SELECT r.program::text, r.indicator::text, COALESCE(r.place, '') AS place, COALESCE(r.period_start, CASE r.date_precision
    WHEN 'year' THEN date_trunc('year', r.period_end::timestamp)::date
    WHEN 'month' THEN date_trunc('month', r.period_end::timestamp)::date
    ELSE r.period_end END) AS first_day, r.period_end AS last_day
      FROM results r JOIN (SELECT code, reports_every FROM indicators WHERE reports_every IS NOT NULL) AS i ON i.code = r.indicator
      WHERE r.status = 'approved' AND r.kind = 'actual' AND r.period_end >= $4::date
      UNION ALL
      SELECT w.program, w.indicator, COALESCE(w.place, ''), w."from", w."to"
      FROM jsonb_to_recordset($5::jsonb)
        AS w(program text, indicator text, place text, "from" date, "to" date)
    ), asked AS (
      SELECT s.program, s.indicator, s.place,
        GREATEST(c.from_day, s.starts_on) AS first_day, LEAST(c.to_day, s.ends_on) AS last_day
      FROM series s JOIN calendar c ON c.every = s.every
      WHERE c.to_day >= COALESCE(s.starts_on, s.first_known)
    ), due AS (
      SELECT a.program, a.last_day FROM asked a
      WHERE a.first_day <= a.last_day AND a.last_day < $6::date AND a.last_day >= $7::date
        AND NOT EXISTS (
          SELECT FROM reported r
          WHERE r.program = a.program AND r.indicator = a.indicator AND r.place = COALESCE(a.place, '')
            AND r.last_day >= a.first_day AND (r.last_day <= a.last_day OR r.first_day <= a.first_day)
        )
    )
    SELECT d.program, count(*)::int AS periods, (count(*) OVER ())::int AS program_count,
      (sum(count(*)) OVER ())::int AS period_count
    FROM due d GROUP BY d.program ORDER BY count(*) DESC, d.program COLLATE "C" LIMIT $8;
