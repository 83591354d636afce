-- When each e-mail is tried again, what was settled, and from when a subscription is owed its reports.

ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_status";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_failure_has_a_reason";--> statement-breakpoint
DROP INDEX "deliveries_open";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "held_up" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "next_attempt_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint

-- Whether what failed before was refused for good nobody wrote down. The latest month is tried once more; older ones,
-- overtaken by then, wait for a person, or they would arrive as a pile.
UPDATE "deliveries" SET "next_attempt_at" = now()
	WHERE "status" IN ('pending', 'failed') AND "period" = (SELECT max("period") FROM "deliveries");--> statement-breakpoint

-- A subscription counts from the last report that it was owed, or from now; months before that were passed over as it
-- was decided then.
ALTER TABLE "subscriptions" ADD COLUMN "since" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ALTER COLUMN "since" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "subscriptions" DISABLE TRIGGER "subscriptions_changes";--> statement-breakpoint
UPDATE "subscriptions" SET "since" = "last"."at"
	FROM (SELECT "subscription", max("created_at") AS "at" FROM "deliveries" GROUP BY "subscription") AS "last"
	WHERE "last"."subscription" = "subscriptions"."id";--> statement-breakpoint
ALTER TABLE "subscriptions" ENABLE TRIGGER "subscriptions_changes";--> statement-breakpoint

CREATE INDEX "deliveries_open" ON "deliveries" USING btree ("period") WHERE "deliveries"."status" NOT IN ('sent', 'settled');--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_held_up" CHECK ("deliveries"."held_up" >= 0);--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_only_what_is_open_waits" CHECK ("deliveries"."next_attempt_at" IS NULL OR "deliveries"."status" IN ('pending', 'failed'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_settled_is_whole" CHECK (("deliveries"."status" = 'settled') = ("deliveries"."settled_at" IS NOT NULL));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_status" CHECK ("deliveries"."status" IN ('pending', 'sending', 'sent', 'failed', 'settled'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_failure_has_a_reason" CHECK ("deliveries"."status" NOT IN ('failed', 'settled') OR "deliveries"."error" IS NOT NULL);
