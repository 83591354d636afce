SELECT p.code::text AS key FROM (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND p.code = ANY (ARRAY(
    WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM unnest($1::text[]) AS given
      UNION
      SELECT o.code FROM below b
        CROSS JOIN LATERAL (SELECT p.code::text COLLATE "C" AS code FROM programs p WHERE p.parent = b.code OFFSET 0) AS o
    ) SELECT code FROM below
  )) AND p.code IN (SELECT h.code FROM (WITH RECURSIVE held(code, held) AS (
      SELECT o.program::text COLLATE "C", o.pillar::text COLLATE "C" FROM program_pillars o WHERE o.pillar = $2
      UNION ALL
      SELECT p.code::text COLLATE "C", h.held FROM held h JOIN programs p ON p.parent = h.code
      WHERE NOT EXISTS (SELECT FROM program_pillars o WHERE o.program = p.code)
    ) SELECT code, held FROM held) AS h) AND k.donors @> ARRAY[$3::text] AND (p.code IN (SELECT h.code FROM (WITH RECURSIVE held(code, held) AS (
      SELECT o.program::text COLLATE "C", o.place::text COLLATE "C" FROM program_places o WHERE o.place = $4
      UNION ALL
      SELECT p.code::text COLLATE "C", h.held FROM held h JOIN programs p ON p.parent = h.code
      WHERE NOT EXISTS (SELECT FROM program_places o WHERE o.program = p.code)
    ) SELECT code, held FROM held) AS h) OR p.code IN (SELECT r.program FROM kept.presence r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE k.pillar = $5 AND r.country = $6 AND k.donors @> ARRAY[$7::text] AND r.program = ANY (ARRAY(
    WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM unnest($8::text[]) AS given
      UNION
      SELECT o.code FROM below b
        CROSS JOIN LATERAL (SELECT p.code::text COLLATE "C" AS code FROM programs p WHERE p.parent = b.code OFFSET 0) AS o
    ) SELECT code FROM below
  )))) AND (p.starts_on IS NULL OR p.starts_on <= $9::date) AND (SELECT strpos(f.text, $10) > 0 FROM (SELECT CASE WHEN octet_length(concat_ws(E'
', p.code, (SELECT string_agg(t.value, E'
') FROM jsonb_each_text(p.title) AS t))) = char_length(concat_ws(E'
', p.code, (SELECT string_agg(t.value, E'
') FROM jsonb_each_text(p.title) AS t))) THEN lower(concat_ws(E'
', p.code, (SELECT string_agg(t.value, E'
') FROM jsonb_each_text(p.title) AS t)))
    ELSE (SELECT CASE WHEN d.bare ~ $11::text THEN translate(d.bare, $12::text, $13::text) ELSE lower(d.bare) END
      FROM (SELECT regexp_replace(normalize(concat_ws(E'
', p.code, (SELECT string_agg(t.value, E'
') FROM jsonb_each_text(p.title) AS t)), NFD), $14::text, '', 'g') AS bare OFFSET 0) AS d) END AS text OFFSET 0) AS f)) AS p WHERE true ORDER BY p.code LIMIT $15;

SELECT count(*)::text AS rows FROM (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND p.code = ANY (ARRAY(
    WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM unnest($1::text[]) AS given
      UNION
      SELECT o.code FROM below b
        CROSS JOIN LATERAL (SELECT p.code::text COLLATE "C" AS code FROM programs p WHERE p.parent = b.code OFFSET 0) AS o
    ) SELECT code FROM below
  )) AND p.code IN (SELECT h.code FROM (WITH RECURSIVE held(code, held) AS (
      SELECT o.program::text COLLATE "C", o.pillar::text COLLATE "C" FROM program_pillars o WHERE o.pillar = $2
      UNION ALL
      SELECT p.code::text COLLATE "C", h.held FROM held h JOIN programs p ON p.parent = h.code
      WHERE NOT EXISTS (SELECT FROM program_pillars o WHERE o.program = p.code)
    ) SELECT code, held FROM held) AS h) AND k.donors @> ARRAY[$3::text] AND (p.code IN (SELECT h.code FROM (WITH RECURSIVE held(code, held) AS (
      SELECT o.program::text COLLATE "C", o.place::text COLLATE "C" FROM program_places o WHERE o.place = $4
      UNION ALL
      SELECT p.code::text COLLATE "C", h.held FROM held h JOIN programs p ON p.parent = h.code
      WHERE NOT EXISTS (SELECT FROM program_places o WHERE o.program = p.code)
    ) SELECT code, held FROM held) AS h) OR p.code IN (SELECT r.program FROM kept.presence r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE k.pillar = $5 AND r.country = $6 AND k.donors @> ARRAY[$7::text] AND r.program = ANY (ARRAY(
    WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM unnest($8::text[]) AS given
      UNION
      SELECT o.code FROM below b
        CROSS JOIN LATERAL (SELECT p.code::text COLLATE "C" AS code FROM programs p WHERE p.parent = b.code OFFSET 0) AS o
    ) SELECT code FROM below
  )))) AND (p.starts_on IS NULL OR p.starts_on <= $9::date) AND (SELECT strpos(f.text, $10) > 0 FROM (SELECT CASE WHEN octet_length(concat_ws(E'
', p.code, (SELECT string_agg(t.value, E'
') FROM jsonb_each_text(p.title) AS t))) = char_length(concat_ws(E'
', p.code, (SELECT string_agg(t.value, E'
') FROM jsonb_each_text(p.title) AS t))) THEN lower(concat_ws(E'
', p.code, (SELECT string_agg(t.value, E'
') FROM jsonb_each_text(p.title) AS t)))
    ELSE (SELECT CASE WHEN d.bare ~ $11::text THEN translate(d.bare, $12::text, $13::text) ELSE lower(d.bare) END
      FROM (SELECT regexp_replace(normalize(concat_ws(E'
', p.code, (SELECT string_agg(t.value, E'
') FROM jsonb_each_text(p.title) AS t)), NFD), $14::text, '', 'g') AS bare OFFSET 0) AS d) END AS text OFFSET 0) AS f)) AS p WHERE true;

WITH RECURSIVE pairs AS MATERIALIZED (SELECT ''::text AS key, s.code FROM (SELECT p.code FROM programs p LEFT JOIN kept.program_keys k ON k.program = p.code
    WHERE true AND p.code = ANY (ARRAY(
    WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM unnest($1::text[]) AS given
      UNION
      SELECT o.code FROM below b
        CROSS JOIN LATERAL (SELECT p.code::text COLLATE "C" AS code FROM programs p WHERE p.parent = b.code OFFSET 0) AS o
    ) SELECT code FROM below
  )) AND p.code IN (SELECT h.code FROM (WITH RECURSIVE held(code, held) AS (
      SELECT o.program::text COLLATE "C", o.pillar::text COLLATE "C" FROM program_pillars o WHERE o.pillar = $2
      UNION ALL
      SELECT p.code::text COLLATE "C", h.held FROM held h JOIN programs p ON p.parent = h.code
      WHERE NOT EXISTS (SELECT FROM program_pillars o WHERE o.program = p.code)
    ) SELECT code, held FROM held) AS h) AND k.donors @> ARRAY[$3::text] AND (p.code IN (SELECT h.code FROM (WITH RECURSIVE held(code, held) AS (
      SELECT o.program::text COLLATE "C", o.place::text COLLATE "C" FROM program_places o WHERE o.place = $4
      UNION ALL
      SELECT p.code::text COLLATE "C", h.held FROM held h JOIN programs p ON p.parent = h.code
      WHERE NOT EXISTS (SELECT FROM program_places o WHERE o.program = p.code)
    ) SELECT code, held FROM held) AS h) OR p.code IN (SELECT r.program FROM kept.presence r LEFT JOIN kept.program_keys k ON k.program = r.program WHERE k.pillar = $5 AND r.country = $6 AND k.donors @> ARRAY[$7::text] AND r.program = ANY (ARRAY(
    WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM unnest($8::text[]) AS given
      UNION
      SELECT o.code FROM below b
        CROSS JOIN LATERAL (SELECT p.code::text COLLATE "C" AS code FROM programs p WHERE p.parent = b.code OFFSET 0) AS o
    ) SELECT code FROM below
  )))) AND (p.starts_on IS NULL OR p.starts_on <= $9::date) AND (SELECT strpos(f.text, $10) > 0 FROM (SELECT CASE WHEN octet_length(concat_ws(E'
', p.code, (SELECT string_agg(t.value, E'
') FROM jsonb_each_text(p.title) AS t))) = char_length(concat_ws(E'
', p.code, (SELECT string_agg(t.value, E'
') FROM jsonb_each_text(p.title) AS t))) THEN lower(concat_ws(E'
', p.code, (SELECT string_agg(t.value, E'
') FROM jsonb_each_text(p.title) AS t)))
    ELSE (SELECT CASE WHEN d.bare ~ $11::text THEN translate(d.bare, $12::text, $13::text) ELSE lower(d.bare) END
      FROM (SELECT regexp_replace(normalize(concat_ws(E'
', p.code, (SELECT string_agg(t.value, E'
') FROM jsonb_each_text(p.title) AS t)), NFD), $14::text, '', 'g') AS bare OFFSET 0) AS d) END AS text OFFSET 0) AS f)) AS s), climb(key, code, at) AS (
        SELECT c.key, p.code::text COLLATE "C", p.parent::text COLLATE "C" FROM pairs c JOIN programs p ON p.code = c.code WHERE p.parent IS NOT NULL
        UNION ALL
        SELECT c.key, c.code, p.parent::text COLLATE "C" FROM climb c JOIN programs p ON p.code = c.at WHERE p.parent IS NOT NULL
      ), inside AS (
        SELECT DISTINCT c.key, c.code FROM climb c JOIN pairs o ON o.key = c.key AND o.code = c.at
      )
      SELECT c.key::text COLLATE "C" AS key, count(*)::text AS all, (count(*) - count(i.code))::text AS top
      FROM pairs c LEFT JOIN inside i ON i.key = c.key AND i.code = c.code GROUP BY c.key ORDER BY 1;
