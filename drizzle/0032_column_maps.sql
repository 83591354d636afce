-- Files whose columns are called otherwise than ours: kept until somebody has said what they are, and what was said.
CREATE TABLE "brought_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"author" uuid NOT NULL,
	"kind" text NOT NULL,
	"decimal" text,
	"file_name" text NOT NULL,
	"content" "bytea" NOT NULL,
	"shape" jsonb NOT NULL,
	"brought_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "brought_files_kind" CHECK ("brought_files"."kind" IN ('results', 'transactions', 'narratives', 'programs', 'program-countries', 'program-organisations', 'organisations', 'indicators')),
	CONSTRAINT "brought_files_decimal" CHECK ("brought_files"."decimal" IN ('comma', 'point')),
	CONSTRAINT "brought_files_size" CHECK (length("brought_files"."content") BETWEEN 1 AND 4194304),
	CONSTRAINT "brought_files_expire" CHECK ("brought_files"."expires_at" > "brought_files"."brought_at")
);
--> statement-breakpoint
CREATE TABLE "column_maps" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"header" jsonb NOT NULL,
	"columns" jsonb NOT NULL,
	"decimal" text,
	"said_at" timestamp with time zone NOT NULL,
	"said_by" uuid NOT NULL,
	"said_name" text NOT NULL,
	CONSTRAINT "column_maps_kind" CHECK ("column_maps"."kind" IN ('results', 'transactions', 'narratives', 'programs', 'program-countries', 'program-organisations', 'organisations', 'indicators')),
	CONSTRAINT "column_maps_decimal" CHECK ("column_maps"."decimal" IN ('comma', 'point')),
	CONSTRAINT "column_maps_say_what_each_is" CHECK (jsonb_typeof("column_maps"."header") = 'array' AND jsonb_typeof("column_maps"."columns") = 'array' AND jsonb_array_length("column_maps"."header") = jsonb_array_length("column_maps"."columns"))
);
--> statement-breakpoint
ALTER TABLE "brought_files" ADD CONSTRAINT "brought_files_author_fk" FOREIGN KEY ("author") REFERENCES "accounts"("id");--> statement-breakpoint
ALTER TABLE "column_maps" ADD CONSTRAINT "column_maps_said_by_fk" FOREIGN KEY ("said_by") REFERENCES "accounts"("id");--> statement-breakpoint
CREATE INDEX "brought_files_author" ON "brought_files" USING btree ("author","brought_at");--> statement-breakpoint
CREATE INDEX "brought_files_expire" ON "brought_files" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "column_maps_said_by" ON "column_maps" USING btree ("said_by");--> statement-breakpoint
-- A file that is kept for a while is no record: what becomes of its rows is told of them.
CREATE TRIGGER "column_maps_changes" AFTER INSERT OR UPDATE OR DELETE ON "column_maps"
	FOR EACH ROW EXECUTE FUNCTION "record_change"('said_at');--> statement-breakpoint
-- A file is whose it is. What was said of columns is asked for by whoever holds a file that has them, and by no reader.
ALTER TABLE "brought_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "brought_files_of_readers" ON "brought_files" FOR SELECT TO "attest_reader"
	USING (COALESCE(author = reader_person(), false));--> statement-breakpoint
GRANT SELECT ON "brought_files" TO "attest_reader";
