WITH sums AS (
        SELECT key, currency, stage, sum(count) AS count, sum(amount) AS amount, sum(illustrative) AS illustrative
        FROM (SELECT $1::text AS stage, key, currency, count, amount, illustrative FROM (SELECT r.key, r.currency, $2::integer * count(DISTINCT r.transaction) AS count, $3::integer * sum(r.amount) AS amount, $4::integer * sum(r.made_up) AS illustrative
    FROM (
      SELECT e.program::text AS key, e.currency, e.transaction, e.amount, CASE WHEN e.illustrative THEN e.amount ELSE 0 END AS made_up
      FROM "kept"."entries" AS e WHERE e.type = $5 AND e.value_date >= $6::date AND e.value_date <= $7::date
    ) AS r GROUP BY r.key, r.currency) AS portions UNION ALL SELECT $8::text AS stage, key, currency, count, amount, illustrative FROM (SELECT r.key, r.currency, $9::integer * count(DISTINCT r.transaction) AS count, $10::integer * sum(r.amount) AS amount, $11::integer * sum(r.made_up) AS illustrative
    FROM (
      SELECT e.program::text AS key, e.currency, e.transaction, e.amount, CASE WHEN e.illustrative THEN e.amount ELSE 0 END AS made_up
      FROM "kept"."entries" AS e WHERE e.type = $12 AND e.value_date >= $13::date AND e.value_date <= $14::date
    ) AS r GROUP BY r.key, r.currency) AS portions UNION ALL SELECT $15::text AS stage, key, currency, count, amount, illustrative FROM (SELECT r.key, r.currency, $16::integer * count(DISTINCT r.transaction) AS count, $17::integer * sum(r.amount) AS amount, $18::integer * sum(r.made_up) AS illustrative
    FROM (
      SELECT e.program::text AS key, e.currency, e.transaction, e.amount, CASE WHEN e.illustrative THEN e.amount ELSE 0 END AS made_up
      FROM "kept"."entries" AS e WHERE e.type = $19 AND e.value_date >= $20::date AND e.value_date <= $21::date
    ) AS r GROUP BY r.key, r.currency) AS portions) AS portions GROUP BY key, currency, stage HAVING sum(count) <> 0
      ), balances AS (
        SELECT key, currency, sum("count") FILTER (WHERE stage = $22) AS "commitment_count", sum("amount") FILTER (WHERE stage = $23) AS "commitment_amount", sum("illustrative") FILTER (WHERE stage = $24) AS "commitment_illustrative", sum("count") FILTER (WHERE stage = $25) AS "disbursement_count", sum("amount") FILTER (WHERE stage = $26) AS "disbursement_amount", sum("illustrative") FILTER (WHERE stage = $27) AS "disbursement_illustrative", sum("count") FILTER (WHERE stage = $28) AS "expenditure_count", sum("amount") FILTER (WHERE stage = $29) AS "expenditure_amount", sum("illustrative") FILTER (WHERE stage = $30) AS "expenditure_illustrative" FROM sums GROUP BY key, currency
      ), ranked AS (
        SELECT *, count(*) OVER own AS programs,
          row_number() OVER (own ORDER BY disbursement_amount DESC NULLS LAST, key COLLATE "C") AS nth
        FROM balances WINDOW own AS (PARTITION BY currency)
      ), told AS (SELECT *, CASE WHEN currency = '' AND (programs <= $31 OR nth < $32) THEN nth END AS place FROM ranked)
      SELECT currency, CASE WHEN place IS NOT NULL THEN min(key::text) END AS key, count(*)::text AS programs,
        sum(disbursement_amount - expenditure_amount)::text AS "left",
        sum("commitment_count")::text AS "commitment_count", sum("commitment_amount")::text AS "commitment_amount", sum("commitment_illustrative")::text AS "commitment_illustrative", sum("disbursement_count")::text AS "disbursement_count", sum("disbursement_amount")::text AS "disbursement_amount", sum("disbursement_illustrative")::text AS "disbursement_illustrative", sum("expenditure_count")::text AS "expenditure_count", sum("expenditure_amount")::text AS "expenditure_amount", sum("expenditure_illustrative")::text AS "expenditure_illustrative"
      FROM told GROUP BY currency, place ORDER BY currency COLLATE "C", place NULLS LAST;
