-- Totals of money that are kept, as those of results are (drizzle/0014_kept_totals.sql).
CREATE TABLE "kept"."entries" (
	"transaction" uuid NOT NULL,
	"type" text NOT NULL,
	"program" "code" NOT NULL,
	"donor" "code" NOT NULL,
	"place" "code" NOT NULL,
	"pillar" "code" NOT NULL,
	"value_date" date NOT NULL,
	"currency" text NOT NULL,
	"amount" numeric NOT NULL,
	"illustrative" boolean NOT NULL,
	CONSTRAINT "entries_pk" PRIMARY KEY("transaction","place","pillar")
);
--> statement-breakpoint
CREATE TABLE "kept"."money" (
	"type" text NOT NULL,
	"level" "kept"."level" NOT NULL,
	"grain" "kept"."grain" NOT NULL,
	"span" integer NOT NULL,
	"key" "code" NOT NULL,
	"other_key" "code" NOT NULL,
	"currency" text NOT NULL,
	"count" bigint NOT NULL,
	"amount" numeric NOT NULL,
	"illustrative" numeric NOT NULL,
	CONSTRAINT "money_pk" PRIMARY KEY("type","level","grain","span","key","other_key","currency")
);
--> statement-breakpoint
CREATE INDEX "kept_entries_type_value_date" ON "kept"."entries" USING btree ("type","value_date");--> statement-breakpoint
CREATE INDEX "kept_entries_program" ON "kept"."entries" USING btree ("program");--> statement-breakpoint
CREATE INDEX "kept_money_other_key" ON "kept"."money" USING btree ("type","level","grain","span","other_key") WHERE "kept"."money"."other_key" <> '';--> statement-breakpoint
ALTER TABLE "kept"."money" SET (fillfactor = 80);--> statement-breakpoint

-- Splits an amount by shares (rule 8): largest remainder on minor units, ties in order of code, as `allocate` in
-- src/core/allocation.ts has it. Codes come in their order, with the place of each.
CREATE FUNCTION "kept"."allocate"("amount" numeric, "codes" text[], "shares" numeric[]) RETURNS TABLE("code" text, "share" numeric, "position" bigint, "allocated" numeric)
LANGUAGE sql IMMUTABLE AS $$
	SELECT s.code, s.share, s.position,
		trunc(s.ideal) + CASE
			WHEN row_number() OVER (ORDER BY s.ideal - trunc(s.ideal) DESC, s.position) <= allocate.amount - sum(trunc(s.ideal)) OVER () THEN 1
			ELSE 0
		END
	FROM (
		SELECT g.code, g.share, g.position, allocate.amount * g.share * 0.01 AS ideal
		FROM unnest(codes, shares) WITH ORDINALITY AS g(code, share, position)
	) AS s
$$;--> statement-breakpoint
-- Splits an amount over places and pillars at once, as `allocateJointly` there: every cell gets the whole minor units of its
-- share; what places and pillars still lack, in sum the same, goes to their cells in order, which is where the lacks of both,
-- laid end to end, overlap.
CREATE FUNCTION "kept"."cells"("amount" bigint, "places" text[], "place_shares" numeric[], "pillars" text[], "pillar_shares" numeric[])
RETURNS TABLE("place" text, "pillar" text, "amount_minor" numeric) LANGUAGE sql IMMUTABLE SET search_path FROM CURRENT AS $$
	WITH grid AS (
		SELECT p.code AS place, p.position AS row, p.allocated AS of_place, q.code AS pillar, q.position AS col, q.allocated AS of_pillar,
			trunc(abs(amount)::numeric * p.share * q.share * 0.0001) AS floor
		FROM kept.allocate(abs(amount)::numeric, places, place_shares) AS p
		CROSS JOIN kept.allocate(abs(amount)::numeric, pillars, pillar_shares) AS q
	), rows AS (
		SELECT row, sum(lack) OVER (ORDER BY row) AS upto, lack FROM (SELECT row, of_place - sum(floor) AS lack FROM grid GROUP BY row, of_place) AS r
	), cols AS (
		SELECT col, sum(lack) OVER (ORDER BY col) AS upto, lack FROM (SELECT col, of_pillar - sum(floor) AS lack FROM grid GROUP BY col, of_pillar) AS c
	)
	SELECT g.place, g.pillar,
		sign(amount)::numeric * (g.floor + greatest(0, least(r.upto, c.upto) - greatest(r.upto - r.lack, c.upto - c.lack)))
	FROM grid g JOIN rows r USING (row) JOIN cols c USING (col)
$$;--> statement-breakpoint
-- What transactions count as, of those named (rules 1, 7 and 8): each with its donor, spread over places and pillars, in the
-- reporting currency, or in its own where there is no rate.
CREATE FUNCTION "kept"."money_counting"("ids" uuid[]) RETURNS SETOF "kept"."entries"
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
	SELECT t.id, t.type, t.program, COALESCE(t.provider, kept.only_of(k.donors)), c.place, c.pillar, t.value_date,
		CASE WHEN t.converted_minor IS NULL THEN t.currency ELSE '' END, c.amount_minor, t.illustrative
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
-- Adds entries to the totals, or takes them away (sign -1). A transaction counts once in each row, in however many cells.
CREATE FUNCTION "kept"."add_money"("counted" "kept"."entries"[], "sign" integer) RETURNS void
LANGUAGE sql SET search_path FROM CURRENT SET jit = off SET work_mem = '64MB' AS $$
	WITH cells AS MATERIALIZED (
		SELECT e.*, extract(year FROM e.value_date)::integer * 100 + extract(month FROM e.value_date)::integer AS month,
			CASE WHEN e.illustrative THEN e.amount END AS made_up,
			(row_number() OVER (PARTITION BY e.transaction ORDER BY e.place, e.pillar) = 1)::integer AS first,
			(row_number() OVER (PARTITION BY e.transaction, e.place ORDER BY e.pillar) = 1)::integer AS first_of_place,
			(row_number() OVER (PARTITION BY e.transaction, e.pillar ORDER BY e.place) = 1)::integer AS first_of_pillar
		FROM unnest(counted) AS e
	), fine AS MATERIALIZED (
		SELECT c.type, l.level, CASE WHEN l.has_months THEN c.month ELSE c.month / 100 END AS span, l.key, l.other_key, c.currency,
			sum(l.count) AS count, sum(c.amount) AS amount, sum(c.made_up) AS illustrative
		FROM cells c
		CROSS JOIN LATERAL (VALUES
			('all', '', '', c.first, true),
			('pillar', c.pillar::text, '', c.first_of_pillar, true),
			('country', c.place::text, '', c.first_of_place, true),
			('donor', c.donor::text, '', c.first, true),
			('program', c.program::text, '', c.first, false),
			('pillar country', c.pillar::text, c.place::text, 1, false),
			('donor pillar', c.donor::text, c.pillar::text, c.first_of_pillar, false),
			('donor country', c.donor::text, c.place::text, c.first_of_place, false)
		) AS l(level, key, other_key, count, has_months)
		GROUP BY c.type, l.level, span, l.key, l.other_key, c.currency
	), yearly AS MATERIALIZED (
		SELECT type, level, CASE WHEN span > 9999 THEN span / 100 ELSE span END AS year, key, other_key, currency,
			sum(count) AS count, sum(amount) AS amount, sum(illustrative) AS illustrative
		FROM fine GROUP BY type, level, year, key, other_key, currency
	), summed AS (
		SELECT type, level, 'month' AS grain, span, key, other_key, currency, count, amount, illustrative FROM fine WHERE span > 9999
		UNION ALL
		SELECT type, level, 'year', year, key, other_key, currency, count, amount, illustrative FROM yearly
		UNION ALL
		SELECT type, level, 'ever', 0, key, other_key, currency, sum(count), sum(amount), sum(illustrative)
		FROM yearly GROUP BY type, level, key, other_key, currency
	)
	INSERT INTO kept.money AS m
	SELECT type, level::kept.level, grain::kept.grain, span, key, other_key, currency, sign * count, sign * amount, sign * COALESCE(illustrative, 0)
	FROM summed
	ON CONFLICT (type, level, grain, span, key, other_key, currency) DO UPDATE SET
		count = m.count + excluded.count, amount = m.amount + excluded.amount, illustrative = m.illustrative + excluded.illustrative
$$;--> statement-breakpoint
-- As `count_anew` does for results; a transaction is counted anew with all its cells.
CREATE FUNCTION "kept"."count_money_anew"("ids" uuid[]) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
	before kept.entries[];
	after kept.entries[];
BEGIN
	WITH was AS (
		SELECT e.transaction, array_agg(e ORDER BY e.place, e.pillar) AS rows FROM kept.entries e WHERE e.transaction = ANY (ids) GROUP BY e.transaction
	), says AS (
		SELECT e.transaction, array_agg(e ORDER BY e.place, e.pillar) AS rows FROM kept.money_counting(ids) AS e GROUP BY e.transaction
	), changed AS MATERIALIZED (
		SELECT was.rows AS old, says.rows AS new FROM was FULL JOIN says ON says.transaction = was.transaction WHERE was.rows IS DISTINCT FROM says.rows
	)
	SELECT ARRAY(SELECT o FROM changed, unnest(changed.old) AS o), ARRAY(SELECT n FROM changed, unnest(changed.new) AS n) INTO before, after;
	IF before <> '{}' THEN
		DELETE FROM kept.entries e USING unnest(before) AS b WHERE (e.transaction, e.place, e.pillar) = (b.transaction, b.place, b.pillar);
		PERFORM kept.add_money(before, -1);
	END IF;
	IF after <> '{}' THEN
		INSERT INTO kept.entries SELECT (a).* FROM unnest(after) AS a;
		PERFORM kept.add_money(after, 1);
	END IF;
END $$;--> statement-breakpoint

-- All of it from the rows. Pages are answered meanwhile from what was kept; whoever changes figures waits.
CREATE FUNCTION "rebuild_kept_totals"() RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
	LOCK TABLE public.revision IN EXCLUSIVE MODE;
	DELETE FROM unchecked.counts;
	DELETE FROM kept.money;
	DELETE FROM kept.entries;
	DELETE FROM kept.totals;
	DELETE FROM kept.results;
	DELETE FROM kept.program_keys;
	INSERT INTO kept.program_keys SELECT * FROM kept.keys_of(ARRAY(SELECT code::text FROM public.programs));
	-- A part of the rows at a time, with all that share most of their totals: what is written once is not written over.
	PERFORM kept.count_anew(ids) FROM (
		SELECT array_agg(id) AS ids FROM public.results WHERE status = 'approved' GROUP BY indicator, kind ORDER BY indicator, kind
	) AS portions;
	PERFORM kept.count_money_anew(ids) FROM (
		SELECT array_agg(id) AS ids FROM public.transactions WHERE status = 'approved' GROUP BY type, date_trunc('year', value_date)
	) AS portions;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "after_restore"() RETURNS void LANGUAGE sql AS $$
	DELETE FROM sessions;
	DELETE FROM one_time_codes;
	DELETE FROM limits;
	SELECT rebuild_kept_totals();
$$;--> statement-breakpoint


-- As readers of results: money is for whoever gave it and for officers, and not for the public.
GRANT SELECT ON "kept"."money", "kept"."entries" TO "attest_reader";--> statement-breakpoint
ALTER TABLE "kept"."money" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "kept"."entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "readers" ON "kept"."money" FOR SELECT TO "attest_reader" USING (
	CASE level
		WHEN 'program' THEN reader_kind() = 'programs' AND key IN (SELECT programs_of_reader())
		WHEN 'donor' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		WHEN 'donor pillar' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		WHEN 'donor country' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		ELSE false
	END
);--> statement-breakpoint
CREATE POLICY "readers" ON "kept"."entries" FOR SELECT TO "attest_reader" USING (
	CASE reader_kind()
		WHEN 'donor' THEN donor = ANY (reader_codes())
		WHEN 'programs' THEN program IN (SELECT programs_of_reader())
		ELSE false
	END
);--> statement-breakpoint
SELECT rebuild_kept_totals();
