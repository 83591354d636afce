-- What tables alone cannot say: keys between features, rules over several rows, and the revision.

-- Keys between features. (A feature's tables are imported by that feature alone, so drizzle does not know of these.)
ALTER TABLE "results" ADD CONSTRAINT "results_program_fk" FOREIGN KEY ("program") REFERENCES "programs"("code");--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_place_fk" FOREIGN KEY ("place") REFERENCES "places"("code");--> statement-breakpoint
ALTER TABLE "result_parts" ADD CONSTRAINT "result_parts_term_fk" FOREIGN KEY ("axis", "part") REFERENCES "terms"("list", "code");--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_program_fk" FOREIGN KEY ("program") REFERENCES "programs"("code");--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_provider_fk" FOREIGN KEY ("provider") REFERENCES "organisations"("code");--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_receiver_fk" FOREIGN KEY ("receiver") REFERENCES "organisations"("code");--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_place_fk" FOREIGN KEY ("place") REFERENCES "places"("code");--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_pillar_fk" FOREIGN KEY ("pillar") REFERENCES "pillars"("code");--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_country_fk" FOREIGN KEY ("country") REFERENCES "places"("code");--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_donor_fk" FOREIGN KEY ("donor") REFERENCES "organisations"("code");--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_pillar_fk" FOREIGN KEY ("pillar") REFERENCES "pillars"("code");--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_country_fk" FOREIGN KEY ("country") REFERENCES "places"("code");--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_donor_fk" FOREIGN KEY ("donor") REFERENCES "organisations"("code");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_issue_fk" FOREIGN KEY ("issue") REFERENCES "issues"("id");--> statement-breakpoint

-- Rule 8: a programme's shares sum to exactly 100, or none is given.
CREATE FUNCTION "check_shares"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	subject code;
	given bigint;
	rows bigint;
	total numeric;
BEGIN
	FOREACH subject IN ARRAY array_remove(ARRAY[OLD.program, NEW.program], NULL) LOOP
		EXECUTE format('SELECT count(share), count(*), sum(share) FROM %I WHERE program = $1', TG_TABLE_NAME)
			INTO given, rows, total USING subject;
		IF given > 0 AND (given < rows OR total <> 100) THEN
			RAISE EXCEPTION 'the shares of % sum to % over % of % rows, not to exactly 100 over all', subject, total, given, rows
				USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_shares_sum_to_100';
		END IF;
	END LOOP;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "program_places_shares" AFTER INSERT OR UPDATE OR DELETE ON "program_places"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_shares"();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "program_pillars_shares" AFTER INSERT OR UPDATE OR DELETE ON "program_pillars"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_shares"();--> statement-breakpoint

-- Rule 6: the parts of one axis sum to the value.
CREATE FUNCTION "check_breakdown"("subject" uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	wrong record;
BEGIN
	SELECT p.axis, sum(p.value) AS total, r.value INTO wrong
	FROM result_parts p JOIN results r ON r.id = p.result
	WHERE r.id = subject
	GROUP BY p.axis, r.value HAVING sum(p.value) <> r.value
	ORDER BY p.axis LIMIT 1;
	IF FOUND THEN
		RAISE EXCEPTION 'the parts of % sum to %, the result is % (%)', wrong.axis, wrong.total, wrong.value, subject
			USING ERRCODE = 'check_violation', TABLE = 'result_parts', CONSTRAINT = 'result_parts_sum_to_value';
	END IF;
END $$;--> statement-breakpoint
CREATE FUNCTION "check_breakdown_of_part"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'INSERT' THEN PERFORM check_breakdown(OLD.result); END IF;
	IF TG_OP <> 'DELETE' THEN PERFORM check_breakdown(NEW.result); END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "check_breakdown_of_result"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM check_breakdown(NEW.id);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "result_parts_sum" AFTER INSERT OR UPDATE OR DELETE ON "result_parts"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_breakdown_of_part"();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "results_value_of_parts" AFTER UPDATE OF "value" ON "results"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_breakdown_of_result"();--> statement-breakpoint

-- The unit of an indicator is fixed once a result uses it (its measure is held by results_indicator_measure_fk).
CREATE FUNCTION "check_unit_is_fixed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.unit ->> 'en' <> OLD.unit ->> 'en' AND EXISTS (SELECT FROM results WHERE indicator = OLD.code) THEN
		RAISE EXCEPTION '% is counted in %; its results would change their meaning', OLD.code, OLD.unit ->> 'en'
			USING ERRCODE = 'check_violation', TABLE = 'indicators', CONSTRAINT = 'indicators_unit_is_fixed';
	END IF;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "indicators_unit" BEFORE UPDATE OF "unit" ON "indicators"
	FOR EACH ROW EXECUTE FUNCTION "check_unit_is_fixed"();--> statement-breakpoint

-- A programme is not inside itself. (UNION, not UNION ALL, ends the walk in a cycle that the start is not part of.)
CREATE FUNCTION "check_parents"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (
		WITH RECURSIVE ancestors(code) AS (
			SELECT parent FROM programs WHERE code = NEW.code
			UNION
			SELECT p.parent FROM programs p JOIN ancestors a ON p.code = a.code
		)
		SELECT FROM ancestors WHERE code = NEW.code
	) THEN
		RAISE EXCEPTION '% is inside itself', NEW.code
			USING ERRCODE = 'check_violation', TABLE = 'programs', CONSTRAINT = 'programs_not_inside_itself';
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "programs_parents" AFTER INSERT OR UPDATE OF "parent" ON "programs"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.parent IS NOT NULL) EXECUTE FUNCTION "check_parents"();--> statement-breakpoint

-- A country is not a member twice at a time.
CREATE FUNCTION "check_memberships"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (
		SELECT FROM memberships m
		WHERE m.country = NEW.country AND m.member_from <> NEW.member_from
			AND daterange(m.member_from, m.member_to) && daterange(NEW.member_from, NEW.member_to)
	) THEN
		RAISE EXCEPTION '% is a member already in a part of the time from %', NEW.country, NEW.member_from
			USING ERRCODE = 'exclusion_violation', TABLE = 'memberships', CONSTRAINT = 'memberships_do_not_overlap';
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "memberships_overlap" AFTER INSERT OR UPDATE ON "memberships"
	DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_memberships"();--> statement-breakpoint

-- The revision. Its row is locked until the end of the transaction, so changes have one order; the setting, which ends
-- with the transaction (or the savepoint), keeps one transaction to one step.
INSERT INTO "revision" DEFAULT VALUES;--> statement-breakpoint
CREATE FUNCTION "raise_revision"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF current_setting('attest.revision_raised', true) IS DISTINCT FROM 'yes' THEN
		PERFORM set_config('attest.revision_raised', 'yes', true);
		UPDATE revision SET number = number + 1;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
DO $$
DECLARE
	portfolio text;
BEGIN
	FOREACH portfolio IN ARRAY ARRAY[
		'pillars', 'places', 'region_countries', 'memberships', 'organisations', 'terms',
		'programs', 'program_pillars', 'program_places', 'program_organisations',
		'indicators', 'results', 'result_parts', 'evidence', 'transactions', 'exchange_rates'
	] LOOP
		EXECUTE format(
			'CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION raise_revision()',
			portfolio || '_raise_revision', portfolio
		);
	END LOOP;
END $$;
