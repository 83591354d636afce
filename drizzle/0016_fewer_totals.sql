-- Fewer totals, made sooner. Of programmes, years and breakdowns hardly shrink what they are made of: they are no longer kept,
-- and read from the results by indexes of their own.
TRUNCATE "kept"."totals", "kept"."money", "kept"."entries", "kept"."results", "kept"."program_keys";--> statement-breakpoint
DROP INDEX "kept"."kept_entries_program";--> statement-breakpoint
DROP INDEX "kept"."kept_results_program";--> statement-breakpoint
ALTER TABLE "kept"."money" ALTER COLUMN "count" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "kept"."totals" ALTER COLUMN "count" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "kept"."totals" ALTER COLUMN "abouts" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "kept"."totals" ALTER COLUMN "at_leasts" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "kept"."totals" ALTER COLUMN "at_mosts" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "kept"."totals" ALTER COLUMN "ranges" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "kept"."totals" ALTER COLUMN "wholes" SET DATA TYPE integer;--> statement-breakpoint
CREATE INDEX "kept_entries_donor" ON "kept"."entries" USING btree ("donor","type","value_date");--> statement-breakpoint
CREATE INDEX "kept_results_indicator_country" ON "kept"."results" USING btree ("indicator","kind","country","period_end");--> statement-breakpoint
CREATE INDEX "kept_entries_program" ON "kept"."entries" USING btree ("program","type");--> statement-breakpoint
CREATE INDEX "kept_results_program" ON "kept"."results" USING btree ("program","indicator","kind");--> statement-breakpoint

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
	SELECT indicator, kind, axis, level::kept.level, grain::kept.grain, span, key, other_key, part,
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
			('program', c.program::text, '', c.first, 1),
			('pillar country', c.pillar::text, c.place::text, 1, 2),
			('donor pillar', c.donor::text, c.pillar::text, c.first_of_pillar, 2),
			('donor country', c.donor::text, c.place::text, c.first_of_place, 2)
		) AS l(level, key, other_key, count, times)
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
	SELECT type, level::kept.level, grain::kept.grain, span, key, other_key, currency, count::integer, amount, COALESCE(illustrative, 0)
	FROM summed
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "kept"."add_money"("counted" "kept"."entries"[], "sign" integer) RETURNS void LANGUAGE sql SET search_path FROM CURRENT AS $$
	INSERT INTO kept.money AS m
	SELECT type, level, grain, span, key, other_key, currency, sign * count, sign * amount, sign * illustrative FROM kept.sums_of_money(counted)
	ON CONFLICT (type, level, grain, span, key, other_key, currency) DO UPDATE SET
		count = m.count + excluded.count, amount = m.amount + excluded.amount, illustrative = m.illustrative + excluded.illustrative
$$;--> statement-breakpoint

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
	INSERT INTO kept.program_keys SELECT * FROM kept.keys_of(ARRAY(SELECT code::text FROM public.programs));
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
SELECT rebuild_kept_totals();
