SELECT t.currency::text COLLATE "C" AS currency, sum(t.amount_minor)::text AS amount FROM transactions t
      WHERE t.id IN (SELECT e.transaction FROM kept.entries e WHERE e.type = $1 AND e.donor = $2 AND e.value_date <= $3::date AND true) GROUP BY 1 ORDER BY 1;
