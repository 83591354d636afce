-- Programs bring large files and decide on them, as they enter rows and decide on those.
ALTER TABLE "large_files" ALTER COLUMN "author" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "large_files" ADD COLUMN "author_token" uuid;--> statement-breakpoint
ALTER TABLE "large_files" ADD COLUMN "decided_by_token" uuid;--> statement-breakpoint
ALTER TABLE "large_files" ADD CONSTRAINT "large_files_author_token_fk" FOREIGN KEY ("author_token") REFERENCES "api_tokens"("id");--> statement-breakpoint
ALTER TABLE "large_files" ADD CONSTRAINT "large_files_decided_by_token_fk" FOREIGN KEY ("decided_by_token") REFERENCES "api_tokens"("id");--> statement-breakpoint
CREATE INDEX "large_files_author_token" ON "large_files" USING btree ("author_token","changed_at");--> statement-breakpoint
CREATE INDEX "large_files_decided_by_token" ON "large_files" USING btree ("decided_by_token");--> statement-breakpoint
ALTER TABLE "large_files" DROP CONSTRAINT "large_files_decided_by_somebody";--> statement-breakpoint
ALTER TABLE "large_files" DROP CONSTRAINT "large_files_decided_by_another";--> statement-breakpoint
ALTER TABLE "large_files" ADD CONSTRAINT "large_files_brought_by_somebody" CHECK (num_nonnulls("large_files"."author", "large_files"."author_token") > 0);--> statement-breakpoint
ALTER TABLE "large_files" ADD CONSTRAINT "large_files_decided_by_somebody" CHECK (num_nulls("large_files"."decided_at", "large_files"."decided_name") IN (0, 2) AND ("large_files"."decided_at" IS NOT NULL) = (num_nonnulls("large_files"."decided_by", "large_files"."decided_by_token") > 0) AND ("large_files"."status" NOT IN ('returned', 'approving', 'approved') OR "large_files"."decided_at" IS NOT NULL));--> statement-breakpoint
-- A program's hand is the hand of whoever made its token, and the command line is one hand.
ALTER TABLE "large_files" ADD CONSTRAINT "large_files_decided_by_another" CHECK ("large_files"."decided_at" IS NULL OR "large_files"."decided_by" IS DISTINCT FROM "large_files"."author");--> statement-breakpoint

-- As before, of programs too.
CREATE OR REPLACE FUNCTION "guard_large_file"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NEW; END IF;
	IF NEW.author_token IS NOT NULL AND NEW.author IS DISTINCT FROM (SELECT t.created_by FROM api_tokens t WHERE t.id = NEW.author_token)
		OR NEW.decided_by_token IS NOT NULL AND NEW.decided_by IS DISTINCT FROM (SELECT t.created_by FROM api_tokens t WHERE t.id = NEW.decided_by_token) THEN
		RAISE EXCEPTION 'a token is the hand of whoever made it' USING ERRCODE = 'check_violation';
	END IF;
	IF TG_OP = 'INSERT' THEN
		IF NEW.status <> 'checking' THEN
			RAISE EXCEPTION 'a large file begins with its check' USING ERRCODE = 'check_violation';
		END IF;
		RETURN NEW;
	END IF;
	IF NEW.author IS DISTINCT FROM OLD.author OR NEW.author_token IS DISTINCT FROM OLD.author_token
		OR NEW.author_name <> OLD.author_name OR NEW.kind <> OLD.kind OR NEW.sha256 <> OLD.sha256
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
	IF NEW.status = 'approved' AND (NEW.decided_by, NEW.decided_by_token, NEW.decided_at) IS DISTINCT FROM (OLD.decided_by, OLD.decided_by_token, OLD.decided_at) THEN
		RAISE EXCEPTION 'a large file is written for whoever approved it' USING ERRCODE = 'check_violation';
	END IF;
	IF NEW.status <> OLD.status OR NEW.twins IS DISTINCT FROM OLD.twins OR NEW.answers <> OLD.answers THEN
		NEW.version := OLD.version + 1;
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
DROP POLICY "large_files_of_readers" ON "large_files";--> statement-breakpoint
CREATE POLICY "large_files_of_readers" ON "large_files" FOR SELECT TO "attest_reader"
	USING (
		COALESCE(author = reader_person(), false)
		OR COALESCE(author_token = reader_program(), false)
		OR (submitted_at IS NOT NULL AND status <> 'discarded' AND reader_right('approves_figures') = 'true')
	);
