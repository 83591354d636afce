-- What everybody of a role, or of a donor, is sent: each person whom it names has a row of `subscriptions` that says so.
CREATE TABLE "subscription_groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"to_role" text,
	"to_donor" "code",
	"report" text NOT NULL,
	"pillar" "code",
	"country" "code",
	"donor" "code",
	"paper" text NOT NULL,
	"frequency" text NOT NULL,
	"delivered_as" text NOT NULL,
	"when_nothing_new" text NOT NULL,
	"needs_approval" boolean NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "subscription_groups_for_one" CHECK (num_nonnulls("subscription_groups"."to_role", "subscription_groups"."to_donor") = 1),
	CONSTRAINT "subscription_groups_to_role" CHECK ("subscription_groups"."to_role" IN ('administrator', 'manager', 'officer', 'donor')),
	CONSTRAINT "subscription_groups_of_their_own" CHECK (("subscription_groups"."to_donor" IS NULL OR "subscription_groups"."donor" IS NOT DISTINCT FROM "subscription_groups"."to_donor") AND ("subscription_groups"."to_role" IS DISTINCT FROM 'donor' OR "subscription_groups"."donor" IS NULL)),
	CONSTRAINT "subscription_groups_paper" CHECK ("subscription_groups"."paper" IN ('a4', 'letter')),
	CONSTRAINT "subscription_groups_frequency" CHECK ("subscription_groups"."frequency" IN ('monthly', 'quarterly', 'yearly', 'fiscal-yearly')),
	CONSTRAINT "subscription_groups_delivered_as" CHECK ("subscription_groups"."delivered_as" IN ('pdf', 'pdf-and-xlsx', 'link')),
	CONSTRAINT "subscription_groups_when_nothing_new" CHECK ("subscription_groups"."when_nothing_new" IN ('send', 'say', 'skip'))
);
--> statement-breakpoint
ALTER TABLE "subscription_groups" ADD CONSTRAINT "subscription_groups_to_donor_fk" FOREIGN KEY ("to_donor") REFERENCES "organisations"("code");--> statement-breakpoint
ALTER TABLE "subscription_groups" ADD CONSTRAINT "subscription_groups_pillar_fk" FOREIGN KEY ("pillar") REFERENCES "pillars"("code");--> statement-breakpoint
ALTER TABLE "subscription_groups" ADD CONSTRAINT "subscription_groups_country_fk" FOREIGN KEY ("country") REFERENCES "places"("code");--> statement-breakpoint
ALTER TABLE "subscription_groups" ADD CONSTRAINT "subscription_groups_donor_fk" FOREIGN KEY ("donor") REFERENCES "organisations"("code");--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_groups_once" ON "subscription_groups" USING btree (COALESCE("to_role", ''),COALESCE("to_donor", ''),"report","frequency",COALESCE("pillar", ''),COALESCE("country", ''),COALESCE("donor", ''));--> statement-breakpoint
CREATE INDEX "subscription_groups_to_donor" ON "subscription_groups" USING btree ("to_donor");--> statement-breakpoint
CREATE INDEX "subscription_groups_pillar" ON "subscription_groups" USING btree ("pillar");--> statement-breakpoint
CREATE INDEX "subscription_groups_country" ON "subscription_groups" USING btree ("country");--> statement-breakpoint
CREATE INDEX "subscription_groups_donor" ON "subscription_groups" USING btree ("donor");--> statement-breakpoint
CREATE TRIGGER "subscription_groups_changes" AFTER INSERT OR UPDATE OR DELETE ON "subscription_groups"
	FOR EACH ROW EXECUTE FUNCTION "record_change"();--> statement-breakpoint

-- Through which group somebody has it; NULL: of their own.
ALTER TABLE "subscriptions" ADD COLUMN "member_of" uuid;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_member_of_subscription_groups_id_fk" FOREIGN KEY ("member_of") REFERENCES "subscription_groups"("id");--> statement-breakpoint
CREATE INDEX "subscriptions_member_of" ON "subscriptions" USING btree ("member_of");--> statement-breakpoint
-- Whether its first report is the next that falls due, and not the last that had when it began to stand.
ALTER TABLE "subscriptions" ADD COLUMN "from_next" boolean DEFAULT false NOT NULL;--> statement-breakpoint

-- As before; and a group is sent what everybody may be sent, or nothing.
CREATE OR REPLACE FUNCTION "end_subscriptions_to_own_report"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NULL; END IF;
	UPDATE subscription_groups SET active = false WHERE report = 'own:' || OLD.slug AND active;
	UPDATE subscriptions SET active = false
	WHERE report = 'own:' || OLD.slug AND active
		AND (TG_OP = 'DELETE' OR member_of IS NOT NULL OR lower(email) NOT IN (SELECT lower(a.email) FROM accounts a WHERE a.id = OLD.holder));
	RETURN NULL;
END $$;
