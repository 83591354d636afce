import type { Database } from '../../src/platform/database/database.ts';
import { constraintBrokenBy, insert, run } from '../support/constraints.ts';
import { eachEngine } from '../support/database.ts';

/** The portfolio of June 2017, as scheduled. */
const issue = (over: Readonly<Record<string, string>>) =>
  insert('issues', {
    report: "'portfolio'",
    period: "'2017-06'",
    lang: "'en'",
    paper: "'a4'",
    origin: "'schedule'",
    title: "'Portfolio report, June 2017'",
    headlines: "'[]'",
    cut_off: "'2017-06-30'",
    revision: '1',
    snapshot: "'{}'",
    hash: `'${'0'.repeat(64)}'`,
    pdf: "'\\x25504446'",
    pages: '4',
    created_at: "'2017-07-01T10:00:00Z'",
    ...over,
  });

const subscription = (over: Readonly<Record<string, string>>) =>
  insert('subscriptions', {
    id: `'00000000-0000-4000-8000-000000000001'`,
    email: "'managers@example.org'",
    name: "'Managers'",
    report: "'portfolio'",
    lang: "'en'",
    paper: "'a4'",
    since: "'2017-06-10T10:00:00Z'",
    ...over,
  });

const group = (over: Readonly<Record<string, string>>) =>
  insert('subscription_groups', {
    to_role: "'manager'",
    report: "'portfolio'",
    paper: "'a4'",
    frequency: "'monthly'",
    delivered_as: "'pdf'",
    when_nothing_new: "'send'",
    needs_approval: 'false',
    since: "'2017-06-10T10:00:00Z'",
    ...over,
  });

const delivery = (over: Readonly<Record<string, string>>) =>
  insert('deliveries', {
    subscription: `'00000000-0000-4000-8000-000000000001'`,
    period: "'2017-06'",
    recipient: "'managers@example.org'",
    created_at: "'2017-07-01T10:00:00Z'",
    ...over,
  });

const ERRATUM = `'00000000-0000-4000-8000-00000000000e'`;

const erratum = (over: Readonly<Record<string, string>>) =>
  insert('errata', {
    id: ERRATUM,
    hash: `'${'0'.repeat(64)}'`,
    issue: `'00000000-0000-4000-8000-000000000009'`,
    report: "'portfolio'",
    period: "'2017-06'",
    figures: "'[]'",
    revision: '2',
    moved_at: "'2017-07-10T10:00:00Z'",
    created_at: "'2017-07-10T10:00:00Z'",
    ...over,
  });
const decided = { decided_at: "'2017-07-11T10:00:00Z'", decided_by: "'a manager'" };
const ISSUE = "'00000000-0000-4000-8000-000000000009'";

const decision = (over: Readonly<Record<string, string>>) =>
  insert('issue_decisions', {
    issue: ISSUE,
    decision: "'approved'",
    decided_by: "'Marta'",
    decided_at: "'2017-07-02T10:00:00Z'",
    ...over,
  });

const REFUSED: readonly (readonly [constraint: string, ...statements: string[]])[] = [
  ['issues_period', issue({ period: "'June'" })],
  ['issues_lang', issue({ lang: "'de'" })],
  ['issues_paper', issue({ paper: "'a5'" })],
  ['issues_origin', issue({ origin: "'chance'" })],
  ['issues_hash_is_hex', issue({ hash: "'abc'" })],
  ['issues_are_whole', issue({ pdf: "''" })],
  ['issues_workbooks_are_whole', issue({ xlsx: "''" })],
  ['issues_donor_fk', issue({ donor: "'nobody'" })],
  ['issues_scheduled_once', issue({}), issue({})],
  ['subscriptions_email', subscription({ email: "'managers'" })],
  ['subscriptions_own_time', subscription({ own_day: '15' })],
  ['subscriptions_own_time', subscription({ own_hour: '7', own_zone: "'UTC'" })],
  ['subscriptions_own_time', subscription({ own_day: '29', own_hour: '7', own_zone: "'UTC'" })],
  ['subscriptions_own_time', subscription({ own_day: '15', own_hour: '24', own_zone: "'UTC'" })],
  ['subscriptions_own_time', subscription({ own_day: '15', own_hour: '7', own_zone: "''" })],
  ['subscriptions_delivered_as', subscription({ delivered_as: "'docx'" })],
  ['subscriptions_when_nothing_new', subscription({ when_nothing_new: "'wait'" })],
  ['subscriptions_country_fk', subscription({ country: "'XX'" })],
  [
    'subscriptions_member_of_subscription_groups_id_fk',
    subscription({ member_of: "'00000000-0000-4000-8000-000000000003'" }),
  ],
  ['subscription_groups_for_one', group({ to_donor: "'canada'", donor: "'canada'" })],
  ['subscription_groups_for_one', group({ to_role: 'NULL' })],
  ['subscription_groups_to_role', group({ to_role: "'public'" })],
  ['subscription_groups_of_their_own', group({ to_role: 'NULL', to_donor: "'canada'" })],
  ['subscription_groups_of_their_own', group({ to_role: "'donor'", donor: "'canada'" })],
  ['subscription_groups_paper', group({ paper: "'a5'" })],
  ['subscription_groups_frequency', group({ frequency: "'weekly'" })],
  ['subscription_groups_own_time', group({ own_day: '15', own_zone: "'UTC'" })],
  ['subscription_groups_own_time', group({ own_day: '0', own_hour: '7', own_zone: "'UTC'" })],
  ['subscription_groups_delivered_as', group({ delivered_as: "'docx'" })],
  ['subscription_groups_when_nothing_new', group({ when_nothing_new: "'wait'" })],
  ['subscription_groups_donor_fk', group({ donor: "'atlantis'" })],
  ['subscription_groups_once', group({}), group({ paper: "'letter'" })],
  [
    'subscriptions_once',
    subscription({}),
    subscription({
      id: `'00000000-0000-4000-8000-000000000002'`,
      email: "'Managers@example.org'",
      lang: "'es'",
    }),
  ],
  ['deliveries_once', subscription({}), delivery({}), delivery({})],
  ['deliveries_status', subscription({}), delivery({ status: "'lost'" })],
  ['deliveries_sent_is_whole', subscription({}), delivery({ status: "'sent'" })],
  ['deliveries_failure_has_a_reason', subscription({}), delivery({ status: "'failed'" })],
  [
    'deliveries_failure_has_a_reason',
    subscription({}),
    delivery({ status: "'settled'", settled_at: "'2017-07-02T10:00:00Z'" }),
  ],
  ['deliveries_settled_is_whole', subscription({}), delivery({ status: "'settled'", error: "'Left.'" })],
  ['deliveries_held_up', subscription({}), delivery({ held_up: '-1' })],
  [
    'deliveries_only_what_is_open_waits',
    subscription({}),
    delivery({
      status: "'settled'",
      error: "'Left.'",
      settled_at: "'2017-07-02T10:00:00Z'",
      next_attempt_at: "'2017-07-02T10:00:00Z'",
    }),
  ],
  [
    'deliveries_waits_whole',
    subscription({}),
    issue({ id: ISSUE }),
    delivery({
      issue: ISSUE,
      awaits_approval_since: "'2017-07-02T10:00:00Z'",
      next_attempt_at: "'2017-07-02T10:00:00Z'",
    }),
  ],
  ['deliveries_waits_whole', subscription({}), delivery({ awaits_approval_since: "'2017-07-02T10:00:00Z'" })],
  [
    'issue_decisions_decision',
    issue({ id: ISSUE }),
    decision({ decision: "'postponed'", reason: "'Later.'" }),
  ],
  ['issue_decisions_refusals_have_a_reason', issue({ id: ISSUE }), decision({ decision: "'refused'" })],
  ['issue_decisions_pkey', issue({ id: ISSUE }), decision({}), decision({})],
  ['issue_decisions_issue_fk', decision({})],
  ['deliveries_subscription_subscriptions_id_fk', delivery({})],
  ['errata_status', erratum({ status: "'sent'", ...decided })],
  ['errata_period', erratum({ period: "'June'" })],
  ['errata_hash_is_hex', erratum({ hash: "'abc'" })],
  ['errata_decided_is_whole', erratum({ status: "'approved'" })],
  ['errata_decided_is_whole', erratum(decided)],
  ['errata_dismissed_has_a_reason', erratum({ status: "'dismissed'", ...decided })],
  ['errata_proposed_once', erratum({}), erratum({ id: `'00000000-0000-4000-8000-00000000000f'` })],
  ['errata_checks_hash_is_hex', insert('errata_checks', { hash: "'abc'", revision: '2' })],
  [
    'deliveries_erratum_once',
    subscription({}),
    erratum({}),
    delivery({ erratum: ERRATUM }),
    delivery({ erratum: ERRATUM }),
  ],
  ['deliveries_erratum_errata_id_fk', subscription({}), delivery({ erratum: ERRATUM })],
];

const ALLOWED: typeof REFUSED = [
  [
    'issues on request, as often as asked for',
    issue({ origin: "'request'" }),
    issue({ origin: "'request'" }),
  ],
  ['scheduled issues of two slices', issue({ donor: "'canada'" }), issue({})],
  [
    'two slices for one person',
    subscription({}),
    subscription({ id: "'00000000-0000-4000-8000-000000000002'", donor: "'canada'" }),
  ],
  ['groups of the same people to two reports', group({}), group({ frequency: "'yearly'" })],
  [
    'a report and an erratum of it, for one person',
    subscription({}),
    erratum({ status: "'approved'", ...decided }),
    delivery({}),
    delivery({ erratum: ERRATUM }),
  ],
];

eachEngine('issues, subscriptions and deliveries', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
    const donor = `INSERT INTO organisations VALUES ('canada', '{"en": "Canada"}', 'government', NULL)`;
    await db.transaction((tx) => run(tx, [donor]));
  });

  it.each(REFUSED)('are refused by %s: %s', async (constraint, ...statements) => {
    expect(await constraintBrokenBy(db, statements)).toBe(constraint);
  });

  it.each(ALLOWED)('may be %s', async (_what, ...statements) => {
    expect(await constraintBrokenBy(db, statements)).toBeNull();
  });
});
