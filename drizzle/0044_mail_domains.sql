-- To which domains reports may be sent. NULL: to any.
ALTER TABLE "settings" ADD COLUMN "mail_domains" text[];--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_mail_domains" CHECK (cardinality("settings"."mail_domains") BETWEEN 1 AND 100);
