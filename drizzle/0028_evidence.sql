-- Evidence as objects: files, links and quotations that people attach to a figure, and the bytes of the files.
-- Its views use the row types of tables that get a column here; it is made anew below.
DROP SCHEMA IF EXISTS as_of CASCADE;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "evidence_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE TABLE "stored_files" (
	"sha256" text PRIMARY KEY NOT NULL,
	"size" integer NOT NULL,
	"media_type" text NOT NULL,
	"store" text NOT NULL,
	"stored_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stored_files_sha256" CHECK ("stored_files"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "stored_files_size" CHECK ("stored_files"."size" > 0),
	CONSTRAINT "stored_files_store" CHECK ("stored_files"."store" IN ('database', 's3'))
);
--> statement-breakpoint
CREATE TABLE "stored_file_pieces" (
	"file" text NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "stored_file_pieces_file_position_pk" PRIMARY KEY("file","position"),
	CONSTRAINT "stored_file_pieces_position" CHECK ("stored_file_pieces"."position" > 0),
	CONSTRAINT "stored_file_pieces_bytes" CHECK (octet_length("stored_file_pieces"."bytes") BETWEEN 1 AND 65536)
);
--> statement-breakpoint
CREATE TABLE "evidence_pieces" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"result" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" "local_text" NOT NULL,
	"title_for" text,
	"url" text,
	"quotation" "local_text",
	"page" text,
	"file" text,
	"file_name" text,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid NOT NULL,
	"added_name" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" uuid,
	"confirmed_name" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_name" text,
	"withdrawn_because" text,
	CONSTRAINT "evidence_pieces_kind" CHECK ("evidence_pieces"."kind" IN ('file', 'link', 'quotation')),
	CONSTRAINT "evidence_pieces_title_for" CHECK ("evidence_pieces"."title_for" IN ('everybody', 'organisation')),
	CONSTRAINT "evidence_pieces_url_is_http" CHECK ("evidence_pieces"."url" ~ '^https?://'),
	CONSTRAINT "evidence_pieces_links_have_an_address" CHECK (("evidence_pieces"."kind" = 'link') = ("evidence_pieces"."url" IS NOT NULL)),
	CONSTRAINT "evidence_pieces_files_have_content" CHECK (num_nulls("evidence_pieces"."file", "evidence_pieces"."file_name") IN (0, 2) AND ("evidence_pieces"."kind" = 'file') = ("evidence_pieces"."file" IS NOT NULL)),
	CONSTRAINT "evidence_pieces_quotations_say_where" CHECK (num_nulls("evidence_pieces"."quotation", "evidence_pieces"."page") IN (0, 2) AND ("evidence_pieces"."kind" = 'quotation') = ("evidence_pieces"."quotation" IS NOT NULL)),
	CONSTRAINT "evidence_pieces_confirmed_by_somebody" CHECK (num_nulls("evidence_pieces"."confirmed_at", "evidence_pieces"."confirmed_by", "evidence_pieces"."confirmed_name") IN (0, 3)),
	CONSTRAINT "evidence_pieces_confirmed_by_another" CHECK ("evidence_pieces"."confirmed_by" <> "evidence_pieces"."added_by"),
	CONSTRAINT "evidence_pieces_withdrawn_with_a_reason" CHECK (num_nulls("evidence_pieces"."withdrawn_at", "evidence_pieces"."withdrawn_by", "evidence_pieces"."withdrawn_name", "evidence_pieces"."withdrawn_because") IN (0, 4) AND "evidence_pieces"."withdrawn_because" <> '')
);
--> statement-breakpoint
ALTER TABLE "stored_file_pieces" ADD CONSTRAINT "stored_file_pieces_file_stored_files_sha256_fk" FOREIGN KEY ("file") REFERENCES "public"."stored_files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_result_results_id_fk" FOREIGN KEY ("result") REFERENCES "public"."results"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_file_stored_files_sha256_fk" FOREIGN KEY ("file") REFERENCES "public"."stored_files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_added_by_fk" FOREIGN KEY ("added_by") REFERENCES "accounts"("id");--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_confirmed_by_fk" FOREIGN KEY ("confirmed_by") REFERENCES "accounts"("id");--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_withdrawn_by_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "accounts"("id");--> statement-breakpoint
CREATE INDEX "evidence_pieces_result" ON "evidence_pieces" USING btree ("result","added_at");--> statement-breakpoint
CREATE INDEX "evidence_pieces_waiting" ON "evidence_pieces" USING btree ("added_at","id") WHERE "evidence_pieces"."confirmed_at" IS NULL AND "evidence_pieces"."withdrawn_at" IS NULL;--> statement-breakpoint
CREATE INDEX "evidence_pieces_file" ON "evidence_pieces" USING btree ("file");--> statement-breakpoint
CREATE INDEX "evidence_pieces_added_by" ON "evidence_pieces" USING btree ("added_by");--> statement-breakpoint
CREATE INDEX "evidence_pieces_confirmed_by" ON "evidence_pieces" USING btree ("confirmed_by");--> statement-breakpoint
CREATE INDEX "evidence_pieces_withdrawn_by" ON "evidence_pieces" USING btree ("withdrawn_by");--> statement-breakpoint
-- What is packed already is not packed again.
ALTER TABLE "stored_file_pieces" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;--> statement-breakpoint

-- A file is what its hash says, for good.
CREATE FUNCTION "guard_stored_file"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN
		IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'a stored file is neither changed nor taken away' USING ERRCODE = 'check_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER "stored_files_guard" BEFORE UPDATE OR DELETE ON "stored_files"
	FOR EACH ROW EXECUTE FUNCTION "guard_stored_file"();--> statement-breakpoint
CREATE TRIGGER "stored_file_pieces_guard" BEFORE UPDATE OR DELETE ON "stored_file_pieces"
	FOR EACH ROW EXECUTE FUNCTION "guard_stored_file"();--> statement-breakpoint

-- What was attached stays as it was: it is confirmed once, and withdrawn once.
CREATE FUNCTION "guard_evidence_piece"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	course text[] := ARRAY['confirmed_at', 'confirmed_by', 'confirmed_name', 'withdrawn_at', 'withdrawn_by', 'withdrawn_name', 'withdrawn_because'];
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN
		IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
		RETURN NEW;
	END IF;
	IF TG_OP = 'DELETE' THEN
		RAISE EXCEPTION 'evidence is withdrawn, and not deleted' USING ERRCODE = 'check_violation';
	END IF;
	IF TG_OP = 'INSERT' THEN
		IF NEW.confirmed_at IS NOT NULL OR NEW.withdrawn_at IS NOT NULL THEN
			RAISE EXCEPTION 'evidence begins as what nobody has looked at' USING ERRCODE = 'check_violation';
		END IF;
		RETURN NEW;
	END IF;
	IF to_jsonb(NEW) - course <> to_jsonb(OLD) - course THEN
		RAISE EXCEPTION 'evidence stays what it is' USING ERRCODE = 'check_violation';
	END IF;
	IF OLD.withdrawn_at IS NOT NULL THEN
		RAISE EXCEPTION 'evidence that is withdrawn is not changed' USING ERRCODE = 'check_violation';
	END IF;
	IF OLD.confirmed_at IS NOT NULL AND (NEW.confirmed_at, NEW.confirmed_by, NEW.confirmed_name) IS DISTINCT FROM (OLD.confirmed_at, OLD.confirmed_by, OLD.confirmed_name) THEN
		RAISE EXCEPTION 'evidence is confirmed once' USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "evidence_pieces_guard" BEFORE INSERT OR UPDATE OR DELETE ON "evidence_pieces"
	FOR EACH ROW EXECUTE FUNCTION "guard_evidence_piece"();--> statement-breakpoint
CREATE TRIGGER "evidence_pieces_changes" AFTER INSERT OR UPDATE OR DELETE ON "evidence_pieces"
	FOR EACH ROW EXECUTE FUNCTION "record_change"();--> statement-breakpoint

-- What was confirmed stands in the portfolio, with its figure's sheet.
ALTER TABLE "evidence" ADD COLUMN "piece" uuid;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_piece_once" UNIQUE("piece");--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_piece_evidence_pieces_id_fk" FOREIGN KEY ("piece") REFERENCES "public"."evidence_pieces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" DROP CONSTRAINT "evidence_kind";--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_kind" CHECK ("evidence"."kind" IN ('sheet', 'document', 'link', 'quotation'));--> statement-breakpoint
CREATE OR REPLACE VIEW "evidence_seen" WITH (security_barrier) AS
	SELECT e.result, e.position, e.kind, e.title, e.title_for, e.url, e.piece
	FROM evidence e
	WHERE current_user <> 'attest_reader' OR (
		e.result IN (SELECT id FROM results_seen)
		AND reads_text(e.title_for, e.result IN (
			SELECT id FROM results_seen WHERE program IN (SELECT programs_of_several_funders())
		))
	);--> statement-breakpoint
-- What is confirmed, of the figures and texts that a reader sees; who did what with it, and the rest, for the organisation.
CREATE VIEW "evidence_pieces_seen" WITH (security_barrier) AS
	SELECT p.id, p.result, p.kind, p.title, p.url, p.quotation, p.page, p.file, p.file_name, f.size, f.media_type,
		CASE WHEN o.whole THEN p.title_for END AS title_for,
		CASE WHEN o.whole THEN p.added_at END AS added_at,
		CASE WHEN o.whole THEN p.added_by END AS added_by,
		CASE WHEN o.whole THEN p.added_name END AS added_name,
		CASE WHEN o.whole THEN p.confirmed_at END AS confirmed_at,
		CASE WHEN o.whole THEN p.confirmed_name END AS confirmed_name,
		p.withdrawn_at,
		CASE WHEN o.whole THEN p.withdrawn_name END AS withdrawn_name,
		CASE WHEN o.whole THEN p.withdrawn_because END AS withdrawn_because
	FROM evidence_pieces p
	LEFT JOIN stored_files f ON f.sha256 = p.file
	CROSS JOIN LATERAL (SELECT current_user <> 'attest_reader' OR reads_as_organisation() AS whole) AS o
	WHERE current_user <> 'attest_reader'
		OR p.id IN (SELECT piece FROM evidence_seen)
		OR (reads_as_organisation() AND p.result IN (SELECT id FROM results_seen));--> statement-breakpoint
GRANT SELECT ON "evidence_pieces_seen" TO "attest_reader";--> statement-breakpoint
SELECT make_as_of();
