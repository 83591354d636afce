SELECT key, currency, sum(count)::text AS count, sum(amount)::text AS amount, sum(illustrative)::text AS illustrative
      FROM (SELECT m.type, m.key::text AS key, m.currency, m.count, m.amount, m.illustrative
    FROM "kept"."money" AS m WHERE m.type = $1 AND m.level = $2 AND m.grain = $3 AND m.span BETWEEN $4 AND $5 UNION ALL SELECT r.type, r.key, r.currency, $6::integer * count(DISTINCT r.transaction) AS count, $7::integer * sum(r.amount) AS amount, $8::integer * sum(r.made_up) AS illustrative
    FROM (
      SELECT e.type, e.place::text AS key, e.currency, e.transaction, e.amount, CASE WHEN e.illustrative THEN e.amount ELSE 0 END AS made_up
      FROM "kept"."entries" AS e WHERE e.type = $9 AND e.value_date >= $10::date AND e.value_date <= $11::date
    ) AS r GROUP BY r.type, r.key, r.currency) AS portions GROUP BY key, currency HAVING sum(count) <> 0;

SELECT key, currency, sum(count)::text AS count, sum(amount)::text AS amount, sum(illustrative)::text AS illustrative
      FROM (SELECT m.type, ''::text AS key, m.currency, m.count, m.amount, m.illustrative
    FROM "kept"."money" AS m WHERE m.type = $1 AND m.level = $2 AND m.grain = $3 AND m.span BETWEEN $4 AND $5 UNION ALL SELECT r.type, r.key, r.currency, $6::integer * count(DISTINCT r.transaction) AS count, $7::integer * sum(r.amount) AS amount, $8::integer * sum(r.made_up) AS illustrative
    FROM (
      SELECT e.type, ''::text AS key, e.currency, e.transaction, e.amount, CASE WHEN e.illustrative THEN e.amount ELSE 0 END AS made_up
      FROM "kept"."entries" AS e WHERE e.type = $9 AND e.value_date >= $10::date AND e.value_date <= $11::date
    ) AS r GROUP BY r.type, r.key, r.currency) AS portions GROUP BY key, currency HAVING sum(count) <> 0;
