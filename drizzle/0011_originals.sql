-- The views of the past hold on to the type of their texts, and are made anew.
DROP SCHEMA IF EXISTS as_of CASCADE;--> statement-breakpoint

-- A text is an original in any of the four languages: at least one of them, never an empty or an unknown one.
ALTER DOMAIN "local_text" DROP CONSTRAINT "local_text_is_whole";--> statement-breakpoint
ALTER DOMAIN "local_text" ADD CONSTRAINT "local_text_is_whole" CHECK (
	VALUE IS NULL OR (
		jsonb_typeof(VALUE) = 'object'
		AND VALUE <> '{}'::jsonb
		AND VALUE - ARRAY['en', 'es', 'pt', 'fr'] = '{}'::jsonb
		AND NOT jsonb_path_exists(VALUE, '$.* ? (@.type() != "string" || @ == "")')
	)
);--> statement-breakpoint

-- The unit of an indicator is fixed as its original says it; a translation may come, and the English of another original.
CREATE OR REPLACE FUNCTION "check_unit_is_fixed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	original text := (SELECT l FROM unnest(ARRAY['en', 'es', 'pt', 'fr']) WITH ORDINALITY AS o(l, n) WHERE OLD.unit ? l ORDER BY n LIMIT 1);
BEGIN
	IF NEW.unit ->> original IS DISTINCT FROM OLD.unit ->> original AND EXISTS (SELECT FROM results WHERE indicator = OLD.code) THEN
		RAISE EXCEPTION '% is counted in %; its results would change their meaning', OLD.code, OLD.unit ->> original
			USING ERRCODE = 'check_violation', TABLE = 'indicators', CONSTRAINT = 'indicators_unit_is_fixed';
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
SELECT make_as_of();
