WITH RECURSIVE pairs AS MATERIALIZED (WITH RECURSIVE regions AS (SELECT c.region::text COLLATE "C" AS region, c.country::text COLLATE "C" AS country FROM region_countries c
      WHERE c.region <> $1
    UNION ALL
    SELECT $2::text, m.country::text COLLATE "C" FROM memberships m
      WHERE m.member_from <= $3::date AND (m.member_to IS NULL OR $4::date < m.member_to)), held AS MATERIALIZED (WITH RECURSIVE held(code, held) AS (
      SELECT o.program::text COLLATE "C", o.place::text COLLATE "C" FROM program_places o WHERE true
      UNION ALL
      SELECT p.code::text COLLATE "C", h.held FROM held h JOIN programs p ON p.parent = h.code
      WHERE NOT EXISTS (SELECT FROM program_places o WHERE o.program = p.code)
    ) SELECT code, held FROM held), standing AS MATERIALIZED (
      SELECT DISTINCT c.key, p.code, p.parent FROM (
        SELECT h.held AS key, h.code FROM held h
        UNION ALL
        SELECT g.country, h.code FROM held h JOIN regions g ON g.region = h.held
        WHERE (h.code, g.country) IN (
          SELECT r.program, o.country FROM kept.presence r LEFT JOIN kept.program_keys k ON k.program = r.program JOIN regions o ON o.region = r.country
          WHERE true
        )
      ) AS c
      JOIN programs p ON p.code = c.code
      JOIN places o ON o.code = c.key
      WHERE true
    ), above(key, code) AS (
      SELECT s.key, s.parent::text COLLATE "C" FROM standing s WHERE s.parent IS NOT NULL
      UNION
      SELECT a.key, p.parent::text COLLATE "C" FROM above a JOIN programs p ON p.code = a.code WHERE p.parent IS NOT NULL
    )
    SELECT s.key, s.code FROM standing s
    WHERE NOT EXISTS (SELECT FROM above a WHERE a.key = s.key AND a.code = s.code) AND s.code IN (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND true)), climb(key, code, at) AS (
        SELECT c.key, p.code::text COLLATE "C", p.parent::text COLLATE "C" FROM pairs c JOIN programs p ON p.code = c.code WHERE p.parent IS NOT NULL
        UNION ALL
        SELECT c.key, c.code, p.parent::text COLLATE "C" FROM climb c JOIN programs p ON p.code = c.at WHERE p.parent IS NOT NULL
      ), inside AS (
        SELECT DISTINCT c.key, c.code FROM climb c JOIN pairs o ON o.key = c.key AND o.code = c.at
      )
      SELECT c.key::text COLLATE "C" AS key, count(*)::text AS all, (count(*) - count(i.code))::text AS top
      FROM pairs c LEFT JOIN inside i ON i.key = c.key AND i.code = c.code GROUP BY c.key ORDER BY 1;
