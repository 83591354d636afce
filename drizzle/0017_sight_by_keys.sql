-- Who sees what of whom is found by the keys that are kept of each programme: who funds it, what it lies below, and whether
-- several fund it. Until now every statement of a reader climbed from every programme, and read every transaction.
TRUNCATE "kept"."totals", "kept"."money", "kept"."entries", "kept"."results", "kept"."program_keys";--> statement-breakpoint
ALTER TABLE "kept"."program_keys" ADD COLUMN "root" "code" NOT NULL;--> statement-breakpoint
ALTER TABLE "kept"."program_keys" ADD COLUMN "several_funders" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "kept_money_program" ON "kept"."money" USING btree ("key") WHERE "kept"."money"."level" = 'program' AND "kept"."money"."grain" = 'ever';--> statement-breakpoint
CREATE INDEX "kept_money_program_donor" ON "kept"."money" USING btree ("other_key") WHERE "kept"."money"."level" = 'program' AND "kept"."money"."grain" = 'ever';--> statement-breakpoint
CREATE INDEX "kept_program_keys_donors" ON "kept"."program_keys" USING gin ("donors");--> statement-breakpoint
CREATE INDEX "kept_program_keys_root" ON "kept"."program_keys" USING btree ("root");--> statement-breakpoint

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
CREATE OR REPLACE FUNCTION "kept"."sums_of_money"("counted" "kept"."entries"[]) RETURNS SETOF "kept"."money"
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
-- Each organisation is looked for by itself, which an index finds.
ALTER POLICY "organisations_of_readers" ON "organisations" USING (
	(reader_kind() = 'donor' AND code = ANY (reader_codes()))
	OR code IN (SELECT organisation FROM program_organisations)
	OR EXISTS (SELECT FROM transactions_seen t WHERE t.receiver = organisations.code)
	OR EXISTS (SELECT FROM transactions_seen t WHERE t.provider = organisations.code)
);--> statement-breakpoint
ALTER POLICY "readers" ON "kept"."money" USING (
	CASE level
		WHEN 'program' THEN CASE reader_kind()
			WHEN 'programs' THEN key IN (SELECT programs_of_reader())
			WHEN 'donor' THEN other_key = ANY (reader_codes())
			ELSE false
		END
		WHEN 'donor' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		WHEN 'donor pillar' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		WHEN 'donor country' THEN reader_kind() = 'donor' AND key = ANY (reader_codes())
		ELSE false
	END
);--> statement-breakpoint
SELECT make_as_of();--> statement-breakpoint
SELECT rebuild_kept_totals();
