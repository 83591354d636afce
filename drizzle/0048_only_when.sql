-- A report may be sent only when something in particular is new, and with its figures as CSV beside it.
ALTER TABLE "subscriptions" DROP CONSTRAINT "subscriptions_when_nothing_new";--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_when_nothing_new" CHECK ("subscriptions"."when_nothing_new" IN ('send', 'say', 'skip', 'target-behind', 'moved-5', 'moved-10', 'moved-25', 'moved-50', 'gap-opened'));--> statement-breakpoint
ALTER TABLE "subscriptions" DROP CONSTRAINT "subscriptions_delivered_as";--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_delivered_as" CHECK ("subscriptions"."delivered_as" IN ('pdf', 'pdf-and-xlsx', 'pdf-and-csv', 'link'));--> statement-breakpoint
ALTER TABLE "subscription_groups" DROP CONSTRAINT "subscription_groups_when_nothing_new";--> statement-breakpoint
ALTER TABLE "subscription_groups" ADD CONSTRAINT "subscription_groups_when_nothing_new" CHECK ("subscription_groups"."when_nothing_new" IN ('send', 'say', 'skip', 'target-behind', 'moved-5', 'moved-10', 'moved-25', 'moved-50', 'gap-opened'));--> statement-breakpoint
ALTER TABLE "subscription_groups" DROP CONSTRAINT "subscription_groups_delivered_as";--> statement-breakpoint
ALTER TABLE "subscription_groups" ADD CONSTRAINT "subscription_groups_delivered_as" CHECK ("subscription_groups"."delivered_as" IN ('pdf', 'pdf-and-xlsx', 'pdf-and-csv', 'link'));--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "csv" bytea;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_csv_is_whole" CHECK ("issues"."csv" IS NULL OR length("issues"."csv") > 0);
