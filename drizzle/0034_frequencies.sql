-- Reports also go out each quarter, each year and each fiscal year, which is twelve months by their names.
ALTER TABLE "subscriptions" DROP CONSTRAINT "subscriptions_frequency";--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_frequency" CHECK ("subscriptions"."frequency" IN ('monthly', 'quarterly', 'yearly', 'fiscal-yearly'));--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_period";--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_period" CHECK ("deliveries"."period" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])([.]{2}[12][0-9]{3}-(0[1-9]|1[0-2]))?|-Q[1-4])?$');--> statement-breakpoint
ALTER TABLE "issues" DROP CONSTRAINT "issues_period";--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_period" CHECK ("issues"."period" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])([.]{2}[12][0-9]{3}-(0[1-9]|1[0-2]))?|-Q[1-4])?$');
