SELECT p.code::text AS key FROM (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND p.code IN (WITH RECURSIVE regions AS (SELECT o.region FROM (SELECT c.region::text COLLATE "C" AS region, c.country::text COLLATE "C" AS country FROM region_countries c
      WHERE c.region <> $1
    UNION ALL
    SELECT $2::text, m.country::text COLLATE "C" FROM memberships m
      WHERE m.member_from <= $3::date AND (m.member_to IS NULL OR $4::date < m.member_to)) AS o WHERE o.country = $5), held AS (WITH RECURSIVE held(code, held) AS (
      SELECT o.program::text COLLATE "C", o.place::text COLLATE "C" FROM program_places o WHERE true
      UNION ALL
      SELECT p.code::text COLLATE "C", h.held FROM held h JOIN programs p ON p.parent = h.code
      WHERE NOT EXISTS (SELECT FROM program_places o WHERE o.program = p.code)
    ) SELECT code, held FROM held), standing AS MATERIALIZED (
      SELECT p.code, p.parent FROM programs p WHERE true AND (
        p.code IN (SELECT h.code FROM held h WHERE h.held = $6)
        OR (
          p.code IN (SELECT h.code FROM held h WHERE h.held IN (SELECT region FROM regions))
          AND p.code IN (
            SELECT r.program FROM kept.presence r LEFT JOIN kept.program_keys k ON k.program = r.program
            WHERE true AND r.country IN (SELECT region FROM regions)
          )
        )
      )
    ), above(code) AS (
      SELECT s.parent::text COLLATE "C" FROM standing s WHERE s.parent IS NOT NULL
      UNION
      SELECT p.parent::text COLLATE "C" FROM above a JOIN programs p ON p.code = a.code WHERE p.parent IS NOT NULL
    )
    SELECT s.code FROM standing s WHERE NOT EXISTS (SELECT FROM above a WHERE a.code = s.code)) AND true) AS p WHERE true ORDER BY p.code LIMIT $7;

SELECT count(*)::text AS rows FROM (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND p.code IN (WITH RECURSIVE regions AS (SELECT o.region FROM (SELECT c.region::text COLLATE "C" AS region, c.country::text COLLATE "C" AS country FROM region_countries c
      WHERE c.region <> $1
    UNION ALL
    SELECT $2::text, m.country::text COLLATE "C" FROM memberships m
      WHERE m.member_from <= $3::date AND (m.member_to IS NULL OR $4::date < m.member_to)) AS o WHERE o.country = $5), held AS (WITH RECURSIVE held(code, held) AS (
      SELECT o.program::text COLLATE "C", o.place::text COLLATE "C" FROM program_places o WHERE true
      UNION ALL
      SELECT p.code::text COLLATE "C", h.held FROM held h JOIN programs p ON p.parent = h.code
      WHERE NOT EXISTS (SELECT FROM program_places o WHERE o.program = p.code)
    ) SELECT code, held FROM held), standing AS MATERIALIZED (
      SELECT p.code, p.parent FROM programs p WHERE true AND (
        p.code IN (SELECT h.code FROM held h WHERE h.held = $6)
        OR (
          p.code IN (SELECT h.code FROM held h WHERE h.held IN (SELECT region FROM regions))
          AND p.code IN (
            SELECT r.program FROM kept.presence r LEFT JOIN kept.program_keys k ON k.program = r.program
            WHERE true AND r.country IN (SELECT region FROM regions)
          )
        )
      )
    ), above(code) AS (
      SELECT s.parent::text COLLATE "C" FROM standing s WHERE s.parent IS NOT NULL
      UNION
      SELECT p.parent::text COLLATE "C" FROM above a JOIN programs p ON p.code = a.code WHERE p.parent IS NOT NULL
    )
    SELECT s.code FROM standing s WHERE NOT EXISTS (SELECT FROM above a WHERE a.code = s.code)) AND true) AS p WHERE true;

WITH RECURSIVE pairs AS MATERIALIZED (SELECT ''::text AS key, s.code FROM (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND p.code IN (WITH RECURSIVE regions AS (SELECT o.region FROM (SELECT c.region::text COLLATE "C" AS region, c.country::text COLLATE "C" AS country FROM region_countries c
      WHERE c.region <> $1
    UNION ALL
    SELECT $2::text, m.country::text COLLATE "C" FROM memberships m
      WHERE m.member_from <= $3::date AND (m.member_to IS NULL OR $4::date < m.member_to)) AS o WHERE o.country = $5), held AS (WITH RECURSIVE held(code, held) AS (
      SELECT o.program::text COLLATE "C", o.place::text COLLATE "C" FROM program_places o WHERE true
      UNION ALL
      SELECT p.code::text COLLATE "C", h.held FROM held h JOIN programs p ON p.parent = h.code
      WHERE NOT EXISTS (SELECT FROM program_places o WHERE o.program = p.code)
    ) SELECT code, held FROM held), standing AS MATERIALIZED (
      SELECT p.code, p.parent FROM programs p WHERE true AND (
        p.code IN (SELECT h.code FROM held h WHERE h.held = $6)
        OR (
          p.code IN (SELECT h.code FROM held h WHERE h.held IN (SELECT region FROM regions))
          AND p.code IN (
            SELECT r.program FROM kept.presence r LEFT JOIN kept.program_keys k ON k.program = r.program
            WHERE true AND r.country IN (SELECT region FROM regions)
          )
        )
      )
    ), above(code) AS (
      SELECT s.parent::text COLLATE "C" FROM standing s WHERE s.parent IS NOT NULL
      UNION
      SELECT p.parent::text COLLATE "C" FROM above a JOIN programs p ON p.code = a.code WHERE p.parent IS NOT NULL
    )
    SELECT s.code FROM standing s WHERE NOT EXISTS (SELECT FROM above a WHERE a.code = s.code)) AND true) AS s), climb(key, code, at) AS (
        SELECT c.key, p.code::text COLLATE "C", p.parent::text COLLATE "C" FROM pairs c JOIN programs p ON p.code = c.code WHERE p.parent IS NOT NULL
        UNION ALL
        SELECT c.key, c.code, p.parent::text COLLATE "C" FROM climb c JOIN programs p ON p.code = c.at WHERE p.parent IS NOT NULL
      ), inside AS (
        SELECT DISTINCT c.key, c.code FROM climb c JOIN pairs o ON o.key = c.key AND o.code = c.at
      )
      SELECT c.key::text COLLATE "C" AS key, count(*)::text AS all, (count(*) - count(i.code))::text AS top
      FROM pairs c LEFT JOIN inside i ON i.key = c.key AND i.code = c.code GROUP BY c.key ORDER BY 1;
