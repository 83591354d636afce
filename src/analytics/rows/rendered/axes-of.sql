SELECT l.list::text AS axis FROM (SELECT DISTINCT list FROM terms) AS l
      WHERE CASE WHEN EXISTS (SELECT FROM kept.totals t
    WHERE t.indicator = $1 AND t.kind = $2 AND t.axis = l.list AND t.part NOT IN ('', 'not-recorded') AND t.count <> 0 AND t.level = 'all' AND t.grain = 'ever') THEN false OR EXISTS (
        SELECT FROM kept.results r CROSS JOIN LATERAL kept.parts_of(r.parts, r.value, r.denominator) AS o
        WHERE r.pillar = $3 AND r.country = $4 AND r.donors @> ARRAY[$5::text] AND r.indicator = $6 AND r.program = ANY (ARRAY(
    WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM unnest($7::text[]) AS given
      UNION
      SELECT o.code FROM below b
        CROSS JOIN LATERAL (SELECT p.code::text COLLATE "C" AS code FROM programs p WHERE p.parent = b.code OFFSET 0) AS o
    ) SELECT code FROM below
  )) AND r.kind = $8 AND r.parts IS NOT NULL AND o.axis = l.list AND o.part NOT IN ('', 'not-recorded')
        OFFSET 0
      ) ELSE false END ORDER BY l.list;
