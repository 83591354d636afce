-- What is kept beside the portfolio is most of the database (four fifths of it, of 100,000 results). It is partitioned by hash,
-- so that each part can be vacuumed, indexed and moved by itself, and so that every key holds the column by which a
-- distributed Postgres would spread it (docs/decisions/partitions.md). To begin with there is one partition of each: the table that
-- there was, of which nothing is copied.
ALTER TABLE "kept"."results" DROP CONSTRAINT "results_pkey";--> statement-breakpoint
ALTER TABLE "kept"."results" ADD CONSTRAINT "results_pkey" PRIMARY KEY("id","indicator");--> statement-breakpoint
DO $$
DECLARE
	home text := current_setting('search_path');
	subject record;
	whole regclass;
	functions text[];
	again text[];
	one text;
BEGIN
	-- Functions name each other, and every name is written with its schema.
	PERFORM set_config('check_function_bodies', 'off', true), set_config('search_path', '', true);
	-- Functions that take or give rows of these tables, or hold them in variables, know them by number, and are made again.
	-- (One that names the key of results by its one column names it as it is now.)
	functions := ARRAY(
		SELECT replace(pg_get_functiondef(p.oid), 'ON CONFLICT (id) DO', 'ON CONFLICT ON CONSTRAINT results_pkey DO') FROM pg_proc p
		WHERE p.prokind = 'f' AND (p.pronamespace = 'kept'::regnamespace OR p.pronamespace = 'public'::regnamespace AND p.prosrc ~ '\mkept\.')
	);
	FOR subject IN
		SELECT * FROM (VALUES ('totals', 'indicator'), ('results', 'indicator'), ('entries', 'transaction'), ('money', 'key')) AS t(name, spread_by)
	LOOP
		whole := format('kept.%I', subject.name)::regclass;
		again := ARRAY(
			SELECT format('ALTER TABLE kept.%I ADD CONSTRAINT %I %s', subject.name, c.conname, pg_get_constraintdef(c.oid))
			FROM pg_constraint c WHERE c.conrelid = whole AND c.contype = 'p'
		) || ARRAY(
			SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i WHERE i.indrelid = whole AND NOT i.indisprimary
		) || format('ALTER TABLE kept.%I ATTACH PARTITION kept.%I FOR VALUES WITH (MODULUS 1, REMAINDER 0)', subject.name, subject.name || '_1_0')
		|| ARRAY(
			SELECT format('ALTER TABLE kept.%I ENABLE ROW LEVEL SECURITY', subject.name) FROM pg_class c WHERE c.oid = whole AND c.relrowsecurity
		) || ARRAY(
			SELECT format('CREATE POLICY %I ON kept.%I FOR SELECT TO attest_reader USING (%s)', p.polname, subject.name, pg_get_expr(p.polqual, whole))
			FROM pg_policy p WHERE p.polrelid = whole
		) || ARRAY(
			SELECT format('GRANT SELECT ON kept.%I TO attest_reader', subject.name) WHERE has_table_privilege('attest_reader', whole, 'SELECT')
		) || ARRAY(
			SELECT format('CREATE VIEW %s WITH (security_barrier) AS %s', r.ev_class::regclass, pg_get_viewdef(r.ev_class))
			FROM pg_rewrite r WHERE r.oid IN (SELECT d.objid FROM pg_depend d WHERE d.classid = 'pg_rewrite'::regclass AND d.refobjid = whole)
		) || ARRAY(
			SELECT format('GRANT SELECT ON %s TO attest_reader', r.ev_class::regclass)
			FROM pg_rewrite r WHERE r.oid IN (SELECT d.objid FROM pg_depend d WHERE d.classid = 'pg_rewrite'::regclass AND d.refobjid = whole)
		);
		FOR one IN
			SELECT format('DROP VIEW %s', r.ev_class::regclass)
			FROM pg_rewrite r WHERE r.oid IN (SELECT d.objid FROM pg_depend d WHERE d.classid = 'pg_rewrite'::regclass AND d.refobjid = whole)
			UNION ALL
			SELECT format('DROP FUNCTION IF EXISTS %s', d.objid::regprocedure)
			FROM pg_depend d JOIN pg_type t ON t.oid = d.refobjid
			WHERE d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_type'::regclass
				AND whole = ANY (ARRAY[t.typrelid, (SELECT e.typrelid FROM pg_type e WHERE e.oid = t.typelem)])
			UNION
			SELECT format('DROP POLICY %I ON %s', p.polname, whole) FROM pg_policy p WHERE p.polrelid = whole
			UNION ALL
			SELECT format('ALTER INDEX %s RENAME TO %I', i.indexrelid::regclass, c.relname || '_1_0')
			FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = whole
		LOOP
			EXECUTE one;
		END LOOP;
		EXECUTE format('REVOKE ALL ON %s FROM attest_reader', whole);
		EXECUTE format('ALTER TABLE kept.%I RENAME TO %I', subject.name, subject.name || '_1_0');
		EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', whole);
		EXECUTE format('CREATE TABLE kept.%I (LIKE %s INCLUDING DEFAULTS INCLUDING CONSTRAINTS) PARTITION BY HASH (%I)', subject.name, whole, subject.spread_by);
		FOREACH one IN ARRAY again LOOP EXECUTE one; END LOOP;
	END LOOP;
	FOREACH one IN ARRAY functions LOOP EXECUTE one; END LOOP;
	PERFORM set_config('check_function_bodies', 'on', true), set_config('search_path', home, true);
END $$;--> statement-breakpoint

-- A table beside one that is kept, for the same rows or for rows made anew: `NAME_anew`, in so many partitions and without
-- indexes, which take less time when they are made of rows that are there.
CREATE FUNCTION "kept"."begin_anew"("name" text, "parts" integer) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
	spread_by text;
	options text;
BEGIN
	SELECT a.attname INTO spread_by FROM pg_partitioned_table p
		JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = p.partattrs[0]
		WHERE p.partrelid = format('kept.%I', name)::regclass;
	SELECT ' WITH (' || array_to_string(c.reloptions, ', ') || ')' INTO options FROM pg_inherits i
		JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = format('kept.%I', name)::regclass LIMIT 1;
	EXECUTE format('CREATE TABLE kept.%I (LIKE kept.%I INCLUDING ALL EXCLUDING INDEXES) PARTITION BY HASH (%I)', name || '_anew', name, spread_by);
	FOR nth IN 0 .. parts - 1 LOOP
		EXECUTE format('CREATE TABLE kept.%I PARTITION OF kept.%I FOR VALUES WITH (MODULUS %s, REMAINDER %s)%s',
			concat_ws('_', name, 'anew', nth), name || '_anew', parts, nth, options);
	END LOOP;
END $$;--> statement-breakpoint
-- Puts such tables in the place of those that are kept. Whoever reads has the former to its end; others
-- wait while the new ones are read through once, for whether every row belongs there.
CREATE FUNCTION "kept"."exchange"("names" text[]) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT SET lock_timeout = '1s' AS $$
DECLARE
	part record;
	one text;
	index text;
BEGIN
	CREATE TEMPORARY TABLE parts ON COMMIT DROP AS
		SELECT n.name, format('kept.%I', n.name)::regclass AS whole, i.inhrelid::regclass AS made,
			row_number() OVER (PARTITION BY n.name ORDER BY i.inhrelid) - 1 AS nth, count(*) OVER (PARTITION BY n.name) AS of
		FROM unnest(names) AS n(name)
		JOIN pg_inherits i ON i.inhparent = format('kept.%I', n.name || '_anew')::regclass;
	FOR part IN SELECT * FROM parts LOOP
		FOR one IN
			SELECT CASE WHEN i.indisprimary THEN format('ALTER TABLE %s ADD %s', part.made, pg_get_constraintdef(c.oid))
				ELSE regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE INDEX \S+ ON ONLY \S+', 'CREATE INDEX ON ' || part.made) END
			FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype = 'p'
			WHERE i.indrelid = part.whole
		LOOP
			EXECUTE one;
		END LOOP;
		EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', part.made);
		EXECUTE format('ANALYZE %s', part.made);
	END LOOP;
	-- All at once, and in the order in which readers hold them (src/access/in-scope.repository.ts): their state of the data knows no
	-- row of the new ones. Behind one that reads for long, others would wait as long as the exchange does: now and then they go first.
	LOOP
		BEGIN
			LOCK TABLE kept.totals, kept.results, kept.entries, kept.money IN ACCESS EXCLUSIVE MODE;
			EXIT;
		EXCEPTION WHEN lock_not_available THEN
			PERFORM pg_sleep(0.5);
		END;
	END LOOP;
	FOR one IN SELECT i.inhrelid::regclass FROM pg_inherits i WHERE i.inhparent IN (SELECT p.whole FROM parts p) LOOP
		EXECUTE format('DROP TABLE %s', one);
	END LOOP;
	FOR part IN SELECT * FROM parts LOOP
		one := concat_ws('_', part.name, part.of, part.nth);
		EXECUTE format('ALTER TABLE kept.%I DETACH PARTITION %s', part.name || '_anew', part.made);
		EXECUTE format('ALTER TABLE %s RENAME TO %I', part.made, one);
		EXECUTE format('ALTER TABLE %s ATTACH PARTITION kept.%I FOR VALUES WITH (MODULUS %s, REMAINDER %s)', part.whole, one, part.of, part.nth);
		FOR index IN SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = part.made LOOP
			EXECUTE format('ALTER INDEX kept.%I RENAME TO %I', index, replace(index, concat_ws('_', part.name, 'anew', part.nth), one));
		END LOOP;
	END LOOP;
	FOR one IN SELECT DISTINCT p.name FROM parts p LOOP EXECUTE format('DROP TABLE kept.%I', one || '_anew'); END LOOP;
	DROP TABLE parts;
END $$;--> statement-breakpoint
-- Spreads what is kept over so many partitions of each table. Pages are answered meanwhile from those that there are; whoever
-- changes figures waits. It needs as much room again as they take.
CREATE FUNCTION "partition_kept_totals"("parts" integer) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
	names text[];
	one text;
BEGIN
	IF parts < 1 OR parts > 256 THEN
		RAISE EXCEPTION 'from 1 to 256 partitions, not %', parts USING ERRCODE = 'invalid_parameter_value';
	END IF;
	LOCK TABLE public.revision IN EXCLUSIVE MODE;
	names := ARRAY(
		SELECT n FROM unnest(ARRAY['totals', 'results', 'entries', 'money']) AS n WHERE kept.parts_in_use(n) <> parts
	);
	FOREACH one IN ARRAY names LOOP
		PERFORM kept.begin_anew(one, parts);
		EXECUTE format('INSERT INTO kept.%I SELECT * FROM kept.%I', one || '_anew', one);
		-- The same rows before and after; nobody else gathers statistics of all partitions at once.
		EXECUTE format('ANALYZE kept.%I', one);
	END LOOP;
	PERFORM kept.exchange(names);
END $$;--> statement-breakpoint
CREATE FUNCTION "kept"."parts_in_use"("name" text) RETURNS integer LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
	SELECT count(*)::integer FROM pg_inherits i WHERE i.inhparent = format('kept.%I', parts_in_use.name)::regclass
$$;--> statement-breakpoint
-- Of one indicator and kind, what counts is made right where it differs from what the rows say, and totals are summed anew.
CREATE FUNCTION "kept"."totals_anew"("indicator" text, "kind" text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT SET jit = off SET enable_sort = off SET work_mem = '128MB' AS $$
DECLARE
	counted kept.results[];
BEGIN
	counted := ARRAY(SELECT c FROM kept.counting(ARRAY(
		SELECT r.id FROM public.results r WHERE r.indicator = totals_anew.indicator AND r.kind = totals_anew.kind AND r.status = 'approved'
	)) AS c ORDER BY c.period_end);
	DELETE FROM kept.results k
		WHERE k.indicator = totals_anew.indicator AND k.kind = totals_anew.kind AND NOT EXISTS (SELECT FROM unnest(counted) AS c WHERE c.id = k.id);
	INSERT INTO kept.results
		SELECT * FROM unnest(counted)
		EXCEPT
		SELECT * FROM kept.results k WHERE k.indicator = totals_anew.indicator AND k.kind = totals_anew.kind
	ON CONFLICT ON CONSTRAINT results_pkey DO UPDATE SET
		program = excluded.program, pillar = excluded.pillar, country = excluded.country, donors = excluded.donors, period_end = excluded.period_end,
		qualifier = excluded.qualifier, value = excluded.value, value_high = excluded.value_high, denominator = excluded.denominator,
		approved_at = excluded.approved_at, parts = excluded.parts;
	INSERT INTO kept.totals_anew SELECT * FROM kept.sums_of(counted);
END $$;--> statement-breakpoint
-- The same of money of one type, a year at a time: what stands for all years is the sum of what each of them gives.
CREATE FUNCTION "kept"."money_anew"("type" text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT SET jit = off SET enable_sort = off SET work_mem = '128MB' AS $$
DECLARE
	portion record;
BEGIN
	CREATE TEMPORARY TABLE yearly (LIKE kept.money) ON COMMIT DROP;
	FOR portion IN
		SELECT array_agg(t.id) AS ids FROM public.transactions t
		WHERE t.type = money_anew.type AND t.status = 'approved' GROUP BY date_trunc('year', t.value_date)
	LOOP
		WITH paid AS MATERIALIZED (
			SELECT * FROM kept.money_counting(portion.ids)
		), kept AS (
			INSERT INTO kept.entries_anew SELECT * FROM paid
		)
		INSERT INTO yearly SELECT s.* FROM (SELECT array_agg(p::kept.entries) AS all FROM paid p) AS p CROSS JOIN LATERAL kept.sums_of_money(p.all) AS s;
	END LOOP;
	INSERT INTO kept.money_anew
		SELECT y.type, y.level, y.grain, y.span, y.key, y.other_key, y.currency, sum(y.count)::integer, sum(y.amount), sum(y.illustrative)
		FROM yearly y GROUP BY y.type, y.level, y.grain, y.span, y.key, y.other_key, y.currency;
	DROP TABLE yearly;
END $$;--> statement-breakpoint
-- All of it from the rows. Pages are answered meanwhile from what was kept; whoever changes figures waits. It needs as much room
-- again as what is kept takes.
CREATE OR REPLACE FUNCTION "rebuild_kept_totals"() RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
	stirred text[];
	measured text[];
	is_great boolean;
BEGIN
	LOCK TABLE public.revision IN EXCLUSIVE MODE;
	DELETE FROM unchecked.counts;
	DELETE FROM unchecked.looks;
	is_great := kept.is_great_change((SELECT count(*)::integer FROM public.results), (SELECT count(*)::integer FROM public.transactions));
	IF is_great THEN PERFORM kept.gather_statistics(); END IF;
	PERFORM kept.keys_anew(ARRAY(SELECT code::text FROM public.programs UNION SELECT program::text FROM kept.program_keys));
	-- What has moved to another indicator or kind, or to none.
	DELETE FROM kept.results k WHERE NOT EXISTS (
		SELECT FROM public.results r WHERE r.id = k.id AND r.indicator = k.indicator AND r.kind = k.kind AND r.status = 'approved'
	);
	PERFORM kept.begin_anew(n, kept.parts_in_use(n)) FROM unnest(ARRAY['totals', 'entries', 'money']) AS n;
	PERFORM kept.totals_anew(o.indicator, o.kind) FROM (SELECT DISTINCT indicator::text, kind FROM public.results ORDER BY 1, 2) AS o;
	PERFORM kept.money_anew(o.type) FROM (SELECT DISTINCT type FROM public.transactions ORDER BY 1) AS o;
	DELETE FROM kept.presence;
	DELETE FROM kept.unmarked;
	DELETE FROM kept.astray;
	DELETE FROM kept.same_day;
	DELETE FROM kept.targets;
	SELECT array_agg(r.program), array_agg(r.indicator) INTO stirred, measured FROM (SELECT DISTINCT program, indicator FROM public.results) AS r;
	PERFORM kept.look_anew(stirred, measured);
	PERFORM kept.weigh_anew(stirred, measured);
	PERFORM kept.exchange(ARRAY['totals', 'entries', 'money']);
	PERFORM kept.see_funders(ARRAY(SELECT DISTINCT k.root::text FROM kept.program_keys k));
	IF is_great THEN PERFORM kept.gather_statistics(); END IF;
END $$;--> statement-breakpoint
-- Whoever reads holds what is kept first and the rows then. So does whoever puts rows back: else one who waits for these would be
-- waited for when what is kept is exchanged at the end.
CREATE FUNCTION "before_restore"() RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
	LOCK TABLE kept.totals, kept.results, kept.entries, kept.money IN ACCESS EXCLUSIVE MODE;
END $$;
