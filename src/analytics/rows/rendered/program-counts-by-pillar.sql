WITH RECURSIVE pairs AS MATERIALIZED (SELECT h.held AS key, s.code FROM (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND true) AS s
    JOIN (WITH RECURSIVE held(code, held) AS (
      SELECT o.program::text COLLATE "C", o.pillar::text COLLATE "C" FROM program_pillars o WHERE true
      UNION ALL
      SELECT p.code::text COLLATE "C", h.held FROM held h JOIN programs p ON p.parent = h.code
      WHERE NOT EXISTS (SELECT FROM program_pillars o WHERE o.program = p.code)
    ) SELECT code, held FROM held) AS h ON h.code = s.code), climb(key, code, at) AS (
        SELECT c.key, p.code::text COLLATE "C", p.parent::text COLLATE "C" FROM pairs c JOIN programs p ON p.code = c.code WHERE p.parent IS NOT NULL
        UNION ALL
        SELECT c.key, c.code, p.parent::text COLLATE "C" FROM climb c JOIN programs p ON p.code = c.at WHERE p.parent IS NOT NULL
      ), inside AS (
        SELECT DISTINCT c.key, c.code FROM climb c JOIN pairs o ON o.key = c.key AND o.code = c.at
      )
      SELECT c.key::text COLLATE "C" AS key, count(*)::text AS all, (count(*) - count(i.code))::text AS top
      FROM pairs c LEFT JOIN inside i ON i.key = c.key AND i.code = c.code GROUP BY c.key ORDER BY 1;
