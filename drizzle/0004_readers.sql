-- Who may read which row, and what happened, held by the database itself.

-- Keys between features. (A feature's tables are imported by that feature alone, so drizzle does not know of these.)
ALTER TABLE "issue_links" ADD CONSTRAINT "issue_links_issue_fk" FOREIGN KEY ("issue") REFERENCES "issues"("id");--> statement-breakpoint
CREATE FUNCTION "check_mandate"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	lost text;
BEGIN
	SELECT given INTO lost FROM unnest(NEW.organisations) AS given
		WHERE NOT EXISTS (SELECT FROM organisations WHERE organisations.code = given) LIMIT 1;
	IF FOUND THEN
		RAISE EXCEPTION 'there is no organisation %', lost
			USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_organisations_are_known';
	END IF;
	SELECT given INTO lost FROM unnest(NEW.programs) AS given
		WHERE NOT EXISTS (SELECT FROM programs WHERE programs.code = given) LIMIT 1;
	IF FOUND THEN
		RAISE EXCEPTION 'there is no programme %', lost
			USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_programs_are_known';
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
-- At the end of the transaction: a restored backup brings accounts before organisations.
CREATE CONSTRAINT TRIGGER "accounts_mandate_is_known" AFTER INSERT OR UPDATE OF "organisations", "programs" ON "accounts"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_mandate"();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "api_tokens_mandate_is_known" AFTER INSERT OR UPDATE OF "organisations", "programs" ON "api_tokens"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_mandate"();--> statement-breakpoint

-- The role under which everybody reads who may not see everything. It owns nothing, so row-level security holds for it,
-- and it can read nothing that is not granted below. Roles are the server's, not the database's: it may be there already.
DO $$
BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'attest_reader') THEN
		CREATE ROLE "attest_reader" NOLOGIN;
	END IF;
EXCEPTION
	WHEN duplicate_object OR unique_violation THEN NULL;
	WHEN insufficient_privilege THEN
		RAISE EXCEPTION 'the user % may not make roles; have an administrator of the server run: CREATE ROLE attest_reader NOLOGIN; GRANT attest_reader TO %', current_user, quote_ident(current_user);
END $$;--> statement-breakpoint
DO $$
BEGIN
	IF NOT pg_has_role(current_user, 'attest_reader', 'MEMBER') THEN
		GRANT "attest_reader" TO CURRENT_USER;
	END IF;
EXCEPTION
	WHEN insufficient_privilege THEN
		RAISE EXCEPTION 'the user % may not act as attest_reader; have an administrator of the server run: GRANT attest_reader TO %', current_user, quote_ident(current_user);
END $$;--> statement-breakpoint

-- Who reads, for the length of a transaction: attest.reader is donor, programs or public, and attest.codes what for, as a
-- JSON array. Unset, it is nobody, who sees nothing.
CREATE FUNCTION "reader_kind"() RETURNS text LANGUAGE sql STABLE AS $$
	SELECT COALESCE(current_setting('attest.reader', true), '')
$$;--> statement-breakpoint
CREATE FUNCTION "reader_codes"() RETURNS text[] LANGUAGE sql STABLE AS $$
	SELECT ARRAY(SELECT jsonb_array_elements_text(COALESCE(NULLIF(current_setting('attest.codes', true), ''), '[]')::jsonb))
$$;--> statement-breakpoint
-- Programmes with the one that names their funding organisations: themselves, or the nearest above that names any.
CREATE FUNCTION "funding_sources"() RETURNS TABLE("program" text, "source" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
	WITH RECURSIVE climb(program, at) AS (
		SELECT p.code::text, p.code::text FROM programs p
		UNION ALL
		SELECT c.program, p.parent::text FROM climb c JOIN programs p ON p.code = c.at
		WHERE p.parent IS NOT NULL
			AND NOT EXISTS (SELECT FROM program_organisations o WHERE o.program = c.at AND o.role = 'funding')
	)
	SELECT c.program, c.at FROM climb c
	WHERE EXISTS (SELECT FROM program_organisations o WHERE o.program = c.at AND o.role = 'funding')
$$;--> statement-breakpoint
-- Programmes whose figures the reader sees: a donor's are those it funds, an officer's with all below them.
CREATE FUNCTION "programs_of_reader"() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
	SELECT s.program FROM funding_sources() s
	WHERE reader_kind() = 'donor' AND EXISTS (
		SELECT FROM program_organisations o
		WHERE o.program = s.source AND o.role = 'funding' AND o.organisation = ANY (reader_codes())
	)
	UNION
	SELECT * FROM (
		WITH RECURSIVE below(code) AS (
			SELECT p.code::text FROM programs p WHERE reader_kind() = 'programs' AND p.code = ANY (reader_codes())
			UNION
			SELECT p.code::text FROM programs p JOIN below b ON p.parent = b.code
		)
		SELECT code FROM below
	) AS officers
	UNION
	SELECT p.code::text FROM programs p WHERE reader_kind() = 'public'
$$;--> statement-breakpoint
-- Money of the reader's (rule 8: without a provider it is the only funding organisation's).
CREATE FUNCTION "is_readers_money"("provider" code, "program" code) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
	SELECT CASE reader_kind()
		WHEN 'donor' THEN COALESCE(provider, (
			SELECT min(o.organisation::text) FROM funding_sources() s
			JOIN program_organisations o ON o.program = s.source AND o.role = 'funding'
			WHERE s.program = is_readers_money.program
			HAVING count(DISTINCT o.organisation) = 1
		)) = ANY (reader_codes())
		WHEN 'programs' THEN is_readers_money.program IN (SELECT programs_of_reader())
		ELSE false
	END
$$;--> statement-breakpoint
-- Programmes that the reader may read about: its own, and those that its money went to.
CREATE FUNCTION "programs_shown_to_reader"() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
	SELECT programs_of_reader()
	UNION
	SELECT t.program::text FROM transactions t
	WHERE t.status = 'approved' AND reader_kind() = 'donor' AND is_readers_money(t.provider, t.program)
$$;--> statement-breakpoint
-- Those, and the ones above them, by name.
CREATE FUNCTION "programs_named_to_reader"() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
	WITH RECURSIVE named(code) AS (
		SELECT shown COLLATE "C" FROM programs_shown_to_reader() AS shown
		UNION
		SELECT p.parent::text FROM programs p JOIN named n ON p.code = n.code WHERE p.parent IS NOT NULL
	)
	SELECT code FROM named
$$;--> statement-breakpoint

-- Programmes as whoever asks may read them. A policy hides rows, not columns: of a programme that is there because it
-- stands above another, a reader learns the name and what is inherited from it. Readers have the view, not the table.
CREATE VIEW "programs_seen" WITH (security_barrier) AS
	SELECT p.code, p.parent, p.title,
		CASE WHEN s.whole THEN p.summary END AS summary,
		CASE WHEN s.whole THEN p.objectives END AS objectives,
		CASE WHEN s.whole THEN p.beneficiaries END AS beneficiaries,
		CASE WHEN s.whole THEN p.unit END AS unit,
		p.status, p.starts_on, p.start_precision, p.ends_on, p.end_precision,
		CASE WHEN s.whole THEN p.link END AS link,
		CASE WHEN s.whole THEN p.note END AS note
	FROM programs p
	CROSS JOIN LATERAL (
		SELECT current_user <> 'attest_reader' OR p.code IN (SELECT programs_shown_to_reader()) AS whole
	) AS s
	WHERE s.whole OR p.code IN (SELECT programs_named_to_reader());--> statement-breakpoint
ALTER TABLE "program_pillars" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "program_pillars_of_readers" ON "program_pillars" FOR SELECT TO "attest_reader"
	USING (program IN (SELECT programs_named_to_reader()));--> statement-breakpoint
ALTER TABLE "program_places" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "program_places_of_readers" ON "program_places" FOR SELECT TO "attest_reader"
	USING (program IN (SELECT programs_named_to_reader()));--> statement-breakpoint
ALTER TABLE "program_organisations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
-- A donor learns of no other donor; of whoever carries a programme out it does.
CREATE POLICY "program_organisations_of_readers" ON "program_organisations" FOR SELECT TO "attest_reader"
	USING (program IN (SELECT programs_named_to_reader()) AND (
		reader_kind() = 'programs'
		OR (reader_kind() = 'donor' AND (role <> 'funding' OR organisation = ANY (reader_codes())))
	));--> statement-breakpoint
ALTER TABLE "results" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "results_of_readers" ON "results" FOR SELECT TO "attest_reader"
	USING (status = 'approved' AND program IN (SELECT programs_of_reader()));--> statement-breakpoint
-- A policy's own queries are under the policies too.
ALTER TABLE "result_parts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "result_parts_of_readers" ON "result_parts" FOR SELECT TO "attest_reader"
	USING (result IN (SELECT id FROM results));--> statement-breakpoint
ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "evidence_of_readers" ON "evidence" FOR SELECT TO "attest_reader"
	USING (reader_kind() <> 'public' AND result IN (SELECT id FROM results));--> statement-breakpoint
ALTER TABLE "transactions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "transactions_of_readers" ON "transactions" FOR SELECT TO "attest_reader"
	USING (status = 'approved' AND is_readers_money(provider, program));--> statement-breakpoint
ALTER TABLE "organisations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "organisations_of_readers" ON "organisations" FOR SELECT TO "attest_reader"
	USING (
		(reader_kind() = 'donor' AND code = ANY (reader_codes()))
		OR code IN (SELECT organisation FROM program_organisations)
		OR code IN (SELECT receiver FROM transactions)
		OR code IN (SELECT provider FROM transactions)
	);--> statement-breakpoint
ALTER TABLE "issues" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "issues_of_readers" ON "issues" FOR SELECT TO "attest_reader"
	USING (reader_kind() = 'donor' AND report = 'donor-funding-summary' AND donor = ANY (reader_codes()));--> statement-breakpoint
GRANT SELECT ON
	"programs_seen", "program_pillars", "program_places", "program_organisations", "results", "result_parts", "evidence",
	"transactions", "organisations", "issues",
	"pillars", "places", "region_countries", "memberships", "indicators", "terms", "revision"
	TO "attest_reader";--> statement-breakpoint

-- The record of what happened is only added to. (A restored backup brings its own.)
CREATE FUNCTION "refuse_to_forget"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') <> 'yes' THEN
		RAISE EXCEPTION 'the audit is only added to'
			USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME, CONSTRAINT = 'audit_is_append_only';
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "audit_is_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_forget"();--> statement-breakpoint

-- Every change of what is recorded below, whoever makes it and by whatever way. Who that is stands in settings of the
-- transaction; without them it is the service itself.
CREATE FUNCTION "write_audit"("action" text, "subject" text, "details" jsonb) RETURNS void LANGUAGE sql AS $$
	INSERT INTO audit (at, action, actor_kind, actor, actor_name, address, subject, details) VALUES (
		COALESCE(NULLIF(current_setting('attest.at', true), '')::timestamptz, now()),
		write_audit.action,
		COALESCE(NULLIF(current_setting('attest.actor_kind', true), ''), 'service'),
		NULLIF(current_setting('attest.actor', true), ''),
		NULLIF(current_setting('attest.actor_name', true), ''),
		NULLIF(current_setting('attest.address', true), ''),
		write_audit.subject,
		write_audit.details
	)
$$;--> statement-breakpoint
-- Arguments: columns that are no change worth telling, or a secret. Of an update only what differs is told.
CREATE FUNCTION "record_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	-- NULL, not empty, where a trigger names none.
	silent text[] := COALESCE(TG_ARGV, '{}');
	old_row jsonb := '{}';
	new_row jsonb := '{}';
	row_key text;
	told text;
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NULL; END IF;
	IF TG_OP <> 'INSERT' THEN old_row := to_jsonb(OLD); END IF;
	IF TG_OP <> 'DELETE' THEN new_row := to_jsonb(NEW); END IF;
	row_key := concat_ws(' ', TG_TABLE_NAME, COALESCE(
		new_row ->> 'id', old_row ->> 'id', new_row ->> 'code', old_row ->> 'code',
		concat_ws(' ', COALESCE(new_row ->> 'program', old_row ->> 'program'), COALESCE(new_row ->> 'organisation', new_row ->> 'place', new_row ->> 'pillar', old_row ->> 'organisation', old_row ->> 'place', old_row ->> 'pillar'))
	));
	told := CASE
		WHEN TG_OP = 'UPDATE' AND new_row ->> 'status' = 'approved' AND old_row ->> 'status' IS DISTINCT FROM 'approved' THEN 'approval.given'
		WHEN TG_OP = 'UPDATE' THEN 'change.made'
		WHEN TG_OP = 'INSERT' THEN 'change.added'
		ELSE 'change.removed'
	END;
	old_row := old_row - silent;
	new_row := new_row - silent;
	IF TG_OP = 'UPDATE' THEN
		IF old_row = new_row THEN RETURN NULL; END IF;
		PERFORM write_audit(told, row_key, jsonb_build_object(
			'before', (SELECT jsonb_object_agg(key, value) FROM jsonb_each(old_row) WHERE value IS DISTINCT FROM new_row -> key),
			'after', (SELECT jsonb_object_agg(key, value) FROM jsonb_each(new_row) WHERE value IS DISTINCT FROM old_row -> key)
		));
	ELSE
		PERFORM write_audit(told, row_key, jsonb_strip_nulls(jsonb_build_object(
			'before', NULLIF(old_row, '{}'), 'after', NULLIF(new_row, '{}')
		)));
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
-- What a file brought counts at once, hundreds of rows at a time: told by number, for each row names its batch.
CREATE FUNCTION "record_approved_rows"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	approved record;
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NULL; END IF;
	FOR approved IN SELECT batch, approved_by, count(*) AS rows FROM added WHERE status = 'approved' GROUP BY batch, approved_by LOOP
		PERFORM write_audit('approval.given', concat_ws(' ', TG_TABLE_NAME, 'of batch', approved.batch), jsonb_build_object('rows', approved.rows, 'by', approved.approved_by));
	END LOOP;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "results_approved" AFTER INSERT ON "results" REFERENCING NEW TABLE AS "added"
	FOR EACH STATEMENT EXECUTE FUNCTION "record_approved_rows"();--> statement-breakpoint
CREATE TRIGGER "transactions_approved" AFTER INSERT ON "transactions" REFERENCING NEW TABLE AS "added"
	FOR EACH STATEMENT EXECUTE FUNCTION "record_approved_rows"();--> statement-breakpoint
DO $$
DECLARE
	portfolio text;
BEGIN
	FOREACH portfolio IN ARRAY ARRAY[
		'pillars', 'places', 'organisations', 'terms', 'memberships',
		'programs', 'program_pillars', 'program_places', 'program_organisations',
		'indicators', 'results', 'result_parts', 'evidence', 'transactions', 'exchange_rates'
	] LOOP
		EXECUTE format(
			'CREATE TRIGGER %I AFTER UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION record_change(''batch'', ''batch_line'', ''approved_at'')',
			portfolio || '_changes', portfolio
		);
	END LOOP;
END $$;--> statement-breakpoint
CREATE FUNCTION "record_import"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NULL; END IF;
	PERFORM write_audit('import.stored', 'import_batches ' || NEW.id, to_jsonb(NEW) - 'id' - 'imported_at');
	RETURN NULL;
END $$;--> statement-breakpoint
-- A batch is written when it begins, and once more, with what came of it, when it ends.
CREATE TRIGGER "import_batches_stored" AFTER UPDATE ON "import_batches"
	FOR EACH ROW EXECUTE FUNCTION "record_import"();--> statement-breakpoint
CREATE TRIGGER "subscriptions_changes" AFTER INSERT OR UPDATE OR DELETE ON "subscriptions"
	FOR EACH ROW EXECUTE FUNCTION "record_change"();--> statement-breakpoint
CREATE TRIGGER "issue_links_changes" AFTER UPDATE OF "revoked_at" ON "issue_links"
	FOR EACH ROW EXECUTE FUNCTION "record_change"();--> statement-breakpoint
CREATE TRIGGER "accounts_changes" AFTER INSERT OR UPDATE OR DELETE ON "accounts"
	FOR EACH ROW EXECUTE FUNCTION "record_change"('password_hash', 'totp_secret', 'totp_last_step');--> statement-breakpoint
CREATE TRIGGER "api_tokens_changes" AFTER INSERT OR UPDATE OR DELETE ON "api_tokens"
	FOR EACH ROW EXECUTE FUNCTION "record_change"('hash', 'last_used_at');--> statement-breakpoint

-- Whoever was signed in when a backup was taken is not signed in again by putting it back.
CREATE FUNCTION "after_restore"() RETURNS void LANGUAGE sql AS $$
	DELETE FROM sessions;
	DELETE FROM one_time_codes;
	DELETE FROM limits;
$$;
