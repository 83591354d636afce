-- What programmes and organisations are called where aid is published. Two of one file may exchange theirs, so that no
-- two have one is known at the end of it.
ALTER TABLE "organisations" ADD COLUMN "identifier" text;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "identifier" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_identifier_is_its_own" UNIQUE("identifier") DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_identifier_is_its_own" UNIQUE("identifier") DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_identifier_is_plain" CHECK ("organisations"."identifier" ~ '^\S{1,120}$');--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_identifier_is_plain" CHECK ("programs"."identifier" ~ '^\S{1,120}$');--> statement-breakpoint

-- A column more at its end, for those who see the programme and not its name alone; the rest says what it said. What is
-- shown to a reader is asked once: in a condition of its own it was asked anew for each column that hangs on it.
CREATE OR REPLACE VIEW "programs_seen" WITH (security_barrier) AS
	SELECT p.code, p.parent, p.title,
		CASE WHEN reads.summary THEN p.summary END AS summary, CASE WHEN reads.summary THEN p.summary_for END AS summary_for,
		CASE WHEN reads.objectives THEN p.objectives END AS objectives, CASE WHEN reads.objectives THEN p.objectives_for END AS objectives_for,
		CASE WHEN reads.beneficiaries THEN p.beneficiaries END AS beneficiaries, CASE WHEN reads.beneficiaries THEN p.beneficiaries_for END AS beneficiaries_for,
		CASE WHEN s.whole THEN p.unit END AS unit,
		p.status, p.starts_on, p.start_precision, p.ends_on, p.end_precision,
		CASE WHEN s.whole THEN p.link END AS link,
		CASE WHEN reads.note THEN p.note END AS note, CASE WHEN reads.note THEN p.note_for END AS note_for,
		CASE WHEN s.whole THEN p.identifier END AS identifier
	FROM programs p
	LEFT JOIN (
		SELECT code FROM programs_of_several_funders() AS code WHERE NOT reads_as_organisation()
	) AS shared ON shared.code = p.code
	LEFT JOIN (
		SELECT code FROM programs_shown_to_reader() AS code WHERE current_user = 'attest_reader'
	) AS shown ON shown.code = p.code
	CROSS JOIN LATERAL (
		SELECT current_user <> 'attest_reader' OR shown.code IS NOT NULL AS whole
	) AS s
	CROSS JOIN LATERAL (
		SELECT s.whole AND reads_text(p.summary_for, shared.code IS NOT NULL) AS summary,
			s.whole AND reads_text(p.objectives_for, shared.code IS NOT NULL) AS objectives,
			s.whole AND reads_text(p.beneficiaries_for, shared.code IS NOT NULL) AS beneficiaries,
			s.whole AND reads_text(p.note_for, shared.code IS NOT NULL) AS note
	) AS reads
	WHERE s.whole OR p.code IN (SELECT programs_named_to_reader());--> statement-breakpoint
SELECT make_as_of();
