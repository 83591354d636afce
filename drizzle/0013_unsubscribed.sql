-- When a recipient stopped a subscription, which then stands no more.
ALTER TABLE "subscriptions" ADD COLUMN "stopped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_stopped_stands_not" CHECK ("subscriptions"."stopped_at" IS NULL OR NOT "subscriptions"."active");
