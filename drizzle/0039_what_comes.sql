-- A report comes as a PDF, with a workbook of the same figures beside it, or as a link alone; an issue keeps the workbook with its PDF.
ALTER TABLE "subscriptions" ADD COLUMN "delivered_as" text DEFAULT 'pdf' NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_delivered_as" CHECK ("subscriptions"."delivered_as" IN ('pdf', 'pdf-and-xlsx', 'link'));--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "xlsx" bytea;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_workbooks_are_whole" CHECK ("issues"."xlsx" IS NULL OR length("issues"."xlsx") > 0);
