-- Evidence that comes with a row: it waits with it, and stands with the figure once the row is approved. Programs attach too.
-- The views of the past are made anew below, with the column that a view of the present gets here.
DROP SCHEMA IF EXISTS as_of CASCADE;--> statement-breakpoint
ALTER TABLE "evidence_pieces" ALTER COLUMN "result" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence_pieces" ALTER COLUMN "added_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD COLUMN "submission" uuid;--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD COLUMN "added_by_token" uuid;--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD COLUMN "confirmed_by_token" uuid;--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD COLUMN "withdrawn_by_token" uuid;--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_submission_fk" FOREIGN KEY ("submission") REFERENCES "submissions"("id");--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_added_by_token_fk" FOREIGN KEY ("added_by_token") REFERENCES "api_tokens"("id");--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_confirmed_by_token_fk" FOREIGN KEY ("confirmed_by_token") REFERENCES "api_tokens"("id");--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_withdrawn_by_token_fk" FOREIGN KEY ("withdrawn_by_token") REFERENCES "api_tokens"("id");--> statement-breakpoint
CREATE INDEX "evidence_pieces_submission" ON "evidence_pieces" USING btree ("submission","added_at");--> statement-breakpoint
CREATE INDEX "evidence_pieces_added_by_token" ON "evidence_pieces" USING btree ("added_by_token");--> statement-breakpoint
CREATE INDEX "evidence_pieces_confirmed_by_token" ON "evidence_pieces" USING btree ("confirmed_by_token");--> statement-breakpoint
CREATE INDEX "evidence_pieces_withdrawn_by_token" ON "evidence_pieces" USING btree ("withdrawn_by_token");--> statement-breakpoint
DROP INDEX "evidence_pieces_waiting";--> statement-breakpoint
CREATE INDEX "evidence_pieces_waiting" ON "evidence_pieces" USING btree ("added_at","id") WHERE "evidence_pieces"."confirmed_at" IS NULL AND "evidence_pieces"."withdrawn_at" IS NULL AND "evidence_pieces"."result" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence_pieces" DROP CONSTRAINT "evidence_pieces_confirmed_by_somebody";--> statement-breakpoint
ALTER TABLE "evidence_pieces" DROP CONSTRAINT "evidence_pieces_confirmed_by_another";--> statement-breakpoint
ALTER TABLE "evidence_pieces" DROP CONSTRAINT "evidence_pieces_withdrawn_with_a_reason";--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_hang_on_something" CHECK (num_nonnulls("evidence_pieces"."result", "evidence_pieces"."submission") > 0 AND ("evidence_pieces"."confirmed_at" IS NULL OR "evidence_pieces"."result" IS NOT NULL));--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_added_by_somebody" CHECK (num_nonnulls("evidence_pieces"."added_by", "evidence_pieces"."added_by_token") > 0);--> statement-breakpoint
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_confirmed_by_somebody" CHECK (num_nulls("evidence_pieces"."confirmed_at", "evidence_pieces"."confirmed_name") IN (0, 2) AND ("evidence_pieces"."confirmed_at" IS NOT NULL) = (num_nonnulls("evidence_pieces"."confirmed_by", "evidence_pieces"."confirmed_by_token") > 0));--> statement-breakpoint
-- A program's hand is the hand of whoever made its token, and the command line is one hand.
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_confirmed_by_another" CHECK ("evidence_pieces"."confirmed_at" IS NULL OR "evidence_pieces"."confirmed_by" IS DISTINCT FROM "evidence_pieces"."added_by");--> statement-breakpoint
-- What its author takes from a row that is not decided needs none.
ALTER TABLE "evidence_pieces" ADD CONSTRAINT "evidence_pieces_withdrawn_with_a_reason" CHECK (num_nulls("evidence_pieces"."withdrawn_at", "evidence_pieces"."withdrawn_name", "evidence_pieces"."withdrawn_because") IN (0, 3) AND ("evidence_pieces"."withdrawn_at" IS NOT NULL) = (num_nonnulls("evidence_pieces"."withdrawn_by", "evidence_pieces"."withdrawn_by_token") > 0) AND ("evidence_pieces"."withdrawn_because" <> '' OR "evidence_pieces"."result" IS NULL));--> statement-breakpoint

-- As before; and what came with a row gets its figure with its confirmation, once.
CREATE OR REPLACE FUNCTION "guard_evidence_piece"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	course text[] := ARRAY['result', 'confirmed_at', 'confirmed_by', 'confirmed_by_token', 'confirmed_name',
		'withdrawn_at', 'withdrawn_by', 'withdrawn_by_token', 'withdrawn_name', 'withdrawn_because'];
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN
		IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
		RETURN NEW;
	END IF;
	IF TG_OP = 'DELETE' THEN
		RAISE EXCEPTION 'evidence is withdrawn, and not deleted' USING ERRCODE = 'check_violation';
	END IF;
	IF NEW.added_by_token IS NOT NULL AND NEW.added_by IS DISTINCT FROM (SELECT t.created_by FROM api_tokens t WHERE t.id = NEW.added_by_token)
		OR NEW.confirmed_by_token IS NOT NULL AND NEW.confirmed_by IS DISTINCT FROM (SELECT t.created_by FROM api_tokens t WHERE t.id = NEW.confirmed_by_token)
		OR NEW.withdrawn_by_token IS NOT NULL AND NEW.withdrawn_by IS DISTINCT FROM (SELECT t.created_by FROM api_tokens t WHERE t.id = NEW.withdrawn_by_token) THEN
		RAISE EXCEPTION 'a token is the hand of whoever made it' USING ERRCODE = 'check_violation';
	END IF;
	IF TG_OP = 'INSERT' THEN
		IF NEW.confirmed_at IS NOT NULL OR NEW.withdrawn_at IS NOT NULL THEN
			RAISE EXCEPTION 'evidence begins as what nobody has looked at' USING ERRCODE = 'check_violation';
		END IF;
		IF num_nonnulls(NEW.result, NEW.submission) <> 1 THEN
			RAISE EXCEPTION 'evidence begins with a figure or with a row' USING ERRCODE = 'check_violation';
		END IF;
		RETURN NEW;
	END IF;
	IF to_jsonb(NEW) - course <> to_jsonb(OLD) - course THEN
		RAISE EXCEPTION 'evidence stays what it is' USING ERRCODE = 'check_violation';
	END IF;
	IF NEW.result IS DISTINCT FROM OLD.result AND (OLD.result IS NOT NULL OR NEW.confirmed_at IS NULL) THEN
		RAISE EXCEPTION 'evidence stays with its figure' USING ERRCODE = 'check_violation';
	END IF;
	IF OLD.withdrawn_at IS NOT NULL THEN
		RAISE EXCEPTION 'evidence that is withdrawn is not changed' USING ERRCODE = 'check_violation';
	END IF;
	IF OLD.confirmed_at IS NOT NULL AND (NEW.confirmed_at, NEW.confirmed_by, NEW.confirmed_by_token, NEW.confirmed_name)
		IS DISTINCT FROM (OLD.confirmed_at, OLD.confirmed_by, OLD.confirmed_by_token, OLD.confirmed_name) THEN
		RAISE EXCEPTION 'evidence is confirmed once' USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint

-- Who sees a row that is not decided: one's own, and for whoever approves, all that was submitted.
CREATE FUNCTION "sees_submission"("author" uuid, "author_token" uuid, "status" text) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT COALESCE(sees_submission.author = reader_person(), false)
		OR COALESCE(sees_submission.author_token = reader_program(), false)
		OR (sees_submission.status NOT IN ('draft', 'discarded') AND reader_right('approves_figures') = 'true')
$$;--> statement-breakpoint
DROP POLICY "submissions_of_readers" ON "submissions";--> statement-breakpoint
CREATE POLICY "submissions_of_readers" ON "submissions" FOR SELECT TO "attest_reader"
	USING (sees_submission(author, author_token, status));--> statement-breakpoint
-- As before; and what came with a row, for whoever sees the row, before it has a figure.
CREATE OR REPLACE VIEW "evidence_pieces_seen" WITH (security_barrier) AS
	SELECT p.id, p.result, p.kind, p.title, p.url, p.quotation, p.page, p.file, p.file_name, f.size, f.media_type,
		CASE WHEN o.whole THEN p.title_for END AS title_for,
		CASE WHEN o.whole THEN p.added_at END AS added_at,
		CASE WHEN o.whole THEN p.added_by END AS added_by,
		CASE WHEN o.whole THEN p.added_name END AS added_name,
		CASE WHEN o.whole THEN p.confirmed_at END AS confirmed_at,
		CASE WHEN o.whole THEN p.confirmed_name END AS confirmed_name,
		p.withdrawn_at,
		CASE WHEN o.whole THEN p.withdrawn_name END AS withdrawn_name,
		CASE WHEN o.whole THEN p.withdrawn_because END AS withdrawn_because,
		CASE WHEN o.whole THEN p.submission END AS submission
	FROM evidence_pieces p
	LEFT JOIN stored_files f ON f.sha256 = p.file
	CROSS JOIN LATERAL (SELECT current_user <> 'attest_reader' OR reads_as_organisation() AS whole) AS o
	WHERE current_user <> 'attest_reader'
		OR p.id IN (SELECT piece FROM evidence_seen)
		OR (reads_as_organisation() AND p.result IN (SELECT id FROM results_seen))
		OR (p.result IS NULL AND EXISTS (
			SELECT FROM submissions s WHERE s.id = p.submission AND sees_submission(s.author, s.author_token, s.status)
		));--> statement-breakpoint
SELECT make_as_of();
