SELECT key, country, sum(value - exact)::text AS approximate, sum("count")::text AS "count", sum("value")::text AS "value", sum("exact")::text AS "exact", sum("undated")::text AS "undated", sum("denominator")::text AS "denominator", sum("high")::text AS "high", sum("abouts")::text AS "abouts", sum("at_leasts")::text AS "at_leasts", sum("at_mosts")::text AS "at_mosts", sum("ranges")::text AS "ranges", sum("wholes")::text AS "wholes"
      FROM (SELECT $1::text::text AS key, ''::text AS country, $2::integer * (t."count") AS "count", $3::integer * (t."value") AS "value", $4::integer * (t."exact") AS "exact", $5::integer * (0) AS "undated", $6::integer * (t."denominator") AS "denominator", $7::integer * (t."high") AS "high", $8::integer * (t."abouts") AS "abouts", $9::integer * (t."at_leasts") AS "at_leasts", $10::integer * (t."at_mosts") AS "at_mosts", $11::integer * (t."ranges") AS "ranges", $12::integer * (t."wholes") AS "wholes"
    FROM "kept"."totals" AS t JOIN "kept"."program_keys_seen" AS k ON k.program = t.key 
    WHERE t.indicator = $13 AND t.kind = $14 AND t.axis = $15 AND t.level = $16 AND t.grain = $17 AND t.span BETWEEN $18 AND $19 AND k.pillar = $20 AND t.other_key = $21 AND $22 = ANY (k.donors) AND t.key IN (WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM jsonb_array_elements_text($23::jsonb) AS given
      UNION
      SELECT p.code::text FROM programs_seen p JOIN below b ON p.parent = b.code
    ) SELECT code FROM below) UNION ALL SELECT $24::text::text AS key, ''::text AS country, $25::integer * (0) AS "count", $26::integer * (0) AS "value", $27::integer * (0) AS "exact", $28::integer * (t."value") AS "undated", $29::integer * (0) AS "denominator", $30::integer * (0) AS "high", $31::integer * (0) AS "abouts", $32::integer * (0) AS "at_leasts", $33::integer * (0) AS "at_mosts", $34::integer * (0) AS "ranges", $35::integer * (0) AS "wholes"
    FROM "kept"."totals" AS t JOIN "kept"."program_keys_seen" AS k ON k.program = t.key 
    WHERE t.indicator = $36 AND t.kind = $37 AND t.axis = $38 AND t.level = $39 AND t.grain = $40 AND t.span BETWEEN $41 AND $42 AND k.pillar = $43 AND t.other_key = $44 AND $45 = ANY (k.donors) AND t.key IN (WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM jsonb_array_elements_text($46::jsonb) AS given
      UNION
      SELECT p.code::text FROM programs_seen p JOIN below b ON p.parent = b.code
    ) SELECT code FROM below)) AS portions GROUP BY key, country HAVING sum(count) <> 0;
