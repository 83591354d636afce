-- A figure is one figure: people's own key for it, what already holds it, and withdrawing it with a reason.

ALTER TABLE "results" DROP CONSTRAINT "results_status";--> statement-breakpoint
ALTER TABLE "results" DROP CONSTRAINT "results_approved_by_somebody";--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "ref" text;--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "part_of" uuid;--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "withdrawn_by" text;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_status" CHECK ("results"."status" IN ('draft', 'submitted', 'approved', 'returned', 'withdrawn'));--> statement-breakpoint
-- A withdrawn row keeps who had approved it, so that it can be restored to what it was.
ALTER TABLE "results" ADD CONSTRAINT "results_approved_by_somebody" CHECK (("results"."status" = 'withdrawn' OR ("results"."status" = 'approved') = ("results"."approved_at" IS NOT NULL)) AND ("results"."approved_at" IS NULL) = ("results"."approved_by" IS NULL));--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_withdrawn_by_somebody" CHECK (("results"."status" = 'withdrawn') = ("results"."withdrawn_at" IS NOT NULL) AND ("results"."withdrawn_at" IS NULL) = ("results"."withdrawn_by" IS NULL) AND ("results"."status" <> 'withdrawn' OR "results"."reason" IS NOT NULL));--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_ref_is_given" CHECK ("results"."ref" <> '');--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_not_part_of_itself" CHECK ("results"."part_of" <> "results"."id");--> statement-breakpoint
CREATE UNIQUE INDEX "results_ref_once" ON "results" USING btree ("ref");--> statement-breakpoint
CREATE INDEX "results_part_of" ON "results" USING btree ("part_of");--> statement-breakpoint
-- At the end of the transaction: a file may name the part before the whole.
ALTER TABLE "results" ADD CONSTRAINT "results_part_of_fk" FOREIGN KEY ("part_of") REFERENCES "results"("id") DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
-- Figures that hold each other in a circle would all add to nothing.
CREATE FUNCTION "check_part_of"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (
		WITH RECURSIVE wholes(id) AS (
			SELECT part_of FROM results WHERE id = NEW.id
			UNION
			SELECT r.part_of FROM results r JOIN wholes w ON r.id = w.id
		)
		SELECT FROM wholes WHERE id = NEW.id
	) THEN
		RAISE EXCEPTION '% is a part of itself', NEW.id
			USING ERRCODE = 'check_violation', TABLE = 'results', CONSTRAINT = 'results_not_part_of_itself';
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "results_wholes" AFTER INSERT OR UPDATE OF "part_of" ON "results"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.part_of IS NOT NULL) EXECUTE FUNCTION "check_part_of"();--> statement-breakpoint

ALTER TABLE "transactions" DROP CONSTRAINT "transactions_status";--> statement-breakpoint
ALTER TABLE "transactions" DROP CONSTRAINT "transactions_approved_by_somebody";--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "ref" text;--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "withdrawn_by" text;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_status" CHECK ("transactions"."status" IN ('draft', 'submitted', 'approved', 'returned', 'withdrawn'));--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_approved_by_somebody" CHECK (("transactions"."status" = 'withdrawn' OR ("transactions"."status" = 'approved') = ("transactions"."approved_at" IS NOT NULL)) AND ("transactions"."approved_at" IS NULL) = ("transactions"."approved_by" IS NULL));--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_withdrawn_by_somebody" CHECK (("transactions"."status" = 'withdrawn') = ("transactions"."withdrawn_at" IS NOT NULL) AND ("transactions"."withdrawn_at" IS NULL) = ("transactions"."withdrawn_by" IS NULL) AND ("transactions"."status" <> 'withdrawn' OR "transactions"."reason" IS NOT NULL));--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_ref_is_given" CHECK ("transactions"."ref" <> '');--> statement-breakpoint
CREATE UNIQUE INDEX "transactions_ref_once" ON "transactions" USING btree ("ref");--> statement-breakpoint

-- An import that was taken back.
ALTER TABLE "import_batches" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "undone_by" text;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "undone_because" text;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_undone_by_somebody" CHECK (num_nulls("import_batches"."undone_at", "import_batches"."undone_by", "import_batches"."undone_because") IN (0, 3));--> statement-breakpoint
CREATE OR REPLACE FUNCTION "record_import"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NULL; END IF;
	IF NEW.undone_at IS DISTINCT FROM OLD.undone_at THEN
		PERFORM write_audit('import.undone', 'import_batches ' || NEW.id, jsonb_build_object('kind', NEW.kind, 'file_name', NEW.file_name, 'reason', NEW.undone_because));
	ELSE
		PERFORM write_audit('import.stored', 'import_batches ' || NEW.id, to_jsonb(NEW) - 'id' - 'imported_at' - 'undone_at' - 'undone_by' - 'undone_because');
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint

-- A figure that another one holds adds to nothing (rule 9), as long as the other one counts itself: the view says which
-- one, whoever reads, so that everybody adds up the same figures.
CREATE OR REPLACE VIEW "results_seen" WITH (security_barrier) AS
	SELECT r.id, r.program, r.indicator, r.kind, r.place, r.period_start, r.period_end, r.date_precision, r.qualifier,
		r.value, r.value_high, r.denominator,
		CASE WHEN s.reads_note THEN r.note END AS note, CASE WHEN s.reads_note THEN r.note_for END AS note_for,
		r.status,
		(SELECT w.id FROM results w WHERE w.id = r.part_of AND w.status = 'approved') AS part_of
	FROM results r
	CROSS JOIN LATERAL (
		SELECT reads_text(r.note_for, r.program IN (SELECT programs_of_several_funders())) AS reads_note
	) AS s
	WHERE current_user <> 'attest_reader'
		OR (r.status = 'approved' AND r.program IN (SELECT programs_of_reader()));--> statement-breakpoint
SELECT make_as_of();
