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

-- Spreads what is kept over so many partitions of each table. Pages are answered meanwhile from those that there are, but for
-- the end, when these are exchanged and the new ones are read through once; whoever changes figures waits. It needs as much
-- room again as they take.
CREATE FUNCTION "partition_kept_totals"("parts" integer) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
	subject record;
	nth integer;
	part text;
	own text;
	index text;
BEGIN
	IF parts < 1 OR parts > 256 THEN
		RAISE EXCEPTION 'from 1 to 256 partitions, not %', parts USING ERRCODE = 'invalid_parameter_value';
	END IF;
	LOCK TABLE public.revision IN EXCLUSIVE MODE;
	CREATE TEMPORARY TABLE spread ON COMMIT DROP AS
		SELECT c.oid::regclass AS whole, c.relname::text AS name, a.attname::text AS spread_by,
			ARRAY(SELECT i.inhrelid::regclass FROM pg_inherits i WHERE i.inhparent = c.oid) AS former
		FROM pg_class c
		JOIN pg_partitioned_table p ON p.partrelid = c.oid
		JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.partattrs[0]
		WHERE c.relnamespace = 'kept'::regnamespace;
	DELETE FROM spread WHERE cardinality(former) = parts;
	FOR subject IN SELECT s.*, array_to_string(c.reloptions, ', ') AS options FROM spread s JOIN pg_class c ON c.oid = s.former[1] LOOP
		FOR nth IN 0 .. parts - 1 LOOP
			part := format('kept.%I', concat_ws('_', subject.name, parts, nth));
			own := format('satisfies_hash_partition(%s, %s, %s, %I)', subject.whole::oid, parts, nth, subject.spread_by);
			EXECUTE format('CREATE TABLE %s (LIKE %s INCLUDING ALL EXCLUDING INDEXES)%s', part, subject.whole, ' WITH (' || subject.options || ')');
			EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', part);
			EXECUTE format('INSERT INTO %s SELECT * FROM %s WHERE %s', part, subject.whole, own);
			-- Made of rows that are there, indexes take less time than growing with them.
			FOR index IN
				SELECT CASE WHEN i.indisprimary THEN format('ALTER TABLE %s ADD %s', part, pg_get_constraintdef(c.oid))
					ELSE regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE INDEX \S+ ON ONLY \S+', 'CREATE INDEX ON ' || part) END
				FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype = 'p'
				WHERE i.indrelid = subject.whole
			LOOP
				EXECUTE index;
			END LOOP;
			EXECUTE format('ANALYZE %s', part);
		END LOOP;
		-- The same rows before and after; nobody else gathers statistics of all partitions at once.
		EXECUTE format('ANALYZE %s', subject.whole);
	END LOOP;
	-- All at once and in the order in which readers hold them (src/access/in-scope.repository.ts), whose state of the data knows no row
	-- of the new ones.
	LOCK TABLE kept.totals, kept.results, kept.entries, kept.money IN ACCESS EXCLUSIVE MODE;
	FOR subject IN SELECT * FROM spread LOOP
		EXECUTE format('DROP TABLE %s', array_to_string(subject.former, ', '));
		FOR nth IN 0 .. parts - 1 LOOP
			part := format('kept.%I', concat_ws('_', subject.name, parts, nth));
			EXECUTE format('ALTER TABLE %s ATTACH PARTITION %s FOR VALUES WITH (MODULUS %s, REMAINDER %s)', subject.whole, part, parts, nth);
		END LOOP;
	END LOOP;
	DROP TABLE spread;
END $$;
