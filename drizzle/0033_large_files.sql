-- A file that is too large for rows of its own to be looked at: taken, checked by a job, submitted and decided as one thing.
-- What is in a file is kept in pieces: a backup reads hundreds of rows at once. A file that is large keeps its number.
CREATE TABLE "brought_file_pieces" (
	"file" uuid NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "brought_file_pieces_file_position_pk" PRIMARY KEY("file","position"),
	CONSTRAINT "brought_file_pieces_position" CHECK ("brought_file_pieces"."position" > 0),
	CONSTRAINT "brought_file_pieces_bytes" CHECK (octet_length("brought_file_pieces"."bytes") BETWEEN 1 AND 65536)
);
--> statement-breakpoint
INSERT INTO "brought_file_pieces" ("file", "position", "bytes")
	SELECT f.id, n, substring(f.content FROM (n - 1) * 65536 + 1 FOR 65536)
	FROM "brought_files" f, generate_series(1, (length(f.content) + 65535) / 65536) AS n;--> statement-breakpoint
ALTER TABLE "brought_files" ADD COLUMN "size" integer;--> statement-breakpoint
UPDATE "brought_files" SET "size" = length("content");--> statement-breakpoint
ALTER TABLE "brought_files" ALTER COLUMN "size" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "brought_files" DROP CONSTRAINT "brought_files_size";--> statement-breakpoint
ALTER TABLE "brought_files" DROP COLUMN "content";--> statement-breakpoint
ALTER TABLE "brought_files" ADD CONSTRAINT "brought_files_size" CHECK ("brought_files"."size" BETWEEN 1 AND 67108864);--> statement-breakpoint
CREATE TABLE "large_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"author" uuid NOT NULL,
	"author_name" text NOT NULL,
	"kind" text NOT NULL,
	"decimal" text,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"said" jsonb,
	"twins" text,
	"answers" jsonb DEFAULT '[]' NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"rows_checked" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"outcome" jsonb,
	"note" text,
	"brought_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"comment" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_name" text,
	"batch" bigint,
	CONSTRAINT "large_files_kind" CHECK ("large_files"."kind" IN ('results', 'transactions', 'narratives', 'programs', 'program-countries', 'program-organisations', 'organisations', 'indicators')),
	CONSTRAINT "large_files_decimal" CHECK ("large_files"."decimal" IN ('comma', 'point')),
	CONSTRAINT "large_files_twins" CHECK ("large_files"."twins" IN ('same', 'another')),
	CONSTRAINT "large_files_answers" CHECK (jsonb_typeof("large_files"."answers") = 'array'),
	CONSTRAINT "large_files_status" CHECK ("large_files"."status" IN ('checking', 'checked', 'submitted', 'returned', 'approving', 'approved', 'discarded')),
	CONSTRAINT "large_files_note" CHECK ("large_files"."note" IN ('moved', 'failed')),
	CONSTRAINT "large_files_submitted_at" CHECK ("large_files"."status" NOT IN ('submitted', 'returned', 'approving', 'approved') OR "large_files"."submitted_at" IS NOT NULL),
	CONSTRAINT "large_files_decided_by_somebody" CHECK (num_nulls("large_files"."decided_at", "large_files"."decided_by", "large_files"."decided_name") IN (0, 3) AND ("large_files"."status" NOT IN ('returned', 'approving', 'approved') OR "large_files"."decided_at" IS NOT NULL)),
	CONSTRAINT "large_files_decided_by_another" CHECK ("large_files"."decided_by" <> "large_files"."author"),
	CONSTRAINT "large_files_returned_with_a_comment" CHECK ("large_files"."status" <> 'returned' OR "large_files"."comment" <> ''),
	CONSTRAINT "large_files_approved_into_a_batch" CHECK (("large_files"."status" = 'approved') = ("large_files"."batch" IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "large_file_faults" (
	"file" uuid NOT NULL,
	"line" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"errors" jsonb NOT NULL,
	"question" jsonb,
	CONSTRAINT "large_file_faults_file_line_pk" PRIMARY KEY("file","line")
);
--> statement-breakpoint
ALTER TABLE "large_files" ADD CONSTRAINT "large_files_batch_import_batches_id_fk" FOREIGN KEY ("batch") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "large_file_faults" ADD CONSTRAINT "large_file_faults_file_large_files_id_fk" FOREIGN KEY ("file") REFERENCES "public"."large_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "large_files" ADD CONSTRAINT "large_files_author_fk" FOREIGN KEY ("author") REFERENCES "accounts"("id");--> statement-breakpoint
ALTER TABLE "large_files" ADD CONSTRAINT "large_files_decided_by_fk" FOREIGN KEY ("decided_by") REFERENCES "accounts"("id");--> statement-breakpoint
CREATE INDEX "large_files_author" ON "large_files" USING btree ("author","changed_at");--> statement-breakpoint
CREATE INDEX "large_files_status" ON "large_files" USING btree ("status","submitted_at");--> statement-breakpoint
CREATE INDEX "large_files_decided_by" ON "large_files" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "large_files_batch" ON "large_files" USING btree ("batch");--> statement-breakpoint
-- How far a job is, is no change; what a check came to is told by what is done with it.
CREATE TRIGGER "large_files_changes" AFTER INSERT OR UPDATE OR DELETE ON "large_files"
	FOR EACH ROW EXECUTE FUNCTION "record_change"('changed_at', 'version', 'rows_read', 'rows_checked', 'attempts', 'answers', 'outcome');--> statement-breakpoint

-- Whose it is and what is in it stays so; a decision is of what was waiting, as it was checked; what is decided stays.
CREATE FUNCTION "guard_large_file"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NEW; END IF;
	IF TG_OP = 'INSERT' THEN
		IF NEW.status <> 'checking' THEN
			RAISE EXCEPTION 'a large file begins with its check' USING ERRCODE = 'check_violation';
		END IF;
		RETURN NEW;
	END IF;
	IF NEW.author <> OLD.author OR NEW.author_name <> OLD.author_name OR NEW.kind <> OLD.kind OR NEW.sha256 <> OLD.sha256
		OR NEW.file_name <> OLD.file_name OR NEW.decimal IS DISTINCT FROM OLD.decimal OR NEW.said IS DISTINCT FROM OLD.said THEN
		RAISE EXCEPTION 'a large file stays whose and what it is' USING ERRCODE = 'check_violation';
	END IF;
	IF OLD.status IN ('approved', 'discarded') THEN
		RAISE EXCEPTION 'a large file that is % is not changed', OLD.status USING ERRCODE = 'check_violation';
	END IF;
	IF NEW.status <> OLD.status AND NOT (OLD.status, NEW.status) IN (
		('checking', 'checked'), ('checking', 'submitted'), ('checking', 'discarded'),
		('checked', 'checking'), ('checked', 'submitted'), ('checked', 'discarded'),
		('submitted', 'checked'), ('submitted', 'returned'), ('submitted', 'approving'),
		('returned', 'checking'), ('returned', 'discarded'),
		('approving', 'approved'), ('approving', 'checking'), ('approving', 'submitted')
	) THEN
		RAISE EXCEPTION 'a large file that is % does not become %', OLD.status, NEW.status USING ERRCODE = 'check_violation';
	END IF;
	IF NEW.status IN ('submitted', 'returned', 'approving', 'approved')
		AND (NEW.twins IS DISTINCT FROM OLD.twins OR NEW.answers <> OLD.answers OR (OLD.status <> 'checking' AND NEW.outcome IS DISTINCT FROM OLD.outcome)) THEN
		RAISE EXCEPTION 'only what was checked, as it was, is submitted and decided' USING ERRCODE = 'check_violation';
	END IF;
	IF NEW.status = 'approved' AND (NEW.decided_by <> OLD.decided_by OR NEW.decided_at <> OLD.decided_at) THEN
		RAISE EXCEPTION 'a large file is written for whoever approved it' USING ERRCODE = 'check_violation';
	END IF;
	IF NEW.status <> OLD.status OR NEW.twins IS DISTINCT FROM OLD.twins OR NEW.answers <> OLD.answers THEN
		NEW.version := OLD.version + 1;
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "large_files_guard" BEFORE INSERT OR UPDATE ON "large_files"
	FOR EACH ROW EXECUTE FUNCTION "guard_large_file"();--> statement-breakpoint
CREATE FUNCTION "guard_file_piece"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NEW; END IF;
	RAISE EXCEPTION 'what is in a file is not changed' USING ERRCODE = 'check_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER "brought_file_pieces_guard" BEFORE UPDATE ON "brought_file_pieces"
	FOR EACH ROW EXECUTE FUNCTION "guard_file_piece"();--> statement-breakpoint

-- One's own; and for whoever approves, what was submitted. What is in a file, and what is wrong with it, is seen with it.
ALTER TABLE "large_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "large_files_of_readers" ON "large_files" FOR SELECT TO "attest_reader"
	USING (
		COALESCE(author = reader_person(), false)
		OR (submitted_at IS NOT NULL AND status <> 'discarded' AND reader_right('approves_figures') = 'true')
	);--> statement-breakpoint
GRANT SELECT ON "large_files" TO "attest_reader";--> statement-breakpoint
ALTER TABLE "brought_file_pieces" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "brought_file_pieces_of_readers" ON "brought_file_pieces" FOR SELECT TO "attest_reader"
	USING (EXISTS (SELECT FROM brought_files f WHERE f.id = file) OR EXISTS (SELECT FROM large_files f WHERE f.id = file));--> statement-breakpoint
GRANT SELECT ON "brought_file_pieces" TO "attest_reader";--> statement-breakpoint
ALTER TABLE "large_file_faults" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "large_file_faults_of_readers" ON "large_file_faults" FOR SELECT TO "attest_reader"
	USING (EXISTS (SELECT FROM large_files f WHERE f.id = file));--> statement-breakpoint
GRANT SELECT ON "large_file_faults" TO "attest_reader";
