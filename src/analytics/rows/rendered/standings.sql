WITH RECURSIVE climb(code, at, depth) AS (
        SELECT given COLLATE "C", given COLLATE "C", 0 FROM unnest($1::text[]) AS given
        UNION ALL
        SELECT c.code, o.parent, c.depth + 1 FROM climb c CROSS JOIN LATERAL (
          SELECT p.parent::text COLLATE "C" AS parent FROM programs p WHERE p.code = c.at AND p.parent IS NOT NULL OFFSET 0
        ) AS o
      ), said AS (
        SELECT c.code, c.at, c.depth,
          (SELECT jsonb_agg(jsonb_build_array(o.pillar, o.share::text) ORDER BY o.pillar) FROM program_pillars o WHERE o.program = c.at) AS pillars,
          (SELECT jsonb_agg(jsonb_build_array(o.place, o.share::text) ORDER BY o.place) FROM program_places o WHERE o.program = c.at) AS places,
          (SELECT jsonb_agg(o.organisation ORDER BY o.organisation) FROM program_organisations o WHERE o.program = c.at AND o.role = 'funding') AS funders
        FROM climb c
      )
      SELECT s.code, p.title::text AS title, true AS readable,
        COALESCE(jsonb_agg(s.at ORDER BY s.depth) FILTER (WHERE s.depth > 0), '[]')::text AS above,
        ((array_agg(s.pillars ORDER BY s.depth) FILTER (WHERE s.pillars IS NOT NULL))[1])::text AS pillars,
        ((array_agg(s.places ORDER BY s.depth) FILTER (WHERE s.places IS NOT NULL))[1])::text AS places,
        ((array_agg(s.funders ORDER BY s.depth) FILTER (WHERE s.funders IS NOT NULL))[1])::text AS funders
      FROM said s CROSS JOIN LATERAL (SELECT p.title FROM programs p WHERE p.code = s.code OFFSET 0) AS p
      GROUP BY s.code, p.title;
