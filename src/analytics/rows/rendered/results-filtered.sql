SELECT r.id::text AS key FROM results r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.status = 'approved' AND k.pillar = $1 AND (r.place = $2 OR (r.place IS NULL AND k.country = $3)) AND k.donors @> ARRAY[$4::text] AND r.program = ANY (ARRAY(
    WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM unnest($5::text[]) AS given
      UNION
      SELECT o.code FROM below b
        CROSS JOIN LATERAL (SELECT p.code::text COLLATE "C" AS code FROM programs p WHERE p.parent = b.code OFFSET 0) AS o
    ) SELECT code FROM below
  )) AND COALESCE(r.period_end, 'infinity'::date) BETWEEN $6::date AND $7::date ORDER BY COALESCE('3000-01-01'::date - r.period_end, 1000000), r.program, r.indicator, r.id LIMIT $8;

SELECT count(*)::text AS rows FROM results r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE r.status = 'approved' AND k.pillar = $1 AND (r.place = $2 OR (r.place IS NULL AND k.country = $3)) AND k.donors @> ARRAY[$4::text] AND r.program = ANY (ARRAY(
    WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM unnest($5::text[]) AS given
      UNION
      SELECT o.code FROM below b
        CROSS JOIN LATERAL (SELECT p.code::text COLLATE "C" AS code FROM programs p WHERE p.parent = b.code OFFSET 0) AS o
    ) SELECT code FROM below
  )) AND COALESCE(r.period_end, 'infinity'::date) BETWEEN $6::date AND $7::date;
