-- A report that somebody approves before it goes out: its e-mails wait, and what was decided of its issue is kept.
ALTER TABLE "subscriptions" ADD COLUMN "needs_approval" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "awaits_approval_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_waits_whole" CHECK ("deliveries"."awaits_approval_since" IS NULL OR ("deliveries"."status" = 'pending' AND "deliveries"."next_attempt_at" IS NULL AND "deliveries"."issue" IS NOT NULL));--> statement-breakpoint
CREATE TABLE "issue_decisions" (
	"issue" uuid PRIMARY KEY NOT NULL,
	"decision" text NOT NULL,
	"reason" text,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "issue_decisions_decision" CHECK ("issue_decisions"."decision" IN ('approved', 'refused')),
	CONSTRAINT "issue_decisions_refusals_have_a_reason" CHECK (("issue_decisions"."decision" = 'refused') = ("issue_decisions"."reason" IS NOT NULL))
);
--> statement-breakpoint
ALTER TABLE "issue_decisions" ADD CONSTRAINT "issue_decisions_issue_fk" FOREIGN KEY ("issue") REFERENCES "issues"("id");--> statement-breakpoint
ALTER TABLE "told_troubles" DROP CONSTRAINT "told_troubles_trouble";--> statement-breakpoint
ALTER TABLE "told_troubles" ADD CONSTRAINT "told_troubles_trouble" CHECK ("told_troubles"."trouble" IN ('refused', 'unclear', 'missed', 'late', 'unapproved'));
