-- Reports that somebody is without, of which administrators have been told by e-mail: each trouble once, until it is over.
CREATE TABLE "told_troubles" (
	"subscription" uuid NOT NULL,
	"period" text NOT NULL,
	"trouble" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "told_troubles_pk" PRIMARY KEY("subscription","period","trouble"),
	CONSTRAINT "told_troubles_trouble" CHECK ("told_troubles"."trouble" IN ('refused', 'unclear', 'missed', 'late'))
);
--> statement-breakpoint
ALTER TABLE "told_troubles" ADD CONSTRAINT "told_troubles_subscription_fk" FOREIGN KEY ("subscription") REFERENCES "subscriptions"("id") ON DELETE CASCADE;
