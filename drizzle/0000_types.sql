-- A code, ordered by code unit whatever the locale of the database.
CREATE DOMAIN "code" AS text COLLATE "C";--> statement-breakpoint

-- A text with its translations, as {"en": "…", "es": "…"}: always English, never an empty or an unknown language.
CREATE DOMAIN "local_text" AS jsonb CONSTRAINT "local_text_is_whole" CHECK (
	VALUE IS NULL OR (
		jsonb_typeof(VALUE) = 'object'
		AND VALUE ? 'en'
		AND VALUE - ARRAY['en', 'es', 'pt', 'fr'] = '{}'::jsonb
		AND NOT jsonb_path_exists(VALUE, '$.* ? (@.type() != "string" || @ == "")')
	)
);
