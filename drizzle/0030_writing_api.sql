-- Programs enter and decide as people do: which tokens may write, whose hand a row is, and requests that are answered once.
ALTER TABLE "api_tokens" ADD COLUMN "writes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ALTER COLUMN "author" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "author_token" uuid;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "decided_by_token" uuid;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_author_token_fk" FOREIGN KEY ("author_token") REFERENCES "api_tokens"("id");--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_decided_by_token_fk" FOREIGN KEY ("decided_by_token") REFERENCES "api_tokens"("id");--> statement-breakpoint
CREATE INDEX "submissions_author_token" ON "submissions" USING btree ("author_token","status","changed_at");--> statement-breakpoint
CREATE INDEX "submissions_decided_by_token" ON "submissions" USING btree ("decided_by_token");--> statement-breakpoint
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_decided_by_somebody";--> statement-breakpoint
ALTER TABLE "submissions" DROP CONSTRAINT "submissions_decided_by_another";--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_entered_by_somebody" CHECK (num_nonnulls("submissions"."author", "submissions"."author_token") > 0);--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_decided_by_somebody" CHECK (num_nulls("submissions"."decided_at", "submissions"."decided_name") IN (0, 2) AND ("submissions"."decided_at" IS NOT NULL) = (num_nonnulls("submissions"."decided_by", "submissions"."decided_by_token") > 0) AND ("submissions"."status" NOT IN ('approved', 'returned') OR "submissions"."decided_at" IS NOT NULL));--> statement-breakpoint
-- A program's hand is the hand of whoever made its token, and the command line is one hand.
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_decided_by_another" CHECK ("submissions"."decided_at" IS NULL OR "submissions"."decided_by" IS DISTINCT FROM "submissions"."author");--> statement-breakpoint

-- As before, and a row that a program entered or decided names, as its person, the account that made the token.
CREATE OR REPLACE FUNCTION "guard_submission"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NEW; END IF;
	IF NEW.author_token IS NOT NULL AND NEW.author IS DISTINCT FROM (SELECT t.created_by FROM api_tokens t WHERE t.id = NEW.author_token)
		OR NEW.decided_by_token IS NOT NULL AND NEW.decided_by IS DISTINCT FROM (SELECT t.created_by FROM api_tokens t WHERE t.id = NEW.decided_by_token) THEN
		RAISE EXCEPTION 'a token is the hand of whoever made it' USING ERRCODE = 'check_violation';
	END IF;
	IF TG_OP = 'INSERT' THEN
		IF NEW.status NOT IN ('draft', 'submitted') THEN
			RAISE EXCEPTION 'a submission begins as a draft, or submitted' USING ERRCODE = 'check_violation';
		END IF;
		RETURN NEW;
	END IF;
	IF NEW.author IS DISTINCT FROM OLD.author OR NEW.author_token IS DISTINCT FROM OLD.author_token
		OR NEW.author_name <> OLD.author_name OR NEW.kind <> OLD.kind OR NEW.origin <> OLD.origin THEN
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

-- Who made a token stays so: it says whose hand the token is.
CREATE FUNCTION "guard_api_token"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NEW; END IF;
	IF NEW.created_by IS DISTINCT FROM OLD.created_by OR NEW.writes <> OLD.writes THEN
		RAISE EXCEPTION 'a token stays whose and for what it was made' USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "api_tokens_guard" BEFORE UPDATE ON "api_tokens"
	FOR EACH ROW EXECUTE FUNCTION "guard_api_token"();--> statement-breakpoint

-- Which program reads what it entered itself.
CREATE FUNCTION "become_program"("token" text) RETURNS void LANGUAGE sql AS $$
	SELECT set_config('attest.program', become_program.token, true)
$$;--> statement-breakpoint
CREATE FUNCTION "reader_program"() RETURNS uuid LANGUAGE sql STABLE AS $$
	SELECT NULLIF(current_setting('attest.program', true), '')::uuid
$$;--> statement-breakpoint
DROP POLICY "submissions_of_readers" ON "submissions";--> statement-breakpoint
CREATE POLICY "submissions_of_readers" ON "submissions" FOR SELECT TO "attest_reader"
	USING (
		COALESCE(author = reader_person(), false)
		OR COALESCE(author_token = reader_program(), false)
		OR (status NOT IN ('draft', 'discarded') AND reader_right('approves_figures') = 'true')
	);--> statement-breakpoint

-- A program closes periods as well; the one that did is in the audit.
ALTER TABLE "closed_periods" ALTER COLUMN "closed_by" DROP NOT NULL;--> statement-breakpoint

-- What a request with a key was answered, so that the same one again is answered the same and does nothing.
CREATE TABLE "answered_requests" (
	"token" uuid NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"body" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answered_requests_token_key_pk" PRIMARY KEY("token","key"),
	CONSTRAINT "answered_requests_key" CHECK ("answered_requests"."key" <> '' AND length("answered_requests"."key") <= 255)
);
--> statement-breakpoint
ALTER TABLE "answered_requests" ADD CONSTRAINT "answered_requests_token_fk" FOREIGN KEY ("token") REFERENCES "api_tokens"("id");--> statement-breakpoint
CREATE INDEX "answered_requests_expires_at" ON "answered_requests" USING btree ("expires_at");
