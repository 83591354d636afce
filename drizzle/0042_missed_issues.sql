-- What becomes of issues that fell due while nothing ran, as an administrator chooses; NULL: the last of each kind goes out.
ALTER TABLE "settings" ADD COLUMN "missed_issues" text;
--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_missed_issues" CHECK ("settings"."missed_issues" IN ('last', 'all'));
--> statement-breakpoint
-- When the service last looked at what is due: a clock that is far ahead of it sends nothing to anybody without a word.
CREATE TABLE "delivery_pulse" (
	"id" text PRIMARY KEY DEFAULT 'schedule' NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "delivery_pulse_is_one_row" CHECK ("delivery_pulse"."id" = 'schedule')
);
