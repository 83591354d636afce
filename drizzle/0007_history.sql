-- What the portfolio said before: every row with the revisions between which it held (rule 13).
CREATE TABLE "revisions" (
	"number" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor" text,
	"actor_name" text
);
--> statement-breakpoint
CREATE TABLE "history" (
	"relation" text NOT NULL,
	"key" text[] NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint NOT NULL,
	"row" jsonb NOT NULL,
	CONSTRAINT "history_relation_key_until_pk" PRIMARY KEY("relation","key","until"),
	CONSTRAINT "history_held_for_a_while" CHECK ("history"."since" < "history"."until")
);
--> statement-breakpoint
CREATE INDEX "history_relation_until" ON "history" USING btree ("relation","until");--> statement-breakpoint

-- What an issue says of its two dates, frozen with it. Of those that were sent before, nothing else is said than before.
ALTER TABLE "issues" ADD COLUMN "known" text;--> statement-breakpoint

-- A revision, when it was made and by whom: whoever raises the number writes it down.
CREATE FUNCTION "record_revision"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO revisions (number, at, actor_kind, actor, actor_name) VALUES (
		NEW.number,
		COALESCE(NULLIF(current_setting('attest.at', true), '')::timestamptz, now()),
		COALESCE(NULLIF(current_setting('attest.actor_kind', true), ''), 'service'),
		NULLIF(current_setting('attest.actor', true), ''),
		NULLIF(current_setting('attest.actor_name', true), '')
	);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "revision_recorded" AFTER UPDATE OF "number" ON "revision"
	FOR EACH ROW EXECUTE FUNCTION "record_revision"();--> statement-breakpoint
-- Of what is there already it is known only that it holds from here on.
INSERT INTO "revisions" SELECT number, now(), 'service' FROM revision WHERE number > 0;--> statement-breakpoint

-- Raised before the first statement, so that each row is stamped with the revision that it is changed in. The setting,
-- which ends with the transaction (or the savepoint), keeps one transaction to one step, and tells rows the number.
CREATE OR REPLACE FUNCTION "raise_revision"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	raised bigint;
BEGIN
	IF COALESCE(current_setting('attest.revision', true), '') = '' THEN
		UPDATE revision SET number = number + 1 RETURNING number INTO raised;
		PERFORM set_config('attest.revision', raised::text, true);
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint

-- `revision` says since when the row says this, and by which file and line: those are columns like any other.
CREATE FUNCTION "stamp_row"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NEW; END IF;
	NEW.revision := CASE
		WHEN TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN OLD.revision
		ELSE current_setting('attest.revision')::bigint
	END;
	RETURN NEW;
END $$;--> statement-breakpoint
-- Of what a transaction does to a row, what stood there before it is kept. Arguments: the columns of the key.
CREATE FUNCTION "keep_former_row"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	now_at bigint;
	former jsonb;
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NULL; END IF;
	now_at := current_setting('attest.revision')::bigint;
	IF OLD.revision >= now_at THEN RETURN NULL; END IF;
	IF TG_OP = 'UPDATE' THEN
		IF NEW.revision = OLD.revision THEN RETURN NULL; END IF;
	END IF;
	former := to_jsonb(OLD) - 'revision';
	INSERT INTO history (relation, key, since, until, row) VALUES (
		TG_TABLE_NAME,
		ARRAY(SELECT former ->> name FROM unnest(TG_ARGV) WITH ORDINALITY AS k(name, position) ORDER BY position),
		OLD.revision, now_at, former
	);
	RETURN NULL;
END $$;--> statement-breakpoint
-- History is only added to. (A restored backup brings its own.)
CREATE FUNCTION "refuse_to_rewrite_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN
		IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'what the portfolio said before is not rewritten'
		USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME, CONSTRAINT = 'history_is_append_only';
END $$;--> statement-breakpoint
DO $$
DECLARE
	closed text;
BEGIN
	FOREACH closed IN ARRAY ARRAY['history', 'revisions'] LOOP
		EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_history()', closed || '_is_append_only', closed);
		EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history()', closed || '_is_not_emptied', closed);
	END LOOP;
END $$;--> statement-breakpoint

DO $$
DECLARE
	portfolio text;
	keys text;
	held_since bigint;
BEGIN
	SELECT number INTO held_since FROM revision;
	FOREACH portfolio IN ARRAY ARRAY[
		'pillars', 'places', 'region_countries', 'memberships', 'organisations', 'terms',
		'programs', 'program_pillars', 'program_places', 'program_organisations',
		'indicators', 'results', 'result_parts', 'evidence', 'transactions', 'exchange_rates'
	] LOOP
		SELECT string_agg(quote_literal(a.attname), ', ' ORDER BY k.position) INTO keys
			FROM pg_index i
			CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(attnum, position)
			JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
			WHERE i.indrelid = portfolio::regclass AND i.indisprimary;
		EXECUTE format('ALTER TABLE %I ADD COLUMN revision bigint DEFAULT %s NOT NULL', portfolio, held_since);
		EXECUTE format('ALTER TABLE %I ALTER COLUMN revision SET DEFAULT 0', portfolio);
		EXECUTE format('DROP TRIGGER %I ON %I', portfolio || '_raise_revision', portfolio);
		EXECUTE format(
			'CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION raise_revision()',
			portfolio || '_raise_revision', portfolio
		);
		EXECUTE format(
			'CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION stamp_row()',
			portfolio || '_stamped', portfolio
		);
		EXECUTE format(
			'CREATE TRIGGER %I AFTER UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION keep_former_row(%s)',
			portfolio || '_former', portfolio, keys
		);
		EXECUTE format(
			'CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history()',
			portfolio || '_is_not_emptied', portfolio
		);
	END LOOP;
END $$;--> statement-breakpoint
CREATE FUNCTION "portfolio_tables"() RETURNS SETOF text LANGUAGE sql STABLE AS $$
	SELECT c.relname::text FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
	WHERE c.relnamespace = 'public'::regnamespace AND g.tgname = c.relname || '_former'
	ORDER BY 1
$$;--> statement-breakpoint
-- The audit tells what people changed, not what is kept beside it.
DO $$
DECLARE
	portfolio text;
BEGIN
	FOREACH portfolio IN ARRAY ARRAY(SELECT portfolio_tables()) LOOP
		-- The links of regions to countries were never told.
		CONTINUE WHEN portfolio = 'region_countries';
		EXECUTE format('DROP TRIGGER %I ON %I', portfolio || '_changes', portfolio);
		EXECUTE format(
			'CREATE TRIGGER %I AFTER UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION record_change(''batch'', ''batch_line'', ''approved_at'', ''revision'')',
			portfolio || '_changes', portfolio
		);
	END LOOP;
END $$;--> statement-breakpoint

-- The less that two readerships let through; null is the rule, which is between them.
CREATE FUNCTION "narrower_readership"("one" text, "other" text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE
		WHEN one = 'organisation' OR other = 'organisation' THEN 'organisation'
		WHEN one = 'everybody' AND other = 'everybody' THEN 'everybody'
	END
$$;--> statement-breakpoint
-- Makes the schema `as_of`: the portfolio's tables and views under their own names, as they were at the revision that the
-- setting attest.as_of names. A query that finds them first reads the past. To be called again, after dropping the schema,
-- by every later migration that changes a table of the portfolio, a view of readers or a policy.
--
-- Readers see of the past what they may see today: the functions that tell who asks read the tables, not the past; a text is
-- for those who might read it then and may now; and a figure or an amount that has been moved out of sight is out of sight.
CREATE FUNCTION "make_as_of"() RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
	home text := current_setting('search_path');
	subject text;
	columns text;
	former_columns text;
	keys text;
	now_too text;
	condition text;
	definition text;
BEGIN
	DROP SCHEMA IF EXISTS as_of CASCADE;
	CREATE SCHEMA as_of;
	GRANT USAGE ON SCHEMA as_of TO attest_reader;
	CREATE VIEW as_of.revision AS SELECT true AS only, current_setting('attest.as_of')::bigint AS number;
	GRANT SELECT ON as_of.revision TO attest_reader;

	FOREACH subject IN ARRAY ARRAY(SELECT portfolio_tables()) LOOP
		SELECT string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum),
			string_agg(CASE
				WHEN a.attname LIKE '%\_for' AND NOT a.attnotnull THEN format(
					'CASE WHEN current_user <> ''attest_reader'' OR now.revision IS NULL THEN former.%1$I ELSE narrower_readership(former.%1$I, now.%1$I) END',
					a.attname
				)
				WHEN a.attname = 'revision' THEN format('h.%I', 'since')
				-- What stood above a programme then, and may not be named now, is not.
				WHEN subject = 'programs' AND a.attname = 'parent' THEN
					'(CASE WHEN current_user <> ''attest_reader'' OR former.parent IN (SELECT programs_named_to_reader()) THEN former.parent END)::code'
				ELSE format('former.%I', a.attname)
			END, ', ' ORDER BY a.attnum)
			INTO columns, former_columns
			FROM pg_attribute a WHERE a.attrelid = format('public.%I', subject)::regclass AND a.attnum > 0 AND NOT a.attisdropped;
		SELECT string_agg(format('now.%1$I = former.%1$I', a.attname), ' AND ') INTO keys
			FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
			WHERE i.indrelid = format('public.%I', subject)::regclass AND i.indisprimary;
		now_too := CASE subject
			WHEN 'results' THEN 'now.program IN (SELECT programs_of_reader())'
			WHEN 'transactions' THEN 'is_readers_money(now.provider, now.program)'
			ELSE 'true'
		END;
		EXECUTE format(
			'CREATE VIEW as_of.%1$I WITH (security_barrier) AS
				SELECT %2$s FROM public.%1$I WHERE revision <= current_setting(''attest.as_of'')::bigint
				UNION ALL
				SELECT %3$s FROM public.history h
				CROSS JOIN LATERAL jsonb_populate_record(NULL::public.%1$I, h.row) AS former
				LEFT JOIN public.%1$I now ON %4$s
				WHERE h.relation = %1$L AND h.since <= current_setting(''attest.as_of'')::bigint AND h.until > current_setting(''attest.as_of'')::bigint
					AND (current_user <> ''attest_reader'' OR now.revision IS NULL OR %5$s)',
			subject, columns, former_columns, keys, now_too
		);
	END LOOP;
	-- All names are there before any of them is used: a view made too early would look at the present.
	FOREACH subject IN ARRAY ARRAY(
		SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v' AND relname LIKE '%\_seen' ORDER BY 1
	) LOOP
		EXECUTE format('CREATE VIEW as_of.%1$I AS SELECT * FROM public.%1$I', subject);
	END LOOP;
	FOREACH subject IN ARRAY ARRAY(
		SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v' AND relname LIKE '%\_seen' ORDER BY 1
	) LOOP
		PERFORM set_config('search_path', 'public', true);
		definition := pg_get_viewdef(format('public.%I', subject)::regclass);
		PERFORM set_config('search_path', 'as_of, public', true);
		EXECUTE format('CREATE OR REPLACE VIEW as_of.%I WITH (security_barrier) AS %s', subject, definition);
	END LOOP;
	FOREACH subject IN ARRAY ARRAY(SELECT portfolio_tables()) LOOP
		PERFORM set_config('search_path', 'public', true);
		SELECT string_agg(format('(%s)', p.qual), ' OR ') INTO condition
			FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = subject AND 'attest_reader' = ANY (p.roles);
		CONTINUE WHEN condition IS NULL;
		-- With nothing on the path every name is written with its schema.
		PERFORM set_config('search_path', '', true);
		definition := rtrim(pg_get_viewdef(format('as_of.%I', subject)::regclass), ';');
		PERFORM set_config('search_path', 'as_of, public', true);
		EXECUTE format(
			'CREATE OR REPLACE VIEW as_of.%1$I WITH (security_barrier) AS
				SELECT * FROM (%2$s) AS %1$I WHERE current_user <> ''attest_reader'' OR %3$s',
			subject, definition, condition
		);
	END LOOP;
	PERFORM set_config('search_path', home, true);
	FOREACH subject IN ARRAY ARRAY(
		SELECT c.relname FROM pg_class c
		WHERE c.relnamespace = 'as_of'::regnamespace AND has_table_privilege('attest_reader', format('public.%I', c.relname)::regclass, 'SELECT')
	) LOOP
		EXECUTE format('GRANT SELECT ON as_of.%I TO attest_reader', subject);
	END LOOP;
END $$;--> statement-breakpoint
SELECT make_as_of();
