-- What people enter: rows on their way to the portfolio. Nothing of it counts before somebody else has approved it.
ALTER TABLE "import_batches" ADD COLUMN "origin" text DEFAULT 'file' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_origin" CHECK ("import_batches"."origin" IN ('page', 'file', 'api'));--> statement-breakpoint
ALTER TABLE "roles" ADD COLUMN "enters_figures" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "roles" ADD COLUMN "approves_figures" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "roles" ALTER COLUMN "enters_figures" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "roles" ALTER COLUMN "approves_figures" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_enters_figures" CHECK ("roles"."enters_figures" IN ('all', 'named', 'none'));--> statement-breakpoint
-- A right that comes with a version is nobody's change of rights: the audit tells those.
SELECT set_config('attest.restoring', 'yes', true);--> statement-breakpoint
UPDATE "roles" SET "enters_figures" = 'all', "approves_figures" = true WHERE "role" IN ('administrator', 'manager');--> statement-breakpoint
UPDATE "roles" SET "enters_figures" = 'named' WHERE "role" = 'officer';--> statement-breakpoint
SELECT set_config('attest.restoring', '', true);--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"cells" jsonb NOT NULL,
	"decimal" text,
	"twin" text,
	"twin_ref" text,
	"program" "code",
	"author" uuid NOT NULL,
	"author_name" text NOT NULL,
	"origin" text NOT NULL,
	"file_name" text DEFAULT '' NOT NULL,
	"together" uuid NOT NULL,
	"place" integer NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"comment" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_name" text,
	"batch" bigint,
	CONSTRAINT "submissions_kind" CHECK ("submissions"."kind" IN ('results', 'transactions', 'programs', 'program-countries', 'program-organisations', 'organisations', 'indicators')),
	CONSTRAINT "submissions_cells" CHECK (jsonb_typeof("submissions"."cells") = 'object'),
	CONSTRAINT "submissions_decimal" CHECK ("submissions"."decimal" IN ('comma', 'point')),
	CONSTRAINT "submissions_twin" CHECK ("submissions"."twin" IN ('same', 'another') AND ("submissions"."twin_ref" IS NULL OR "submissions"."twin" = 'same')),
	CONSTRAINT "submissions_origin" CHECK ("submissions"."origin" IN ('page', 'file', 'api')),
	CONSTRAINT "submissions_status" CHECK ("submissions"."status" IN ('draft', 'submitted', 'returned', 'approved', 'discarded')),
	CONSTRAINT "submissions_submitted_at" CHECK ("submissions"."status" IN ('draft', 'discarded') OR "submissions"."submitted_at" IS NOT NULL),
	CONSTRAINT "submissions_decided_by_somebody" CHECK (num_nulls("submissions"."decided_at", "submissions"."decided_by", "submissions"."decided_name") IN (0, 3) AND ("submissions"."status" NOT IN ('approved', 'returned') OR "submissions"."decided_at" IS NOT NULL)),
	CONSTRAINT "submissions_decided_by_another" CHECK ("submissions"."decided_by" <> "submissions"."author"),
	CONSTRAINT "submissions_returned_with_a_comment" CHECK ("submissions"."status" <> 'returned' OR "submissions"."comment" <> ''),
	CONSTRAINT "submissions_approved_into_a_batch" CHECK (("submissions"."status" = 'approved') = ("submissions"."batch" IS NOT NULL))
);
--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_batch_import_batches_id_fk" FOREIGN KEY ("batch") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_author_fk" FOREIGN KEY ("author") REFERENCES "accounts"("id");--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_decided_by_fk" FOREIGN KEY ("decided_by") REFERENCES "accounts"("id");--> statement-breakpoint
CREATE INDEX "submissions_author" ON "submissions" USING btree ("author","status","changed_at");--> statement-breakpoint
CREATE INDEX "submissions_waiting" ON "submissions" USING btree ("submitted_at","id") WHERE "submissions"."status" = 'submitted';--> statement-breakpoint
CREATE INDEX "submissions_together" ON "submissions" USING btree ("together","place");--> statement-breakpoint
CREATE INDEX "submissions_batch" ON "submissions" USING btree ("batch");--> statement-breakpoint
CREATE INDEX "submissions_decided_by" ON "submissions" USING btree ("decided_by");--> statement-breakpoint
CREATE TRIGGER "submissions_changes" AFTER INSERT OR UPDATE OR DELETE ON "submissions"
	FOR EACH ROW EXECUTE FUNCTION "record_change"('changed_at', 'version');--> statement-breakpoint

-- Whose it is stays so, a decision is of what was waiting as it stood, and what is decided or taken away stays as it is.
CREATE FUNCTION "guard_submission"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NEW; END IF;
	IF TG_OP = 'INSERT' THEN
		IF NEW.status NOT IN ('draft', 'submitted') THEN
			RAISE EXCEPTION 'a submission begins as a draft, or submitted' USING ERRCODE = 'check_violation';
		END IF;
		RETURN NEW;
	END IF;
	IF NEW.author <> OLD.author OR NEW.author_name <> OLD.author_name OR NEW.kind <> OLD.kind OR NEW.origin <> OLD.origin THEN
		RAISE EXCEPTION 'a submission stays whose and of what it is' USING ERRCODE = 'check_violation';
	END IF;
	IF OLD.status IN ('approved', 'discarded') THEN
		RAISE EXCEPTION 'a submission that is % is not changed', OLD.status USING ERRCODE = 'check_violation';
	END IF;
	IF NEW.status IN ('approved', 'returned') AND NEW.status <> OLD.status
		AND (OLD.status <> 'submitted' OR NEW.cells <> OLD.cells OR NEW.twin IS DISTINCT FROM OLD.twin OR NEW.twin_ref IS DISTINCT FROM OLD.twin_ref) THEN
		RAISE EXCEPTION 'only what was submitted, as it was, is decided' USING ERRCODE = 'check_violation';
	END IF;
	NEW.version := OLD.version + 1;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "submissions_guard" BEFORE INSERT OR UPDATE ON "submissions"
	FOR EACH ROW EXECUTE FUNCTION "guard_submission"();--> statement-breakpoint

-- One more right that a policy asks for.
CREATE OR REPLACE FUNCTION "become_reader"("role" text, "organisations" jsonb, "programs" jsonb) RETURNS void LANGUAGE plpgsql AS $$
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
		set_config('attest.approves_figures', COALESCE(rights.approves_figures::text, ''), true),
		set_config('attest.organisations', ARRAY(SELECT jsonb_array_elements_text(become_reader.organisations))::text, true),
		set_config('attest.programs', ARRAY(SELECT jsonb_array_elements_text(become_reader.programs))::text, true),
		set_config('jit', 'off', true),
		set_config('role', 'attest_reader', true);
END $$;--> statement-breakpoint
-- One's own; and for whoever approves, all that was submitted: a draft is nobody else's.
ALTER TABLE "submissions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "submissions_of_readers" ON "submissions" FOR SELECT TO "attest_reader"
	USING (
		COALESCE(author = reader_person(), false)
		OR (status NOT IN ('draft', 'discarded') AND reader_right('approves_figures') = 'true')
	);--> statement-breakpoint
GRANT SELECT ON "submissions" TO "attest_reader";
