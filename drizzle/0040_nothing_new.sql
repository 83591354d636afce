-- What a subscription does where nothing is new since its last report: it is sent all the same, says so, or is not sent.
ALTER TABLE "subscriptions" ADD COLUMN "when_nothing_new" text DEFAULT 'send' NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_when_nothing_new" CHECK ("subscriptions"."when_nothing_new" IN ('send', 'say', 'skip'));
