CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"lang" text NOT NULL,
	"role" text NOT NULL,
	"organisations" text[] DEFAULT '{}' NOT NULL,
	"programs" text[] DEFAULT '{}' NOT NULL,
	"password_hash" text,
	"totp_secret" text,
	"totp_confirmed_at" timestamp with time zone,
	"totp_last_step" bigint,
	"oidc_issuer" text,
	"oidc_subject" text,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accounts_oidc_once" UNIQUE("oidc_issuer","oidc_subject"),
	CONSTRAINT "accounts_email" CHECK ("accounts"."email" ~ '^[^[:space:]@<>]+@[^[:space:]@<>]+$' AND length("accounts"."email") <= 254),
	CONSTRAINT "accounts_name" CHECK ("accounts"."name" <> '' AND length("accounts"."name") <= 120),
	CONSTRAINT "accounts_lang" CHECK ("accounts"."lang" IN ('en', 'es', 'pt', 'fr')),
	CONSTRAINT "accounts_role" CHECK ("accounts"."role" IN ('administrator', 'manager', 'officer', 'donor')),
	CONSTRAINT "accounts_mandate" CHECK (("accounts"."role" = 'donor') = (cardinality("accounts"."organisations") > 0) AND ("accounts"."role" = 'officer' OR cardinality("accounts"."programs") = 0)),
	CONSTRAINT "accounts_totp_is_whole" CHECK ("accounts"."totp_confirmed_at" IS NULL OR "accounts"."totp_secret" IS NOT NULL),
	CONSTRAINT "accounts_oidc_is_whole" CHECK (num_nulls("accounts"."oidc_issuer", "accounts"."oidc_subject") IN (0, 2))
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"organisations" text[] DEFAULT '{}' NOT NULL,
	"programs" text[] DEFAULT '{}' NOT NULL,
	"hash" text NOT NULL,
	"hint" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_tokens_hash_once" UNIQUE("hash"),
	CONSTRAINT "api_tokens_name" CHECK ("api_tokens"."name" <> '' AND length("api_tokens"."name") <= 120),
	CONSTRAINT "api_tokens_role" CHECK ("api_tokens"."role" IN ('administrator', 'manager', 'officer', 'donor')),
	CONSTRAINT "api_tokens_mandate" CHECK (("api_tokens"."role" = 'donor') = (cardinality("api_tokens"."organisations") > 0) AND ("api_tokens"."role" = 'officer' OR cardinality("api_tokens"."programs") = 0))
);
--> statement-breakpoint
CREATE TABLE "limits" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"resets_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"account" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "one_time_codes_id_is_hex" CHECK ("one_time_codes"."id" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "one_time_codes_purpose" CHECK ("one_time_codes"."purpose" IN ('first-administrator', 'invitation', 'reset')),
	CONSTRAINT "one_time_codes_account" CHECK (("one_time_codes"."purpose" = 'first-administrator') = ("one_time_codes"."account" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"account" uuid NOT NULL,
	"hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_account_hash_pk" PRIMARY KEY("account","hash")
);
--> statement-breakpoint
CREATE TABLE "service_key" (
	"only" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "service_key_is_one" CHECK ("service_key"."only" = 1)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account" uuid NOT NULL,
	"stage" text NOT NULL,
	"method" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"user_agent" text NOT NULL,
	"address" text NOT NULL,
	CONSTRAINT "sessions_id_is_hex" CHECK ("sessions"."id" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "sessions_stage" CHECK ("sessions"."stage" IN ('full', 'second-factor', 'enrolment')),
	CONSTRAINT "sessions_method" CHECK ("sessions"."method" IN ('password', 'oidc'))
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"action" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor" text,
	"actor_name" text,
	"subject" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"address" text,
	CONSTRAINT "audit_actor_kind" CHECK ("audit"."actor_kind" IN ('person', 'token', 'recipient', 'stranger', 'command', 'service')),
	CONSTRAINT "audit_action" CHECK ("audit"."action" ~ '^[a-z-]+\.[a-z-]+$')
);
--> statement-breakpoint
CREATE TABLE "issue_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"issue" uuid NOT NULL,
	"subscription" uuid NOT NULL,
	"recipient" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"opened" integer DEFAULT 0 NOT NULL,
	"last_opened_at" timestamp with time zone,
	CONSTRAINT "issue_links_once" UNIQUE("issue","subscription","recipient"),
	CONSTRAINT "issue_links_opened" CHECK ("issue_links"."opened" >= 0)
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_codes" ADD CONSTRAINT "one_time_codes_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_links" ADD CONSTRAINT "issue_links_subscription_subscriptions_id_fk" FOREIGN KEY ("subscription") REFERENCES "public"."subscriptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email_once" ON "accounts" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "api_tokens_created_by" ON "api_tokens" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "one_time_codes_account" ON "one_time_codes" USING btree ("account");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor","id");--> statement-breakpoint
CREATE INDEX "issue_links_subscription" ON "issue_links" USING btree ("subscription");