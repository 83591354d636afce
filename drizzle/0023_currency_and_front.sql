-- The reporting currency, which can be chosen until money comes, and what reports begin with. NULL: not chosen.
ALTER TABLE "settings" ADD COLUMN "reporting_currency" text;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "front" text;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_reporting_currency" CHECK ("settings"."reporting_currency" ~ '^[A-Z]{3}$');--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_front" CHECK ("settings"."front" IN ('masthead', 'cover'));--> statement-breakpoint
-- Whoever reads amounts reads what they are in; nothing else of the settings.
GRANT SELECT ("reporting_currency") ON "settings" TO "attest_reader";--> statement-breakpoint

-- Whether a rate or an amount was ever stored. What was taken out again stands in the history.
CREATE FUNCTION "money_is_recorded"() RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT EXISTS (SELECT FROM exchange_rates) OR EXISTS (SELECT FROM transactions)
		OR EXISTS (SELECT FROM history WHERE relation IN ('exchange_rates', 'transactions'))
$$;--> statement-breakpoint
-- Every rate says what one unit is in the reporting currency, and every amount is kept converted: another currency would make
-- each of them wrong. Whoever stores either holds the revision, so they are waited for, and then looked for.
CREATE FUNCTION "hold_reporting_currency"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF COALESCE(current_setting('attest.restoring', true), '') <> 'yes' THEN
		PERFORM FROM revision FOR UPDATE;
		IF money_is_recorded() THEN
			RAISE EXCEPTION 'the reporting currency stays once an exchange rate or a transaction was stored'
				USING ERRCODE = 'check_violation', TABLE = 'settings', CONSTRAINT = 'settings_currency_is_chosen_before_money';
		END IF;
	END IF;
	IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "settings_currency_changed" BEFORE UPDATE ON "settings"
	FOR EACH ROW WHEN (OLD.reporting_currency IS DISTINCT FROM NEW.reporting_currency) EXECUTE FUNCTION "hold_reporting_currency"();--> statement-breakpoint
CREATE TRIGGER "settings_currency_added" BEFORE INSERT ON "settings"
	FOR EACH ROW WHEN (NEW.reporting_currency IS NOT NULL) EXECUTE FUNCTION "hold_reporting_currency"();--> statement-breakpoint
CREATE TRIGGER "settings_currency_taken" BEFORE DELETE ON "settings"
	FOR EACH ROW WHEN (OLD.reporting_currency IS NOT NULL) EXECUTE FUNCTION "hold_reporting_currency"();--> statement-breakpoint
CREATE TRIGGER "settings_are_not_emptied" BEFORE TRUNCATE ON "settings"
	FOR EACH STATEMENT EXECUTE FUNCTION "hold_reporting_currency"();--> statement-breakpoint
-- Of all settings this one says what figures mean: whoever remembers figures of a revision must not take them for these.
CREATE TRIGGER "settings_currency_raises_revision" AFTER UPDATE ON "settings"
	FOR EACH ROW WHEN (OLD.reporting_currency IS DISTINCT FROM NEW.reporting_currency) EXECUTE FUNCTION "raise_revision"();
