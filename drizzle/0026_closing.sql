-- Periods of programmes whose figures are final: what changes in them needs a reason.
CREATE TABLE "closed_periods" (
	"program" "code" PRIMARY KEY NOT NULL,
	"through" date NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"closed_by" uuid NOT NULL,
	"closed_name" text NOT NULL,
	CONSTRAINT "closed_periods_closed_by_somebody" CHECK ("closed_periods"."closed_name" <> '')
);
--> statement-breakpoint
ALTER TABLE "closed_periods" ADD CONSTRAINT "closed_periods_program_fk" FOREIGN KEY ("program") REFERENCES "programs"("code");--> statement-breakpoint
ALTER TABLE "closed_periods" ADD CONSTRAINT "closed_periods_closed_by_fk" FOREIGN KEY ("closed_by") REFERENCES "accounts"("id");--> statement-breakpoint
CREATE INDEX "closed_periods_closed_by" ON "closed_periods" USING btree ("closed_by");--> statement-breakpoint
CREATE TRIGGER "closed_periods_changes" AFTER INSERT OR UPDATE OR DELETE ON "closed_periods"
	FOR EACH ROW EXECUTE FUNCTION "record_change"('closed_at');
