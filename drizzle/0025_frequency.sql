-- How often an indicator is asked for: once for each of these of the calendar. NULL: not regularly.
ALTER TABLE "indicators" ADD COLUMN "reports_every" text;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_reports_every" CHECK ("indicators"."reports_every" IN ('month', 'quarter', 'half-year', 'year'));--> statement-breakpoint
SELECT make_as_of();
