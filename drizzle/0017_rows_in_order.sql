-- Indexes by which a page of rows is found wherever it stands, and not by reading all rows before it: in both orders (the
-- first and the last day first), of all results that are approved and of those that count of one indicator; of money
-- likewise. Each costs an import its share; where one could be widened, no other was added.
DROP INDEX "kept"."kept_entries_type_value_date";--> statement-breakpoint
DROP INDEX "kept"."kept_results_program";--> statement-breakpoint
DROP INDEX "results_program";--> statement-breakpoint
CREATE INDEX "kept_entries_newest" ON "kept"."entries" USING btree ("type",('3000-01-01'::date - "value_date"),"transaction");--> statement-breakpoint
-- Whether any money of a list is made up.
CREATE INDEX "kept_entries_illustrative" ON "kept"."entries" USING btree ("type","value_date") WHERE "kept"."entries"."illustrative";--> statement-breakpoint
CREATE INDEX "kept_results_in_order" ON "kept"."results" USING btree ("indicator","kind",COALESCE("period_end", 'infinity'::date),"program","id");--> statement-breakpoint
CREATE INDEX "kept_results_newest" ON "kept"."results" USING btree ("indicator","kind",COALESCE('3000-01-01'::date - "period_end", 1000000),"program","id");--> statement-breakpoint
CREATE INDEX "results_in_order" ON "results" USING btree (COALESCE("period_end", 'infinity'::date),"program","indicator","id") WHERE "results"."status" = 'approved';--> statement-breakpoint
CREATE INDEX "results_newest" ON "results" USING btree (COALESCE('3000-01-01'::date - "period_end", 1000000),"program","indicator","id") WHERE "results"."status" = 'approved';--> statement-breakpoint
-- Figures that another holds: they are listed, and in no total that is kept. They are few.
CREATE INDEX "results_held" ON "results" USING btree ("part_of","kind",COALESCE("period_end", 'infinity'::date),"program","place","indicator") WHERE "results"."status" = 'approved' AND "results"."part_of" IS NOT NULL;--> statement-breakpoint
-- Those of them whose whole does not count.
CREATE INDEX "results_not_approved" ON "results" USING btree ("id") WHERE "results"."status" <> 'approved';--> statement-breakpoint
CREATE INDEX "kept_entries_type_value_date" ON "kept"."entries" USING btree ("type","value_date","transaction");--> statement-breakpoint
-- What is reported for a target: results of its programme and indicator.
CREATE INDEX "kept_results_program" ON "kept"."results" USING btree ("program","indicator","kind","period_end","country");--> statement-breakpoint
-- Whether a programme has reported, and when last.
CREATE INDEX "results_program" ON "results" USING btree ("program","status","kind","period_end");
