-- Fewer totals, made sooner. Of programmes, years and breakdowns hardly shrink what they are made of: they are no longer kept,
-- and read from the results by indexes of their own. And by the keys that are kept of each programme (who funds it, what it lies
-- below, whether several fund it) it is found who sees what of whom: until now every statement of a reader climbed from every
-- programme, and read every transaction. Level and grain are texts: under row-level security an index finds only what is compared
-- by a function that is said not to leak, and that of an enumeration is not.
TRUNCATE "kept"."totals", "kept"."money", "kept"."entries", "kept"."results", "kept"."program_keys";--> statement-breakpoint
DROP POLICY "readers" ON "kept"."totals";--> statement-breakpoint
DROP POLICY "readers" ON "kept"."money";--> statement-breakpoint
DROP INDEX "kept"."kept_entries_program";--> statement-breakpoint
DROP INDEX "kept"."kept_results_program";--> statement-breakpoint
ALTER TABLE "kept"."money" ALTER COLUMN "level" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "kept"."money" ALTER COLUMN "grain" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "kept"."money" ALTER COLUMN "count" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "kept"."totals" ALTER COLUMN "level" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "kept"."totals" ALTER COLUMN "grain" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "kept"."totals" ALTER COLUMN "count" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "kept"."totals" ALTER COLUMN "abouts" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "kept"."totals" ALTER COLUMN "at_leasts" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "kept"."totals" ALTER COLUMN "at_mosts" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "kept"."totals" ALTER COLUMN "ranges" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "kept"."totals" ALTER COLUMN "wholes" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "kept"."entries" ADD COLUMN "receiver" "code" NOT NULL;--> statement-breakpoint
ALTER TABLE "kept"."program_keys" ADD COLUMN "root" "code" NOT NULL;--> statement-breakpoint
ALTER TABLE "kept"."program_keys" ADD COLUMN "several_funders" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "kept_entries_donor" ON "kept"."entries" USING btree ("donor","type","value_date");--> statement-breakpoint
CREATE INDEX "kept_money_program" ON "kept"."money" USING btree ("key") WHERE "kept"."money"."level" = 'program' AND "kept"."money"."grain" = 'ever';--> statement-breakpoint
CREATE INDEX "kept_money_program_donor" ON "kept"."money" USING btree ("other_key") WHERE "kept"."money"."level" = 'program' AND "kept"."money"."grain" = 'ever';--> statement-breakpoint
CREATE INDEX "kept_results_indicator_country" ON "kept"."results" USING btree ("indicator","kind","country","period_end");--> statement-breakpoint
CREATE INDEX "kept_program_keys_donors" ON "kept"."program_keys" USING gin ("donors");--> statement-breakpoint
CREATE INDEX "kept_program_keys_root" ON "kept"."program_keys" USING btree ("root");--> statement-breakpoint
CREATE INDEX "kept_entries_program" ON "kept"."entries" USING btree ("program","type");--> statement-breakpoint
CREATE INDEX "kept_results_program" ON "kept"."results" USING btree ("program","indicator","kind");--> statement-breakpoint
DROP TYPE "kept"."grain";--> statement-breakpoint
DROP TYPE "kept"."level";--> statement-breakpoint

-- Of a list, what a reader sees: a donor itself alone, the public none. A function with a setting of its own cannot be
-- written into the statement that asks, and would be called for every row.
DROP VIEW "kept"."results_seen";--> statement-breakpoint
DROP VIEW "kept"."program_keys_seen";--> statement-breakpoint
DROP FUNCTION "kept"."seen"(text[]);--> statement-breakpoint
CREATE VIEW "kept"."program_keys_seen" WITH (security_barrier) AS
	SELECT k.program, k.pillar, k.country,
		CASE
			WHEN current_user <> 'attest_reader' OR (SELECT reader_kind()) = 'programs' THEN k.donors
			ELSE ARRAY(SELECT d FROM unnest(k.donors) AS d WHERE (SELECT reader_kind()) = 'donor' AND d = ANY ((SELECT reader_codes())::text[]))
		END AS donors
	FROM kept.program_keys k
	WHERE current_user <> 'attest_reader' OR k.program IN (SELECT programs_of_reader());--> statement-breakpoint
CREATE VIEW "kept"."results_seen" WITH (security_barrier) AS
	SELECT r.id, r.indicator, r.kind, r.program, r.pillar, r.country,
		CASE
			WHEN current_user <> 'attest_reader' OR (SELECT reader_kind()) = 'programs' THEN r.donors
			ELSE ARRAY(SELECT d FROM unnest(r.donors) AS d WHERE (SELECT reader_kind()) = 'donor' AND d = ANY ((SELECT reader_codes())::text[]))
		END AS donors,
		r.period_end, r.qualifier, r.value, r.value_high, r.denominator, r.approved_at, r.parts
	FROM kept.results r
	WHERE current_user <> 'attest_reader' OR r.program IN (SELECT programs_of_reader());--> statement-breakpoint
GRANT SELECT ON "kept"."results_seen", "kept"."program_keys_seen" TO "attest_reader";--> statement-breakpoint

DROP FUNCTION "kept"."keys_of"(text[]);--> statement-breakpoint
CREATE FUNCTION "kept"."keys_of"("programs" text[]) RETURNS TABLE(
	"program" text, "pillar" text, "country" text, "donors" text[],
	"pillars" text[], "pillar_shares" numeric[], "places" text[], "place_shares" numeric[], "root" text
) LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
	WITH RECURSIVE climb(program, at, depth) AS (
		SELECT p.code::text, p.code::text, 0 FROM public.programs p WHERE p.code = ANY (keys_of.programs)
		UNION ALL
		SELECT c.program, p.parent::text, c.depth + 1 FROM climb c JOIN public.programs p ON p.code = c.at
		WHERE p.parent IS NOT NULL AND c.depth < 100
	), roots AS (
		SELECT DISTINCT ON (c.program) c.program, c.at AS root FROM climb c ORDER BY c.program, c.depth DESC
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
		CASE WHEN kept.are_split(places.codes, places.shares) THEN places.shares ELSE ARRAY[100] END,
		roots.root
	FROM climb c
	JOIN roots ON roots.program = c.program
	LEFT JOIN pillars ON pillars.program = c.program
	LEFT JOIN places ON places.program = c.program
	LEFT JOIN funders ON funders.program = c.program
	WHERE c.depth = 0
$$;--> statement-breakpoint
-- The totals that results make. What is kept of a level: 3 its months, years and all time, 2 its years and all time, 1 all
-- time; of a breakdown axis no months, and one key at most (src/analytics/kept-plan.ts). Years are summed from months, and
-- all time from years. Without sorting: the planner expects more of a list than it holds, and a hash is quicker.
CREATE FUNCTION "kept"."sums_of"("counted" "kept"."results"[]) RETURNS SETOF "kept"."totals"
LANGUAGE sql STABLE SET search_path FROM CURRENT SET jit = off SET enable_sort = off SET work_mem = '128MB' AS $$
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
		SELECT p.indicator, p.kind, p.axis, l.level, l.key, l.other_key, p.part,
			CASE WHEN p.month IS NULL THEN 0 WHEN l.times = 1 THEN 1 WHEN l.times = 2 OR p.axis <> '' THEN p.month / 100 ELSE p.month END AS span,
			count(*) AS count, sum(value) AS value, sum(exact) AS exact, sum(denominator) AS denominator, sum(high) AS high,
			count(about) AS abouts, count(at_least) AS at_leasts, count(at_most) AS at_mosts, count(range) AS ranges, count(whole) AS wholes
		FROM portions p
		CROSS JOIN LATERAL (
			SELECT 'donor' AS level, d AS key, '' AS other_key, 3 AS times FROM unnest(p.donors) AS d
			UNION ALL VALUES ('all', '', '', 3), ('pillar', p.pillar::text, '', 3), ('country', p.country::text, '', 3)
			UNION ALL SELECT o.level, d, o.other_key, 2 FROM unnest(p.donors) AS d
				CROSS JOIN LATERAL (VALUES ('donor pillar', p.pillar::text), ('donor country', p.country::text)) AS o(level, other_key) WHERE p.axis = ''
			UNION ALL SELECT * FROM (VALUES ('pillar country', p.pillar::text, p.country::text, 2), ('program', p.program::text, '', 1)) AS o WHERE p.axis = ''
		) AS l
		GROUP BY p.indicator, p.kind, p.axis, l.level, l.key, l.other_key, p.part, span
	), yearly AS MATERIALIZED (
		SELECT indicator, kind, axis, level, key, other_key, part, CASE WHEN span > 9999 THEN span / 100 ELSE span END AS year,
			sum(count) AS count, sum(value) AS value, sum(exact) AS exact, sum(denominator) AS denominator, sum(high) AS high,
			sum(abouts) AS abouts, sum(at_leasts) AS at_leasts, sum(at_mosts) AS at_mosts, sum(ranges) AS ranges, sum(wholes) AS wholes
		FROM fine GROUP BY indicator, kind, axis, level, key, other_key, part, year
	), summed AS (
		SELECT indicator, kind, axis, level, 'month' AS grain, span, key, other_key, part,
			count, value, exact, denominator, high, abouts, at_leasts, at_mosts, ranges, wholes
		FROM fine WHERE span > 9999
		UNION ALL
		SELECT indicator, kind, axis, level, CASE year WHEN 0 THEN 'undated' ELSE 'year' END, year, key, other_key, part,
			count, value, exact, denominator, high, abouts, at_leasts, at_mosts, ranges, wholes
		FROM yearly WHERE year <> 1
		UNION ALL
		SELECT indicator, kind, axis, level, 'ever', 0, key, other_key, part,
			sum(count), sum(value), sum(exact), sum(denominator), sum(high), sum(abouts), sum(at_leasts), sum(at_mosts), sum(ranges), sum(wholes)
		FROM yearly GROUP BY indicator, kind, axis, level, key, other_key, part
	)
	SELECT indicator, kind, axis, level, grain, span, key, other_key, part,
		count::integer, value, COALESCE(exact, 0), COALESCE(denominator, 0), COALESCE(high, 0),
		abouts::integer, at_leasts::integer, at_mosts::integer, ranges::integer, wholes::integer
	FROM summed
$$;--> statement-breakpoint
-- Adds results to the totals, or takes them away (sign -1). A total of no results may stay, and says nothing.
CREATE OR REPLACE FUNCTION "kept"."add"("counted" "kept"."results"[], "sign" integer) RETURNS void LANGUAGE sql SET search_path FROM CURRENT AS $$
	INSERT INTO kept.totals AS t
	SELECT indicator, kind, axis, level, grain, span, key, other_key, part,
		sign * count, sign * value, sign * exact, sign * denominator, sign * high,
		sign * abouts, sign * at_leasts, sign * at_mosts, sign * ranges, sign * wholes
	FROM kept.sums_of(counted)
	ON CONFLICT (indicator, kind, axis, level, grain, span, key, other_key, part) DO UPDATE SET
		count = t.count + excluded.count, value = t.value + excluded.value, exact = t.exact + excluded.exact,
		denominator = t.denominator + excluded.denominator, high = t.high + excluded.high, abouts = t.abouts + excluded.abouts,
		at_leasts = t.at_leasts + excluded.at_leasts, at_mosts = t.at_mosts + excluded.at_mosts, ranges = t.ranges + excluded.ranges,
		wholes = t.wholes + excluded.wholes
$$;--> statement-breakpoint
-- The same of money. A transaction counts once in each row, in however many cells; nearly all have one.
CREATE FUNCTION "kept"."sums_of_money"("counted" "kept"."entries"[]) RETURNS SETOF "kept"."money"
LANGUAGE sql STABLE SET search_path FROM CURRENT SET jit = off SET enable_sort = off SET work_mem = '128MB' AS $$
	WITH several AS MATERIALIZED (
		SELECT e.transaction FROM unnest(counted) AS e GROUP BY e.transaction HAVING count(*) > 1
	), cells AS MATERIALIZED (
		SELECT e.*, extract(year FROM e.value_date)::integer * 100 + extract(month FROM e.value_date)::integer AS month,
			CASE WHEN e.illustrative THEN e.amount END AS made_up, 1 AS first, 1 AS first_of_place, 1 AS first_of_pillar
		FROM unnest(counted) AS e WHERE e.transaction NOT IN (SELECT s.transaction FROM several s)
		UNION ALL
		SELECT e.*, extract(year FROM e.value_date)::integer * 100 + extract(month FROM e.value_date)::integer,
			CASE WHEN e.illustrative THEN e.amount END,
			(row_number() OVER (PARTITION BY e.transaction ORDER BY e.place, e.pillar) = 1)::integer,
			(row_number() OVER (PARTITION BY e.transaction, e.place ORDER BY e.pillar) = 1)::integer,
			(row_number() OVER (PARTITION BY e.transaction, e.pillar ORDER BY e.place) = 1)::integer
		FROM unnest(counted) AS e WHERE e.transaction IN (SELECT s.transaction FROM several s)
	), fine AS MATERIALIZED (
		SELECT c.type, l.level, l.key, l.other_key, c.currency,
			CASE l.times WHEN 3 THEN c.month WHEN 2 THEN c.month / 100 ELSE 1 END AS span,
			sum(l.count) AS count, sum(c.amount) AS amount, sum(c.made_up) AS illustrative
		FROM cells c
		CROSS JOIN LATERAL (VALUES
			('all', '', '', c.first, 3),
			('pillar', c.pillar::text, '', c.first_of_pillar, 3),
			('country', c.place::text, '', c.first_of_place, 3),
			('donor', c.donor::text, '', c.first, 3),
			('program', c.program::text, c.donor::text, c.first, 1),
			('pillar country', c.pillar::text, c.place::text, 1, 2),
			('donor pillar', c.donor::text, c.pillar::text, c.first_of_pillar, 2),
			('donor country', c.donor::text, c.place::text, c.first_of_place, 2),
			('donor receiver', c.donor::text, c.receiver::text, c.first, 1)
		) AS l(level, key, other_key, count, times)
		WHERE l.level <> 'donor receiver' OR l.other_key <> ''
		GROUP BY c.type, l.level, l.key, l.other_key, c.currency, span
	), yearly AS MATERIALIZED (
		SELECT type, level, CASE WHEN span > 9999 THEN span / 100 ELSE span END AS year, key, other_key, currency,
			sum(count) AS count, sum(amount) AS amount, sum(illustrative) AS illustrative
		FROM fine GROUP BY type, level, year, key, other_key, currency
	), summed AS (
		SELECT type, level, 'month' AS grain, span, key, other_key, currency, count, amount, illustrative FROM fine WHERE span > 9999
		UNION ALL
		SELECT type, level, 'year', year, key, other_key, currency, count, amount, illustrative FROM yearly WHERE year <> 1
		UNION ALL
		SELECT type, level, 'ever', 0, key, other_key, currency, sum(count), sum(amount), sum(illustrative)
		FROM yearly GROUP BY type, level, key, other_key, currency
	)
	SELECT type, level, grain, span, key, other_key, currency, count::integer, amount, COALESCE(illustrative, 0)
	FROM summed
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "kept"."add_money"("counted" "kept"."entries"[], "sign" integer) RETURNS void LANGUAGE sql SET search_path FROM CURRENT AS $$
	INSERT INTO kept.money AS m
	SELECT type, level, grain, span, key, other_key, currency, sign * count, sign * amount, sign * illustrative FROM kept.sums_of_money(counted)
	ON CONFLICT (type, level, grain, span, key, other_key, currency) DO UPDATE SET
		count = m.count + excluded.count, amount = m.amount + excluded.amount, illustrative = m.illustrative + excluded.illustrative
$$;--> statement-breakpoint
-- What transactions count as, of those named (rules 1, 7 and 8): each with its donor, spread over places and pillars, in the
-- reporting currency, or in its own where there is no rate.
CREATE OR REPLACE FUNCTION "kept"."money_counting"("ids" uuid[]) RETURNS SETOF "kept"."entries"
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
	SELECT t.id, t.type, t.program, COALESCE(t.provider, kept.only_of(k.donors)), c.place, c.pillar, t.value_date,
		CASE WHEN t.converted_minor IS NULL THEN t.currency ELSE '' END, c.amount_minor, t.illustrative,
		COALESCE(t.receiver, '')
	FROM unnest(money_counting.ids) AS asked(id)
	JOIN public.transactions t ON t.id = asked.id
	JOIN kept.program_keys k ON k.program = t.program
	CROSS JOIN LATERAL (
		-- Nearly all have one cell, and it needs no arithmetic.
		SELECT COALESCE(t.place, k.places[1])::text AS place, k.pillars[1] AS pillar, COALESCE(t.converted_minor, t.amount_minor)::numeric AS amount_minor
		WHERE (t.place IS NOT NULL OR cardinality(k.places) = 1) AND cardinality(k.pillars) = 1
		UNION ALL
		SELECT * FROM kept.cells(
			COALESCE(t.converted_minor, t.amount_minor),
			CASE WHEN t.place IS NULL THEN k.places ELSE ARRAY[t.place::text] END,
			CASE WHEN t.place IS NULL THEN k.place_shares ELSE ARRAY[100] END,
			k.pillars, k.pillar_shares
		)
		WHERE NOT ((t.place IS NOT NULL OR cardinality(k.places) = 1) AND cardinality(k.pillars) = 1)
	) AS c
	WHERE t.status = 'approved'
$$;--> statement-breakpoint
-- Whether several fund what lies below a root, itself among it: as funding organisations, or by money that names who gave it.
-- (Money that names nobody is the only funding organisation's, which is among them.)
CREATE FUNCTION "kept"."see_funders"("roots" text[]) RETURNS void LANGUAGE sql SET search_path FROM CURRENT SET jit = off AS $$
	WITH members AS MATERIALIZED (
		SELECT k.root::text, k.program::text FROM kept.program_keys k WHERE k.root = ANY (see_funders.roots)
	), funders AS (
		SELECT m.root, o.organisation::text FROM members m JOIN public.program_organisations o ON o.program = m.program AND o.role = 'funding'
		UNION
		SELECT m.root, d.other_key::text FROM members m
		JOIN kept.money d ON d.key = m.program AND d.level = 'program' AND d.grain = 'ever' AND d.count <> 0
		WHERE d.other_key NOT IN ('not-recorded', 'not-split')
	), several AS (
		SELECT f.root FROM funders f GROUP BY f.root HAVING count(*) > 1
	)
	UPDATE kept.program_keys k SET several_funders = k.root IN (SELECT s.root FROM several s)
	WHERE k.root = ANY (see_funders.roots) AND k.several_funders <> (k.root IN (SELECT s.root FROM several s))
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "kept"."count_what_was_noted"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET jit = off AS $$
DECLARE
	touched uuid[];
	paid uuid[];
	named text[];
	moved text[];
	roots text[] := '{}';
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
		roots := ARRAY(SELECT DISTINCT k.root::text FROM kept.program_keys k WHERE k.program = ANY (named));
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
		SELECT array_agg(program) INTO moved FROM (SELECT program FROM gone UNION ALL SELECT program FROM said) AS changed;
		touched := touched || ARRAY(SELECT r.id FROM public.results r WHERE r.program = ANY (moved));
		paid := paid || ARRAY(SELECT t.id FROM public.transactions t WHERE t.program = ANY (moved));
	END IF;
	IF touched <> '{}' THEN PERFORM kept.count_anew(ARRAY(SELECT DISTINCT t FROM unnest(touched) AS t)); END IF;
	IF paid <> '{}' THEN
		paid := ARRAY(SELECT DISTINCT t FROM unnest(paid) AS t);
		named := named || ARRAY(SELECT DISTINCT e.program::text FROM kept.entries e WHERE e.transaction = ANY (paid));
		PERFORM kept.count_money_anew(paid);
		named := named || ARRAY(SELECT DISTINCT e.program::text FROM kept.entries e WHERE e.transaction = ANY (paid));
	END IF;
	IF named <> '{}' THEN
		PERFORM kept.see_funders(roots || ARRAY(SELECT DISTINCT k.root::text FROM kept.program_keys k WHERE k.program = ANY (named)));
	END IF;
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
			SELECT COALESCE(n.code, o.code)::text FROM latter n FULL JOIN former o ON o.code = n.code
			WHERE n.code IS NULL OR o.code IS NULL OR n.parent IS DISTINCT FROM o.parent
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
-- All of it from the rows. Pages are answered meanwhile from what was kept; whoever changes figures waits. All that shares a
-- total is counted at once, so that none is written twice: results of an indicator and kind, in order of time, as they are
-- read; money by type and year, but for totals of all time.
CREATE OR REPLACE FUNCTION "rebuild_kept_totals"() RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
	portion record;
	counted kept.results[];
	paid kept.entries[];
BEGIN
	LOCK TABLE public.revision IN EXCLUSIVE MODE;
	DELETE FROM unchecked.counts;
	DELETE FROM kept.money;
	DELETE FROM kept.entries;
	DELETE FROM kept.totals;
	DELETE FROM kept.results;
	DELETE FROM kept.program_keys;
	INSERT INTO kept.program_keys (program, pillar, country, donors, pillars, pillar_shares, places, place_shares, root)
	SELECT * FROM kept.keys_of(ARRAY(SELECT code::text FROM public.programs));
	FOR portion IN
		SELECT array_agg(id) AS ids FROM public.results WHERE status = 'approved' GROUP BY indicator, kind ORDER BY indicator, kind
	LOOP
		counted := ARRAY(SELECT c FROM kept.counting(portion.ids) AS c ORDER BY c.period_end);
		INSERT INTO kept.results SELECT (c).* FROM unnest(counted) AS c;
		INSERT INTO kept.totals SELECT * FROM kept.sums_of(counted);
	END LOOP;
	FOR portion IN
		SELECT array_agg(id) AS ids FROM public.transactions WHERE status = 'approved'
		GROUP BY type, date_trunc('year', value_date) ORDER BY type, date_trunc('year', value_date)
	LOOP
		paid := ARRAY(SELECT e FROM kept.money_counting(portion.ids) AS e);
		INSERT INTO kept.entries SELECT (e).* FROM unnest(paid) AS e;
		PERFORM kept.add_money(paid, 1);
	END LOOP;
	PERFORM kept.see_funders(ARRAY(SELECT DISTINCT k.root::text FROM kept.program_keys k));
END $$;--> statement-breakpoint

CREATE OR REPLACE FUNCTION "programs_of_reader"() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
	SELECT k.program::text FROM kept.program_keys k WHERE reader_kind() = 'donor' AND k.donors && reader_codes()
	UNION ALL
	SELECT * FROM (
		WITH RECURSIVE below(code) AS (
			SELECT p.code::text FROM programs p WHERE reader_kind() = 'programs' AND p.code = ANY (reader_codes())
			UNION
			SELECT p.code::text FROM programs p JOIN below b ON p.parent = b.code
		)
		SELECT code FROM below
	) AS officers
	UNION ALL
	SELECT p.code::text FROM programs p WHERE reader_kind() = 'public'
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "is_readers_money"("provider" code, "program" code) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
	SELECT CASE reader_kind()
		WHEN 'donor' THEN
			COALESCE(provider, (SELECT kept.only_of(k.donors) FROM kept.program_keys k WHERE k.program = is_readers_money.program)) = ANY (reader_codes())
		WHEN 'programs' THEN is_readers_money.program IN (SELECT programs_of_reader())
		ELSE false
	END
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "programs_shown_to_reader"() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
	SELECT programs_of_reader()
	UNION
	SELECT m.key::text FROM kept.money m
	WHERE reader_kind() = 'donor' AND m.level = 'program' AND m.grain = 'ever' AND m.other_key = ANY (reader_codes()) AND m.count <> 0
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "programs_of_several_funders"() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
	SELECT k.program::text FROM kept.program_keys k WHERE k.several_funders
$$;--> statement-breakpoint
DROP FUNCTION "funding_sources"();--> statement-breakpoint
-- As is_readers_money has it, written out: a function would be called for every transaction.
CREATE OR REPLACE VIEW "transactions_seen" WITH (security_barrier) AS
	SELECT m.id, m.program, m.type, m.value_date, m.amount_minor, m.currency, m.provider, m.receiver, m.place,
		m.illustrative, m.converted_minor, m.rate, m.rate_date, m.rate_source,
		CASE WHEN s.reads_note THEN m.note END AS note, CASE WHEN s.reads_note THEN m.note_for END AS note_for,
		m.status
	FROM transactions m
	CROSS JOIN LATERAL (
		SELECT reads_text(m.note_for, m.program IN (SELECT programs_of_several_funders())) AS reads_note
	) AS s
	WHERE current_user <> 'attest_reader' OR (m.status = 'approved' AND CASE (SELECT reader_kind())
		WHEN 'donor' THEN
			COALESCE(m.provider, (SELECT kept.only_of(k.donors) FROM kept.program_keys k WHERE k.program = m.program)) = ANY ((SELECT reader_codes())::text[])
		WHEN 'programs' THEN m.program IN (SELECT programs_of_reader())
		ELSE false
	END);--> statement-breakpoint
-- Organisations that the reader's money names: to a donor whom its own went to.
CREATE FUNCTION "parties_of_reader"() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
	SELECT m.other_key::text FROM kept.money m
	WHERE reader_kind() = 'donor' AND m.level = 'donor receiver' AND m.grain = 'ever' AND m.key = ANY (reader_codes()) AND m.count <> 0
	UNION ALL
	SELECT p.code::text FROM transactions t CROSS JOIN LATERAL (VALUES (t.provider), (t.receiver)) AS p(code)
	WHERE reader_kind() = 'programs' AND t.status = 'approved' AND t.program IN (SELECT programs_of_reader())
$$;--> statement-breakpoint
-- Of the past, which is read by this very policy, the transactions of then say it.
ALTER POLICY "organisations_of_readers" ON "organisations" USING (
	(reader_kind() = 'donor' AND code = ANY (reader_codes()))
	OR code IN (SELECT organisation FROM program_organisations)
	OR CASE
		WHEN COALESCE(current_setting('attest.as_of', true), '') = '' THEN code IN (SELECT parties_of_reader())
		ELSE code IN (SELECT receiver FROM transactions_seen) OR code IN (SELECT provider FROM transactions_seen)
	END
);--> statement-breakpoint
CREATE POLICY "readers" ON "kept"."totals" FOR SELECT TO "attest_reader" USING (
	CASE level
		WHEN 'program' THEN key IN (SELECT programs_of_reader())
		WHEN 'donor' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		WHEN 'donor pillar' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		WHEN 'donor country' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		ELSE reader_kind() = 'public'
	END
);--> statement-breakpoint
CREATE POLICY "readers" ON "kept"."money" FOR SELECT TO "attest_reader" USING (
	CASE level
		WHEN 'program' THEN CASE reader_kind()
			WHEN 'programs' THEN key IN (SELECT programs_of_reader())
			WHEN 'donor' THEN other_key = ANY (reader_codes())
			ELSE false
		END
		WHEN 'donor' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		WHEN 'donor pillar' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		WHEN 'donor country' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		WHEN 'donor receiver' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		ELSE false
	END
);--> statement-breakpoint
SELECT make_as_of();--> statement-breakpoint
SELECT rebuild_kept_totals();
