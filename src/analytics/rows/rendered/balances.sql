WITH sums AS (
        SELECT type, key, currency, sum(count) AS count, sum(amount) AS amount, sum(illustrative) AS illustrative
        FROM (SELECT m.type, m.key::text AS key, m.currency, m.count, m.amount, m.illustrative
    FROM "kept"."money" AS m WHERE m.type = ANY ($1::text[]) AND m.level = $2 AND m.grain = $3 AND m.span = $4 UNION ALL SELECT r.type, r.key, r.currency, $5::integer * count(DISTINCT r.transaction) AS count, $6::integer * sum(r.amount) AS amount, $7::integer * sum(r.made_up) AS illustrative
    FROM (
      SELECT e.type, e.program::text AS key, e.currency, e.transaction, e.amount, CASE WHEN e.illustrative THEN e.amount ELSE 0 END AS made_up
      FROM "kept"."entries" AS e WHERE e.type = ANY ($8::text[]) AND e.value_date >= $9::date
    ) AS r GROUP BY r.type, r.key, r.currency) AS portions GROUP BY type, key, currency HAVING sum(count) <> 0
      ), balances AS (
        SELECT key, currency, sum("count") FILTER (WHERE type = $10) AS "commitment_count", sum("amount") FILTER (WHERE type = $11) AS "commitment_amount", sum("illustrative") FILTER (WHERE type = $12) AS "commitment_illustrative", sum("count") FILTER (WHERE type = $13) AS "disbursement_count", sum("amount") FILTER (WHERE type = $14) AS "disbursement_amount", sum("illustrative") FILTER (WHERE type = $15) AS "disbursement_illustrative", sum("count") FILTER (WHERE type = $16) AS "expenditure_count", sum("amount") FILTER (WHERE type = $17) AS "expenditure_amount", sum("illustrative") FILTER (WHERE type = $18) AS "expenditure_illustrative" FROM sums GROUP BY key, currency
      ), ranked AS (
        SELECT *, count(*) OVER own AS programs,
          row_number() OVER (own ORDER BY disbursement_amount DESC NULLS LAST, key COLLATE "C") AS nth
        FROM balances WINDOW own AS (PARTITION BY currency)
      ), told AS (SELECT *, CASE WHEN currency = '' AND (programs <= $19 OR nth < $20) THEN nth END AS place FROM ranked)
      SELECT currency, CASE WHEN place IS NOT NULL THEN min(key::text) END AS key, count(*)::text AS programs,
        sum(disbursement_amount - expenditure_amount)::text AS "left",
        sum("commitment_count")::text AS "commitment_count", sum("commitment_amount")::text AS "commitment_amount", sum("commitment_illustrative")::text AS "commitment_illustrative", sum("disbursement_count")::text AS "disbursement_count", sum("disbursement_amount")::text AS "disbursement_amount", sum("disbursement_illustrative")::text AS "disbursement_illustrative", sum("expenditure_count")::text AS "expenditure_count", sum("expenditure_amount")::text AS "expenditure_amount", sum("expenditure_illustrative")::text AS "expenditure_illustrative"
      FROM told GROUP BY currency, place ORDER BY currency COLLATE "C", place NULLS LAST;
