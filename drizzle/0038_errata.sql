-- What is told to those who got a figure that has moved since: one row for the issues of one hash and a set of moved figures.
CREATE TABLE "errata" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"hash" text NOT NULL,
	"issue" uuid NOT NULL,
	"report" text NOT NULL,
	"period" text NOT NULL,
	"pillar" "code",
	"country" "code",
	"donor" "code",
	"status" text DEFAULT 'proposed' NOT NULL,
	"figures" json NOT NULL,
	"revision" bigint NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"reason" text,
	CONSTRAINT "errata_status" CHECK ("errata"."status" IN ('proposed', 'approved', 'dismissed', 'lapsed')),
	CONSTRAINT "errata_period" CHECK ("errata"."period" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])([.]{2}[12][0-9]{3}-(0[1-9]|1[0-2]))?|-Q[1-4])?$'),
	CONSTRAINT "errata_hash_is_hex" CHECK ("errata"."hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "errata_decided_is_whole" CHECK (("errata"."status" = 'proposed') = ("errata"."decided_at" IS NULL) AND ("errata"."status" = 'proposed') = ("errata"."decided_by" IS NULL)),
	CONSTRAINT "errata_dismissed_has_a_reason" CHECK ("errata"."status" <> 'dismissed' OR "errata"."reason" IS NOT NULL)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "errata_proposed_once" ON "errata" ("hash") WHERE "errata"."status" = 'proposed';--> statement-breakpoint
CREATE INDEX "errata_hash" ON "errata" ("hash");--> statement-breakpoint
-- At which revision of the record the figures of issues were last held against what they say.
CREATE TABLE "errata_checks" (
	"hash" text PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	CONSTRAINT "errata_checks_hash_is_hex" CHECK ("errata_checks"."hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
-- An erratum goes the way of a report, in the same ledger: one row for each subscription and erratum.
ALTER TABLE "deliveries" ADD COLUMN "erratum" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_erratum_errata_id_fk" FOREIGN KEY ("erratum") REFERENCES "errata"("id");--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_once";--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_once" ON "deliveries" ("subscription", "period") WHERE "deliveries"."erratum" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_erratum_once" ON "deliveries" ("subscription", "erratum");--> statement-breakpoint
CREATE INDEX "deliveries_erratum" ON "deliveries" ("erratum");--> statement-breakpoint
-- Whether errata are proposed, or sent by themselves. NULL: not chosen.
ALTER TABLE "settings" ADD COLUMN "errata" text;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_errata" CHECK ("settings"."errata" IN ('proposed', 'sent'));--> statement-breakpoint
CREATE TRIGGER "errata_changes" AFTER UPDATE OR DELETE ON "errata"
	FOR EACH ROW EXECUTE FUNCTION "record_change"('figures', 'revision', 'moved_at');
