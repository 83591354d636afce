SELECT n.id::text AS id FROM narratives_seen n
      WHERE n.status = 'approved' AND (
        SELECT strpos(f.text, $1) > 0 AND strpos(f.text, $2) > 0 FROM (SELECT CASE WHEN octet_length(s.text) = char_length(s.text) THEN lower(s.text)
    ELSE (SELECT CASE WHEN d.bare ~ $3::text THEN translate(d.bare, $4::text, $5::text) ELSE lower(d.bare) END
      FROM (SELECT regexp_replace(normalize(s.text, NFD), $6::text, '', 'g') AS bare OFFSET 0) AS d) END AS text FROM (SELECT (SELECT string_agg(regexp_replace(t.value, $7::text, ' ', 'g'), E'
') FROM jsonb_each_text(n.text) AS t) AS text OFFSET 0) AS s OFFSET 0) AS f
      )
      ORDER BY n.program COLLATE "C", n.id LIMIT $8;
