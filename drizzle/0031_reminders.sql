-- Reminders by e-mail of what a programme lacks: what was sent to whom, and what became of it.
CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"program" "code" NOT NULL,
	"recipient" uuid NOT NULL,
	"recipient_name" text NOT NULL,
	"lang" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_name" text NOT NULL,
	"figures" integer NOT NULL,
	"gaps" integer NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"held_up" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone,
	"tried_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "reminders_status" CHECK ("reminders"."status" IN ('waiting', 'sending', 'sent', 'failed')),
	CONSTRAINT "reminders_by_somebody" CHECK ("reminders"."asked_name" <> '' AND "reminders"."recipient_name" <> ''),
	CONSTRAINT "reminders_of_something" CHECK ("reminders"."figures" >= 0 AND "reminders"."gaps" >= 0 AND "reminders"."figures" + "reminders"."gaps" > 0),
	CONSTRAINT "reminders_waiting_until" CHECK (("reminders"."status" = 'waiting') = ("reminders"."next_attempt_at" IS NOT NULL)),
	CONSTRAINT "reminders_settled" CHECK (("reminders"."status" IN ('sent', 'failed')) = ("reminders"."settled_at" IS NOT NULL)),
	CONSTRAINT "reminders_failed_for_a_reason" CHECK ("reminders"."status" <> 'failed' OR "reminders"."reason" IS NOT NULL)
);
--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_program_fk" FOREIGN KEY ("program") REFERENCES "programs"("code") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_recipient_fk" FOREIGN KEY ("recipient") REFERENCES "accounts"("id");--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_asked_by_fk" FOREIGN KEY ("asked_by") REFERENCES "accounts"("id");--> statement-breakpoint
CREATE INDEX "reminders_program" ON "reminders" USING btree ("program","asked_at");--> statement-breakpoint
CREATE INDEX "reminders_recipient" ON "reminders" USING btree ("recipient","asked_at");--> statement-breakpoint
CREATE INDEX "reminders_asked_by" ON "reminders" USING btree ("asked_by");--> statement-breakpoint
CREATE INDEX "reminders_waiting" ON "reminders" USING btree ("next_attempt_at") WHERE "reminders"."status" = 'waiting';--> statement-breakpoint
CREATE TRIGGER "reminders_changes" AFTER INSERT OR UPDATE OR DELETE ON "reminders"
	FOR EACH ROW EXECUTE FUNCTION "record_change"('body', 'attempts', 'held_up', 'next_attempt_at', 'tried_at', 'settled_at');--> statement-breakpoint

-- Figures that look odd beside the one before them, and of which somebody said that they are right: as they stood then.
CREATE TABLE "confirmed_values" (
	"id" uuid PRIMARY KEY NOT NULL,
	"value" numeric NOT NULL,
	"value_before" numeric NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"confirmed_name" text NOT NULL,
	CONSTRAINT "confirmed_values_by_somebody" CHECK ("confirmed_values"."confirmed_name" <> '')
);
--> statement-breakpoint
ALTER TABLE "confirmed_values" ADD CONSTRAINT "confirmed_values_result_fk" FOREIGN KEY ("id") REFERENCES "results"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "confirmed_values" ADD CONSTRAINT "confirmed_values_confirmed_by_fk" FOREIGN KEY ("confirmed_by") REFERENCES "accounts"("id");--> statement-breakpoint
CREATE INDEX "confirmed_values_confirmed_by" ON "confirmed_values" USING btree ("confirmed_by");--> statement-breakpoint
CREATE TRIGGER "confirmed_values_changes" AFTER INSERT OR UPDATE OR DELETE ON "confirmed_values"
	FOR EACH ROW EXECUTE FUNCTION "record_change"('confirmed_at');--> statement-breakpoint
-- When figures were approved: those of the last months are looked through for odd values.
CREATE INDEX "results_approved_at" ON "results" USING btree ("approved_at") WHERE "results"."status" = 'approved';--> statement-breakpoint

-- Two more lists of figures that somebody should look at (src/analytics/kept-gaps.table.ts): without evidence, and such as
-- nothing tells apart.
CREATE TABLE "kept"."without_evidence" (
	"id" uuid NOT NULL,
	"program" "code" NOT NULL,
	"indicator" "code" NOT NULL,
	"country" "code" NOT NULL,
	"period_end" date,
	CONSTRAINT "without_evidence_pk" PRIMARY KEY("program","indicator","id")
);
--> statement-breakpoint
CREATE TABLE "kept"."alike" (
	"id" uuid NOT NULL,
	"program" "code" NOT NULL,
	"indicator" "code" NOT NULL,
	"country" "code" NOT NULL,
	"period_end" date,
	CONSTRAINT "alike_pk" PRIMARY KEY("program","indicator","id")
);
--> statement-breakpoint
-- Whether notes or parts tell two figures apart, as `toldApart` of src/core/alike.ts has it: in a language that both notes have
-- they differ, or they share none; or both are broken down, and not into the same parts.
CREATE FUNCTION "kept"."told_apart"("note" jsonb, "parts" jsonb, "other_note" jsonb, "other_parts" jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT note IS NOT NULL AND other_note IS NOT NULL AND COALESCE((
		SELECT bool_or(a.value <> b.value) FROM jsonb_each_text(note) AS a JOIN jsonb_each_text(other_note) AS b ON b.key = a.key
	), true) OR COALESCE(parts <> other_parts, false)
$$;--> statement-breakpoint
CREATE FUNCTION "kept"."doubt_anew"("programs" text[], "indicators" text[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT SET jit = off SET plan_cache_mode = 'force_custom_plan' AS $$
BEGIN
	DELETE FROM kept.without_evidence s USING unnest(programs, indicators) AS a(program, indicator)
		WHERE s.program = a.program AND s.indicator = a.indicator;
	INSERT INTO kept.without_evidence (id, program, indicator, country, period_end)
	SELECT r.id, r.program, r.indicator, COALESCE(r.place, k.country), r.period_end
	FROM (SELECT DISTINCT a.program, a.indicator FROM unnest(programs, indicators) AS a(program, indicator)) AS a
		JOIN public.results r ON r.program = a.program AND r.indicator = a.indicator
		JOIN kept.program_keys k ON k.program = r.program
	WHERE r.status = 'approved' AND r.kind = 'actual' AND NOT EXISTS (SELECT FROM public.evidence e WHERE e.result = r.id);

	DELETE FROM kept.alike s USING unnest(programs, indicators) AS a(program, indicator)
		WHERE s.program = a.program AND s.indicator = a.indicator;
	INSERT INTO kept.alike (id, program, indicator, country, period_end)
	WITH together AS MATERIALIZED (
		SELECT * FROM (
			SELECT r.id, r.program, r.indicator, r.kind, r.place, COALESCE(r.place, k.country) AS country, r.period_start, r.period_end,
				r.date_precision, r.note::jsonb AS note,
				count(*) OVER (PARTITION BY r.program, r.indicator, r.kind, r.place, r.period_start, r.period_end, r.date_precision) AS beside
			FROM (SELECT DISTINCT a.program, a.indicator FROM unnest(programs, indicators) AS a(program, indicator)) AS a
				JOIN public.indicators i ON i.code = a.indicator AND i.combine_time <> 'latest'
				JOIN public.results r ON r.program = a.program AND r.indicator = a.indicator
				JOIN kept.program_keys k ON k.program = r.program
			WHERE r.status = 'approved' AND r.part_of IS NULL
		) AS s WHERE s.beside > 1
	), figures AS MATERIALIZED (
		SELECT t.*, (SELECT jsonb_agg(jsonb_build_array(p.axis, p.part) ORDER BY p.axis, p.part) FROM public.result_parts p WHERE p.result = t.id) AS parts
		FROM together t
	)
	SELECT f.id, f.program, f.indicator, f.country, f.period_end FROM figures f WHERE EXISTS (
		SELECT FROM figures o
		WHERE o.id <> f.id AND o.program = f.program AND o.indicator = f.indicator AND o.kind = f.kind
			AND o.place IS NOT DISTINCT FROM f.place AND o.period_start IS NOT DISTINCT FROM f.period_start
			AND o.period_end IS NOT DISTINCT FROM f.period_end AND o.date_precision = f.date_precision
			AND NOT kept.told_apart(f.note, f.parts, o.note, o.parts)
	);
END $$;--> statement-breakpoint
-- Looked for with all else that somebody should look at.
ALTER FUNCTION "kept"."look_anew"(text[], text[]) RENAME TO "look_where_anew";--> statement-breakpoint
CREATE FUNCTION "kept"."look_anew"("programs" text[], "indicators" text[]) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
	PERFORM kept.look_where_anew(programs, indicators);
	PERFORM kept.doubt_anew(programs, indicators);
END $$;--> statement-breakpoint
ALTER FUNCTION "rebuild_kept_totals"() RENAME TO "rebuild_kept_totals_before_doubts";--> statement-breakpoint
CREATE FUNCTION "rebuild_kept_totals"() RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
	LOCK TABLE public.revision IN EXCLUSIVE MODE;
	DELETE FROM kept.without_evidence;
	DELETE FROM kept.alike;
	PERFORM rebuild_kept_totals_before_doubts();
END $$;--> statement-breakpoint
-- Evidence comes and goes without its figure.
CREATE FUNCTION "kept"."note_evidence"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') = 'yes' THEN RETURN NULL; END IF;
	IF TG_OP = 'INSERT' THEN
		INSERT INTO unchecked.looks SELECT DISTINCT r.program, r.indicator FROM latter e JOIN public.results r ON r.id = e.result;
	ELSIF TG_OP = 'DELETE' THEN
		INSERT INTO unchecked.looks SELECT DISTINCT r.program, r.indicator FROM former e JOIN public.results r ON r.id = e.result;
	ELSE
		INSERT INTO unchecked.looks SELECT DISTINCT r.program, r.indicator
			FROM (SELECT result FROM former EXCEPT SELECT result FROM latter UNION SELECT result FROM latter EXCEPT SELECT result FROM former) AS e
			JOIN public.results r ON r.id = e.result;
	END IF;
	IF FOUND THEN INSERT INTO unchecked.counts (results, transactions, programs) VALUES ('{}', '{}', '{}'); END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "evidence_added" AFTER INSERT ON "evidence" REFERENCING NEW TABLE AS latter
	FOR EACH STATEMENT EXECUTE FUNCTION "kept"."note_evidence"();--> statement-breakpoint
CREATE TRIGGER "evidence_removed" AFTER DELETE ON "evidence" REFERENCING OLD TABLE AS former
	FOR EACH STATEMENT EXECUTE FUNCTION "kept"."note_evidence"();--> statement-breakpoint
CREATE TRIGGER "evidence_moved" AFTER UPDATE ON "evidence" REFERENCING OLD TABLE AS former NEW TABLE AS latter
	FOR EACH STATEMENT EXECUTE FUNCTION "kept"."note_evidence"();--> statement-breakpoint
DO $$
DECLARE
	stirred text[];
	measured text[];
BEGIN
	SELECT array_agg(r.program), array_agg(r.indicator) INTO stirred, measured FROM (SELECT DISTINCT program, indicator FROM public.results) AS r;
	IF stirred <> '{}' THEN PERFORM kept.doubt_anew(stirred, measured); END IF;
END $$;
