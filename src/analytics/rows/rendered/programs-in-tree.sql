SELECT p.code::text AS key FROM (
      WITH RECURSIVE lines(code, line, age) AS (
        SELECT p.code::text COLLATE "C", p.code::text COLLATE "C", COALESCE('3000-01-01'::date - p.starts_on, 1000000) FROM programs p WHERE p.parent IS NULL
        UNION ALL
        SELECT p.code::text COLLATE "C", l.line || ' ' || p.code, COALESCE('3000-01-01'::date - p.starts_on, 1000000) FROM lines l JOIN programs p ON p.parent = l.code
      ) SELECT code, line, age FROM lines WHERE code IN (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND true)
    ) AS p WHERE true ORDER BY p.line, p.code LIMIT $1;

SELECT count(*)::text AS rows FROM (
      WITH RECURSIVE lines(code, line, age) AS (
        SELECT p.code::text COLLATE "C", p.code::text COLLATE "C", COALESCE('3000-01-01'::date - p.starts_on, 1000000) FROM programs p WHERE p.parent IS NULL
        UNION ALL
        SELECT p.code::text COLLATE "C", l.line || ' ' || p.code, COALESCE('3000-01-01'::date - p.starts_on, 1000000) FROM lines l JOIN programs p ON p.parent = l.code
      ) SELECT code, line, age FROM lines WHERE code IN (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND true)
    ) AS p WHERE true;

WITH RECURSIVE pairs AS MATERIALIZED (SELECT ''::text AS key, s.code FROM (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND true) AS s), climb(key, code, at) AS (
        SELECT c.key, p.code::text COLLATE "C", p.parent::text COLLATE "C" FROM pairs c JOIN programs p ON p.code = c.code WHERE p.parent IS NOT NULL
        UNION ALL
        SELECT c.key, c.code, p.parent::text COLLATE "C" FROM climb c JOIN programs p ON p.code = c.at WHERE p.parent IS NOT NULL
      ), inside AS (
        SELECT DISTINCT c.key, c.code FROM climb c JOIN pairs o ON o.key = c.key AND o.code = c.at
      )
      SELECT c.key::text COLLATE "C" AS key, count(*)::text AS all, (count(*) - count(i.code))::text AS top
      FROM pairs c LEFT JOIN inside i ON i.key = c.key AND i.code = c.code GROUP BY c.key ORDER BY 1;
