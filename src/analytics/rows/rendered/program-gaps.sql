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

WITH found AS MATERIALIZED (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code WHERE p.code IN (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND true) AND COALESCE(k.donors, '{}') <@ ARRAY[$1::text]) SELECT (SELECT count(*) FROM found AS r WHERE true)::text AS count,
        (SELECT COALESCE(jsonb_agg(to_jsonb(f)), '[]') FROM (SELECT * FROM found AS r WHERE true ORDER BY code LIMIT $2) AS f)::text AS items;

WITH found AS MATERIALIZED (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code WHERE p.code IN (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND true) AND p.title -> 'en' IS NULL) SELECT (SELECT count(*) FROM found AS r WHERE true)::text AS count,
        (SELECT COALESCE(jsonb_agg(to_jsonb(f)), '[]') FROM (SELECT * FROM found AS r WHERE true ORDER BY code LIMIT $1) AS f)::text AS items;

WITH found AS MATERIALIZED (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code WHERE p.code IN (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND true) AND COALESCE(p.status = 'ongoing' AND p.ends_on < $1::date, false)) SELECT (SELECT count(*) FROM found AS r WHERE true)::text AS count,
        (SELECT COALESCE(jsonb_agg(to_jsonb(f)), '[]') FROM (SELECT * FROM found AS r WHERE true ORDER BY code LIMIT $2) AS f)::text AS items;

SELECT DISTINCT d.code FROM kept.program_keys k CROSS JOIN LATERAL unnest(k.donors) AS d(code)
    WHERE d.code <> 'not-recorded' AND k.program IN (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND true);

SELECT DISTINCT o.organisation::text AS code FROM program_organisations o WHERE o.program IN (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND true);

SELECT DISTINCT h.held AS code FROM (WITH RECURSIVE held(code, held) AS (
      SELECT o.program::text COLLATE "C", o.pillar::text COLLATE "C" FROM program_pillars o WHERE true
      UNION ALL
      SELECT p.code::text COLLATE "C", h.held FROM held h JOIN programs p ON p.parent = h.code
      WHERE NOT EXISTS (SELECT FROM program_pillars o WHERE o.program = p.code)
    ) SELECT code, held FROM held) AS h WHERE h.code IN (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND true);

SELECT DISTINCT h.held AS code FROM (WITH RECURSIVE held(code, held) AS (
      SELECT o.program::text COLLATE "C", o.place::text COLLATE "C" FROM program_places o WHERE true
      UNION ALL
      SELECT p.code::text COLLATE "C", h.held FROM held h JOIN programs p ON p.parent = h.code
      WHERE NOT EXISTS (SELECT FROM program_places o WHERE o.program = p.code)
    ) SELECT code, held FROM held) AS h WHERE h.code IN (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND true);
