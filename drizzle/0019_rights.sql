-- Who may see what, in one place: the table of roles, of which the application reads the same rows (src/core/visibility), and
-- below it everything by which the database holds readers to them. What earlier files say of readers is said anew here.
CREATE TABLE "roles" (
	"role" text PRIMARY KEY NOT NULL,
	"sees_results" text NOT NULL,
	"sees_money" text NOT NULL,
	"sees_organisations" text NOT NULL,
	"reads_texts" text NOT NULL,
	"sees_rows" boolean NOT NULL,
	"has_reports" text NOT NULL,
	"fills_files" boolean NOT NULL,
	"downloads_tables" boolean NOT NULL,
	"follows_deliveries" boolean NOT NULL,
	"sends_reports" boolean NOT NULL,
	"administers_accounts" boolean NOT NULL,
	"reads_audit" boolean NOT NULL,
	"operates_service" boolean NOT NULL,
	"needs_second_factor" boolean NOT NULL,
	CONSTRAINT "roles_sees_results" CHECK ("roles"."sees_results" IN ('all', 'funded', 'named')),
	CONSTRAINT "roles_sees_money" CHECK ("roles"."sees_money" IN ('all', 'own', 'named', 'none')),
	CONSTRAINT "roles_sees_organisations" CHECK ("roles"."sees_organisations" IN ('all', 'but-other-donors', 'none')),
	CONSTRAINT "roles_reads_texts" CHECK ("roles"."reads_texts" IN ('all', 'for-everybody', 'none')),
	CONSTRAINT "roles_has_reports" CHECK ("roles"."has_reports" IN ('all', 'own', 'none')),
	CONSTRAINT "roles_money_names_donors" CHECK ("roles"."sees_money" IN ('own', 'none') OR "roles"."sees_organisations" = 'all'),
	CONSTRAINT "roles_funded_names_no_other" CHECK (("roles"."sees_results" = 'funded') = ("roles"."sees_organisations" = 'but-other-donors')),
	CONSTRAINT "roles_all_money_is_of_all" CHECK ("roles"."sees_money" <> 'all' OR "roles"."sees_results" = 'all'),
	CONSTRAINT "roles_rows_before_what_is_in_them" CHECK ("roles"."sees_rows" OR ("roles"."sees_money" = 'none' AND "roles"."reads_texts" = 'none' AND "roles"."has_reports" = 'none'))
);
--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "made_for" "code";--> statement-breakpoint
CREATE INDEX "issues_made_for" ON "issues" USING btree ("made_for");--> statement-breakpoint
-- Of issues that are there, those whose figures were read with a donor's eyes.
UPDATE "issues" SET "made_for" = "donor" WHERE "report" = 'donor-funding-summary';--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_made_for_fk" FOREIGN KEY ("made_for") REFERENCES "organisations"("code");--> statement-breakpoint
INSERT INTO "roles" (
	"role", "sees_results", "sees_money", "sees_organisations", "reads_texts", "sees_rows", "has_reports",
	"fills_files", "downloads_tables", "follows_deliveries", "sends_reports", "administers_accounts", "reads_audit", "operates_service", "needs_second_factor"
) VALUES
	('administrator', 'all', 'all', 'all', 'all', true, 'all', true, true, true, true, true, true, true, true),
	('manager', 'all', 'all', 'all', 'all', true, 'all', true, false, true, false, false, false, false, false),
	('officer', 'named', 'named', 'all', 'all', true, 'none', true, false, false, false, false, false, false, false),
	('donor', 'funded', 'own', 'but-other-donors', 'for-everybody', true, 'own', false, false, false, false, false, false, false, false),
	('public', 'all', 'none', 'none', 'none', false, 'none', false, false, false, false, false, false, false, false);--> statement-breakpoint
-- Whoever changes what others may see and do is told.
CREATE FUNCTION "record_rights"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NULL; END IF;
	PERFORM write_audit('change.made', 'roles ' || COALESCE(NEW.role, OLD.role), jsonb_build_object('before', to_jsonb(OLD), 'after', to_jsonb(NEW)));
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "roles_changes" AFTER INSERT OR UPDATE OR DELETE ON "roles"
	FOR EACH ROW EXECUTE FUNCTION "record_rights"();--> statement-breakpoint

-- Who reads, for the length of a transaction. The rights of the role are looked up once, and stand in settings, which cost a
-- policy nothing to read; organisations and programmes are what the mandate is for, as JSON arrays. A role that the table does
-- not have sees nothing. Of a policy the planner expects more work than there is, and would compile a short question for
-- longer than it takes.
CREATE FUNCTION "become_reader"("role" text, "organisations" jsonb, "programs" jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	rights public.roles;
BEGIN
	SELECT r.* INTO rights FROM public.roles r WHERE r.role = become_reader.role;
	PERFORM set_config('attest.reader', become_reader.role, true),
		set_config('attest.sees_results', COALESCE(rights.sees_results, ''), true),
		set_config('attest.sees_money', COALESCE(rights.sees_money, ''), true),
		set_config('attest.sees_organisations', COALESCE(rights.sees_organisations, ''), true),
		set_config('attest.reads_texts', COALESCE(rights.reads_texts, ''), true),
		set_config('attest.has_reports', COALESCE(rights.has_reports, ''), true),
		set_config('attest.organisations', ARRAY(SELECT jsonb_array_elements_text(become_reader.organisations))::text, true),
		set_config('attest.programs', ARRAY(SELECT jsonb_array_elements_text(become_reader.programs))::text, true),
		set_config('jit', 'off', true),
		set_config('role', 'attest_reader', true);
END $$;--> statement-breakpoint
-- A right of whoever reads, by the name of its field; unset, there is none.
CREATE FUNCTION "reader_right"("name" text) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT COALESCE(current_setting('attest.' || name, true), '')
$$;--> statement-breakpoint
CREATE FUNCTION "reader_organisations"() RETURNS text[] LANGUAGE sql STABLE AS $$
	SELECT COALESCE(NULLIF(current_setting('attest.organisations', true), ''), '{}')::text[]
$$;--> statement-breakpoint
-- Programmes that the mandate names, with all below them.
CREATE FUNCTION "programs_of_mandate"() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
	WITH RECURSIVE below(code) AS (
		SELECT p.code::text FROM programs p
		WHERE p.code = ANY (COALESCE(NULLIF(current_setting('attest.programs', true), ''), '{}')::text[])
		UNION
		SELECT p.code::text FROM programs p JOIN below b ON p.parent = b.code
	)
	SELECT code FROM below
$$;--> statement-breakpoint
-- Programmes whose figures the reader sees.
CREATE OR REPLACE FUNCTION "programs_of_reader"() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
	SELECT k.program::text FROM kept.program_keys k WHERE reader_right('sees_results') = 'funded' AND k.donors && (SELECT reader_organisations())
	UNION ALL
	SELECT code FROM programs_of_mandate() AS code WHERE reader_right('sees_results') = 'named'
	UNION ALL
	SELECT p.code::text FROM programs p WHERE reader_right('sees_results') = 'all'
$$;--> statement-breakpoint
-- Programmes that the reader may read about: those, and the ones that money in its sight went to. (Whoever sees all money sees
-- all results.)
CREATE OR REPLACE FUNCTION "programs_shown_to_reader"() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
	SELECT programs_of_reader()
	UNION
	SELECT k.program::text FROM kept.program_keys k WHERE reader_right('sees_money') = 'own' AND k.payers && (SELECT reader_organisations())
	UNION
	SELECT t.program::text FROM transactions t
	WHERE reader_right('sees_money') = 'named' AND reader_right('sees_results') <> 'named'
		AND t.status = 'approved' AND t.program IN (SELECT programs_of_mandate())
$$;--> statement-breakpoint
-- Organisations that money in the reader's sight names: to whom own money went; of other money, who gave it too.
CREATE OR REPLACE FUNCTION "parties_of_reader"() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
	SELECT m.other_key::text FROM kept.money m
	WHERE reader_right('sees_money') = 'own' AND m.level = 'donor receiver' AND m.grain = 'ever' AND m.key = ANY (reader_organisations()) AND m.count <> 0
	UNION ALL
	SELECT p.code::text FROM transactions t CROSS JOIN LATERAL (VALUES (t.provider), (t.receiver)) AS p(code)
	WHERE reader_right('sees_money') = 'named' AND t.status = 'approved' AND t.program IN (SELECT programs_of_mandate())
	UNION ALL
	SELECT p.code::text FROM transactions t CROSS JOIN LATERAL (VALUES (t.provider), (t.receiver)) AS p(code)
	WHERE reader_right('sees_money') = 'all' AND t.status = 'approved'
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "reads_as_organisation"() RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT current_user <> 'attest_reader' OR reader_right('reads_texts') = 'all'
$$;--> statement-breakpoint
-- The rule (src/core/readership.ts): a text about what several fund is for the organisation, until somebody says
-- otherwise.
CREATE OR REPLACE FUNCTION "reads_text"("stated" text, "several_funders" boolean) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT reads_as_organisation() OR (
		reader_right('reads_texts') = 'for-everybody'
		AND COALESCE(stated, CASE WHEN several_funders THEN 'organisation' ELSE 'everybody' END) = 'everybody'
	)
$$;--> statement-breakpoint

-- A policy hides rows, not columns: readers have views in place of the tables that hold texts. What is kept from them, is
-- kept with who said so. (`programs_seen`, `results_seen` and `evidence_seen` ask the functions above, and stay as they are.)
--
-- Amounts in the reader's sight, approved or not: the only place where the database says whose money is whose (rule 8:
-- without a provider it is the only funding organisation's). A function would be called for every transaction.
CREATE VIEW "money_seen" AS
	SELECT m.id, m.program, m.type, m.value_date, m.amount_minor, m.currency, m.provider, m.receiver, m.place,
		m.illustrative, m.converted_minor, m.rate, m.rate_date, m.rate_source, m.note, m.note_for, m.status
	FROM transactions m
	WHERE current_user <> 'attest_reader' OR CASE (SELECT reader_right('sees_money'))
		WHEN 'all' THEN true
		WHEN 'own' THEN
			COALESCE(m.provider, (SELECT kept.only_of(k.donors) FROM kept.program_keys k WHERE k.program = m.program)) = ANY ((SELECT reader_organisations())::text[])
		WHEN 'named' THEN m.program IN (SELECT programs_of_mandate())
		ELSE false
	END;--> statement-breakpoint
CREATE OR REPLACE VIEW "transactions_seen" WITH (security_barrier) AS
	SELECT m.id, m.program, m.type, m.value_date, m.amount_minor, m.currency, m.provider, m.receiver, m.place,
		m.illustrative, m.converted_minor, m.rate, m.rate_date, m.rate_source,
		CASE WHEN s.reads_note THEN m.note END AS note, CASE WHEN s.reads_note THEN m.note_for END AS note_for,
		m.status
	FROM money_seen m
	CROSS JOIN LATERAL (
		SELECT reads_text(m.note_for, m.program IN (SELECT programs_of_several_funders())) AS reads_note
	) AS s
	WHERE current_user <> 'attest_reader' OR m.status = 'approved';--> statement-breakpoint
-- Of a list of donors, those that are named to the reader; where nobody is, that none is known.
CREATE OR REPLACE VIEW "kept"."program_keys_seen" WITH (security_barrier) AS
	SELECT k.program, k.pillar, k.country,
		CASE
			WHEN current_user <> 'attest_reader' OR (SELECT reader_right('sees_organisations')) = 'all' THEN k.donors
			ELSE ARRAY(
				SELECT d FROM unnest(k.donors) AS d
				WHERE (SELECT reader_right('sees_organisations')) = 'but-other-donors' AND d = ANY ((SELECT reader_organisations())::text[])
			)
		END AS donors
	FROM kept.program_keys k
	WHERE current_user <> 'attest_reader' OR k.program IN (SELECT programs_of_reader());--> statement-breakpoint
CREATE OR REPLACE VIEW "kept"."results_seen" WITH (security_barrier) AS
	SELECT r.id, r.indicator, r.kind, r.program, r.pillar, r.country,
		CASE
			WHEN current_user <> 'attest_reader' OR (SELECT reader_right('sees_organisations')) = 'all' THEN r.donors
			ELSE ARRAY(
				SELECT d FROM unnest(r.donors) AS d
				WHERE (SELECT reader_right('sees_organisations')) = 'but-other-donors' AND d = ANY ((SELECT reader_organisations())::text[])
			)
		END AS donors,
		r.period_end, r.qualifier, r.value, r.value_high, r.denominator, r.approved_at, r.parts
	FROM kept.results r
	WHERE current_user <> 'attest_reader' OR r.program IN (SELECT programs_of_reader());--> statement-breakpoint

-- A donor learns of no other donor; of whoever carries a programme out it does.
ALTER POLICY "program_organisations_of_readers" ON "program_organisations" USING (
	program IN (SELECT programs_named_to_reader()) AND CASE reader_right('sees_organisations')
		WHEN 'all' THEN true
		WHEN 'but-other-donors' THEN role <> 'funding' OR organisation = ANY (reader_organisations())
		ELSE false
	END
);--> statement-breakpoint
-- Of the past, which is read by this very policy, the transactions of then say whom money names.
ALTER POLICY "organisations_of_readers" ON "organisations" USING (
	code = ANY (reader_organisations())
	OR code IN (SELECT organisation FROM program_organisations)
	OR CASE
		WHEN COALESCE(current_setting('attest.as_of', true), '') = '' THEN code IN (SELECT parties_of_reader())
		ELSE code IN (SELECT receiver FROM transactions_seen) OR code IN (SELECT provider FROM transactions_seen)
	END
);--> statement-breakpoint
ALTER POLICY "issues_of_readers" ON "issues" USING (
	CASE reader_right('has_reports')
		WHEN 'all' THEN true
		WHEN 'own' THEN made_for = ANY (reader_organisations())
		ELSE false
	END
);--> statement-breakpoint
-- Whether a total that counts under a donor is in sight.
CREATE FUNCTION "sees_totals_of_donor"("donor" text) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT CASE reader_right('sees_results')
		WHEN 'funded' THEN donor = ANY (reader_organisations())
		WHEN 'all' THEN reader_right('sees_organisations') = 'all'
			OR (reader_right('sees_organisations') = 'but-other-donors' AND donor = ANY (reader_organisations()))
		ELSE false
	END
$$;--> statement-breakpoint
-- Totals of all count for whoever sees all results, and those under a donor for whoever may have it named; own ones for whoever
-- sees what own organisations fund.
ALTER POLICY "readers" ON "kept"."totals" USING (
	CASE level
		WHEN 'program' THEN key IN (SELECT programs_of_reader())
		WHEN 'donor' THEN sees_totals_of_donor(key)
		WHEN 'donor pillar' THEN sees_totals_of_donor(key)
		WHEN 'donor country' THEN sees_totals_of_donor(key)
		ELSE reader_right('sees_results') = 'all'
	END
);--> statement-breakpoint
ALTER POLICY "readers" ON "kept"."money" USING (
	CASE reader_right('sees_money')
		WHEN 'all' THEN true
		WHEN 'own' THEN CASE level
			WHEN 'program' THEN other_key = ANY (reader_organisations())
			WHEN 'donor' THEN key = ANY (reader_organisations())
			WHEN 'donor pillar' THEN key = ANY (reader_organisations())
			WHEN 'donor country' THEN key = ANY (reader_organisations())
			WHEN 'donor receiver' THEN key = ANY (reader_organisations())
			ELSE false
		END
		WHEN 'named' THEN level = 'program' AND key IN (SELECT programs_of_mandate())
		ELSE false
	END
);--> statement-breakpoint
ALTER POLICY "readers" ON "kept"."entries" USING (
	CASE reader_right('sees_money')
		WHEN 'all' THEN true
		WHEN 'own' THEN donor = ANY (reader_organisations())
		WHEN 'named' THEN program IN (SELECT programs_of_mandate())
		ELSE false
	END
);--> statement-breakpoint

-- Makes the schema `as_of`: the portfolio's tables and views under their own names, as they were at the revision that the
-- setting attest.as_of names. A query that finds them first reads the past. To be called again, after dropping the schema,
-- by every later migration that changes a table of the portfolio, a view of readers or a policy.
--
-- Readers see of the past what they may see today: the functions that tell who asks read the tables, not the past; a text is
-- for those who might read it then and may now; and a figure or an amount that has been moved out of sight is out of sight.
CREATE OR REPLACE FUNCTION "make_as_of"() RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
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
			WHEN 'transactions' THEN 'EXISTS (SELECT FROM public.money_seen s WHERE s.id = now.id)'
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
SELECT make_as_of();--> statement-breakpoint
-- What nothing asks any more.
DROP FUNCTION "is_readers_money"(code, code);--> statement-breakpoint
DROP FUNCTION "reader_kind"();--> statement-breakpoint
DROP FUNCTION "reader_codes"();
