-- What an administrator chooses on the page of settings, and the logo. NULL: as the environment has it, or by default.
CREATE TABLE "logos" (
	"hash" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "logos_type" CHECK ("logos"."type" IN ('image/png', 'image/svg+xml')),
	CONSTRAINT "logos_hash" CHECK ("logos"."hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "logos_size" CHECK ("logos"."width" > 0 AND "logos"."height" > 0)
);--> statement-breakpoint
CREATE TABLE "settings" (
	"id" text PRIMARY KEY DEFAULT 'organisation' NOT NULL,
	"stamp" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text,
	"translations" "local_text",
	"logo" text,
	"accent" text,
	"fiscal_month" integer,
	"languages" text[],
	"report_day" integer,
	"report_hour" integer,
	"time_zone" text,
	"schedule_since" timestamp with time zone,
	CONSTRAINT "settings_is_one_row" CHECK ("settings"."id" = 'organisation'),
	CONSTRAINT "settings_name" CHECK ("settings"."name" <> '' AND char_length("settings"."name") <= 200),
	CONSTRAINT "settings_translations_are_of_a_name" CHECK ("settings"."translations" IS NULL OR "settings"."name" IS NOT NULL),
	CONSTRAINT "settings_accent" CHECK ("settings"."accent" ~ '^#[0-9a-f]{6}$'),
	CONSTRAINT "settings_fiscal_month" CHECK ("settings"."fiscal_month" BETWEEN 1 AND 12),
	CONSTRAINT "settings_languages" CHECK (cardinality("settings"."languages") > 0 AND "settings"."languages" <@ ARRAY['en','es','pt','fr']),
	CONSTRAINT "settings_report_day" CHECK ("settings"."report_day" BETWEEN 1 AND 28),
	CONSTRAINT "settings_report_hour" CHECK ("settings"."report_hour" BETWEEN 0 AND 23)
);--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_logo_logos_hash_fk" FOREIGN KEY ("logo") REFERENCES "logos"("hash");--> statement-breakpoint
INSERT INTO "settings" DEFAULT VALUES;--> statement-breakpoint

-- Whoever remembers settings asks for their stamp alone: equal stamps are equal settings, whatever process wrote them.
CREATE FUNCTION "stamp_settings"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.stamp := gen_random_uuid();
	IF ROW(NEW.report_day, NEW.report_hour, NEW.time_zone) IS DISTINCT FROM ROW(OLD.report_day, OLD.report_hour, OLD.time_zone) THEN
		NEW.schedule_since := COALESCE(NULLIF(current_setting('attest.at', true), '')::timestamptz, now());
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "settings_stamped" BEFORE UPDATE ON "settings"
	FOR EACH ROW EXECUTE FUNCTION "stamp_settings"();--> statement-breakpoint
CREATE TRIGGER "settings_changes" AFTER UPDATE OR DELETE ON "settings"
	FOR EACH ROW EXECUTE FUNCTION "record_change"('stamp', 'schedule_since');
