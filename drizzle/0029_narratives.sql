-- Words beside figures: what the sheets say in prose, of a programme, or of a programme in one place, about a period. They
-- count nowhere, and are entered, approved, corrected and withdrawn as figures are.
DROP SCHEMA "as_of" CASCADE;--> statement-breakpoint
CREATE TABLE "narratives" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"program" "code" NOT NULL,
	"place" "code",
	"section" text NOT NULL,
	"period_start" date,
	"period_end" date,
	"date_precision" text NOT NULL,
	"text" "local_text" NOT NULL,
	"text_for" text,
	"sheet" "local_text",
	"sheet_for" text,
	"ref" text,
	"status" text DEFAULT 'draft' NOT NULL,
	"reason" text,
	"approved_at" timestamp with time zone,
	"approved_by" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" text,
	"batch" bigint,
	"batch_line" integer,
	"revision" bigint DEFAULT current_setting('attest.revision')::bigint NOT NULL,
	CONSTRAINT "narratives_section" CHECK ("narratives"."section" IN ('background', 'approach', 'result', 'next', 'partners', 'groups')),
	CONSTRAINT "narratives_status" CHECK ("narratives"."status" IN ('draft', 'submitted', 'approved', 'returned', 'withdrawn')),
	CONSTRAINT "narratives_date_precision" CHECK ("narratives"."date_precision" IN ('day', 'month', 'year', 'none') AND ("narratives"."date_precision" = 'none') = ("narratives"."period_end" IS NULL)),
	CONSTRAINT "narratives_period_has_an_end" CHECK ("narratives"."period_start" IS NULL OR "narratives"."period_end" IS NOT NULL),
	CONSTRAINT "narratives_period_end_not_before_start" CHECK ("narratives"."period_end" >= "narratives"."period_start"),
	CONSTRAINT "narratives_text_for" CHECK ("narratives"."text_for" IN ('everybody', 'organisation')),
	CONSTRAINT "narratives_sheet_for" CHECK ("narratives"."sheet_for" IN ('everybody', 'organisation')),
	CONSTRAINT "narratives_ref_is_given" CHECK ("narratives"."ref" <> ''),
	CONSTRAINT "narratives_approved_by_somebody" CHECK (("narratives"."status" = 'withdrawn' OR ("narratives"."status" = 'approved') = ("narratives"."approved_at" IS NOT NULL)) AND ("narratives"."approved_at" IS NULL) = ("narratives"."approved_by" IS NULL)),
	CONSTRAINT "narratives_withdrawn_by_somebody" CHECK (("narratives"."status" = 'withdrawn') = ("narratives"."withdrawn_at" IS NOT NULL) AND ("narratives"."withdrawn_at" IS NULL) = ("narratives"."withdrawn_by" IS NULL) AND ("narratives"."status" <> 'withdrawn' OR "narratives"."reason" IS NOT NULL)),
	CONSTRAINT "narratives_line_of_a_batch" CHECK (("narratives"."batch" IS NULL) = ("narratives"."batch_line" IS NULL))
);
--> statement-breakpoint
ALTER TABLE "narratives" ADD CONSTRAINT "narratives_batch_import_batches_id_fk" FOREIGN KEY ("batch") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "narratives" ADD CONSTRAINT "narratives_program_fk" FOREIGN KEY ("program") REFERENCES "programs"("code");--> statement-breakpoint
ALTER TABLE "narratives" ADD CONSTRAINT "narratives_place_fk" FOREIGN KEY ("place") REFERENCES "places"("code");--> statement-breakpoint
CREATE INDEX "narratives_program" ON "narratives" USING btree ("program");--> statement-breakpoint
CREATE INDEX "narratives_place" ON "narratives" USING btree ("place");--> statement-breakpoint
CREATE INDEX "narratives_batch" ON "narratives" USING btree ("batch");--> statement-breakpoint
CREATE UNIQUE INDEX "narratives_ref_once" ON "narratives" USING btree ("ref");--> statement-breakpoint

-- A table of the portfolio: its revision goes up with it, and what a row said before is kept (0007, 0010).
CREATE TRIGGER "narratives_raise_revision" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "narratives"
	FOR EACH STATEMENT EXECUTE FUNCTION raise_revision();--> statement-breakpoint
CREATE TRIGGER "narratives_stamped" BEFORE INSERT ON "narratives"
	FOR EACH ROW WHEN (NEW.revision IS DISTINCT FROM NULLIF(current_setting('attest.revision', true), '')::bigint) EXECUTE FUNCTION stamp_row();--> statement-breakpoint
CREATE TRIGGER "narratives_stamped_anew" BEFORE UPDATE ON "narratives"
	FOR EACH ROW WHEN (NEW IS DISTINCT FROM OLD) EXECUTE FUNCTION stamp_row();--> statement-breakpoint
CREATE TRIGGER "narratives_is_not_emptied" BEFORE TRUNCATE ON "narratives"
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();--> statement-breakpoint
CREATE TRIGGER "narratives_former" AFTER UPDATE ON "narratives" REFERENCING OLD TABLE AS former NEW TABLE AS latter
	FOR EACH STATEMENT EXECUTE FUNCTION keep_former_rows('id');--> statement-breakpoint
CREATE TRIGGER "narratives_former_removed" AFTER DELETE ON "narratives" REFERENCING OLD TABLE AS former
	FOR EACH STATEMENT EXECUTE FUNCTION keep_former_rows('id');--> statement-breakpoint
CREATE TRIGGER "narratives_approved" AFTER INSERT ON "narratives" REFERENCING NEW TABLE AS "added"
	FOR EACH STATEMENT EXECUTE FUNCTION record_approved_rows();--> statement-breakpoint
CREATE TRIGGER "narratives_changes" AFTER UPDATE ON "narratives" REFERENCING OLD TABLE AS former NEW TABLE AS latter
	FOR EACH STATEMENT EXECUTE FUNCTION record_changes('batch', 'batch_line', 'approved_at', 'revision');--> statement-breakpoint
CREATE TRIGGER "narratives_changes_removed" AFTER DELETE ON "narratives" REFERENCING OLD TABLE AS former
	FOR EACH STATEMENT EXECUTE FUNCTION record_changes('batch', 'batch_line', 'approved_at', 'revision');--> statement-breakpoint

-- A text goes with its words, as a row: readers have the view and no right on the table. It is seen by whoever may read about
-- its programme.
CREATE VIEW "narratives_seen" WITH (security_barrier) AS
	SELECT n.id, n.program, n.place, n.section, n.period_start, n.period_end, n.date_precision, n.text, n.text_for,
		CASE WHEN s.reads_sheet THEN n.sheet END AS sheet, CASE WHEN s.reads_sheet THEN n.sheet_for END AS sheet_for,
		n.status
	FROM narratives n
	CROSS JOIN LATERAL (
		SELECT reads_text(n.text_for, n.program IN (SELECT programs_of_several_funders())) AS reads_text,
			reads_text(n.sheet_for, n.program IN (SELECT programs_of_several_funders())) AS reads_sheet
	) AS s
	WHERE current_user <> 'attest_reader'
		OR (n.status = 'approved' AND s.reads_text AND n.program IN (SELECT programs_shown_to_reader()));--> statement-breakpoint
GRANT SELECT ON "narratives_seen" TO "attest_reader";--> statement-breakpoint

-- People enter them as figures.
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_kind";--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_kind" CHECK ("submissions"."kind" IN ('results', 'transactions', 'narratives', 'programs', 'program-countries', 'program-organisations', 'organisations', 'indicators'));--> statement-breakpoint

-- As in 0019, and a text that is another programme's now is out of sight to whoever may not read about that one.
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
			WHEN 'narratives' THEN 'now.program IN (SELECT programs_shown_to_reader())'
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
