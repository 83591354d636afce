-- What is done for each row of a statement is done once for all of them: files have a hundred thousand rows.

-- A row that is added has its revision by default, which takes a tenth of the time of a function; one that says another
-- is stamped all the same.
DO $$
DECLARE
	portfolio text;
BEGIN
	FOREACH portfolio IN ARRAY ARRAY(SELECT portfolio_tables()) LOOP
		EXECUTE format('ALTER TABLE %I ALTER COLUMN revision SET DEFAULT current_setting(''attest.revision'')::bigint', portfolio);
		EXECUTE format('DROP TRIGGER %I ON %I', portfolio || '_stamped', portfolio);
		EXECUTE format(
			'CREATE TRIGGER %I BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.revision IS DISTINCT FROM NULLIF(current_setting(''attest.revision'', true), '''')::bigint) EXECUTE FUNCTION stamp_row()',
			portfolio || '_stamped', portfolio
		);
		EXECUTE format(
			'CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW WHEN (NEW IS DISTINCT FROM OLD) EXECUTE FUNCTION stamp_row()',
			portfolio || '_stamped_anew', portfolio
		);
	END LOOP;
END $$;--> statement-breakpoint

-- Of what a transaction does to rows, what stood there before it is kept. Arguments: the columns of the key. What was
-- changed and what became of it come in one order, whichever columns were changed.
CREATE FUNCTION "keep_former_rows"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	now_at bigint;
	key_columns text;
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' OR NOT EXISTS (SELECT FROM former) THEN RETURN NULL; END IF;
	now_at := current_setting('attest.revision')::bigint;
	SELECT string_agg(format('k.row ->> %L', name), ', ' ORDER BY position) INTO key_columns
		FROM unnest(TG_ARGV) WITH ORDINALITY AS g(name, position);
	EXECUTE format(
		CASE TG_OP
			WHEN 'UPDATE' THEN
				'INSERT INTO history (relation, key, since, until, row)
				SELECT %1$L, ARRAY[%2$s], k.since, $1, k.row FROM (
					SELECT o.revision AS since, to_jsonb(o) - ARRAY[''revision'', ''nth_of_statement''] AS row
					FROM (SELECT f.*, row_number() OVER () AS nth_of_statement FROM former f) AS o
					JOIN (SELECT l.revision, row_number() OVER () AS nth_of_statement FROM latter l) AS n USING (nth_of_statement)
					WHERE o.revision < $1 AND n.revision <> o.revision
				) AS k'
			ELSE
				'INSERT INTO history (relation, key, since, until, row)
				SELECT %1$L, ARRAY[%2$s], k.since, $1, k.row FROM (
					SELECT f.revision AS since, to_jsonb(f) - ''revision'' AS row FROM former f WHERE f.revision < $1
				) AS k'
		END,
		TG_TABLE_NAME, key_columns
	) USING now_at;
	RETURN NULL;
END $$;--> statement-breakpoint

-- Who does what is done, as `write_audit` has it.
CREATE FUNCTION "who_acts"() RETURNS TABLE("at" timestamptz, "actor_kind" text, "actor" text, "actor_name" text, "address" text)
	LANGUAGE sql STABLE AS $$
	SELECT COALESCE(NULLIF(current_setting('attest.at', true), '')::timestamptz, now()),
		COALESCE(NULLIF(current_setting('attest.actor_kind', true), ''), 'service'),
		NULLIF(current_setting('attest.actor', true), ''),
		NULLIF(current_setting('attest.actor_name', true), ''),
		NULLIF(current_setting('attest.address', true), '')
$$;--> statement-breakpoint
-- What a row is called in the audit, as `record_change` has it.
CREATE FUNCTION "told_subject"("relation" text, "new_row" jsonb, "old_row" jsonb) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT concat_ws(' ', relation, COALESCE(
		new_row ->> 'id', old_row ->> 'id', new_row ->> 'code', old_row ->> 'code',
		concat_ws(' ', COALESCE(new_row ->> 'program', old_row ->> 'program'), COALESCE(new_row ->> 'organisation', new_row ->> 'place', new_row ->> 'pillar', old_row ->> 'organisation', old_row ->> 'place', old_row ->> 'pillar'))
	))
$$;--> statement-breakpoint
-- As `record_change` tells of each row. Arguments: columns that are no change worth telling. Which columns differ is asked
-- of the columns: taking two documents apart for each row takes most of the time.
CREATE FUNCTION "record_changes"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	unchanged text;
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' OR NOT EXISTS (SELECT FROM former) THEN RETURN NULL; END IF;
	IF TG_OP = 'UPDATE' THEN
		SELECT string_agg(format('CASE WHEN o.%1$I IS NOT DISTINCT FROM n.%1$I THEN %1$L END', attname), ', ' ORDER BY attnum) INTO unchanged
			FROM pg_attribute WHERE attrelid = TG_RELID AND attnum > 0 AND NOT attisdropped;
		EXECUTE format(
			'INSERT INTO audit (at, action, actor_kind, actor, actor_name, address, subject, details)
			SELECT w.at, CASE WHEN c.after ->> ''status'' = ''approved'' AND c.before ->> ''status'' IS DISTINCT FROM ''approved'' THEN ''approval.given'' ELSE ''change.made'' END,
				w.actor_kind, w.actor, w.actor_name, w.address, told_subject(%1$L, c.after, c.before),
				jsonb_build_object(''before'', c.told, ''after'', c.after - c.untold)
			FROM (
				SELECT p.*, p.before - p.untold AS told FROM (
					SELECT nth_of_statement, to_jsonb(o) AS before, to_jsonb(n) AS after, $1 || ARRAY[%2$s] AS untold
					FROM (SELECT f.*, row_number() OVER () AS nth_of_statement FROM former f) AS o
					JOIN (SELECT l.*, row_number() OVER () AS nth_of_statement FROM latter l) AS n USING (nth_of_statement)
					OFFSET 0
				) AS p OFFSET 0
			) AS c, who_acts() AS w
			WHERE c.told <> ''{}''
			ORDER BY c.nth_of_statement',
			TG_TABLE_NAME, unchanged
		) USING COALESCE(TG_ARGV, '{}') || ARRAY['nth_of_statement'];
	ELSE
		INSERT INTO audit (at, action, actor_kind, actor, actor_name, address, subject, details)
		SELECT w.at, 'change.removed', w.actor_kind, w.actor, w.actor_name, w.address, told_subject(TG_TABLE_NAME, '{}', c.before),
			jsonb_strip_nulls(jsonb_build_object('before', c.before - COALESCE(TG_ARGV, '{}')))
		FROM (SELECT row_number() OVER () AS position, to_jsonb(f) AS before FROM former f) AS c, who_acts() AS w
		ORDER BY c.position;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
DO $$
DECLARE
	portfolio text;
	key_columns text;
	event text;
	tables text;
BEGIN
	FOREACH portfolio IN ARRAY ARRAY(SELECT portfolio_tables()) LOOP
		SELECT string_agg(quote_literal(a.attname), ', ' ORDER BY k.position) INTO key_columns
			FROM pg_index i
			CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(attnum, position)
			JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
			WHERE i.indrelid = portfolio::regclass AND i.indisprimary;
		EXECUTE format('DROP TRIGGER %I ON %I', portfolio || '_former', portfolio);
		EXECUTE format('DROP TRIGGER IF EXISTS %I ON %I', portfolio || '_changes', portfolio);
		-- A trigger that is given all rows is of one event.
		FOREACH event IN ARRAY ARRAY['UPDATE', 'DELETE'] LOOP
			tables := CASE event WHEN 'UPDATE' THEN 'OLD TABLE AS former NEW TABLE AS latter' ELSE 'OLD TABLE AS former' END;
			EXECUTE format(
				'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s FOR EACH STATEMENT EXECUTE FUNCTION keep_former_rows(%s)',
				portfolio || CASE event WHEN 'UPDATE' THEN '_former' ELSE '_former_removed' END, event, portfolio, tables, key_columns
			);
			-- The links of regions to countries were never told.
			CONTINUE WHEN portfolio = 'region_countries';
			EXECUTE format(
				'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s FOR EACH STATEMENT EXECUTE FUNCTION record_changes(''batch'', ''batch_line'', ''approved_at'', ''revision'')',
				portfolio || CASE event WHEN 'UPDATE' THEN '_changes' ELSE '_changes_removed' END, event, portfolio, tables
			);
		END LOOP;
	END LOOP;
END $$;--> statement-breakpoint
DROP FUNCTION "keep_former_row"();--> statement-breakpoint

-- Rule 6: the parts of one axis sum to the value, at the end of a transaction. Each statement notes whose parts or value it
-- touched; what is noted is looked at, and forgotten, when it is time: a table of notes is always empty to everybody else.
CREATE SCHEMA "unchecked";--> statement-breakpoint
CREATE TABLE "unchecked"."breakdowns" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
	"results" uuid[] NOT NULL
);--> statement-breakpoint
CREATE FUNCTION "check_breakdowns"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	wrong record;
BEGIN
	-- Figure by figure, by its key: a plan that reads all figures for the few thousand of a statement takes ten times as long.
	SELECT t.id, r.value, p.axis, p.total INTO wrong
	FROM unnest(NEW.results) AS t(id)
	CROSS JOIN LATERAL (SELECT value FROM results WHERE id = t.id OFFSET 0) AS r
	CROSS JOIN LATERAL (SELECT axis, sum(value) AS total FROM result_parts WHERE result = t.id GROUP BY axis) AS p
	WHERE p.total <> r.value
	ORDER BY t.id, p.axis LIMIT 1;
	IF FOUND THEN
		RAISE EXCEPTION 'the parts of % sum to %, the result is % (%)', wrong.axis, wrong.total, wrong.value, wrong.id
			USING ERRCODE = 'check_violation', TABLE = 'result_parts', CONSTRAINT = 'result_parts_sum_to_value';
	END IF;
	DELETE FROM unchecked.breakdowns WHERE id = NEW.id;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "breakdowns_sum_to_value" AFTER INSERT ON "unchecked"."breakdowns"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_breakdowns"();--> statement-breakpoint
CREATE FUNCTION "note_breakdowns"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	touched uuid[];
BEGIN
	CASE TG_TABLE_NAME || ' ' || TG_OP
		WHEN 'result_parts INSERT' THEN touched := ARRAY(SELECT DISTINCT result FROM latter);
		WHEN 'result_parts UPDATE' THEN touched := ARRAY(SELECT result FROM former UNION SELECT result FROM latter);
		WHEN 'result_parts DELETE' THEN touched := ARRAY(SELECT DISTINCT result FROM former);
		WHEN 'results UPDATE' THEN touched := ARRAY(
			SELECT n.id FROM latter n LEFT JOIN former o ON o.id = n.id WHERE n.value IS DISTINCT FROM o.value
		);
	END CASE;
	IF touched <> '{}' THEN INSERT INTO unchecked.breakdowns (results) VALUES (touched); END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
DROP TRIGGER "result_parts_sum" ON "result_parts";--> statement-breakpoint
DROP TRIGGER "results_value_of_parts" ON "results";--> statement-breakpoint
DROP FUNCTION "check_breakdown_of_part"();--> statement-breakpoint
DROP FUNCTION "check_breakdown_of_result"();--> statement-breakpoint
DROP FUNCTION "check_breakdown"(uuid);--> statement-breakpoint
CREATE TRIGGER "result_parts_sum" AFTER INSERT ON "result_parts" REFERENCING NEW TABLE AS latter
	FOR EACH STATEMENT EXECUTE FUNCTION "note_breakdowns"();--> statement-breakpoint
CREATE TRIGGER "result_parts_sum_changed" AFTER UPDATE ON "result_parts" REFERENCING OLD TABLE AS former NEW TABLE AS latter
	FOR EACH STATEMENT EXECUTE FUNCTION "note_breakdowns"();--> statement-breakpoint
CREATE TRIGGER "result_parts_sum_removed" AFTER DELETE ON "result_parts" REFERENCING OLD TABLE AS former
	FOR EACH STATEMENT EXECUTE FUNCTION "note_breakdowns"();--> statement-breakpoint
CREATE TRIGGER "results_value_of_parts" AFTER UPDATE ON "results" REFERENCING OLD TABLE AS former NEW TABLE AS latter
	FOR EACH STATEMENT EXECUTE FUNCTION "note_breakdowns"();--> statement-breakpoint
SELECT make_as_of();
