SELECT p.code::text AS key FROM programs p
    WHERE EXISTS (SELECT FROM (SELECT concat_ws(' ', p.code, p.parent, p.unit, p.link, p.identifier, (SELECT string_agg(v.value, ' ') FROM (SELECT unnest(ARRAY[p.title, p.summary, p.objectives, p.beneficiaries, p.note]::jsonb[]) AS text) AS t, jsonb_each_text(t.text) AS v),
      (SELECT string_agg(o.pillar, ' ') FROM program_pillars o WHERE o.program = p.code),
      (SELECT string_agg(o.place, ' ') FROM program_places o WHERE o.program = p.code),
      (SELECT string_agg(o.organisation, ' ') FROM program_organisations o WHERE o.program = p.code)) AS text OFFSET 0) AS t, unnest($1::text[]) AS s(sign) WHERE strpos(t.text, s.sign) > 0) ORDER BY p.code;

SELECT r.id::text AS key FROM results r
    WHERE r.status = 'approved' AND EXISTS (SELECT FROM (SELECT concat_ws(' ', r.program, r.indicator, r.place, (SELECT string_agg(v.value, ' ') FROM (SELECT unnest(ARRAY[r.note]::jsonb[]) AS text) AS t, jsonb_each_text(t.text) AS v),
      (SELECT string_agg(concat_ws(' ', p.axis, p.part), ' ') FROM result_parts p WHERE p.result = r.id),
      (SELECT string_agg(concat_ws(' ', e.url, (SELECT string_agg(v.value, ' ') FROM (SELECT unnest(ARRAY[e.title]::jsonb[]) AS text) AS t, jsonb_each_text(t.text) AS v)), ' ') FROM evidence_seen e WHERE e.result = r.id)) AS text OFFSET 0) AS t, unnest($1::text[]) AS s(sign) WHERE strpos(t.text, s.sign) > 0) ORDER BY r.id;

SELECT m.id::text AS key FROM transactions m
    WHERE m.status = 'approved' AND EXISTS (SELECT FROM (SELECT concat_ws(' ', m.program, m.provider, m.receiver, m.place, m.rate_source, (SELECT string_agg(v.value, ' ') FROM (SELECT unnest(ARRAY[m.note]::jsonb[]) AS text) AS t, jsonb_each_text(t.text) AS v)) AS text OFFSET 0) AS t, unnest($1::text[]) AS s(sign) WHERE strpos(t.text, s.sign) > 0) ORDER BY m.id;

SELECT n.id::text AS key FROM narratives_seen n
    WHERE n.status = 'approved' AND EXISTS (SELECT FROM (SELECT concat_ws(' ', n.program, n.place, (SELECT string_agg(v.value, ' ') FROM (SELECT unnest(ARRAY[n.text, n.sheet]::jsonb[]) AS text) AS t, jsonb_each_text(t.text) AS v)) AS text OFFSET 0) AS t, unnest($1::text[]) AS s(sign) WHERE strpos(t.text, s.sign) > 0) ORDER BY n.id;
