-- What people keep for themselves, and may share: reports that they put together, and views that they look at again.
CREATE TABLE "own_reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"holder" uuid NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"definition" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "own_reports_slug_once" UNIQUE("slug"),
	CONSTRAINT "own_reports_slug" CHECK ("own_reports"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("own_reports"."slug") <= 80),
	CONSTRAINT "own_reports_title" CHECK ("own_reports"."title" <> '' AND length("own_reports"."title") <= 120),
	CONSTRAINT "own_reports_say_something" CHECK ("own_reports"."definition" @> '{"sections": [{}]}')
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"holder" uuid NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"page" text NOT NULL,
	"query" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_views_slug_once" UNIQUE("slug"),
	CONSTRAINT "saved_views_slug" CHECK ("saved_views"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("saved_views"."slug") <= 80),
	CONSTRAINT "saved_views_name" CHECK ("saved_views"."name" <> '' AND length("saved_views"."name") <= 120),
	CONSTRAINT "saved_views_page" CHECK ("saved_views"."page" IN ('/', '/programs', '/results', '/transactions')),
	CONSTRAINT "saved_views_query" CHECK (jsonb_typeof("saved_views"."query") = 'object')
);
--> statement-breakpoint
ALTER TABLE "own_reports" ADD CONSTRAINT "own_reports_holder_fk" FOREIGN KEY ("holder") REFERENCES "accounts"("id");--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_holder_fk" FOREIGN KEY ("holder") REFERENCES "accounts"("id");--> statement-breakpoint
CREATE INDEX "own_reports_holder" ON "own_reports" USING btree ("holder");--> statement-breakpoint
CREATE INDEX "saved_views_holder" ON "saved_views" USING btree ("holder");--> statement-breakpoint
CREATE TRIGGER "own_reports_changes" AFTER INSERT OR UPDATE OR DELETE ON "own_reports"
	FOR EACH ROW EXECUTE FUNCTION "record_change"('changed_at');--> statement-breakpoint
CREATE TRIGGER "saved_views_changes" AFTER INSERT OR UPDATE OR DELETE ON "saved_views"
	FOR EACH ROW EXECUTE FUNCTION "record_change"();--> statement-breakpoint

-- A report that is gone is sent to nobody; one that is shared no more, to its holder alone.
CREATE FUNCTION "end_subscriptions_to_own_report"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NULL; END IF;
	UPDATE subscriptions SET active = false
	WHERE report = 'own:' || OLD.slug AND active
		AND (TG_OP = 'DELETE' OR lower(email) NOT IN (SELECT lower(a.email) FROM accounts a WHERE a.id = OLD.holder));
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "own_reports_gone" AFTER DELETE ON "own_reports"
	FOR EACH ROW EXECUTE FUNCTION "end_subscriptions_to_own_report"();--> statement-breakpoint
CREATE TRIGGER "own_reports_unshared" AFTER UPDATE OF "shared" ON "own_reports"
	FOR EACH ROW WHEN (OLD.shared AND NOT NEW.shared) EXECUTE FUNCTION "end_subscriptions_to_own_report"();--> statement-breakpoint

-- Who reads what people keep: nobody reads it as the owner of the table, but for the service itself.
CREATE FUNCTION "become_person"("account" text) RETURNS void LANGUAGE sql AS $$
	SELECT set_config('attest.person', become_person.account, true)
$$;--> statement-breakpoint
CREATE FUNCTION "reader_person"() RETURNS uuid LANGUAGE sql STABLE AS $$
	SELECT NULLIF(current_setting('attest.person', true), '')::uuid
$$;--> statement-breakpoint
-- Another donor is not even named: what narrows to one is not found by those who may not know it.
CREATE FUNCTION "names_no_other_donor"("donors" jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT CASE reader_right('sees_organisations')
		WHEN 'all' THEN true
		WHEN 'but-other-donors' THEN NOT EXISTS (
			SELECT FROM jsonb_array_elements_text(CASE jsonb_typeof(donors) WHEN 'array' THEN donors WHEN 'string' THEN jsonb_build_array(donors) ELSE '[]' END) AS donor
			WHERE donor <> ALL (reader_organisations())
		)
		ELSE false
	END
$$;--> statement-breakpoint
-- One's own; and what is shared, for whoever reads texts at all.
CREATE FUNCTION "reads_what_is_kept"("holder" uuid, "shared" boolean, "donors" jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT COALESCE(holder = reader_person(), false)
		OR (shared AND reader_right('reads_texts') IN ('all', 'for-everybody') AND names_no_other_donor(donors))
$$;--> statement-breakpoint
ALTER TABLE "own_reports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "own_reports_of_readers" ON "own_reports" FOR SELECT TO "attest_reader"
	USING (reads_what_is_kept(holder, shared, definition -> 'filter' -> 'donor'));--> statement-breakpoint
CREATE POLICY "saved_views_of_readers" ON "saved_views" FOR SELECT TO "attest_reader"
	USING (reads_what_is_kept(holder, shared, query -> 'donor'));--> statement-breakpoint
GRANT SELECT ON "own_reports", "saved_views" TO "attest_reader";
