-- At which moment of a month something is sent; NULL: as the organisation sends.
ALTER TABLE "subscriptions" ADD COLUMN "own_day" integer;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "own_hour" integer;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "own_zone" text;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_own_time" CHECK (num_nonnulls("subscriptions"."own_day", "subscriptions"."own_hour", "subscriptions"."own_zone") IN (0, 3) AND "subscriptions"."own_day" BETWEEN 1 AND 28 AND "subscriptions"."own_hour" BETWEEN 0 AND 23 AND "subscriptions"."own_zone" <> '');--> statement-breakpoint
ALTER TABLE "subscription_groups" ADD COLUMN "own_day" integer;--> statement-breakpoint
ALTER TABLE "subscription_groups" ADD COLUMN "own_hour" integer;--> statement-breakpoint
ALTER TABLE "subscription_groups" ADD COLUMN "own_zone" text;--> statement-breakpoint
ALTER TABLE "subscription_groups" ADD CONSTRAINT "subscription_groups_own_time" CHECK (num_nonnulls("subscription_groups"."own_day", "subscription_groups"."own_hour", "subscription_groups"."own_zone") IN (0, 3) AND "subscription_groups"."own_day" BETWEEN 1 AND 28 AND "subscription_groups"."own_hour" BETWEEN 0 AND 23 AND "subscription_groups"."own_zone" <> '');--> statement-breakpoint
-- When it was last changed when it comes; NULL: not since it stands.
ALTER TABLE "subscriptions" ADD COLUMN "times_since" timestamp with time zone;
