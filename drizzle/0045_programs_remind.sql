-- Programs remind, and say of odd figures that they are right, as people do on pages.
ALTER TABLE "reminders" ALTER COLUMN "asked_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "asked_by_token" uuid;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_asked_by_token_fk" FOREIGN KEY ("asked_by_token") REFERENCES "api_tokens"("id");--> statement-breakpoint
CREATE INDEX "reminders_asked_by_token" ON "reminders" USING btree ("asked_by_token");--> statement-breakpoint
ALTER TABLE "reminders" DROP CONSTRAINT "reminders_by_somebody";--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_by_somebody" CHECK (num_nonnulls("reminders"."asked_by", "reminders"."asked_by_token") > 0 AND "reminders"."asked_name" <> '' AND "reminders"."recipient_name" <> '');--> statement-breakpoint

ALTER TABLE "confirmed_values" ALTER COLUMN "confirmed_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "confirmed_values" ADD COLUMN "confirmed_by_token" uuid;--> statement-breakpoint
ALTER TABLE "confirmed_values" ADD CONSTRAINT "confirmed_values_confirmed_by_token_fk" FOREIGN KEY ("confirmed_by_token") REFERENCES "api_tokens"("id");--> statement-breakpoint
CREATE INDEX "confirmed_values_confirmed_by_token" ON "confirmed_values" USING btree ("confirmed_by_token");--> statement-breakpoint
ALTER TABLE "confirmed_values" DROP CONSTRAINT "confirmed_values_by_somebody";--> statement-breakpoint
ALTER TABLE "confirmed_values" ADD CONSTRAINT "confirmed_values_by_somebody" CHECK (num_nonnulls("confirmed_values"."confirmed_by", "confirmed_values"."confirmed_by_token") > 0 AND "confirmed_values"."confirmed_name" <> '');--> statement-breakpoint

-- A token is the hand of whoever made it. Takes the name of the column of the account; that of the token ends in "_token".
CREATE FUNCTION "guard_hand"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	said jsonb := to_jsonb(NEW);
	token uuid := (said->>(TG_ARGV[0] || '_token'))::uuid;
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NEW; END IF;
	IF token IS NOT NULL AND (said->>TG_ARGV[0])::uuid IS DISTINCT FROM (SELECT t.created_by FROM api_tokens t WHERE t.id = token) THEN
		RAISE EXCEPTION 'a token is the hand of whoever made it' USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "reminders_hand" BEFORE INSERT OR UPDATE ON "reminders" FOR EACH ROW EXECUTE FUNCTION "guard_hand"('asked_by');--> statement-breakpoint
CREATE TRIGGER "confirmed_values_hand" BEFORE INSERT OR UPDATE ON "confirmed_values" FOR EACH ROW EXECUTE FUNCTION "guard_hand"('confirmed_by');
