-- Which tables of the portfolio a revision changed, and figures of which indicators, so that whoever remembers figures of an earlier
-- one knows which of them still hold. Of a revision without rows nobody knows: it came before this, or a backup was put back.
CREATE TABLE "touched" (
	"revision" bigint NOT NULL,
	"relation" text NOT NULL,
	"indicator" text DEFAULT '' NOT NULL,
	CONSTRAINT "touched_pk" PRIMARY KEY("revision","relation","indicator")
);
--> statement-breakpoint
CREATE TRIGGER "touched_is_append_only" BEFORE UPDATE OR DELETE ON "touched"
	FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_history();--> statement-breakpoint
CREATE TRIGGER "touched_is_not_emptied" BEFORE TRUNCATE ON "touched"
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();--> statement-breakpoint

-- As in 0007; the second setting, which ends with the transaction (or the savepoint) too, keeps each table to one row.
CREATE OR REPLACE FUNCTION "raise_revision"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	raised bigint;
	already text[] := COALESCE(NULLIF(current_setting('attest.touched', true), ''), '{}');
BEGIN
	IF COALESCE(current_setting('attest.revision', true), '') = '' THEN
		UPDATE revision SET number = number + 1 RETURNING number INTO raised;
		PERFORM set_config('attest.revision', raised::text, true);
	END IF;
	-- What is put back from a backup brings the record of its own revisions.
	IF TG_TABLE_NAME = ANY (already) OR COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN
		RETURN NULL;
	END IF;
	INSERT INTO touched (revision, relation) VALUES (current_setting('attest.revision')::bigint, TG_TABLE_NAME);
	PERFORM set_config('attest.touched', (already || TG_TABLE_NAME::text)::text, true);
	RETURN NULL;
END $$;--> statement-breakpoint

-- Indicators of figures that a statement touched: of their rows, or of rows that hang on them; and of figures that may count in
-- place of one, or may not beside it (rule 9).
CREATE FUNCTION "touch_indicators"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NULL; END IF;
	IF TG_TABLE_NAME = 'results' THEN
		INSERT INTO touched (revision, relation, indicator)
		WITH RECURSIVE those(id, indicator) AS (
			SELECT id, indicator FROM changed
			UNION
			SELECT r.id, r.indicator FROM those t JOIN results r ON r.part_of = t.id
		)
		SELECT DISTINCT current_setting('attest.revision')::bigint, TG_TABLE_NAME, indicator FROM those
		ON CONFLICT DO NOTHING;
	ELSE
		INSERT INTO touched (revision, relation, indicator)
		SELECT DISTINCT current_setting('attest.revision')::bigint, TG_TABLE_NAME, r.indicator
		FROM changed c JOIN results r ON r.id = c.result
		ON CONFLICT DO NOTHING;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
DO $$
DECLARE
	portfolio text;
BEGIN
	-- A trigger that is given all rows is of one event, and gives them one name.
	FOREACH portfolio IN ARRAY ARRAY['results', 'result_parts'] LOOP
		EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_indicators()', portfolio || '_touched_added', portfolio);
		EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_indicators()', portfolio || '_touched_removed', portfolio);
		EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_indicators()', portfolio || '_touched_before', portfolio);
		EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_indicators()', portfolio || '_touched_after', portfolio);
	END LOOP;
END $$;
--> statement-breakpoint

-- What gaps ask of everything there is: which programmes have reported at all, and when last; the newest without evidence.
CREATE INDEX "kept_presence_ends" ON "kept"."presence" USING btree ("program","kind","first_end","last_end");--> statement-breakpoint
CREATE INDEX "kept_without_evidence_newest" ON "kept"."without_evidence" USING btree (COALESCE('3000-01-01'::date - "period_end", 1000000),"program","indicator","id");
--> statement-breakpoint
CREATE INDEX "results_undated" ON "results" USING btree ((-"value"),COALESCE("period_end", 'infinity'::date),"program","indicator","id") WHERE "results"."status" = 'approved' AND "results"."period_end" IS NULL;
