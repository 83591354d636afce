SELECT m.transaction::text AS key FROM (
      SELECT e.transaction, e.value_date AS day, min(e.currency) AS currency, sum(e.amount) AS amount FROM kept.entries e WHERE e.type = $1 AND e.donor = $2 AND true
      GROUP BY e.value_date, e.transaction
    ) AS m WHERE true ORDER BY m.day, m.transaction LIMIT $3;

SELECT key, currency, sum(count)::text AS count, sum(amount)::text AS amount, sum(illustrative)::text AS illustrative
      FROM (SELECT m.type, ''::text AS key, m.currency, m.count, m.amount, m.illustrative
    FROM "kept"."money" AS m WHERE m.type = $1 AND m.level = $2 AND m.grain = $3 AND m.span = $4 AND m.key = $5) AS portions GROUP BY key, currency HAVING sum(count) <> 0;

SELECT e.transaction::text AS id, sum(e.amount)::text AS amount FROM kept.entries e WHERE e.type = $1 AND e.donor = $2 AND true
      AND e.transaction = ANY ($3::uuid[]) GROUP BY e.transaction;

SELECT key, currency, sum(count)::text AS count, sum(amount)::text AS amount, sum(illustrative)::text AS illustrative
      FROM (SELECT m.type, ''::text AS key, m.currency, m.count, m.amount, m.illustrative
    FROM "kept"."money" AS m WHERE m.type = $1 AND m.level = $2 AND m.grain = $3 AND m.span = $4 AND m.key = $5) AS portions GROUP BY key, currency HAVING sum(count) <> 0;

SELECT NULL AS counted,
      EXISTS (SELECT FROM kept.entries e WHERE e.type = $1 AND e.donor = $2 AND true AND e.illustrative) AS illustrative;
