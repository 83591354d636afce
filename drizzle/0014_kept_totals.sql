-- Totals of results that are kept as the rows change, so that a question reads a few rows and not all of them. None of
-- it says anything new: it is made of the portfolio's tables, is no part of a backup, and can be made again
-- (rebuild_kept_totals, in drizzle/0015_kept_money.sql). What each table holds: src/analytics/kept.table.ts.
CREATE SCHEMA "kept";
--> statement-breakpoint
CREATE TYPE "kept"."level" AS ENUM('all', 'pillar', 'country', 'donor', 'program', 'pillar country', 'donor pillar', 'donor country');--> statement-breakpoint
CREATE TYPE "kept"."grain" AS ENUM('ever', 'undated', 'year', 'month');--> statement-breakpoint
CREATE TABLE "kept"."program_keys" (
	"program" "code" PRIMARY KEY NOT NULL,
	"pillar" "code" NOT NULL,
	"country" "code" NOT NULL,
	"donors" text[] NOT NULL,
	"pillars" text[] NOT NULL,
	"pillar_shares" numeric[] NOT NULL,
	"places" text[] NOT NULL,
	"place_shares" numeric[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept"."results" (
	"id" uuid PRIMARY KEY NOT NULL,
	"indicator" "code" NOT NULL,
	"kind" text NOT NULL,
	"program" "code" NOT NULL,
	"pillar" "code" NOT NULL,
	"country" "code" NOT NULL,
	"donors" text[] NOT NULL,
	"period_end" date,
	"qualifier" text NOT NULL,
	"value" numeric NOT NULL,
	"value_high" numeric,
	"denominator" numeric,
	"approved_at" timestamp with time zone NOT NULL,
	"parts" jsonb
);
--> statement-breakpoint
CREATE TABLE "kept"."totals" (
	"indicator" "code" NOT NULL,
	"kind" text NOT NULL,
	"axis" "code" NOT NULL,
	"level" "kept"."level" NOT NULL,
	"grain" "kept"."grain" NOT NULL,
	"span" integer NOT NULL,
	"key" "code" NOT NULL,
	"other_key" "code" NOT NULL,
	"part" "code" NOT NULL,
	"count" bigint NOT NULL,
	"value" numeric NOT NULL,
	"exact" numeric NOT NULL,
	"denominator" numeric NOT NULL,
	"high" numeric NOT NULL,
	"abouts" bigint NOT NULL,
	"at_leasts" bigint NOT NULL,
	"at_mosts" bigint NOT NULL,
	"ranges" bigint NOT NULL,
	"wholes" bigint NOT NULL,
	CONSTRAINT "totals_pk" PRIMARY KEY("indicator","kind","axis","level","grain","span","key","other_key","part")
);
--> statement-breakpoint
CREATE INDEX "kept_results_indicator_period_end" ON "kept"."results" USING btree ("indicator","kind","period_end");--> statement-breakpoint
CREATE INDEX "kept_results_program" ON "kept"."results" USING btree ("program");--> statement-breakpoint
CREATE INDEX "kept_totals_other_key" ON "kept"."totals" USING btree ("indicator","kind","axis","level","grain","span","other_key") WHERE "kept"."totals"."other_key" <> '';--> statement-breakpoint
-- Room for rows to be written again beside themselves.
ALTER TABLE "kept"."totals" SET (fillfactor = 80);--> statement-breakpoint

-- The code that stands alone, as `onlyOf` in src/core/attribution.ts has it.
CREATE FUNCTION "kept"."only_of"("codes" text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE COALESCE(cardinality(codes), 0) WHEN 0 THEN 'not-recorded' WHEN 1 THEN codes[1] ELSE 'not-split' END
$$;--> statement-breakpoint
-- Whether money is split over codes: there are several, each with its share.
CREATE FUNCTION "kept"."are_split"("codes" text[], "shares" numeric[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT COALESCE(cardinality(codes) > 1 AND array_position(shares, NULL) IS NULL, false)
$$;--> statement-breakpoint
-- Under which keys the results and the money of programmes count, after inheritance (rules 8 and 9), as `attribute` in
-- src/core/attribution.ts and `attributeTransaction` in src/core/funding-attribution.ts have it: one pillar or place needs
-- no share, several without shares are not split. (A programme inside itself is refused when its transaction ends; until
-- then the climb has an end.)
CREATE FUNCTION "kept"."keys_of"("programs" text[]) RETURNS TABLE(
	"program" text, "pillar" text, "country" text, "donors" text[],
	"pillars" text[], "pillar_shares" numeric[], "places" text[], "place_shares" numeric[]
) LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
	WITH RECURSIVE climb(program, at, depth) AS (
		SELECT p.code::text, p.code::text, 0 FROM public.programs p WHERE p.code = ANY (keys_of.programs)
		UNION ALL
		SELECT c.program, p.parent::text, c.depth + 1 FROM climb c JOIN public.programs p ON p.code = c.at
		WHERE p.parent IS NOT NULL AND c.depth < 100
	), pillars AS (
		SELECT DISTINCT ON (c.program) c.program, k.codes, k.shares FROM climb c
		CROSS JOIN LATERAL (
			SELECT array_agg(o.pillar::text ORDER BY o.pillar) AS codes, array_agg(o.share ORDER BY o.pillar) AS shares
			FROM public.program_pillars o WHERE o.program = c.at HAVING count(*) > 0
		) AS k ORDER BY c.program, c.depth
	), places AS (
		SELECT DISTINCT ON (c.program) c.program, k.codes, k.shares FROM climb c
		CROSS JOIN LATERAL (
			SELECT array_agg(o.place::text ORDER BY o.place) AS codes, array_agg(o.share ORDER BY o.place) AS shares
			FROM public.program_places o WHERE o.program = c.at HAVING count(*) > 0
		) AS k ORDER BY c.program, c.depth
	), funders AS (
		SELECT DISTINCT ON (c.program) c.program, k.codes FROM climb c
		CROSS JOIN LATERAL (
			SELECT array_agg(o.organisation::text ORDER BY o.organisation) AS codes
			FROM public.program_organisations o WHERE o.program = c.at AND o.role = 'funding' HAVING count(*) > 0
		) AS k ORDER BY c.program, c.depth
	)
	SELECT c.program, kept.only_of(pillars.codes), kept.only_of(places.codes), COALESCE(funders.codes, ARRAY['not-recorded']),
		CASE WHEN kept.are_split(pillars.codes, pillars.shares) THEN pillars.codes ELSE ARRAY[kept.only_of(pillars.codes)] END,
		CASE WHEN kept.are_split(pillars.codes, pillars.shares) THEN pillars.shares ELSE ARRAY[100] END,
		CASE WHEN kept.are_split(places.codes, places.shares) THEN places.codes ELSE ARRAY[kept.only_of(places.codes)] END,
		CASE WHEN kept.are_split(places.codes, places.shares) THEN places.shares ELSE ARRAY[100] END
	FROM climb c
	LEFT JOIN pillars ON pillars.program = c.program
	LEFT JOIN places ON places.program = c.program
	LEFT JOIN funders ON funders.program = c.program
	WHERE c.depth = 0
$$;--> statement-breakpoint
-- The results that count, of those named: approved, and not held by another that counts itself (rules 1 and 9).
CREATE FUNCTION "kept"."counting"("ids" uuid[]) RETURNS SETOF "kept"."results"
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
	SELECT r.id, r.indicator, r.kind, r.program, k.pillar, COALESCE(r.place, k.country), k.donors, r.period_end,
		r.qualifier, r.value, r.value_high, r.denominator, r.approved_at,
		(
			SELECT jsonb_agg(jsonb_build_array(p.axis, p.part, p.value) ORDER BY p.axis, p.part)
			FROM public.result_parts p WHERE p.result = r.id
		)
	FROM unnest(counting.ids) AS asked(id)
	JOIN public.results r ON r.id = asked.id
	JOIN kept.program_keys k ON k.program = r.program
	WHERE r.status = 'approved'
		AND NOT EXISTS (SELECT FROM public.results w WHERE w.id = r.part_of AND w.status = 'approved')
$$;--> statement-breakpoint
-- What a result adds to each breakdown axis that it has parts of: a row for each known part and, where those do not hold all
-- of the value, one for what is not recorded; and under no part the whole of the result, which tells how much of a total has
-- parts of the axis at all. A ratio has no denominator for a part, so its pair stays whole (rules 3 and 6).
CREATE FUNCTION "kept"."parts_of"("parts" jsonb, "whole" numeric, "denominator" numeric) RETURNS TABLE("axis" text, "part" text, "value" numeric)
LANGUAGE sql IMMUTABLE AS $$
	WITH given AS (
		SELECT e ->> 0 AS axis, e ->> 1 AS part, (e ->> 2)::numeric AS value
		FROM jsonb_array_elements(parts) AS e WHERE e ->> 1 <> 'unknown'
	), rests AS (
		SELECT g.axis, 'not-recorded' AS part, whole - sum(g.value) AS value FROM given g GROUP BY g.axis HAVING sum(g.value) <> whole
	), said AS (
		SELECT * FROM given UNION ALL SELECT * FROM rests
	)
	SELECT s.axis, '', whole FROM said s GROUP BY s.axis
	UNION ALL
	SELECT s.axis, s.part, s.value FROM said s WHERE denominator IS NULL
	UNION ALL
	SELECT s.axis, CASE count(*) WHEN 1 THEN min(s.part) ELSE 'not-split' END, whole FROM said s
	WHERE denominator IS NOT NULL GROUP BY s.axis
$$;--> statement-breakpoint
-- Adds results to the totals, or takes them away (sign -1). Levels, grains and spans are said in src/analytics/kept.table.ts:
-- years are summed from months, and all time from years. A total of no results may stay, and says nothing.
CREATE FUNCTION "kept"."add"("counted" "kept"."results"[], "sign" integer) RETURNS void
LANGUAGE sql SET search_path FROM CURRENT SET jit = off SET work_mem = '64MB' AS $$
	WITH portions AS MATERIALIZED (
		SELECT c.indicator, c.kind, c.program, c.pillar, c.country, c.donors, p.axis, p.part, p.value, c.denominator,
			extract(year FROM c.period_end)::integer * 100 + extract(month FROM c.period_end)::integer AS month,
			CASE c.qualifier WHEN 'exact' THEN p.value END AS exact, CASE WHEN p.value = c.value THEN c.value_high END AS high,
			CASE c.qualifier WHEN 'about' THEN 1 END AS about, CASE c.qualifier WHEN 'at least' THEN 1 END AS at_least,
			CASE c.qualifier WHEN 'at most' THEN 1 END AS at_most, CASE c.qualifier WHEN 'range' THEN 1 END AS range,
			CASE WHEN p.value = c.value THEN 1 END AS whole
		FROM unnest(counted) AS c
		CROSS JOIN LATERAL (
			SELECT '' AS axis, '' AS part, c.value
			UNION ALL
			SELECT o.axis, o.part, o.value FROM kept.parts_of(c.parts, c.value, c.denominator) AS o WHERE c.parts IS NOT NULL
		) AS p
	), fine AS MATERIALIZED (
		SELECT p.indicator, p.kind, p.axis, l.level, CASE WHEN l.has_months AND p.axis = '' THEN p.month ELSE p.month / 100 END AS span,
			l.key, l.other_key, p.part,
			count(*) AS count, sum(value) AS value, sum(exact) AS exact, sum(denominator) AS denominator, sum(high) AS high,
			count(about) AS abouts, count(at_least) AS at_leasts, count(at_most) AS at_mosts, count(range) AS ranges, count(whole) AS wholes
		FROM portions p
		CROSS JOIN LATERAL (
			VALUES ('all', '', '', true), ('pillar', p.pillar::text, '', true), ('country', p.country::text, '', true),
				('program', p.program::text, p.country::text, false)
			UNION ALL SELECT 'donor', d, '', true FROM unnest(p.donors) AS d
			UNION ALL SELECT 'pillar country', p.pillar::text, p.country::text, false WHERE p.axis = ''
			UNION ALL SELECT 'donor pillar', d, p.pillar::text, false FROM unnest(p.donors) AS d WHERE p.axis = ''
			UNION ALL SELECT 'donor country', d, p.country::text, false FROM unnest(p.donors) AS d WHERE p.axis = ''
		) AS l(level, key, other_key, has_months)
		GROUP BY p.indicator, p.kind, p.axis, l.level, span, l.key, l.other_key, p.part
	), yearly AS MATERIALIZED (
		SELECT indicator, kind, axis, level, CASE WHEN span > 9999 THEN span / 100 ELSE span END AS year, key, other_key, part,
			sum(count) AS count, sum(value) AS value, sum(exact) AS exact, sum(denominator) AS denominator, sum(high) AS high,
			sum(abouts) AS abouts, sum(at_leasts) AS at_leasts, sum(at_mosts) AS at_mosts, sum(ranges) AS ranges, sum(wholes) AS wholes
		FROM fine GROUP BY indicator, kind, axis, level, year, key, other_key, part
	), summed AS (
		SELECT indicator, kind, axis, level, 'month' AS grain, span, key, other_key, part,
			count, value, exact, denominator, high, abouts, at_leasts, at_mosts, ranges, wholes
		FROM fine WHERE span > 9999
		UNION ALL
		SELECT indicator, kind, axis, level, CASE WHEN year IS NULL THEN 'undated' ELSE 'year' END, COALESCE(year, 0), key, other_key, part,
			count, value, exact, denominator, high, abouts, at_leasts, at_mosts, ranges, wholes
		FROM yearly
		UNION ALL
		SELECT indicator, kind, axis, level, 'ever', 0, key, other_key, part,
			sum(count), sum(value), sum(exact), sum(denominator), sum(high), sum(abouts), sum(at_leasts), sum(at_mosts), sum(ranges), sum(wholes)
		FROM yearly GROUP BY indicator, kind, axis, level, key, other_key, part
	)
	INSERT INTO kept.totals AS t
	SELECT indicator, kind, axis, level::kept.level, grain::kept.grain, span, key, other_key, part,
		sign * count, sign * value, sign * COALESCE(exact, 0), sign * COALESCE(denominator, 0), sign * COALESCE(high, 0),
		sign * abouts, sign * at_leasts, sign * at_mosts, sign * ranges, sign * wholes
	FROM summed
	ON CONFLICT (indicator, kind, axis, level, grain, span, key, other_key, part) DO UPDATE SET
		count = t.count + excluded.count, value = t.value + excluded.value, exact = t.exact + excluded.exact,
		denominator = t.denominator + excluded.denominator, high = t.high + excluded.high, abouts = t.abouts + excluded.abouts,
		at_leasts = t.at_leasts + excluded.at_leasts, at_mosts = t.at_mosts + excluded.at_mosts, ranges = t.ranges + excluded.ranges,
		wholes = t.wholes + excluded.wholes
$$;--> statement-breakpoint
-- Counts results anew: what was added for them is taken away, and what they say now is added.
CREATE FUNCTION "kept"."count_anew"("ids" uuid[]) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
	before kept.results[];
	after kept.results[];
BEGIN
	SELECT array_agg(was.row) FILTER (WHERE was.id IS NOT NULL), array_agg(says.row) FILTER (WHERE says.id IS NOT NULL) INTO before, after
		FROM (SELECT k.id, k AS row FROM kept.results k WHERE k.id = ANY (ids)) AS was
		FULL JOIN (SELECT c.id, c AS row FROM kept.counting(ids) AS c) AS says ON says.id = was.id
		WHERE was.row IS DISTINCT FROM says.row;
	IF COALESCE(array_length(before, 1), 0) > 0 THEN
		DELETE FROM kept.results k USING unnest(before) AS b WHERE k.id = b.id;
		PERFORM kept.add(before, -1);
	END IF;
	IF COALESCE(array_length(after, 1), 0) > 0 THEN
		INSERT INTO kept.results SELECT (a).* FROM unnest(after) AS a;
		PERFORM kept.add(after, 1);
	END IF;
END $$;--> statement-breakpoint

-- Each statement notes what it touched; when the transaction ends all that was noted is counted anew, once. Nobody else
-- ever sees a note.
CREATE TABLE "unchecked"."counts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
	"results" uuid[] NOT NULL,
	"transactions" uuid[] NOT NULL,
	"programs" text[] NOT NULL
);--> statement-breakpoint
CREATE FUNCTION "kept"."count_what_was_noted"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET jit = off AS $$
DECLARE
	touched uuid[];
	paid uuid[];
	named text[];
	moved text[];
BEGIN
	WITH noted AS (DELETE FROM unchecked.counts RETURNING results, transactions, programs)
	SELECT
		ARRAY(SELECT DISTINCT r FROM noted, unnest(noted.results) AS r),
		ARRAY(SELECT DISTINCT t FROM noted, unnest(noted.transactions) AS t),
		ARRAY(SELECT DISTINCT p FROM noted, unnest(noted.programs) AS p)
		INTO touched, paid, named;
	IF named <> '{}' THEN
		-- What holds for a programme holds for those below it that say nothing themselves.
		WITH RECURSIVE below(code) AS (
			SELECT n COLLATE "C" FROM unnest(named) AS n
			UNION
			SELECT p.code::text FROM public.programs p JOIN below b ON p.parent = b.code
		)
		SELECT array_agg(code) INTO named FROM below;
		WITH now AS MATERIALIZED (
			SELECT * FROM kept.keys_of(named)
		), gone AS (
			DELETE FROM kept.program_keys k WHERE k.program = ANY (named) AND NOT EXISTS (SELECT FROM now WHERE now.program = k.program)
			RETURNING k.program::text
		), said AS (
			INSERT INTO kept.program_keys AS k
			SELECT * FROM now
			ON CONFLICT (program) DO UPDATE SET
				pillar = excluded.pillar, country = excluded.country, donors = excluded.donors,
				pillars = excluded.pillars, pillar_shares = excluded.pillar_shares, places = excluded.places, place_shares = excluded.place_shares
				WHERE k IS DISTINCT FROM excluded
			RETURNING k.program::text
		)
		SELECT array_agg(program) INTO moved FROM (SELECT program FROM gone UNION ALL SELECT program FROM said) AS changed;
		touched := touched || ARRAY(SELECT r.id FROM public.results r WHERE r.program = ANY (moved));
		paid := paid || ARRAY(SELECT t.id FROM public.transactions t WHERE t.program = ANY (moved));
	END IF;
	IF touched <> '{}' THEN PERFORM kept.count_anew(ARRAY(SELECT DISTINCT t FROM unnest(touched) AS t)); END IF;
	IF paid <> '{}' THEN PERFORM kept.count_money_anew(ARRAY(SELECT DISTINCT t FROM unnest(paid) AS t)); END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "counted_at_the_end" AFTER INSERT ON "unchecked"."counts"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "kept"."count_what_was_noted"();--> statement-breakpoint
CREATE FUNCTION "kept"."note"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
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
			SELECT n.code::text FROM latter n LEFT JOIN former o ON o.code = n.code WHERE n.parent IS DISTINCT FROM o.parent
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
	IF touched <> '{}' OR paid <> '{}' OR named <> '{}' THEN
		INSERT INTO unchecked.counts (results, transactions, programs) VALUES (touched, paid, named);
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
DO $$
DECLARE
	portfolio text;
	event text;
BEGIN
	FOREACH portfolio IN ARRAY ARRAY['results', 'result_parts', 'transactions', 'programs', 'program_pillars', 'program_places', 'program_organisations'] LOOP
		FOREACH event IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
			EXECUTE format(
				'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s FOR EACH STATEMENT EXECUTE FUNCTION kept.note()',
				portfolio || '_counted_' || lower(event), event, portfolio,
				CASE event WHEN 'INSERT' THEN 'NEW TABLE AS latter' WHEN 'UPDATE' THEN 'OLD TABLE AS former NEW TABLE AS latter' ELSE 'OLD TABLE AS former' END
			);
		END LOOP;
	END LOOP;
END $$;--> statement-breakpoint

-- Readers see the totals of what they may see: a donor its own and those of programmes that it funds, an officer those of
-- own programmes, the public those that name no donor. Of the donors that stand together in a row, a donor sees itself alone
-- and the public none; a policy cannot hide a part of a column, so they have views.
CREATE FUNCTION "kept"."seen"("donors" text[]) RETURNS text[] LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
	SELECT CASE
		WHEN current_user <> 'attest_reader' OR reader_kind() = 'programs' THEN donors
		ELSE ARRAY(SELECT d FROM unnest(donors) AS d WHERE reader_kind() = 'donor' AND d = ANY (reader_codes()))
	END
$$;--> statement-breakpoint
CREATE VIEW "kept"."program_keys_seen" WITH (security_barrier) AS
	SELECT k.program, k.pillar, k.country, kept.seen(k.donors) AS donors
	FROM kept.program_keys k
	WHERE current_user <> 'attest_reader' OR k.program IN (SELECT programs_of_reader());--> statement-breakpoint
CREATE VIEW "kept"."results_seen" WITH (security_barrier) AS
	SELECT r.id, r.indicator, r.kind, r.program, r.pillar, r.country, kept.seen(r.donors) AS donors, r.period_end,
		r.qualifier, r.value, r.value_high, r.denominator, r.approved_at, r.parts
	FROM kept.results r
	WHERE current_user <> 'attest_reader' OR r.program IN (SELECT programs_of_reader());--> statement-breakpoint
GRANT USAGE ON SCHEMA "kept" TO "attest_reader";--> statement-breakpoint
GRANT SELECT ON "kept"."totals", "kept"."results_seen", "kept"."program_keys_seen" TO "attest_reader";--> statement-breakpoint
ALTER TABLE "kept"."totals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "readers" ON "kept"."totals" FOR SELECT TO "attest_reader" USING (
	CASE level
		WHEN 'program' THEN key IN (SELECT programs_of_reader())
		WHEN 'donor' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		WHEN 'donor pillar' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		WHEN 'donor country' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		ELSE reader_kind() = 'public'
	END
);
