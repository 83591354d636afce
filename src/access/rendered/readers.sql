-- Rendered from the database after all migrations (test/security/readers-sql.spec.ts; STORE_STATEMENTS=yes writes it anew):
-- everything by which it holds readers to their rights. The rule itself is src/core/visibility.

-- policy brought_file_pieces_of_readers on public.brought_file_pieces
((EXISTS ( SELECT
   FROM brought_files f
  WHERE (f.id = brought_file_pieces.file))) OR (EXISTS ( SELECT
   FROM large_files f
  WHERE (f.id = brought_file_pieces.file))))

-- policy brought_files_of_readers on public.brought_files
COALESCE((author = reader_person()), false)

-- policy issues_of_readers on public.issues
CASE reader_right('has_reports'::text)
    WHEN 'all'::text THEN true
    WHEN 'own'::text THEN ((made_for)::text = ANY (reader_organisations()))
    ELSE false
END

-- policy large_file_faults_of_readers on public.large_file_faults
(EXISTS ( SELECT
   FROM large_files f
  WHERE (f.id = large_file_faults.file)))

-- policy large_files_of_readers on public.large_files
(COALESCE((author = reader_person()), false) OR COALESCE((author_token = reader_program()), false) OR ((submitted_at IS NOT NULL) AND (status <> 'discarded'::text) AND (reader_right('approves_figures'::text) = 'true'::text)))

-- policy organisations_of_readers on public.organisations
(((code)::text = ANY (reader_organisations())) OR ((code)::text IN ( SELECT program_organisations.organisation
   FROM program_organisations)) OR
CASE
    WHEN (COALESCE(current_setting('attest.as_of'::text, true), ''::text) = ''::text) THEN ((code)::text IN ( SELECT parties_of_reader() AS parties_of_reader))
    ELSE (((code)::text IN ( SELECT transactions_seen.receiver
       FROM transactions_seen)) OR ((code)::text IN ( SELECT transactions_seen.provider
       FROM transactions_seen)))
END)

-- policy own_reports_of_readers on public.own_reports
reads_what_is_kept(holder, shared, ((definition -> 'filter'::text) -> 'donor'::text))

-- policy program_organisations_of_readers on public.program_organisations
(((program)::text IN ( SELECT programs_named_to_reader() AS programs_named_to_reader)) AND
CASE reader_right('sees_organisations'::text)
    WHEN 'all'::text THEN true
    WHEN 'but-other-donors'::text THEN ((role <> 'funding'::text) OR ((organisation)::text = ANY (reader_organisations())))
    ELSE false
END)

-- policy program_pillars_of_readers on public.program_pillars
((program)::text IN ( SELECT programs_named_to_reader() AS programs_named_to_reader))

-- policy program_places_of_readers on public.program_places
((program)::text IN ( SELECT programs_named_to_reader() AS programs_named_to_reader))

-- policy readers on kept.entries
CASE reader_right('sees_money'::text)
    WHEN 'all'::text THEN true
    WHEN 'own'::text THEN ((donor)::text = ANY (reader_organisations()))
    WHEN 'named'::text THEN ((program)::text IN ( SELECT programs_of_mandate() AS programs_of_mandate))
    ELSE false
END

-- policy readers on kept.money
CASE reader_right('sees_money'::text)
    WHEN 'all'::text THEN true
    WHEN 'own'::text THEN
    CASE level
        WHEN 'program'::text THEN ((other_key)::text = ANY (reader_organisations()))
        WHEN 'donor'::text THEN ((key)::text = ANY (reader_organisations()))
        WHEN 'donor pillar'::text THEN ((key)::text = ANY (reader_organisations()))
        WHEN 'donor country'::text THEN ((key)::text = ANY (reader_organisations()))
        WHEN 'donor receiver'::text THEN ((key)::text = ANY (reader_organisations()))
        ELSE false
    END
    WHEN 'named'::text THEN ((level = 'program'::text) AND ((key)::text IN ( SELECT programs_of_mandate() AS programs_of_mandate)))
    ELSE false
END

-- policy readers on kept.totals
CASE level
    WHEN 'program'::text THEN ((key)::text IN ( SELECT programs_of_reader() AS programs_of_reader))
    WHEN 'donor'::text THEN sees_totals_of_donor((key)::text)
    WHEN 'donor pillar'::text THEN sees_totals_of_donor((key)::text)
    WHEN 'donor country'::text THEN sees_totals_of_donor((key)::text)
    ELSE (reader_right('sees_results'::text) = 'all'::text)
END

-- policy result_parts_of_readers on public.result_parts
(result IN ( SELECT results_seen.id
   FROM results_seen))

-- policy saved_views_of_readers on public.saved_views
reads_what_is_kept(holder, shared, (query -> 'donor'::text))

-- policy submissions_of_readers on public.submissions
sees_submission(author, author_token, status)

-- view kept.program_keys_seen
SELECT program,
    pillar,
    country,
        CASE
            WHEN ((CURRENT_USER <> 'attest_reader'::name) OR (( SELECT reader_right('sees_organisations'::text) AS reader_right) = 'all'::text)) THEN donors
            ELSE ARRAY( SELECT d.d
               FROM unnest(k.donors) d(d)
              WHERE ((( SELECT reader_right('sees_organisations'::text) AS reader_right) = 'but-other-donors'::text) AND (d.d = ANY (( SELECT reader_organisations() AS reader_organisations)::text[]))))
        END AS donors
   FROM kept.program_keys k
  WHERE ((CURRENT_USER <> 'attest_reader'::name) OR ((program)::text IN ( SELECT programs_of_reader() AS programs_of_reader)));

-- view kept.results_seen
SELECT id,
    indicator,
    kind,
    program,
    pillar,
    country,
        CASE
            WHEN ((CURRENT_USER <> 'attest_reader'::name) OR (( SELECT reader_right('sees_organisations'::text) AS reader_right) = 'all'::text)) THEN donors
            ELSE ARRAY( SELECT d.d
               FROM unnest(r.donors) d(d)
              WHERE ((( SELECT reader_right('sees_organisations'::text) AS reader_right) = 'but-other-donors'::text) AND (d.d = ANY (( SELECT reader_organisations() AS reader_organisations)::text[]))))
        END AS donors,
    period_end,
    qualifier,
    value,
    value_high,
    denominator,
    approved_at,
    parts
   FROM kept.results r
  WHERE ((CURRENT_USER <> 'attest_reader'::name) OR ((program)::text IN ( SELECT programs_of_reader() AS programs_of_reader)));

-- view public.evidence_pieces_seen
SELECT p.id,
    p.result,
    p.kind,
    p.title,
    p.url,
    p.quotation,
    p.page,
    p.file,
    p.file_name,
    f.size,
    f.media_type,
        CASE
            WHEN o.whole THEN p.title_for
            ELSE NULL::text
        END AS title_for,
        CASE
            WHEN o.whole THEN p.added_at
            ELSE NULL::timestamp with time zone
        END AS added_at,
        CASE
            WHEN o.whole THEN p.added_by
            ELSE NULL::uuid
        END AS added_by,
        CASE
            WHEN o.whole THEN p.added_name
            ELSE NULL::text
        END AS added_name,
        CASE
            WHEN o.whole THEN p.confirmed_at
            ELSE NULL::timestamp with time zone
        END AS confirmed_at,
        CASE
            WHEN o.whole THEN p.confirmed_name
            ELSE NULL::text
        END AS confirmed_name,
    p.withdrawn_at,
        CASE
            WHEN o.whole THEN p.withdrawn_name
            ELSE NULL::text
        END AS withdrawn_name,
        CASE
            WHEN o.whole THEN p.withdrawn_because
            ELSE NULL::text
        END AS withdrawn_because,
        CASE
            WHEN o.whole THEN p.submission
            ELSE NULL::uuid
        END AS submission
   FROM ((evidence_pieces p
     LEFT JOIN stored_files f ON ((f.sha256 = p.file)))
     CROSS JOIN LATERAL ( SELECT ((CURRENT_USER <> 'attest_reader'::name) OR reads_as_organisation()) AS whole) o)
  WHERE ((CURRENT_USER <> 'attest_reader'::name) OR (p.id IN ( SELECT evidence_seen.piece
           FROM evidence_seen)) OR (reads_as_organisation() AND (p.result IN ( SELECT results_seen.id
           FROM results_seen))) OR ((p.result IS NULL) AND (EXISTS ( SELECT
           FROM submissions s
          WHERE ((s.id = p.submission) AND sees_submission(s.author, s.author_token, s.status))))));

-- view public.evidence_seen
SELECT result,
    "position",
    kind,
    title,
    title_for,
    url,
    piece
   FROM evidence e
  WHERE ((CURRENT_USER <> 'attest_reader'::name) OR ((result IN ( SELECT results_seen.id
           FROM results_seen)) AND reads_text(title_for, (result IN ( SELECT results_seen.id
           FROM results_seen
          WHERE ((results_seen.program)::text IN ( SELECT programs_of_several_funders() AS programs_of_several_funders)))))));

-- view public.money_seen
SELECT id,
    program,
    type,
    value_date,
    amount_minor,
    currency,
    provider,
    receiver,
    place,
    illustrative,
    converted_minor,
    rate,
    rate_date,
    rate_source,
    note,
    note_for,
    status
   FROM transactions m
  WHERE ((CURRENT_USER <> 'attest_reader'::name) OR
        CASE ( SELECT reader_right('sees_money'::text) AS reader_right)
            WHEN 'all'::text THEN true
            WHEN 'own'::text THEN (COALESCE((provider)::text, ( SELECT kept.only_of(k.donors) AS only_of
               FROM kept.program_keys k
              WHERE ((k.program)::text = (m.program)::text))) = ANY (( SELECT reader_organisations() AS reader_organisations)::text[]))
            WHEN 'named'::text THEN ((program)::text IN ( SELECT programs_of_mandate() AS programs_of_mandate))
            ELSE false
        END);

-- view public.narratives_seen
SELECT n.id,
    n.program,
    n.place,
    n.section,
    n.period_start,
    n.period_end,
    n.date_precision,
    n.text,
    n.text_for,
        CASE
            WHEN s.reads_sheet THEN (n.sheet)::jsonb
            ELSE NULL::jsonb
        END AS sheet,
        CASE
            WHEN s.reads_sheet THEN n.sheet_for
            ELSE NULL::text
        END AS sheet_for,
    n.status
   FROM (narratives n
     CROSS JOIN LATERAL ( SELECT reads_text(n.text_for, ((n.program)::text IN ( SELECT programs_of_several_funders() AS programs_of_several_funders))) AS reads_text,
            reads_text(n.sheet_for, ((n.program)::text IN ( SELECT programs_of_several_funders() AS programs_of_several_funders))) AS reads_sheet) s)
  WHERE ((CURRENT_USER <> 'attest_reader'::name) OR ((n.status = 'approved'::text) AND s.reads_text AND ((n.program)::text IN ( SELECT programs_shown_to_reader() AS programs_shown_to_reader))));

-- view public.programs_seen
SELECT p.code,
    p.parent,
    p.title,
        CASE
            WHEN reads.summary THEN (p.summary)::jsonb
            ELSE NULL::jsonb
        END AS summary,
        CASE
            WHEN reads.summary THEN p.summary_for
            ELSE NULL::text
        END AS summary_for,
        CASE
            WHEN reads.objectives THEN (p.objectives)::jsonb
            ELSE NULL::jsonb
        END AS objectives,
        CASE
            WHEN reads.objectives THEN p.objectives_for
            ELSE NULL::text
        END AS objectives_for,
        CASE
            WHEN reads.beneficiaries THEN (p.beneficiaries)::jsonb
            ELSE NULL::jsonb
        END AS beneficiaries,
        CASE
            WHEN reads.beneficiaries THEN p.beneficiaries_for
            ELSE NULL::text
        END AS beneficiaries_for,
        CASE
            WHEN s.whole THEN p.unit
            ELSE NULL::text
        END AS unit,
    p.status,
    p.starts_on,
    p.start_precision,
    p.ends_on,
    p.end_precision,
        CASE
            WHEN s.whole THEN p.link
            ELSE NULL::text
        END AS link,
        CASE
            WHEN reads.note THEN (p.note)::jsonb
            ELSE NULL::jsonb
        END AS note,
        CASE
            WHEN reads.note THEN p.note_for
            ELSE NULL::text
        END AS note_for,
        CASE
            WHEN s.whole THEN p.identifier
            ELSE NULL::text
        END AS identifier
   FROM ((((programs p
     LEFT JOIN ( SELECT code.code
           FROM programs_of_several_funders() code(code)
          WHERE (NOT reads_as_organisation())) shared ON ((shared.code = (p.code)::text)))
     LEFT JOIN ( SELECT code.code
           FROM programs_shown_to_reader() code(code)
          WHERE (CURRENT_USER = 'attest_reader'::name)) shown ON ((shown.code = (p.code)::text)))
     CROSS JOIN LATERAL ( SELECT ((CURRENT_USER <> 'attest_reader'::name) OR (shown.code IS NOT NULL)) AS whole) s)
     CROSS JOIN LATERAL ( SELECT (s.whole AND reads_text(p.summary_for, (shared.code IS NOT NULL))) AS summary,
            (s.whole AND reads_text(p.objectives_for, (shared.code IS NOT NULL))) AS objectives,
            (s.whole AND reads_text(p.beneficiaries_for, (shared.code IS NOT NULL))) AS beneficiaries,
            (s.whole AND reads_text(p.note_for, (shared.code IS NOT NULL))) AS note) reads)
  WHERE (s.whole OR ((p.code)::text IN ( SELECT programs_named_to_reader() AS programs_named_to_reader)));

-- view public.results_seen
SELECT r.id,
    r.program,
    r.indicator,
    r.kind,
    r.place,
    r.period_start,
    r.period_end,
    r.date_precision,
    r.qualifier,
    r.value,
    r.value_high,
    r.denominator,
        CASE
            WHEN s.reads_note THEN (r.note)::jsonb
            ELSE NULL::jsonb
        END AS note,
        CASE
            WHEN s.reads_note THEN r.note_for
            ELSE NULL::text
        END AS note_for,
    r.status,
    ( SELECT w.id
           FROM results w
          WHERE ((w.id = r.part_of) AND (w.status = 'approved'::text))) AS part_of,
    r.approved_at,
    r.baseline,
    r.baseline_denominator,
    r.baseline_on,
    r.baseline_precision
   FROM (results r
     CROSS JOIN LATERAL ( SELECT reads_text(r.note_for, ((r.program)::text IN ( SELECT programs_of_several_funders() AS programs_of_several_funders))) AS reads_note) s)
  WHERE ((CURRENT_USER <> 'attest_reader'::name) OR ((r.status = 'approved'::text) AND ((r.program)::text IN ( SELECT programs_of_reader() AS programs_of_reader))));

-- view public.transactions_seen
SELECT m.id,
    m.program,
    m.type,
    m.value_date,
    m.amount_minor,
    m.currency,
    m.provider,
    m.receiver,
    m.place,
    m.illustrative,
    m.converted_minor,
    m.rate,
    m.rate_date,
    m.rate_source,
        CASE
            WHEN s.reads_note THEN (m.note)::jsonb
            ELSE NULL::jsonb
        END AS note,
        CASE
            WHEN s.reads_note THEN m.note_for
            ELSE NULL::text
        END AS note_for,
    m.status
   FROM (money_seen m
     CROSS JOIN LATERAL ( SELECT reads_text(m.note_for, ((m.program)::text IN ( SELECT programs_of_several_funders() AS programs_of_several_funders))) AS reads_note) s)
  WHERE ((CURRENT_USER <> 'attest_reader'::name) OR (m.status = 'approved'::text));

-- function become_reader(text,jsonb,jsonb)
DECLARE
	rights public.roles;
BEGIN
	SELECT r.* INTO rights FROM public.roles r WHERE r.role = become_reader.role;
	PERFORM set_config('attest.reader', become_reader.role, true),
		set_config('attest.sees_results', COALESCE(rights.sees_results, ''), true),
		set_config('attest.sees_money', COALESCE(rights.sees_money, ''), true),
		set_config('attest.sees_organisations', COALESCE(rights.sees_organisations, ''), true),
		set_config('attest.reads_texts', COALESCE(rights.reads_texts, ''), true),
		set_config('attest.has_reports', COALESCE(rights.has_reports, ''), true),
		set_config('attest.approves_figures', COALESCE(rights.approves_figures::text, ''), true),
		set_config('attest.organisations', ARRAY(SELECT jsonb_array_elements_text(become_reader.organisations))::text, true),
		set_config('attest.programs', ARRAY(SELECT jsonb_array_elements_text(become_reader.programs))::text, true),
		set_config('jit', 'off', true),
		set_config('role', 'attest_reader', true);
END

-- function names_no_other_donor(jsonb)
SELECT CASE reader_right('sees_organisations')
		WHEN 'all' THEN true
		WHEN 'but-other-donors' THEN NOT EXISTS (
			SELECT FROM jsonb_array_elements_text(CASE jsonb_typeof(donors) WHEN 'array' THEN donors WHEN 'string' THEN jsonb_build_array(donors) ELSE '[]' END) AS donor
			WHERE donor <> ALL (reader_organisations())
		)
		ELSE false
	END

-- function parties_of_reader()
SELECT m.other_key::text FROM kept.money m
	WHERE reader_right('sees_money') = 'own' AND m.level = 'donor receiver' AND m.grain = 'ever' AND m.key = ANY (reader_organisations()) AND m.count <> 0
	UNION ALL
	SELECT p.code::text FROM transactions t CROSS JOIN LATERAL (VALUES (t.provider), (t.receiver)) AS p(code)
	WHERE reader_right('sees_money') = 'named' AND t.status = 'approved' AND t.program IN (SELECT programs_of_mandate())
	UNION ALL
	SELECT p.code::text FROM transactions t CROSS JOIN LATERAL (VALUES (t.provider), (t.receiver)) AS p(code)
	WHERE reader_right('sees_money') = 'all' AND t.status = 'approved'

-- function programs_named_to_reader()
WITH RECURSIVE named(code) AS (
		SELECT shown COLLATE "C" FROM programs_shown_to_reader() AS shown
		UNION
		SELECT p.parent::text FROM programs p JOIN named n ON p.code = n.code WHERE p.parent IS NOT NULL
	)
	SELECT code FROM named

-- function programs_of_mandate()
WITH RECURSIVE below(code) AS (
		SELECT p.code::text FROM programs p
		WHERE p.code = ANY (COALESCE(NULLIF(current_setting('attest.programs', true), ''), '{}')::text[])
		UNION
		SELECT p.code::text FROM programs p JOIN below b ON p.parent = b.code
	)
	SELECT code FROM below

-- function programs_of_reader()
SELECT k.program::text FROM kept.program_keys k WHERE reader_right('sees_results') = 'funded' AND k.donors && (SELECT reader_organisations())
	UNION ALL
	SELECT code FROM programs_of_mandate() AS code WHERE reader_right('sees_results') = 'named'
	UNION ALL
	SELECT p.code::text FROM programs p WHERE reader_right('sees_results') = 'all'

-- function programs_of_several_funders()
SELECT k.program::text FROM kept.program_keys k WHERE k.several_funders

-- function programs_shown_to_reader()
SELECT programs_of_reader()
	UNION
	SELECT k.program::text FROM kept.program_keys k WHERE reader_right('sees_money') = 'own' AND k.payers && (SELECT reader_organisations())
	UNION
	SELECT t.program::text FROM transactions t
	WHERE reader_right('sees_money') = 'named' AND reader_right('sees_results') <> 'named'
		AND t.status = 'approved' AND t.program IN (SELECT programs_of_mandate())

-- function reader_organisations()
SELECT COALESCE(NULLIF(current_setting('attest.organisations', true), ''), '{}')::text[]

-- function reader_right(text)
SELECT COALESCE(current_setting('attest.' || name, true), '')

-- function reads_as_organisation()
SELECT current_user <> 'attest_reader' OR reader_right('reads_texts') = 'all'

-- function reads_text(text,boolean)
SELECT reads_as_organisation() OR (
		reader_right('reads_texts') = 'for-everybody'
		AND COALESCE(stated, CASE WHEN several_funders THEN 'organisation' ELSE 'everybody' END) = 'everybody'
	)

-- function reads_what_is_kept(uuid,boolean,jsonb)
SELECT COALESCE(holder = reader_person(), false)
		OR (shared AND reader_right('reads_texts') IN ('all', 'for-everybody') AND names_no_other_donor(donors))

-- function sees_submission(uuid,uuid,text)
SELECT COALESCE(sees_submission.author = reader_person(), false)
		OR COALESCE(sees_submission.author_token = reader_program(), false)
		OR (sees_submission.status NOT IN ('draft', 'discarded') AND reader_right('approves_figures') = 'true')

-- function sees_totals_of_donor(text)
SELECT CASE reader_right('sees_results')
		WHEN 'funded' THEN donor = ANY (reader_organisations())
		WHEN 'all' THEN reader_right('sees_organisations') = 'all'
			OR (reader_right('sees_organisations') = 'but-other-donors' AND donor = ANY (reader_organisations()))
		ELSE false
	END

-- granted to attest_reader on kept
entries, money, program_keys_seen, results_seen, totals

-- granted to attest_reader on public
brought_file_pieces, brought_files, evidence_pieces_seen, evidence_seen, indicators, issues, large_file_faults, large_files, memberships, narratives_seen, organisations, own_reports, pillars, places, program_organisations, program_pillars, program_places, programs_seen, region_countries, result_parts, results_seen, revision, saved_views, submissions, terms, transactions_seen
