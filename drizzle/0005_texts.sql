-- A text says who may read it: everybody who may see its row, or the organisation alone. Null: as the rule has it, which is
-- also what holds for every text that is there already.
ALTER TABLE "transactions" ADD COLUMN "note_for" text;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "summary_for" text;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "objectives_for" text;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "beneficiaries_for" text;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "note_for" text;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "title_for" text;--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "note_for" text;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_note_for" CHECK ("transactions"."note_for" IN ('everybody', 'organisation'));--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_summary_for" CHECK ("programs"."summary_for" IN ('everybody', 'organisation'));--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_objectives_for" CHECK ("programs"."objectives_for" IN ('everybody', 'organisation'));--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_beneficiaries_for" CHECK ("programs"."beneficiaries_for" IN ('everybody', 'organisation'));--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_note_for" CHECK ("programs"."note_for" IN ('everybody', 'organisation'));--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_title_for" CHECK ("evidence"."title_for" IN ('everybody', 'organisation'));--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_note_for" CHECK ("results"."note_for" IN ('everybody', 'organisation'));--> statement-breakpoint

-- The rule (core/readership.ts): a text about what several fund is for the organisation, until somebody says otherwise. A
-- programme and all its activities count as one, and whoever gives money funds it, named or not.
CREATE FUNCTION "programs_of_several_funders"() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
	WITH RECURSIVE tree(code, root) AS (
		SELECT p.code::text, p.code::text FROM programs p WHERE p.parent IS NULL
		UNION ALL
		SELECT p.code::text, t.root FROM programs p JOIN tree t ON p.parent = t.code
	), funders(root, organisation) AS (
		SELECT t.root, o.organisation::text FROM tree t
		JOIN program_organisations o ON o.program = t.code AND o.role = 'funding'
		UNION
		SELECT t.root, m.provider::text FROM tree t
		JOIN transactions m ON m.program = t.code AND m.status = 'approved' AND m.provider IS NOT NULL
	)
	SELECT t.code FROM tree t WHERE t.root IN (SELECT f.root FROM funders f GROUP BY f.root HAVING count(*) > 1)
$$;--> statement-breakpoint
-- Officers read as the organisation does; the public reads no text at all.
CREATE FUNCTION "reads_as_organisation"() RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT current_user <> 'attest_reader' OR reader_kind() = 'programs'
$$;--> statement-breakpoint
CREATE FUNCTION "reads_text"("stated" text, "several_funders" boolean) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT reads_as_organisation() OR (
		reader_kind() = 'donor'
		AND COALESCE(stated, CASE WHEN several_funders THEN 'organisation' ELSE 'everybody' END) = 'everybody'
	)
$$;--> statement-breakpoint

-- A policy hides rows, not columns: readers have views in place of the tables that hold texts. What is kept from them, is
-- kept with who said so.
DROP VIEW "programs_seen";--> statement-breakpoint
CREATE VIEW "programs_seen" WITH (security_barrier) AS
	SELECT p.code, p.parent, p.title,
		CASE WHEN reads.summary THEN p.summary END AS summary, CASE WHEN reads.summary THEN p.summary_for END AS summary_for,
		CASE WHEN reads.objectives THEN p.objectives END AS objectives, CASE WHEN reads.objectives THEN p.objectives_for END AS objectives_for,
		CASE WHEN reads.beneficiaries THEN p.beneficiaries END AS beneficiaries, CASE WHEN reads.beneficiaries THEN p.beneficiaries_for END AS beneficiaries_for,
		CASE WHEN s.whole THEN p.unit END AS unit,
		p.status, p.starts_on, p.start_precision, p.ends_on, p.end_precision,
		CASE WHEN s.whole THEN p.link END AS link,
		CASE WHEN reads.note THEN p.note END AS note, CASE WHEN reads.note THEN p.note_for END AS note_for
	FROM programs p
	LEFT JOIN (
		SELECT code FROM programs_of_several_funders() AS code WHERE NOT reads_as_organisation()
	) AS shared ON shared.code = p.code
	CROSS JOIN LATERAL (
		SELECT current_user <> 'attest_reader' OR p.code IN (SELECT programs_shown_to_reader()) AS whole
	) AS s
	CROSS JOIN LATERAL (
		SELECT s.whole AND reads_text(p.summary_for, shared.code IS NOT NULL) AS summary,
			s.whole AND reads_text(p.objectives_for, shared.code IS NOT NULL) AS objectives,
			s.whole AND reads_text(p.beneficiaries_for, shared.code IS NOT NULL) AS beneficiaries,
			s.whole AND reads_text(p.note_for, shared.code IS NOT NULL) AS note
	) AS reads
	WHERE s.whole OR p.code IN (SELECT programs_named_to_reader());--> statement-breakpoint
CREATE VIEW "results_seen" WITH (security_barrier) AS
	SELECT r.id, r.program, r.indicator, r.kind, r.place, r.period_start, r.period_end, r.date_precision, r.qualifier,
		r.value, r.value_high, r.denominator,
		CASE WHEN s.reads_note THEN r.note END AS note, CASE WHEN s.reads_note THEN r.note_for END AS note_for,
		r.status
	FROM results r
	CROSS JOIN LATERAL (
		SELECT reads_text(r.note_for, r.program IN (SELECT programs_of_several_funders())) AS reads_note
	) AS s
	WHERE current_user <> 'attest_reader'
		OR (r.status = 'approved' AND r.program IN (SELECT programs_of_reader()));--> statement-breakpoint
-- Evidence goes with its title, as a row.
CREATE VIEW "evidence_seen" WITH (security_barrier) AS
	SELECT e.result, e.position, e.kind, e.title, e.title_for, e.url
	FROM evidence e
	WHERE current_user <> 'attest_reader' OR (
		e.result IN (SELECT id FROM results_seen)
		AND reads_text(e.title_for, e.result IN (
			SELECT id FROM results_seen WHERE program IN (SELECT programs_of_several_funders())
		))
	);--> statement-breakpoint
CREATE VIEW "transactions_seen" WITH (security_barrier) AS
	SELECT m.id, m.program, m.type, m.value_date, m.amount_minor, m.currency, m.provider, m.receiver, m.place,
		m.illustrative, m.converted_minor, m.rate, m.rate_date, m.rate_source,
		CASE WHEN s.reads_note THEN m.note END AS note, CASE WHEN s.reads_note THEN m.note_for END AS note_for,
		m.status
	FROM transactions m
	CROSS JOIN LATERAL (
		SELECT reads_text(m.note_for, m.program IN (SELECT programs_of_several_funders())) AS reads_note
	) AS s
	WHERE current_user <> 'attest_reader' OR (m.status = 'approved' AND is_readers_money(m.provider, m.program));--> statement-breakpoint

-- What asked the tables asks the views.
DROP POLICY "result_parts_of_readers" ON "result_parts";--> statement-breakpoint
CREATE POLICY "result_parts_of_readers" ON "result_parts" FOR SELECT TO "attest_reader"
	USING (result IN (SELECT id FROM results_seen));--> statement-breakpoint
DROP POLICY "organisations_of_readers" ON "organisations";--> statement-breakpoint
CREATE POLICY "organisations_of_readers" ON "organisations" FOR SELECT TO "attest_reader"
	USING (
		(reader_kind() = 'donor' AND code = ANY (reader_codes()))
		OR code IN (SELECT organisation FROM program_organisations)
		OR code IN (SELECT receiver FROM transactions_seen)
		OR code IN (SELECT provider FROM transactions_seen)
	);--> statement-breakpoint
DROP POLICY "results_of_readers" ON "results";--> statement-breakpoint
DROP POLICY "evidence_of_readers" ON "evidence";--> statement-breakpoint
DROP POLICY "transactions_of_readers" ON "transactions";--> statement-breakpoint
REVOKE SELECT ON "results", "transactions", "evidence" FROM "attest_reader";--> statement-breakpoint
GRANT SELECT ON "programs_seen", "results_seen", "evidence_seen", "transactions_seen" TO "attest_reader";
