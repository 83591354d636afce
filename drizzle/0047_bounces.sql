-- What mail servers said of e-mails after they had taken them: an address from which one came back is written to no more,
-- until somebody says so.
CREATE TABLE "bounces" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"delivery" uuid NOT NULL,
	"address" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"words" text NOT NULL,
	"attempt_at" timestamp with time zone NOT NULL,
	"notice" text,
	"told_at" timestamp with time zone NOT NULL,
	"again_at" timestamp with time zone,
	"again_by" text,
	CONSTRAINT "bounces_kind" CHECK ("bounces"."kind" IN ('refused', 'expired', 'delayed', 'doubtful')),
	CONSTRAINT "bounces_status" CHECK ("bounces"."status" ~ '^[245][.][0-9]{1,3}[.][0-9]{1,3}$'),
	CONSTRAINT "bounces_again_is_whole" CHECK (("bounces"."again_at" IS NULL) = ("bounces"."again_by" IS NULL))
);
--> statement-breakpoint
ALTER TABLE "bounces" ADD CONSTRAINT "bounces_delivery_fk" FOREIGN KEY ("delivery") REFERENCES "deliveries"("id");--> statement-breakpoint
CREATE UNIQUE INDEX "bounces_once" ON "bounces" USING btree ("delivery","attempt_at","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "bounces_notice_once" ON "bounces" USING btree ("delivery","notice");--> statement-breakpoint
CREATE INDEX "bounces_marks" ON "bounces" USING btree (lower("address")) WHERE "bounces"."kind" = 'refused' AND "bounces"."again_at" IS NULL;--> statement-breakpoint
CREATE TRIGGER "bounces_changes" AFTER UPDATE OR DELETE ON "bounces"
	FOR EACH ROW EXECUTE FUNCTION "record_change"('again_at');--> statement-breakpoint
-- Reports of mail servers name an e-mail by its Message-ID.
CREATE INDEX "deliveries_message_id" ON "deliveries" USING btree ("message_id");--> statement-breakpoint
-- When e-mails were handed over in the last minute, over all processes, and when those that wait for room will be.
CREATE TABLE "mail_pace" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "mail_pace_at" ON "mail_pace" USING btree ("at");
