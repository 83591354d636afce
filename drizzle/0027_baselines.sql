-- What a target is measured from stands beside it: how matters stood before. It is no result and adds to no total.
DROP SCHEMA "as_of" CASCADE;--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "baseline" numeric;--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "baseline_denominator" numeric;--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "baseline_on" date;--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "baseline_precision" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_baseline_of_targets" CHECK ("results"."baseline" IS NULL OR "results"."kind" = 'target');--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_baseline_as_value" CHECK ("results"."baseline" IS NULL OR (("results"."measure" IN ('amount', 'rate') OR "results"."baseline" >= 0) AND ("results"."measure" NOT IN ('count', 'milestone') OR "results"."baseline" = trunc("results"."baseline")) AND abs("results"."baseline") <= 9007199254740991));--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_baseline_of_how_many" CHECK (("results"."baseline_denominator" IS NOT NULL) = ("results"."baseline" IS NOT NULL AND "results"."measure" = 'ratio') AND COALESCE("results"."baseline_denominator" > 0 AND "results"."baseline_denominator" <= 9007199254740991, true));--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_baseline_date" CHECK ("results"."baseline_precision" IN ('day', 'month', 'year', 'none') AND ("results"."baseline_precision" = 'none') = ("results"."baseline_on" IS NULL) AND ("results"."baseline_on" IS NULL OR ("results"."baseline" IS NOT NULL AND COALESCE("results"."baseline_on" <= "results"."period_end", true))));--> statement-breakpoint
CREATE OR REPLACE VIEW "results_seen" WITH (security_barrier) AS
	SELECT r.id, r.program, r.indicator, r.kind, r.place, r.period_start, r.period_end, r.date_precision, r.qualifier,
		r.value, r.value_high, r.denominator,
		CASE WHEN s.reads_note THEN r.note END AS note, CASE WHEN s.reads_note THEN r.note_for END AS note_for,
		r.status,
		(SELECT w.id FROM results w WHERE w.id = r.part_of AND w.status = 'approved') AS part_of,
		r.approved_at,
		r.baseline, r.baseline_denominator, r.baseline_on, r.baseline_precision
	FROM results r
	CROSS JOIN LATERAL (
		SELECT reads_text(r.note_for, r.program IN (SELECT programs_of_several_funders())) AS reads_note
	) AS s
	WHERE current_user <> 'attest_reader'
		OR (r.status = 'approved' AND r.program IN (SELECT programs_of_reader()));--> statement-breakpoint
-- A level that is to fall is reached from above: `isDownward` of src/core/targets.ts.
CREATE OR REPLACE FUNCTION "kept"."weigh_anew"("programs" text[], "indicators" text[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT SET jit = off SET plan_cache_mode = 'force_custom_plan' AS $$
DECLARE
	concerned text[];
	measured text[];
BEGIN
	WITH RECURSIVE climb(program, indicator) AS (
		SELECT DISTINCT a.program COLLATE "C", a.indicator COLLATE "C" FROM unnest(programs, indicators) AS a(program, indicator)
		UNION
		SELECT p.parent::text, c.indicator FROM climb c JOIN public.programs p ON p.code = c.program WHERE p.parent IS NOT NULL
	)
	SELECT array_agg(c.program), array_agg(c.indicator) INTO concerned, measured FROM climb c;
	DELETE FROM kept.targets t USING unnest(concerned, measured) AS a(program, indicator)
		WHERE t.program = a.program AND t.indicator = a.indicator;
	INSERT INTO kept.targets (id, program, indicator, country, period_end, period_start, is_plain, reported_on, is_given, is_reached)
	WITH RECURSIVE targets AS MATERIALIZED (
		SELECT r.id, r.program::text, r.indicator::text, r.place::text, COALESCE(r.place, k.country) AS country,
			r.period_end, r.period_start, r.value, r.denominator, i.combine_time = 'latest' AS is_latest,
			CASE WHEN i.combine_time <> 'sum' AND r.baseline > COALESCE(r.value_high, r.value) THEN COALESCE(r.value_high, r.value) END AS down_to, COALESCE(r.period_end, 'infinity'::date) AS last_day,
			CASE WHEN i.combine_time <> 'latest' THEN r.period_start END AS first_day,
			CASE
				WHEN r.place = 'region:oas-member-states' THEN ARRAY(
					SELECT m.country::text FROM public.memberships m
					WHERE m.member_from <= r.period_end AND (m.member_to IS NULL OR r.period_end < m.member_to)
				)
				WHEN r.place LIKE 'region:%' THEN ARRAY(SELECT c.country::text FROM public.region_countries c WHERE c.region = r.place)
			END AS countries,
			(SELECT jsonb_agg(jsonb_build_array(p.axis, p.part)) FROM public.result_parts p WHERE p.result = r.id AND p.value = r.value) AS wanted,
			i.measure NOT IN ('text', 'rate') AND i.combine_time <> 'none' AS is_summable,
			i.combine_place <> 'none' AS is_summed_over_places
		FROM unnest(concerned, measured) AS a(program, indicator)
			JOIN public.results r ON r.program = a.program AND r.indicator = a.indicator
			JOIN public.indicators i ON i.code = r.indicator
			JOIN kept.program_keys k ON k.program = r.program
		WHERE r.kind = 'target' AND r.status = 'approved'
	), below(above, code) AS (
		SELECT DISTINCT t.program, t.program FROM targets t
		UNION
		SELECT b.above, p.code::text FROM below b JOIN public.programs p ON p.parent = b.code
	), counted AS MATERIALIZED (
		SELECT t.id AS target, t.is_latest, t.wanted, r.id, r.program::text, r.country::text, r.period_end, r.value, r.approved_at, r.parts
		FROM targets t
			JOIN below b ON b.above = t.program
			-- Each target's are looked up by themselves.
			CROSS JOIN LATERAL (
				SELECT * FROM kept.results r
				WHERE r.program = b.code AND r.indicator = t.indicator AND r.kind = 'actual'
					AND (t.place IS NULL OR r.country = t.place OR r.country = ANY (t.countries) OR t.countries = '{}')
					AND (r.period_end <= t.last_day AND (t.first_day IS NULL OR r.period_end >= t.first_day)
						OR r.period_end IS NULL AND t.first_day IS NULL)
				OFFSET 0
			) AS r
	), series AS (
		-- Of each series the last, as `current` of src/core/series.ts has it.
		SELECT * FROM (
			SELECT s.*, first_value(axis) OVER (PARTITION BY target, program, country, is_since ORDER BY ends DESC, approved DESC, id DESC) AS first_axis,
				row_number() OVER (PARTITION BY target, program, country, is_since, axis, part ORDER BY ends DESC, approved DESC, id DESC) AS rank,
				bool_or(is_since) OVER (PARTITION BY target, program, country) AS has_since
			FROM (
				SELECT w.*, axis IS NOT NULL AND (whole_ends IS NULL OR ends > whole_ends) AS is_since
				FROM (
					SELECT o.*, max(ends) FILTER (WHERE axis IS NULL) OVER (PARTITION BY target, program, country) AS whole_ends
					FROM (
						SELECT c.*, COALESCE(c.period_end, '-infinity'::date) AS ends, date_trunc('milliseconds', c.approved_at) AS approved,
							CASE jsonb_array_length(c.parts) WHEN 1 THEN c.parts -> 0 ->> 0 END AS axis,
							CASE jsonb_array_length(c.parts) WHEN 1 THEN c.parts -> 0 ->> 1 END AS part
						FROM counted c WHERE c.is_latest
					) AS o
				) AS w
			) AS s
		) AS s
		WHERE rank = 1 AND CASE WHEN has_since THEN is_since AND axis = first_axis ELSE axis IS NULL END
	), last_said AS (
		SELECT target, wanted, country, value, parts FROM counted WHERE NOT is_latest
		UNION ALL
		SELECT target, wanted, country, value, parts FROM series
	), portions AS (
		-- How much of a result falls to a target for one part of an axis, or of several (`portionFor` of src/core/targets.ts).
		SELECT s.target, s.country, CASE WHEN s.wanted IS NULL THEN s.value ELSE (
			SELECT CASE
				WHEN bool_or(h.value IS NULL) OR count(*) FILTER (WHERE h.value <> s.value) > 1 THEN NULL
				ELSE COALESCE(max(h.value) FILTER (WHERE h.value <> s.value), s.value)
			END
			FROM jsonb_array_elements(s.wanted) AS w
			LEFT JOIN LATERAL (
				SELECT (e ->> 2)::numeric AS value FROM jsonb_array_elements(s.parts) AS e WHERE e ->> 0 = w ->> 0 AND e ->> 1 = w ->> 1
			) AS h ON true
		) END AS portion
		FROM last_said s
	), actuals AS (
		SELECT p.target, count(*) AS count, sum(p.portion) AS value, min(p.country) = max(p.country) AS is_of_one_place
		FROM portions p WHERE p.portion IS NOT NULL GROUP BY p.target
	), begun AS (
		SELECT c.target, min(COALESCE(c.period_end, '-infinity'::date)) AS day FROM counted c GROUP BY c.target
	), said AS (
		SELECT t.*, b.day, m.value AS actual,
			t.is_summable AND t.is_summed_over_places AND t.wanted IS NULL AND t.place IS DISTINCT FROM 'region:oas-member-states' AS is_plain,
			m.target IS NOT NULL AND (m.count = 1 OR t.is_summable AND (t.is_summed_over_places OR m.is_of_one_place)) AS is_given
		FROM targets t LEFT JOIN actuals m ON m.target = t.id LEFT JOIN begun b ON b.target = t.id
	)
	SELECT s.id, s.program, s.indicator, s.country, s.period_end, s.period_start, s.is_plain, CASE WHEN s.is_plain THEN s.day END, s.is_given,
		s.is_given AND (s.denominator IS NOT NULL OR CASE WHEN s.down_to IS NULL THEN s.actual >= s.value ELSE s.actual <= s.down_to END)
	FROM said s;
END $$;--> statement-breakpoint
SELECT make_as_of();
