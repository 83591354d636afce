ALTER TABLE "issues" ADD COLUMN "title" text NOT NULL;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "headlines" json NOT NULL;