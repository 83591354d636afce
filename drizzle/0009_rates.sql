-- Rates: figures that are one (a percentage, an index, an average without its pair), which are never added; when a figure was
-- approved, by which the later of two for one day is known (rule 3); and exchange rates (rule 7).
ALTER TABLE "indicators" DROP CONSTRAINT "indicators_measure";--> statement-breakpoint
ALTER TABLE "results" DROP CONSTRAINT "results_not_negative";--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_rates_are_not_added" CHECK ("indicators"."measure" <> 'rate' OR ("indicators"."combine_time" <> 'sum' AND "indicators"."combine_place" = 'none'));--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_measure" CHECK ("indicators"."measure" IN ('count', 'amount', 'ratio', 'rate', 'milestone', 'text'));--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_not_negative" CHECK ("results"."measure" IN ('amount', 'rate') OR "results"."value" >= 0);--> statement-breakpoint

-- A column more at its end; the rest as it was.
CREATE OR REPLACE VIEW "results_seen" WITH (security_barrier) AS
	SELECT r.id, r.program, r.indicator, r.kind, r.place, r.period_start, r.period_end, r.date_precision, r.qualifier,
		r.value, r.value_high, r.denominator,
		CASE WHEN s.reads_note THEN r.note END AS note, CASE WHEN s.reads_note THEN r.note_for END AS note_for,
		r.status,
		(SELECT w.id FROM results w WHERE w.id = r.part_of AND w.status = 'approved') AS part_of,
		r.approved_at
	FROM results r
	CROSS JOIN LATERAL (
		SELECT reads_text(r.note_for, r.program IN (SELECT programs_of_several_funders())) AS reads_note
	) AS s
	WHERE current_user <> 'attest_reader'
		OR (r.status = 'approved' AND r.program IN (SELECT programs_of_reader()));--> statement-breakpoint

-- Rule 7: the order in which rates and amounts came makes no difference. Amounts kept the rate that was known when they
-- came; each now has the latest on or before its day and at most 366 days older, half away from zero, to the minor unit.
DO $$
BEGIN
	-- A statement raises the revision though it changes nothing, and a new database is at none.
	IF EXISTS (SELECT FROM "exchange_rates") THEN
		UPDATE "transactions" AS t
		SET "converted_minor" = a."converted_minor", "rate" = a."rate", "rate_date" = a."rate_date", "rate_source" = a."rate_source"
		FROM (
			SELECT m."id", c."minor" AS "converted_minor",
				CASE WHEN c."minor" IS NOT NULL THEN r."rate" END AS "rate",
				CASE WHEN c."minor" IS NOT NULL THEN r."date" END AS "rate_date",
				CASE WHEN c."minor" IS NOT NULL THEN r."source" END AS "rate_source"
			FROM "transactions" m
			LEFT JOIN LATERAL (
				SELECT e."rate", e."date", e."source" FROM "exchange_rates" e
				WHERE e."currency" = m."currency" AND e."date" <= m."value_date" AND e."date" >= m."value_date" - 366
				ORDER BY e."date" DESC LIMIT 1
			) AS r ON true
			CROSS JOIN LATERAL (
				SELECT round(m."amount_minor" * r."rate" * CASE
					WHEN m."currency" IN ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') THEN 100
					WHEN m."currency" IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 0.1
					WHEN m."currency" IN ('CLF', 'UYW') THEN 0.01
					ELSE 1 END) AS "exact"
			) AS x
			-- One that cannot be counted exactly is listed as not converted.
			CROSS JOIN LATERAL (
				SELECT CASE WHEN abs(x."exact") <= 9007199254740991 THEN x."exact"::bigint END AS "minor"
			) AS c
			WHERE m."currency" <> 'USD'
		) AS a
		WHERE t."id" = a."id"
			AND (t."converted_minor", t."rate"::text, t."rate_date", t."rate_source")
				IS DISTINCT FROM (a."converted_minor", a."rate"::text, a."rate_date", a."rate_source");
	END IF;
END $$;--> statement-breakpoint
SELECT make_as_of();
