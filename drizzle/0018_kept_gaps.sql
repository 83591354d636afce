-- What joins all rows with all is kept too: results that somebody should look at, and whether targets are reported and reached
-- (src/analytics/kept-gaps.table.ts). And totals are made anew by difference: to write again what is right already took most of
-- the time. All statements are planned for the lists that they are given, which are one row or all of them.
CREATE TABLE "kept"."astray" (
	"id" uuid NOT NULL,
	"program" "code" NOT NULL,
	"indicator" "code" NOT NULL,
	"country" "code" NOT NULL,
	"period_end" date,
	"elsewhere" boolean NOT NULL,
	"early" boolean NOT NULL,
	CONSTRAINT "astray_pk" PRIMARY KEY("program","indicator","id")
);
--> statement-breakpoint
CREATE TABLE "kept"."presence" (
	"program" "code" NOT NULL,
	"indicator" "code" NOT NULL,
	"kind" text NOT NULL,
	"country" "code" NOT NULL,
	"is_placed" boolean NOT NULL,
	"first_end" date NOT NULL,
	"last_end" date NOT NULL,
	CONSTRAINT "presence_pk" PRIMARY KEY("program","indicator","kind","country","is_placed")
);
--> statement-breakpoint
CREATE TABLE "kept"."same_day" (
	"id" uuid NOT NULL,
	"program" "code" NOT NULL,
	"indicator" "code" NOT NULL,
	"country" "code" NOT NULL,
	"period_end" date,
	CONSTRAINT "same_day_pk" PRIMARY KEY("program","indicator","id")
);
--> statement-breakpoint
CREATE TABLE "kept"."targets" (
	"id" uuid NOT NULL,
	"program" "code" NOT NULL,
	"indicator" "code" NOT NULL,
	"country" "code" NOT NULL,
	"period_end" date,
	"period_start" date,
	"is_plain" boolean NOT NULL,
	"reported_on" date,
	"is_given" boolean NOT NULL,
	"is_reached" boolean NOT NULL,
	CONSTRAINT "targets_pk" PRIMARY KEY("program","indicator","id")
);
--> statement-breakpoint
CREATE TABLE "kept"."unmarked" (
	"id" uuid NOT NULL,
	"program" "code" NOT NULL,
	"indicator" "code" NOT NULL,
	"country" "code" NOT NULL,
	"period_end" date,
	"whole" uuid NOT NULL,
	"above" "code" NOT NULL,
	"country_above" "code" NOT NULL,
	CONSTRAINT "unmarked_pk" PRIMARY KEY("program","indicator","id","whole")
);
--> statement-breakpoint
ALTER TABLE "kept"."program_keys" ADD COLUMN "payers" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "kept_program_keys_payers" ON "kept"."program_keys" USING gin ("payers");--> statement-breakpoint
CREATE INDEX "kept_presence_country" ON "kept"."presence" USING btree ("country","program");--> statement-breakpoint
CREATE INDEX "kept_presence_indicator" ON "kept"."presence" USING btree ("indicator","program");--> statement-breakpoint
CREATE INDEX "kept_unmarked_above" ON "kept"."unmarked" USING btree ("above","indicator");--> statement-breakpoint
-- Programmes and indicators whose figures are to be looked at when the transaction ends, beside those of results that were
-- touched: where results were that moved or are gone, and what a rule is about.
CREATE TABLE "unchecked"."looks" (
	"program" text NOT NULL,
	"indicator" text NOT NULL
);--> statement-breakpoint
-- The first day that a figure can be about, as `spanOf` of src/core/span.ts has it.
CREATE FUNCTION "kept"."first_day"("period_start" date, "period_end" date, "date_precision" text) RETURNS date LANGUAGE sql IMMUTABLE AS $$
	SELECT COALESCE(period_start, CASE date_precision
		WHEN 'year' THEN date_trunc('year', period_end::timestamp)::date
		WHEN 'month' THEN date_trunc('month', period_end::timestamp)::date
		ELSE period_end
	END)
$$;--> statement-breakpoint
-- The countries that a place is, or is known to hold; of the member states, those of any day (src/core/whereabouts.ts).
CREATE FUNCTION "kept"."countries_of"("place" text) RETURNS SETOF text LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
	SELECT countries_of.place WHERE countries_of.place NOT LIKE 'region:%'
	UNION ALL
	SELECT c.country::text FROM public.region_countries c WHERE c.region = countries_of.place AND c.region <> 'region:oas-member-states'
	UNION ALL
	SELECT m.country::text FROM public.memberships m WHERE countries_of.place = 'region:oas-member-states'
$$;--> statement-breakpoint
-- Finds anew where some programmes have figures of some indicators, and which of them somebody should look at: the two lists are
-- read side by side.
CREATE FUNCTION "kept"."look_anew"("programs" text[], "indicators" text[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT SET jit = off SET plan_cache_mode = 'force_custom_plan' AS $$
BEGIN
	DELETE FROM kept.presence s USING unnest(programs, indicators) AS a(program, indicator)
		WHERE s.program = a.program AND s.indicator = a.indicator;
	INSERT INTO kept.presence (program, indicator, kind, country, is_placed, first_end, last_end)
	SELECT r.program, r.indicator, r.kind, COALESCE(r.place, k.country), r.place IS NOT NULL,
		min(COALESCE(r.period_end, '-infinity'::date)), max(COALESCE(r.period_end, '-infinity'::date))
	FROM (SELECT DISTINCT a.program, a.indicator FROM unnest(programs, indicators) AS a(program, indicator)) AS a
		JOIN public.results r ON r.program = a.program AND r.indicator = a.indicator
		JOIN kept.program_keys k ON k.program = r.program
	WHERE r.status = 'approved'
	GROUP BY r.program, r.indicator, r.kind, COALESCE(r.place, k.country), r.place IS NOT NULL;

	DELETE FROM kept.unmarked u USING unnest(programs, indicators) AS a(program, indicator)
		WHERE u.program = a.program AND u.indicator = a.indicator;
	DELETE FROM kept.unmarked u USING unnest(programs, indicators) AS a(program, indicator)
		WHERE u.above = a.program AND u.indicator = a.indicator;
	INSERT INTO kept.unmarked (id, program, indicator, country, period_end, whole, above, country_above)
	WITH RECURSIVE asked(program, indicator) AS (
		SELECT DISTINCT a.program COLLATE "C", a.indicator COLLATE "C" FROM unnest(programs, indicators) AS a(program, indicator)
	), climb(program, above) AS (
		SELECT p.code::text, p.parent::text FROM (SELECT DISTINCT a.program FROM asked a) AS a
			JOIN public.programs p ON p.code = a.program WHERE p.parent IS NOT NULL
		UNION
		SELECT c.program, p.parent::text FROM climb c JOIN public.programs p ON p.code = c.above WHERE p.parent IS NOT NULL
	), sink(program, above) AS (
		SELECT p.code::text, a.program FROM (SELECT DISTINCT a.program FROM asked a) AS a JOIN public.programs p ON p.parent = a.program
		UNION
		SELECT p.code::text, s.above FROM sink s JOIN public.programs p ON p.parent = s.program
	), pairs AS (
		SELECT a.indicator, c.program, c.above FROM asked a JOIN climb c ON c.program = a.program
		UNION
		SELECT a.indicator, s.program, s.above FROM asked a JOIN sink s ON s.above = a.program
	)
	SELECT r.id, r.program, r.indicator, COALESCE(r.place, k.country), r.period_end, w.id, w.program, COALESCE(w.place, o.country)
	FROM pairs p
		JOIN public.results r ON r.program = p.program AND r.indicator = p.indicator
		JOIN public.results w ON w.program = p.above AND w.indicator = p.indicator AND w.kind = r.kind
			AND COALESCE(w.place, '') = COALESCE(r.place, '')
		JOIN kept.program_keys k ON k.program = r.program
		JOIN kept.program_keys o ON o.program = w.program
	WHERE r.status = 'approved' AND r.part_of IS NULL AND w.status = 'approved' AND w.part_of IS NULL AND (
		r.period_end IS NULL AND w.period_end IS NULL
		OR kept.first_day(r.period_start, r.period_end, r.date_precision) <= w.period_end
			AND kept.first_day(w.period_start, w.period_end, w.date_precision) <= r.period_end
	);

	-- A programme runs where it or its activities say, or its parent where they say nothing. Of two places that go together one
	-- is, holds, or may hold the other or a part of it; a region whose countries nobody named may hold any.
	DELETE FROM kept.astray s USING unnest(programs, indicators) AS a(program, indicator)
		WHERE s.program = a.program AND s.indicator = a.indicator;
	INSERT INTO kept.astray (id, program, indicator, country, period_end, elsewhere, early)
	WITH RECURSIVE found AS MATERIALIZED (
		SELECT r.id, r.program::text, r.indicator::text, r.place::text, COALESCE(r.place, k.country) AS country, r.period_end,
			COALESCE(r.period_end < p.starts_on, false) AS early
		FROM (SELECT DISTINCT a.program, a.indicator FROM unnest(programs, indicators) AS a(program, indicator)) AS a
			JOIN public.results r ON r.program = a.program AND r.indicator = a.indicator
			JOIN public.programs p ON p.code = r.program
			JOIN kept.program_keys k ON k.program = r.program
		WHERE r.status = 'approved'
	), stand AS MATERIALIZED (
		SELECT DISTINCT f.program, f.place FROM found f WHERE f.place IS NOT NULL
	), climb(program, at) AS (
		SELECT DISTINCT s.program, s.program FROM stand s
		UNION
		SELECT c.program, p.parent::text FROM climb c JOIN public.programs p ON p.code = c.at
		WHERE p.parent IS NOT NULL AND NOT EXISTS (SELECT FROM public.program_places o WHERE o.program = c.at)
	), sink(program, at) AS (
		SELECT DISTINCT s.program, s.program FROM stand s
		UNION
		SELECT s.program, p.code::text FROM sink s JOIN public.programs p ON p.parent = s.at
	), runs AS MATERIALIZED (
		SELECT e.program, o.place::text FROM (SELECT * FROM climb UNION SELECT * FROM sink) AS e JOIN public.program_places o ON o.program = e.at
	), strangers AS MATERIALIZED (
		SELECT x.one, x.other FROM (SELECT DISTINCT u.place AS one, s.place AS other FROM stand s JOIN runs u ON u.program = s.program WHERE u.place <> s.place) AS x
		WHERE EXISTS (SELECT kept.countries_of(x.one)) AND EXISTS (SELECT kept.countries_of(x.other))
			AND NOT EXISTS (SELECT kept.countries_of(x.one) INTERSECT SELECT kept.countries_of(x.other))
	), elsewhere AS MATERIALIZED (
		SELECT s.program, s.place FROM stand s JOIN runs u ON u.program = s.program
			LEFT JOIN strangers x ON x.one = u.place AND x.other = s.place
		GROUP BY s.program, s.place HAVING bool_and(x.one IS NOT NULL)
	)
	SELECT f.id, f.program, f.indicator, f.country, f.period_end, e.program IS NOT NULL, f.early
	FROM found f LEFT JOIN elsewhere e ON e.program = f.program AND e.place = f.place
	WHERE e.program IS NOT NULL OR f.early;

	DELETE FROM kept.same_day s USING unnest(programs, indicators) AS a(program, indicator)
		WHERE s.program = a.program AND s.indicator = a.indicator;
	INSERT INTO kept.same_day (id, program, indicator, country, period_end)
	SELECT s.id, s.program, s.indicator, s.country, s.period_end FROM (
		SELECT r.id, r.program, r.indicator, COALESCE(r.place, k.country) AS country, r.period_end,
			count(*) OVER (PARTITION BY r.indicator, r.kind, r.program, COALESCE(r.place, k.country), r.period_end) AS beside
		FROM (SELECT DISTINCT a.program, a.indicator FROM unnest(programs, indicators) AS a(program, indicator)) AS a
			JOIN public.indicators i ON i.code = a.indicator AND i.combine_time = 'latest'
			JOIN public.results r ON r.program = a.program AND r.indicator = a.indicator
			JOIN kept.program_keys k ON k.program = r.program
		WHERE r.status = 'approved'
	) AS s WHERE s.beside > 1;
END $$;--> statement-breakpoint
-- The same of targets of some programmes and indicators, and of all programmes above: what is reported below counts for them.
CREATE FUNCTION "kept"."weigh_anew"("programs" text[], "indicators" text[]) RETURNS void
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
			r.period_end, r.period_start, r.value, r.denominator, i.combine_time = 'latest' AS is_latest, COALESCE(r.period_end, 'infinity'::date) AS last_day,
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
		s.is_given AND (s.denominator IS NOT NULL OR s.actual >= s.value)
	FROM said s;
END $$;--> statement-breakpoint
-- What the planner knows of these tables. After a great change nobody would gather it in time, and on the embedded database
-- nobody does.
CREATE FUNCTION "kept"."gather_statistics"() RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
	ANALYZE public.programs, public.program_pillars, public.program_places, public.program_organisations, public.results, public.result_parts,
		public.transactions, kept.program_keys, kept.results, kept.totals, kept.entries, kept.money, kept.presence, kept.unmarked, kept.astray, kept.same_day, kept.targets;
END $$;--> statement-breakpoint
-- Whether so many changed that what the planner knows does not hold: as autovacuum has it, a tenth, and some hundreds.
CREATE FUNCTION "kept"."is_great_change"("results" integer, "transactions" integer) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT is_great_change.results > 500 + 0.1 * (SELECT greatest(c.reltuples, 0) FROM pg_class c WHERE c.oid = 'public.results'::regclass)
		OR is_great_change.transactions > 500 + 0.1 * (SELECT greatest(c.reltuples, 0) FROM pg_class c WHERE c.oid = 'public.transactions'::regclass)
$$;--> statement-breakpoint
-- The keys of programmes, made anew; tells which of them are not what they were.
CREATE FUNCTION "kept"."keys_anew"("named" text[]) RETURNS SETOF text LANGUAGE sql SET search_path FROM CURRENT AS $$
	WITH now AS MATERIALIZED (
		SELECT * FROM kept.keys_of(named)
	), gone AS (
		DELETE FROM kept.program_keys k WHERE k.program = ANY (named) AND NOT EXISTS (SELECT FROM now WHERE now.program = k.program)
		RETURNING k.program::text
	), said AS (
		INSERT INTO kept.program_keys AS k (program, pillar, country, donors, pillars, pillar_shares, places, place_shares, root)
		SELECT * FROM now
		ON CONFLICT (program) DO UPDATE SET
			root = excluded.root, pillar = excluded.pillar, country = excluded.country, donors = excluded.donors,
			pillars = excluded.pillars, pillar_shares = excluded.pillar_shares, places = excluded.places, place_shares = excluded.place_shares
			WHERE (k.root, k.pillar, k.country, k.donors, k.pillars, k.pillar_shares, k.places, k.place_shares)
				IS DISTINCT FROM (excluded.root, excluded.pillar, excluded.country, excluded.donors, excluded.pillars, excluded.pillar_shares, excluded.places, excluded.place_shares)
		RETURNING k.program::text
	)
	SELECT program FROM gone UNION ALL SELECT program FROM said
$$;--> statement-breakpoint
-- What transactions count as, of those named (rules 1, 7 and 8): each with its donor, spread over places and pillars, in the
-- reporting currency, or in its own where there is no rate. An amount is split by shares as `allocateJointly` of
-- src/core/allocation.ts has it: over places, and over pillars, by largest remainder on minor units, ties in order of code; every
-- cell gets the whole minor units of its share; what places and pillars still lack, in sum the same, goes to their cells in order,
-- which is where the lacks of both, laid end to end, overlap. All amounts at once: one by one, this took most of a rebuild.
CREATE OR REPLACE FUNCTION "kept"."money_counting"("ids" uuid[]) RETURNS SETOF "kept"."entries"
LANGUAGE sql STABLE SET search_path FROM CURRENT SET jit = off SET enable_sort = on AS $$
	WITH paid AS MATERIALIZED (
		SELECT t.id, t.type::text, t.program::text, COALESCE(t.provider, kept.only_of(k.donors))::text AS donor, t.value_date,
			CASE WHEN t.converted_minor IS NULL THEN t.currency::text ELSE '' END AS currency,
			COALESCE(t.converted_minor, t.amount_minor)::numeric AS amount, t.illustrative, COALESCE(t.receiver::text, '') AS receiver,
			CASE WHEN t.place IS NULL THEN k.places::text[] ELSE ARRAY[t.place::text] END AS places,
			CASE WHEN t.place IS NULL THEN k.place_shares ELSE ARRAY[100] END AS place_shares, k.pillars::text[] AS pillars, k.pillar_shares
		FROM unnest(money_counting.ids) AS asked(id)
		JOIN public.transactions t ON t.id = asked.id
		JOIN kept.program_keys k ON k.program = t.program
		WHERE t.status = 'approved'
	), shared AS MATERIALIZED (
		SELECT p.id, p.amount, p.places, p.place_shares, p.pillars, p.pillar_shares FROM paid p WHERE cardinality(p.places) > 1 OR cardinality(p.pillars) > 1
	), rows AS (
		SELECT s.id, s.amount, g.code AS place, g.share, g.nth AS row,
			trunc(i.ideal) + (row_number() OVER (PARTITION BY s.id ORDER BY i.ideal - trunc(i.ideal) DESC, g.nth) <= abs(s.amount) - sum(trunc(i.ideal)) OVER (PARTITION BY s.id))::integer AS due
		FROM shared s CROSS JOIN LATERAL unnest(s.places, s.place_shares) WITH ORDINALITY AS g(code, share, nth)
		CROSS JOIN LATERAL (SELECT abs(s.amount) * g.share * 0.01 AS ideal) AS i
	), cols AS (
		SELECT s.id, g.code AS pillar, g.share, g.nth AS col,
			trunc(i.ideal) + (row_number() OVER (PARTITION BY s.id ORDER BY i.ideal - trunc(i.ideal) DESC, g.nth) <= abs(s.amount) - sum(trunc(i.ideal)) OVER (PARTITION BY s.id))::integer AS due
		FROM shared s CROSS JOIN LATERAL unnest(s.pillars, s.pillar_shares) WITH ORDINALITY AS g(code, share, nth)
		CROSS JOIN LATERAL (SELECT abs(s.amount) * g.share * 0.01 AS ideal) AS i
	), grid AS (
		SELECT r.id, r.amount, r.place, r.row, r.due AS of_place, c.pillar, c.col, c.due AS of_pillar, trunc(abs(r.amount) * r.share * c.share * 0.0001) AS floor
		FROM rows r JOIN cols c ON c.id = r.id
	), lacking AS (
		SELECT g.*, of_place - sum(floor) OVER (PARTITION BY id, row) AS row_lack, of_pillar - sum(floor) OVER (PARTITION BY id, col) AS col_lack FROM grid g
	), laid AS (
		SELECT l.*, sum(row_lack) FILTER (WHERE col = 1) OVER (PARTITION BY id ORDER BY row) AS row_end, sum(col_lack) FILTER (WHERE row = 1) OVER (PARTITION BY id ORDER BY col) AS col_end
		FROM lacking l
	)
	SELECT p.id, p.type, p.program, p.donor, c.place, c.pillar, p.value_date, p.currency, c.amount, p.illustrative, p.receiver
	FROM (
		SELECT s.id, s.places[1] AS place, s.pillars[1] AS pillar, s.amount FROM paid s WHERE cardinality(s.places) = 1 AND cardinality(s.pillars) = 1
		UNION ALL
		SELECT l.id, l.place, l.pillar, sign(l.amount) * (l.floor + greatest(0, least(l.row_end, l.col_end) - greatest(l.row_end - l.row_lack, l.col_end - l.col_lack)))
		FROM laid l
	) AS c JOIN paid p ON p.id = c.id
$$;--> statement-breakpoint
DROP FUNCTION "kept"."cells"(bigint, text[], numeric[], text[], numeric[]);--> statement-breakpoint
DROP FUNCTION "kept"."allocate"(numeric, text[], numeric[]);--> statement-breakpoint
-- What a statement changed is what differs, as sets: joined with each other, former and latter rows are planned for the first
-- statement of a connection, which may have been of one row, and ten thousand after it took their square.
CREATE OR REPLACE FUNCTION "note_breakdowns"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	touched uuid[];
BEGIN
	CASE TG_TABLE_NAME || ' ' || TG_OP
		WHEN 'result_parts INSERT' THEN touched := ARRAY(SELECT DISTINCT result FROM latter);
		WHEN 'result_parts UPDATE' THEN touched := ARRAY(SELECT result FROM former UNION SELECT result FROM latter);
		WHEN 'result_parts DELETE' THEN touched := ARRAY(SELECT DISTINCT result FROM former);
		WHEN 'results UPDATE' THEN touched := ARRAY(
			SELECT n.id FROM (SELECT id, value FROM latter EXCEPT SELECT id, value FROM former) AS n
		);
	END CASE;
	IF touched <> '{}' THEN INSERT INTO unchecked.breakdowns (results) VALUES (touched); END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
-- A programme whose code changes takes its figures along: what comes to the new one is of it.
CREATE OR REPLACE FUNCTION "kept"."note"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
	touched uuid[] := '{}';
	paid uuid[] := '{}';
	named text[] := '{}';
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NULL; END IF;
	CASE TG_TABLE_NAME || ' ' || TG_OP
		WHEN 'results INSERT' THEN touched := ARRAY(SELECT id FROM latter WHERE status = 'approved');
		WHEN 'results UPDATE' THEN touched := ARRAY(SELECT id FROM former UNION SELECT id FROM latter);
		WHEN 'results DELETE' THEN touched := ARRAY(SELECT id FROM former);
		WHEN 'result_parts INSERT' THEN touched := ARRAY(SELECT DISTINCT result FROM latter);
		WHEN 'result_parts UPDATE' THEN touched := ARRAY(SELECT result FROM former UNION SELECT result FROM latter);
		WHEN 'result_parts DELETE' THEN touched := ARRAY(SELECT DISTINCT result FROM former);
		WHEN 'transactions INSERT' THEN paid := ARRAY(SELECT id FROM latter WHERE status = 'approved');
		WHEN 'transactions UPDATE' THEN paid := ARRAY(SELECT id FROM former UNION SELECT id FROM latter);
		WHEN 'transactions DELETE' THEN paid := ARRAY(SELECT id FROM former);
		WHEN 'programs INSERT' THEN named := ARRAY(SELECT code::text FROM latter);
		WHEN 'programs UPDATE' THEN named := ARRAY(
			(SELECT code::text FROM (SELECT code, parent, starts_on FROM former EXCEPT SELECT code, parent, starts_on FROM latter) AS o)
			UNION
			(SELECT code::text FROM (SELECT code, parent, starts_on FROM latter EXCEPT SELECT code, parent, starts_on FROM former) AS n)
		);
		WHEN 'programs DELETE' THEN named := ARRAY(SELECT code::text FROM former);
		ELSE
			-- What belongs to a programme: its pillars, places and organisations.
			IF TG_OP <> 'INSERT' THEN named := named || ARRAY(SELECT DISTINCT program::text FROM former); END IF;
			IF TG_OP <> 'DELETE' THEN named := named || ARRAY(SELECT DISTINCT program::text FROM latter); END IF;
	END CASE;
	-- Whether a whole counts decides whether its parts do.
	IF TG_TABLE_NAME = 'results' AND TG_OP <> 'INSERT' THEN
		touched := touched || ARRAY(SELECT id FROM public.results WHERE part_of = ANY (touched));
	END IF;
	IF TG_TABLE_NAME = 'results' AND TG_OP = 'UPDATE' THEN
		INSERT INTO unchecked.looks SELECT DISTINCT o.program, o.indicator FROM (
			SELECT id, program, indicator FROM former EXCEPT SELECT id, program, indicator FROM latter
		) AS o;
	ELSIF TG_TABLE_NAME = 'results' AND TG_OP = 'DELETE' THEN
		INSERT INTO unchecked.looks SELECT DISTINCT o.program, o.indicator FROM former o;
	END IF;
	IF touched <> '{}' OR paid <> '{}' OR named <> '{}' THEN
		INSERT INTO unchecked.counts (results, transactions, programs) VALUES (touched, paid, named);
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
-- What indicators measure, which countries a region holds and who is a member decide over figures that nobody touched.
CREATE FUNCTION "kept"."note_rules"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NULL; END IF;
	IF TG_TABLE_NAME = 'indicators' THEN
		INSERT INTO unchecked.looks SELECT DISTINCT r.program, r.indicator FROM public.results r WHERE r.indicator IN (
			SELECT n.code FROM (
				SELECT code, measure, combine_time, combine_place FROM latter EXCEPT SELECT code, measure, combine_time, combine_place FROM former
			) AS n
		);
	ELSE
		INSERT INTO unchecked.looks SELECT DISTINCT r.program, r.indicator FROM public.results r;
	END IF;
	IF FOUND THEN INSERT INTO unchecked.counts (results, transactions, programs) VALUES ('{}', '{}', '{}'); END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "indicators_weighed" AFTER UPDATE ON "indicators" REFERENCING OLD TABLE AS former NEW TABLE AS latter
	FOR EACH STATEMENT EXECUTE FUNCTION "kept"."note_rules"();--> statement-breakpoint
CREATE TRIGGER "region_countries_weighed" AFTER INSERT OR UPDATE OR DELETE ON "region_countries"
	FOR EACH STATEMENT EXECUTE FUNCTION "kept"."note_rules"();--> statement-breakpoint
CREATE TRIGGER "memberships_weighed" AFTER INSERT OR UPDATE OR DELETE ON "memberships"
	FOR EACH STATEMENT EXECUTE FUNCTION "kept"."note_rules"();--> statement-breakpoint
CREATE OR REPLACE FUNCTION "kept"."count_what_was_noted"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET jit = off AS $$
DECLARE
	touched uuid[];
	paid uuid[];
	named text[];
	moved text[];
	roots text[] := '{}';
	trees text[];
	stirred text[];
	measured text[];
	is_great boolean;
BEGIN
	WITH noted AS (DELETE FROM unchecked.counts RETURNING results, transactions, programs)
	SELECT
		ARRAY(SELECT DISTINCT r FROM noted, unnest(noted.results) AS r),
		ARRAY(SELECT DISTINCT t FROM noted, unnest(noted.transactions) AS t),
		ARRAY(SELECT DISTINCT p FROM noted, unnest(noted.programs) AS p)
		INTO touched, paid, named;
	is_great := kept.is_great_change(cardinality(touched), cardinality(paid));
	IF is_great THEN PERFORM kept.gather_statistics(); END IF;
	IF named <> '{}' THEN
		-- What holds for a programme holds for those below it that say nothing themselves.
		WITH RECURSIVE below(code) AS (
			SELECT n COLLATE "C" FROM unnest(named) AS n
			UNION
			SELECT p.code::text FROM public.programs p JOIN below b ON p.parent = b.code
		)
		SELECT array_agg(code) INTO named FROM below;
		roots := ARRAY(SELECT DISTINCT k.root::text FROM kept.program_keys k WHERE k.program = ANY (named));
		moved := ARRAY(SELECT * FROM kept.keys_anew(named));
		touched := touched || ARRAY(SELECT r.id FROM public.results r WHERE r.program = ANY (moved));
		paid := paid || ARRAY(SELECT t.id FROM public.transactions t WHERE t.program = ANY (moved));
	END IF;
	trees := roots || ARRAY(SELECT DISTINCT k.root::text FROM kept.program_keys k WHERE k.program = ANY (named));
	IF touched <> '{}' THEN PERFORM kept.count_anew(ARRAY(SELECT DISTINCT t FROM unnest(touched) AS t)); END IF;
	IF paid <> '{}' THEN
		paid := ARRAY(SELECT DISTINCT t FROM unnest(paid) AS t);
		named := named || ARRAY(SELECT DISTINCT e.program::text FROM kept.entries e WHERE e.transaction = ANY (paid));
		PERFORM kept.count_money_anew(paid);
		named := named || ARRAY(SELECT DISTINCT e.program::text FROM kept.entries e WHERE e.transaction = ANY (paid));
	END IF;
	WITH looks AS (DELETE FROM unchecked.looks RETURNING program, indicator)
	SELECT array_agg(l.program), array_agg(l.indicator) INTO stirred, measured FROM (
		SELECT program, indicator FROM looks
		UNION
		SELECT r.program, r.indicator FROM public.results r WHERE r.id = ANY (touched)
		UNION
		-- What a programme says of itself holds for those below it, and what those say for it.
		SELECT r.program, r.indicator FROM public.results r WHERE r.program IN (SELECT k.program FROM kept.program_keys k WHERE k.root = ANY (trees))
	) AS l;
	IF stirred <> '{}' THEN
		PERFORM kept.look_anew(stirred, measured);
		PERFORM kept.weigh_anew(stirred, measured);
	END IF;
	IF named <> '{}' THEN
		PERFORM kept.see_funders(roots || ARRAY(SELECT DISTINCT k.root::text FROM kept.program_keys k WHERE k.program = ANY (named)));
	END IF;
	IF is_great THEN PERFORM kept.gather_statistics(); END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
-- Whose money went to a programme, and whether several fund what lies below a root, itself among it: as funding organisations, or by
-- money that names who gave it. (Money that names nobody is the only funding organisation's, which is among them.)
CREATE OR REPLACE FUNCTION "kept"."see_funders"("roots" text[]) RETURNS void LANGUAGE sql SET search_path FROM CURRENT SET jit = off AS $$
	WITH members AS MATERIALIZED (
		SELECT k.root::text, k.program::text FROM kept.program_keys k WHERE k.root = ANY (see_funders.roots)
	), paying AS MATERIALIZED (
		SELECT m.root, m.program, d.other_key::text AS organisation FROM members m
		JOIN kept.money d ON d.key = m.program AND d.level = 'program' AND d.grain = 'ever' AND d.count <> 0
		WHERE d.other_key NOT IN ('not-recorded', 'not-split')
	), funders AS (
		SELECT m.root, o.organisation::text FROM members m JOIN public.program_organisations o ON o.program = m.program AND o.role = 'funding'
		UNION
		SELECT p.root, p.organisation FROM paying p
	), several AS (
		SELECT f.root FROM funders f GROUP BY f.root HAVING count(*) > 1
	), paid AS (
		SELECT p.program, array_agg(DISTINCT p.organisation ORDER BY p.organisation) AS payers FROM paying p GROUP BY p.program
	), now AS (
		SELECT m.program, s.root IS NOT NULL AS several_funders, COALESCE(p.payers, '{}') AS payers
		FROM members m LEFT JOIN several s ON s.root = m.root LEFT JOIN paid p ON p.program = m.program
	)
	UPDATE kept.program_keys k SET several_funders = n.several_funders, payers = n.payers
	FROM now n WHERE n.program = k.program AND (k.several_funders, k.payers) IS DISTINCT FROM (n.several_funders, n.payers)
$$;--> statement-breakpoint
DO $$
DECLARE
	stirred text[];
	measured text[];
BEGIN
	PERFORM kept.see_funders(ARRAY(SELECT DISTINCT k.root::text FROM kept.program_keys k));
	IF EXISTS (SELECT FROM public.results OFFSET 1000) THEN PERFORM kept.gather_statistics(); END IF;
	SELECT array_agg(r.program), array_agg(r.indicator) INTO stirred, measured FROM (SELECT DISTINCT program, indicator FROM public.results) AS r;
	PERFORM kept.look_anew(stirred, measured);
	PERFORM kept.weigh_anew(stirred, measured);
END $$;
