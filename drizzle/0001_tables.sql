CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subscription" uuid NOT NULL,
	"period" text NOT NULL,
	"issue" uuid,
	"recipient" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_at" timestamp with time zone,
	"message_id" text,
	"sent_at" timestamp with time zone,
	"error" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "deliveries_once" UNIQUE("subscription","period"),
	CONSTRAINT "deliveries_status" CHECK ("deliveries"."status" IN ('pending', 'sending', 'sent', 'failed')),
	CONSTRAINT "deliveries_period" CHECK ("deliveries"."period" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])|-Q[1-4])?$'),
	CONSTRAINT "deliveries_attempts" CHECK ("deliveries"."attempts" >= 0),
	CONSTRAINT "deliveries_sent_is_whole" CHECK (("deliveries"."status" = 'sent') = ("deliveries"."sent_at" IS NOT NULL) AND ("deliveries"."status" <> 'sent' OR ("deliveries"."issue" IS NOT NULL AND "deliveries"."message_id" IS NOT NULL AND "deliveries"."attempts" > 0))),
	CONSTRAINT "deliveries_claim_is_whole" CHECK ("deliveries"."status" <> 'sending' OR ("deliveries"."issue" IS NOT NULL AND "deliveries"."message_id" IS NOT NULL AND "deliveries"."claimed_at" IS NOT NULL AND "deliveries"."attempts" > 0)),
	CONSTRAINT "deliveries_failure_has_a_reason" CHECK ("deliveries"."status" <> 'failed' OR "deliveries"."error" IS NOT NULL)
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"report" text NOT NULL,
	"lang" text NOT NULL,
	"paper" text NOT NULL,
	"pillar" "code",
	"country" "code",
	"donor" "code",
	"frequency" text DEFAULT 'monthly' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "subscriptions_email" CHECK ("subscriptions"."email" ~ '^[^[:space:]@<>]+@[^[:space:]@<>]+$'),
	CONSTRAINT "subscriptions_lang" CHECK ("subscriptions"."lang" IN ('en', 'es', 'pt', 'fr')),
	CONSTRAINT "subscriptions_paper" CHECK ("subscriptions"."paper" IN ('a4', 'letter')),
	CONSTRAINT "subscriptions_frequency" CHECK ("subscriptions"."frequency" IN ('monthly'))
);
--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"currency" text NOT NULL,
	"date" date NOT NULL,
	"rate" numeric NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "exchange_rates_currency_date_pk" PRIMARY KEY("currency","date"),
	CONSTRAINT "exchange_rates_currency" CHECK ("exchange_rates"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "exchange_rates_positive" CHECK ("exchange_rates"."rate" > 0 AND "exchange_rates"."rate" < 'Infinity'),
	CONSTRAINT "exchange_rates_source_is_given" CHECK ("exchange_rates"."source" <> '')
);
--> statement-breakpoint
CREATE TABLE "transactions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"program" "code" NOT NULL,
	"type" text NOT NULL,
	"value_date" date NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"provider" "code",
	"receiver" "code",
	"place" "code",
	"illustrative" boolean DEFAULT false NOT NULL,
	"converted_minor" bigint,
	"rate" numeric,
	"rate_date" date,
	"rate_source" text,
	"note" "local_text",
	"status" text DEFAULT 'draft' NOT NULL,
	"approved_at" timestamp with time zone,
	"approved_by" text,
	"batch" bigint,
	"batch_line" integer,
	CONSTRAINT "transactions_type" CHECK ("transactions"."type" IN ('pledge', 'commitment', 'disbursement', 'expenditure')),
	CONSTRAINT "transactions_status" CHECK ("transactions"."status" IN ('draft', 'submitted', 'approved', 'returned')),
	CONSTRAINT "transactions_currency" CHECK ("transactions"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "transactions_amount_is_safe" CHECK ("transactions"."amount_minor" <> 0 AND abs("transactions"."amount_minor") <= 9007199254740991 AND abs("transactions"."converted_minor") <= 9007199254740991),
	CONSTRAINT "transactions_conversion_is_whole" CHECK (num_nulls("transactions"."converted_minor", "transactions"."rate", "transactions"."rate_date", "transactions"."rate_source") IN (0, 4)),
	CONSTRAINT "transactions_rate_positive" CHECK ("transactions"."rate" > 0 AND "transactions"."rate" < 'Infinity'),
	CONSTRAINT "transactions_rate_not_after_value" CHECK ("transactions"."rate_date" <= "transactions"."value_date"),
	CONSTRAINT "transactions_approved_by_somebody" CHECK (("transactions"."status" = 'approved') = ("transactions"."approved_at" IS NOT NULL) AND ("transactions"."approved_at" IS NULL) = ("transactions"."approved_by" IS NULL)),
	CONSTRAINT "transactions_line_of_a_batch" CHECK (("transactions"."batch" IS NULL) = ("transactions"."batch_line" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "import_batches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "import_batches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"rows" integer NOT NULL,
	"inserted" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"imported_by" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_batches_sha256_is_hex" CHECK ("import_batches"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"number" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "revision_is_one_row" CHECK ("revision"."only")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"code" "code" PRIMARY KEY NOT NULL,
	"name" "local_text" NOT NULL,
	"kind" text NOT NULL,
	"country" "code",
	CONSTRAINT "organisations_kind_is_given" CHECK ("organisations"."kind" <> ''),
	CONSTRAINT "organisations_country_is_a_country" CHECK ("organisations"."country" NOT LIKE 'region:%')
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"country" "code" NOT NULL,
	"member_from" date NOT NULL,
	"member_to" date,
	CONSTRAINT "memberships_country_member_from_pk" PRIMARY KEY("country","member_from"),
	CONSTRAINT "memberships_country_is_a_country" CHECK ("memberships"."country" NOT LIKE 'region:%'),
	CONSTRAINT "memberships_end_after_start" CHECK ("memberships"."member_to" > "memberships"."member_from")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"code" "code" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" "local_text",
	CONSTRAINT "places_code_fits_kind" CHECK (CASE "places"."kind" WHEN 'country' THEN "places"."code" ~ '^[A-Z]{2}$' WHEN 'region' THEN "places"."code" ~ '^region:[^[:space:]:]+$' ELSE false END),
	CONSTRAINT "places_regions_are_named" CHECK ("places"."kind" = 'country' OR "places"."name" IS NOT NULL)
);
--> statement-breakpoint
CREATE TABLE "region_countries" (
	"region" "code" NOT NULL,
	"country" "code" NOT NULL,
	CONSTRAINT "region_countries_region_country_pk" PRIMARY KEY("region","country"),
	CONSTRAINT "region_countries_region_is_a_region" CHECK ("region_countries"."region" LIKE 'region:%'),
	CONSTRAINT "region_countries_country_is_a_country" CHECK ("region_countries"."country" NOT LIKE 'region:%')
);
--> statement-breakpoint
CREATE TABLE "pillars" (
	"code" "code" PRIMARY KEY NOT NULL,
	"name" "local_text" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "program_organisations" (
	"program" "code" NOT NULL,
	"organisation" "code" NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "program_organisations_program_organisation_role_pk" PRIMARY KEY("program","organisation","role"),
	CONSTRAINT "program_organisations_role" CHECK ("program_organisations"."role" IN ('funding', 'implementing', 'partner'))
);
--> statement-breakpoint
CREATE TABLE "program_pillars" (
	"program" "code" NOT NULL,
	"pillar" "code" NOT NULL,
	"share" numeric,
	CONSTRAINT "program_pillars_program_pillar_pk" PRIMARY KEY("program","pillar"),
	CONSTRAINT "program_pillars_share_is_a_percentage" CHECK ("program_pillars"."share" > 0 AND "program_pillars"."share" <= 100)
);
--> statement-breakpoint
CREATE TABLE "program_places" (
	"program" "code" NOT NULL,
	"place" "code" NOT NULL,
	"share" numeric,
	CONSTRAINT "program_places_program_place_pk" PRIMARY KEY("program","place"),
	CONSTRAINT "program_places_share_is_a_percentage" CHECK ("program_places"."share" > 0 AND "program_places"."share" <= 100)
);
--> statement-breakpoint
CREATE TABLE "programs" (
	"code" "code" PRIMARY KEY NOT NULL,
	"parent" "code",
	"title" "local_text" NOT NULL,
	"summary" "local_text",
	"objectives" "local_text",
	"beneficiaries" "local_text",
	"unit" text,
	"status" text NOT NULL,
	"starts_on" date,
	"start_precision" text NOT NULL,
	"ends_on" date,
	"end_precision" text NOT NULL,
	"link" text,
	"note" "local_text",
	CONSTRAINT "programs_code_is_plain" CHECK ("programs"."code" ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'),
	CONSTRAINT "programs_status" CHECK ("programs"."status" IN ('planned', 'ongoing', 'closed')),
	CONSTRAINT "programs_start_precision" CHECK ("programs"."start_precision" IN ('day', 'month', 'year', 'none') AND ("programs"."start_precision" = 'none') = ("programs"."starts_on" IS NULL)),
	CONSTRAINT "programs_end_precision" CHECK ("programs"."end_precision" IN ('day', 'month', 'year', 'none') AND ("programs"."end_precision" = 'none') = ("programs"."ends_on" IS NULL)),
	CONSTRAINT "programs_end_not_before_start" CHECK ("programs"."ends_on" >= "programs"."starts_on"),
	CONSTRAINT "programs_not_its_own_parent" CHECK ("programs"."parent" <> "programs"."code"),
	CONSTRAINT "programs_link_is_http" CHECK ("programs"."link" ~ '^https?://')
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"list" "code" NOT NULL,
	"code" "code" NOT NULL,
	"label" "local_text" NOT NULL,
	CONSTRAINT "terms_list_code_pk" PRIMARY KEY("list","code")
);
--> statement-breakpoint
CREATE TABLE "issues" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report" text NOT NULL,
	"period" text NOT NULL,
	"pillar" "code",
	"country" "code",
	"donor" "code",
	"lang" text NOT NULL,
	"paper" text NOT NULL,
	"origin" text NOT NULL,
	"cut_off" date NOT NULL,
	"revision" bigint NOT NULL,
	"title" text NOT NULL,
	"headlines" json NOT NULL,
	"snapshot" json NOT NULL,
	"hash" text NOT NULL,
	"pdf" bytea NOT NULL,
	"pages" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "issues_period" CHECK ("issues"."period" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])|-Q[1-4])?$'),
	CONSTRAINT "issues_lang" CHECK ("issues"."lang" IN ('en', 'es', 'pt', 'fr')),
	CONSTRAINT "issues_paper" CHECK ("issues"."paper" IN ('a4', 'letter')),
	CONSTRAINT "issues_origin" CHECK ("issues"."origin" IN ('schedule', 'request')),
	CONSTRAINT "issues_hash_is_hex" CHECK ("issues"."hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "issues_are_whole" CHECK ("issues"."pages" > 0 AND length("issues"."pdf") > 0)
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"code" "code" PRIMARY KEY NOT NULL,
	"name" "local_text" NOT NULL,
	"unit" "local_text" NOT NULL,
	"measure" text NOT NULL,
	"combine_time" text NOT NULL,
	"combine_place" text NOT NULL,
	"people" text,
	CONSTRAINT "indicators_code_measure" UNIQUE("code","measure"),
	CONSTRAINT "indicators_measure" CHECK ("indicators"."measure" IN ('count', 'amount', 'ratio', 'milestone', 'text')),
	CONSTRAINT "indicators_combine_time" CHECK ("indicators"."combine_time" IN ('sum', 'latest', 'none')),
	CONSTRAINT "indicators_combine_place" CHECK ("indicators"."combine_place" IN ('sum', 'none')),
	CONSTRAINT "indicators_people" CHECK ("indicators"."people" IN ('persons', 'attendances')),
	CONSTRAINT "indicators_people_are_counted" CHECK ("indicators"."people" IS NULL OR "indicators"."measure" IN ('count', 'ratio'))
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"result" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" "local_text" NOT NULL,
	"url" text,
	CONSTRAINT "evidence_result_position_pk" PRIMARY KEY("result","position"),
	CONSTRAINT "evidence_kind" CHECK ("evidence"."kind" IN ('sheet', 'document', 'link')),
	CONSTRAINT "evidence_url_is_http" CHECK ("evidence"."url" ~ '^https?://'),
	CONSTRAINT "evidence_links_have_an_address" CHECK ("evidence"."kind" <> 'link' OR "evidence"."url" IS NOT NULL)
);
--> statement-breakpoint
CREATE TABLE "result_parts" (
	"result" uuid NOT NULL,
	"axis" "code" NOT NULL,
	"part" "code" NOT NULL,
	"value" numeric NOT NULL,
	CONSTRAINT "result_parts_result_axis_part_pk" PRIMARY KEY("result","axis","part"),
	CONSTRAINT "result_parts_not_negative" CHECK ("result_parts"."value" >= 0)
);
--> statement-breakpoint
CREATE TABLE "results" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"program" "code" NOT NULL,
	"indicator" "code" NOT NULL,
	"measure" text NOT NULL,
	"kind" text NOT NULL,
	"place" "code",
	"period_start" date,
	"period_end" date,
	"date_precision" text NOT NULL,
	"qualifier" text NOT NULL,
	"value" numeric NOT NULL,
	"value_high" numeric,
	"denominator" numeric,
	"note" "local_text",
	"status" text DEFAULT 'draft' NOT NULL,
	"approved_at" timestamp with time zone,
	"approved_by" text,
	"batch" bigint,
	"batch_line" integer,
	CONSTRAINT "results_kind" CHECK ("results"."kind" IN ('target', 'actual')),
	CONSTRAINT "results_qualifier" CHECK ("results"."qualifier" IN ('exact', 'about', 'at least', 'at most', 'range')),
	CONSTRAINT "results_status" CHECK ("results"."status" IN ('draft', 'submitted', 'approved', 'returned')),
	CONSTRAINT "results_date_precision" CHECK ("results"."date_precision" IN ('day', 'month', 'year', 'none') AND ("results"."date_precision" = 'none') = ("results"."period_end" IS NULL)),
	CONSTRAINT "results_period_has_an_end" CHECK ("results"."period_start" IS NULL OR "results"."period_end" IS NOT NULL),
	CONSTRAINT "results_period_end_not_before_start" CHECK ("results"."period_end" >= "results"."period_start"),
	CONSTRAINT "results_denominator_for_ratios_only" CHECK (("results"."measure" = 'ratio') = ("results"."denominator" IS NOT NULL)),
	CONSTRAINT "results_denominator_positive" CHECK ("results"."denominator" > 0),
	CONSTRAINT "results_range_has_two_ends" CHECK (("results"."qualifier" = 'range') = ("results"."value_high" IS NOT NULL)),
	CONSTRAINT "results_range_in_order" CHECK ("results"."value_high" >= "results"."value"),
	CONSTRAINT "results_not_negative" CHECK ("results"."measure" = 'amount' OR "results"."value" >= 0),
	CONSTRAINT "results_counts_are_whole" CHECK ("results"."measure" NOT IN ('count', 'milestone') OR ("results"."value" = trunc("results"."value") AND COALESCE("results"."value_high" = trunc("results"."value_high"), true))),
	CONSTRAINT "results_figures_are_safe" CHECK (abs("results"."value") <= 9007199254740991 AND abs("results"."value_high") <= 9007199254740991 AND abs("results"."denominator") <= 9007199254740991),
	CONSTRAINT "results_approved_by_somebody" CHECK (("results"."status" = 'approved') = ("results"."approved_at" IS NOT NULL) AND ("results"."approved_at" IS NULL) = ("results"."approved_by" IS NULL)),
	CONSTRAINT "results_line_of_a_batch" CHECK (("results"."batch" IS NULL) = ("results"."batch_line" IS NULL))
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_subscription_subscriptions_id_fk" FOREIGN KEY ("subscription") REFERENCES "public"."subscriptions"("id");--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_batch_import_batches_id_fk" FOREIGN KEY ("batch") REFERENCES "public"."import_batches"("id");--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_country_places_code_fk" FOREIGN KEY ("country") REFERENCES "public"."places"("code");--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_country_places_code_fk" FOREIGN KEY ("country") REFERENCES "public"."places"("code") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "region_countries" ADD CONSTRAINT "region_countries_region_places_code_fk" FOREIGN KEY ("region") REFERENCES "public"."places"("code") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "region_countries" ADD CONSTRAINT "region_countries_country_places_code_fk" FOREIGN KEY ("country") REFERENCES "public"."places"("code");--> statement-breakpoint
ALTER TABLE "program_organisations" ADD CONSTRAINT "program_organisations_program_programs_code_fk" FOREIGN KEY ("program") REFERENCES "public"."programs"("code") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "program_organisations" ADD CONSTRAINT "program_organisations_organisation_organisations_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("code");--> statement-breakpoint
ALTER TABLE "program_pillars" ADD CONSTRAINT "program_pillars_program_programs_code_fk" FOREIGN KEY ("program") REFERENCES "public"."programs"("code") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "program_pillars" ADD CONSTRAINT "program_pillars_pillar_pillars_code_fk" FOREIGN KEY ("pillar") REFERENCES "public"."pillars"("code");--> statement-breakpoint
ALTER TABLE "program_places" ADD CONSTRAINT "program_places_program_programs_code_fk" FOREIGN KEY ("program") REFERENCES "public"."programs"("code") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "program_places" ADD CONSTRAINT "program_places_place_places_code_fk" FOREIGN KEY ("place") REFERENCES "public"."places"("code");--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_parent_programs_code_fk" FOREIGN KEY ("parent") REFERENCES "public"."programs"("code");--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_result_results_id_fk" FOREIGN KEY ("result") REFERENCES "public"."results"("id") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "result_parts" ADD CONSTRAINT "result_parts_result_results_id_fk" FOREIGN KEY ("result") REFERENCES "public"."results"("id") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_batch_import_batches_id_fk" FOREIGN KEY ("batch") REFERENCES "public"."import_batches"("id");--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_indicator_measure_fk" FOREIGN KEY ("indicator","measure") REFERENCES "public"."indicators"("code","measure");--> statement-breakpoint
CREATE INDEX "deliveries_issue" ON "deliveries" USING btree ("issue");--> statement-breakpoint
CREATE INDEX "deliveries_open" ON "deliveries" USING btree ("period") WHERE "deliveries"."status" <> 'sent';--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_once" ON "subscriptions" USING btree (lower("email"),"report","frequency",COALESCE("pillar", ''),COALESCE("country", ''),COALESCE("donor", ''));--> statement-breakpoint
CREATE INDEX "subscriptions_pillar" ON "subscriptions" USING btree ("pillar");--> statement-breakpoint
CREATE INDEX "subscriptions_country" ON "subscriptions" USING btree ("country");--> statement-breakpoint
CREATE INDEX "subscriptions_donor" ON "subscriptions" USING btree ("donor");--> statement-breakpoint
CREATE INDEX "transactions_type_value_date" ON "transactions" USING btree ("type","value_date");--> statement-breakpoint
CREATE INDEX "transactions_program" ON "transactions" USING btree ("program");--> statement-breakpoint
CREATE INDEX "transactions_provider" ON "transactions" USING btree ("provider");--> statement-breakpoint
CREATE INDEX "transactions_receiver" ON "transactions" USING btree ("receiver");--> statement-breakpoint
CREATE INDEX "transactions_place" ON "transactions" USING btree ("place");--> statement-breakpoint
CREATE INDEX "transactions_batch" ON "transactions" USING btree ("batch");--> statement-breakpoint
CREATE INDEX "transactions_not_converted" ON "transactions" USING btree ("currency") WHERE "transactions"."converted_minor" IS NULL;--> statement-breakpoint
CREATE INDEX "organisations_country" ON "organisations" USING btree ("country");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_one_open" ON "memberships" USING btree ("country") WHERE "memberships"."member_to" IS NULL;--> statement-breakpoint
CREATE INDEX "region_countries_country" ON "region_countries" USING btree ("country");--> statement-breakpoint
CREATE INDEX "program_organisations_organisation" ON "program_organisations" USING btree ("organisation");--> statement-breakpoint
CREATE INDEX "program_pillars_pillar" ON "program_pillars" USING btree ("pillar");--> statement-breakpoint
CREATE INDEX "program_places_place" ON "program_places" USING btree ("place");--> statement-breakpoint
CREATE INDEX "programs_parent" ON "programs" USING btree ("parent");--> statement-breakpoint
CREATE UNIQUE INDEX "issues_scheduled_once" ON "issues" USING btree ("report","period","lang","paper",COALESCE("pillar", ''),COALESCE("country", ''),COALESCE("donor", '')) WHERE "issues"."origin" = 'schedule';--> statement-breakpoint
CREATE INDEX "issues_pillar" ON "issues" USING btree ("pillar");--> statement-breakpoint
CREATE INDEX "issues_country" ON "issues" USING btree ("country");--> statement-breakpoint
CREATE INDEX "issues_donor" ON "issues" USING btree ("donor");--> statement-breakpoint
CREATE INDEX "issues_report_period" ON "issues" USING btree ("report","period");--> statement-breakpoint
CREATE INDEX "result_parts_axis_part" ON "result_parts" USING btree ("axis","part");--> statement-breakpoint
CREATE INDEX "results_indicator_kind_period_end" ON "results" USING btree ("indicator","kind","period_end");--> statement-breakpoint
CREATE INDEX "results_program" ON "results" USING btree ("program");--> statement-breakpoint
CREATE INDEX "results_place" ON "results" USING btree ("place");--> statement-breakpoint
CREATE INDEX "results_batch" ON "results" USING btree ("batch");