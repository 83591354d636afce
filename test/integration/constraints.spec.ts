import type { Database } from '../../src/platform/database/database.ts';
import { constraintBrokenBy, insert, run } from '../support/constraints.ts';
import { eachEngine } from '../support/database.ts';

/** A small portfolio that keeps every rule; each case below breaks one. */
const PORTFOLIO = [
  `INSERT INTO pillars VALUES ('democracy', '{"en": "Democracy"}'), ('human-rights', '{"en": "Human rights"}')`,
  `INSERT INTO places VALUES ('CR', 'country', NULL), ('NI', 'country', NULL),
    ('region:caribbean', 'region', '{"en": "Caribbean"}')`,
  `INSERT INTO memberships VALUES ('NI', '1951-12-13', '2023-11-19')`,
  `INSERT INTO organisations VALUES ('canada', '{"en": "Canada"}', 'government', NULL)`,
  `INSERT INTO terms VALUES ('sex', 'female', '{"en": "female"}'), ('sex', 'male', '{"en": "male"}')`,
  `INSERT INTO programs (code, parent, title, status, start_precision, end_precision) VALUES
    ('MAR', NULL, '{"en": "Maritime"}', 'ongoing', 'none', 'none'),
    ('MAR-CR', 'MAR', '{"en": "Ports"}', 'ongoing', 'none', 'none'),
    ('MAR-CR-1', 'MAR-CR', '{"en": "First port"}', 'ongoing', 'none', 'none')`,
  `INSERT INTO program_places VALUES ('MAR-CR', 'CR', 60), ('MAR-CR', 'NI', 40), ('MAR', 'CR', NULL)`,
  `INSERT INTO program_pillars VALUES ('MAR', 'democracy', 33.33), ('MAR', 'human-rights', 66.67)`,
  `INSERT INTO indicators VALUES
    ('officials-trained', '{"en": "officials trained"}', '{"en": "people"}', 'count', 'sum', 'sum', 'persons'),
    ('coordinated', '{"en": "coordinated"}', '{"en": "programmes"}', 'ratio', 'latest', 'sum', NULL),
    ('spending', '{"en": "spending"}', '{"en": "dollars"}', 'amount', 'sum', 'sum', NULL),
    ('unused', '{"en": "unused"}', '{"en": "people"}', 'count', 'sum', 'sum', NULL)`,
  result({}),
  `INSERT INTO result_parts VALUES ('${id(1)}', 'sex', 'female', 7), ('${id(1)}', 'sex', 'male', 15)`,
  transaction({}),
];

function id(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** 22 officials trained in Costa Rica in 2016, but for what `over` says; values are SQL. */
function result(over: Readonly<Record<string, string>>): string {
  return insert('results', {
    id: `'${id(1)}'`,
    program: "'MAR-CR'",
    indicator: "'officials-trained'",
    measure: "'count'",
    kind: "'actual'",
    place: "'CR'",
    period_start: "'2016-01-01'",
    period_end: "'2016-12-31'",
    date_precision: "'year'",
    qualifier: "'exact'",
    value: '22',
    ...over,
  });
}

/** A thousand euros that Canada paid on 30 June 2016, converted, but for what `over` says; values are SQL. */
function transaction(over: Readonly<Record<string, string>>): string {
  return insert('transactions', {
    id: `'${id(1)}'`,
    program: "'MAR-CR'",
    type: "'disbursement'",
    value_date: "'2016-06-30'",
    amount_minor: '100000',
    currency: "'EUR'",
    provider: "'canada'",
    converted_minor: '111000',
    rate: '1.11',
    rate_date: "'2016-06-01'",
    rate_source: "'ECB'",
    ...over,
  });
}

const second = (over: Readonly<Record<string, string>>) => result({ id: `'${id(2)}'`, ...over });
const other = (over: Readonly<Record<string, string>>) => transaction({ id: `'${id(2)}'`, ...over });
const setProgram = (change: string) => `UPDATE programs SET ${change} WHERE code = 'MAR'`;

const REFUSED: readonly (readonly [constraint: string, ...statements: string[]])[] = [
  ['local_text_is_whole', `INSERT INTO pillars VALUES ('x', '{}')`],
  ['local_text_is_whole', `INSERT INTO pillars VALUES ('x', '{"en": ""}')`],
  ['local_text_is_whole', `INSERT INTO pillars VALUES ('x', '{"en": "Democracy", "de": "Demokratie"}')`],
  ['local_text_is_whole', `INSERT INTO pillars VALUES ('x', '{"en": 5}')`],
  ['local_text_is_whole', `INSERT INTO pillars VALUES ('x', '["en"]')`],

  ['places_code_fits_kind', `INSERT INTO places VALUES ('cr', 'country', NULL)`],
  ['places_code_fits_kind', `INSERT INTO places VALUES ('caribbean', 'region', '{"en": "Caribbean"}')`],
  ['places_code_fits_kind', `INSERT INTO places VALUES ('XX', 'continent', NULL)`],
  ['places_regions_are_named', `INSERT INTO places VALUES ('region:x', 'region', NULL)`],
  ['region_countries_region_is_a_region', `INSERT INTO region_countries VALUES ('CR', 'NI')`],
  [
    'region_countries_country_is_a_country',
    `INSERT INTO region_countries VALUES ('region:caribbean', 'region:caribbean')`,
  ],
  ['memberships_end_after_start', `INSERT INTO memberships VALUES ('CR', '2000-01-01', '2000-01-01')`],
  [
    'memberships_country_is_a_country',
    `INSERT INTO memberships VALUES ('region:caribbean', '2000-01-01', NULL)`,
  ],
  [
    'memberships_one_open',
    `INSERT INTO memberships VALUES ('CR', '1951-12-13', NULL), ('CR', '1960-01-01', NULL)`,
  ],
  ['memberships_do_not_overlap', `INSERT INTO memberships VALUES ('NI', '2023-11-18', NULL)`],

  ['organisations_identifier_is_plain', `UPDATE organisations SET identifier = ''`],
  ['organisations_kind_is_given', `UPDATE organisations SET kind = ''`],
  ['organisations_country_is_a_country', `UPDATE organisations SET country = 'region:caribbean'`],

  ['programs_code_is_plain', setProgram(`code = 'MAR 1'`)],
  ['programs_status', setProgram(`status = 'paused'`)],
  ['programs_start_precision', setProgram(`starts_on = '2014-01-01'`)],
  ['programs_start_precision', setProgram(`start_precision = 'year'`)],
  ['programs_end_precision', setProgram(`ends_on = '2014-01-01', end_precision = 'decade'`)],
  [
    'programs_end_not_before_start',
    setProgram(
      `starts_on = '2014-01-02', start_precision = 'day', ends_on = '2014-01-01', end_precision = 'day'`,
    ),
  ],
  ['programs_identifier_is_plain', setProgram(`identifier = 'XM DAC 1'`)],
  ['programs_summary_for', setProgram(`summary_for = 'donors'`)],
  ['programs_objectives_for', setProgram(`objectives_for = 'donors'`)],
  ['programs_beneficiaries_for', setProgram(`beneficiaries_for = 'donors'`)],
  ['programs_note_for', setProgram(`note_for = ''`)],
  ['results_note_for', second({ note_for: "'public'" })],
  ['transactions_note_for', other({ note_for: "'public'" })],
  [
    'evidence_title_for',
    `INSERT INTO evidence (result, position, kind, title, title_for) VALUES ('${id(1)}', 9, 'sheet', '{"en": "x"}', 'donors')`,
  ],
  ['programs_link_is_http', setProgram(`link = 'javascript:alert(1)'`)],
  ['programs_not_its_own_parent', setProgram(`parent = 'MAR'`)],
  ['programs_not_inside_itself', setProgram(`parent = 'MAR-CR-1'`)],
  ['programs_parent_programs_code_fk', setProgram(`parent = 'NOBODY'`)],

  ['program_places_share_is_a_percentage', `UPDATE program_places SET share = 0 WHERE program = 'MAR-CR'`],
  [
    'program_places_share_is_a_percentage',
    `UPDATE program_places SET share = 100.01 WHERE program = 'MAR-CR'`,
  ],
  ['program_places_shares_sum_to_100', `UPDATE program_places SET share = 41 WHERE place = 'NI'`],
  ['program_places_shares_sum_to_100', `UPDATE program_places SET share = NULL WHERE place = 'NI'`],
  ['program_places_shares_sum_to_100', `DELETE FROM program_places WHERE place = 'NI'`],
  [
    'program_places_shares_sum_to_100',
    `INSERT INTO program_places VALUES ('MAR-CR', 'region:caribbean', NULL)`,
  ],
  ['program_places_shares_sum_to_100', `UPDATE program_places SET program = 'MAR-CR-1' WHERE place = 'NI'`],
  [
    'program_pillars_share_is_a_percentage',
    `UPDATE program_pillars SET share = -1 WHERE pillar = 'democracy'`,
  ],
  [
    'program_pillars_shares_sum_to_100',
    `UPDATE program_pillars SET share = 33.34 WHERE pillar = 'democracy'`,
  ],
  ['program_organisations_role', `INSERT INTO program_organisations VALUES ('MAR', 'canada', 'donor')`],

  ['indicators_measure', `UPDATE indicators SET measure = 'sum' WHERE code = 'unused'`],
  ['indicators_combine_time', `UPDATE indicators SET combine_time = 'mean' WHERE code = 'unused'`],
  ['indicators_combine_place', `UPDATE indicators SET combine_place = 'latest' WHERE code = 'unused'`],
  [
    'indicators_rates_are_not_added',
    `UPDATE indicators SET measure = 'rate', combine_time = 'latest' WHERE code = 'unused'`,
  ],
  [
    'indicators_rates_are_not_added',
    `UPDATE indicators SET measure = 'rate', combine_place = 'none' WHERE code = 'unused'`,
  ],
  ['indicators_people', `UPDATE indicators SET people = 'heads' WHERE code = 'unused'`],
  ['indicators_reports_every', `UPDATE indicators SET reports_every = 'week' WHERE code = 'unused'`],
  ['indicators_people_are_counted', `UPDATE indicators SET people = 'persons' WHERE code = 'spending'`],
  [
    'indicators_unit_is_fixed',
    `UPDATE indicators SET unit = '{"en": "attendances"}' WHERE code = 'officials-trained'`,
  ],
  [
    'results_indicator_measure_fk',
    `UPDATE indicators SET measure = 'ratio' WHERE code = 'officials-trained'`,
  ],

  ['results_indicator_measure_fk', second({ measure: "'milestone'" })],
  ['results_program_fk', second({ program: "'NOBODY'" })],
  ['results_place_fk', second({ place: "'XX'" })],
  ['results_kind', second({ kind: "'expected'" })],
  ['results_qualifier', second({ qualifier: "'nearly'" })],
  ['results_status', second({ status: "'done'" })],
  ['results_date_precision', second({ date_precision: "'none'" })],
  ['results_date_precision', second({ date_precision: "'day'", period_start: 'NULL', period_end: 'NULL' })],
  ['results_period_has_an_end', second({ date_precision: "'none'", period_end: 'NULL' })],
  ['results_period_end_not_before_start', second({ period_end: "'2015-12-31'" })],
  ['results_denominator_for_ratios_only', second({ denominator: '30' })],
  ['results_denominator_for_ratios_only', second({ indicator: "'coordinated'", measure: "'ratio'" })],
  [
    'results_denominator_positive',
    second({ indicator: "'coordinated'", measure: "'ratio'", denominator: '0' }),
  ],
  ['results_range_has_two_ends', second({ qualifier: "'range'" })],
  ['results_range_has_two_ends', second({ value_high: '30' })],
  ['results_range_in_order', second({ qualifier: "'range'", value_high: '21' })],
  ['results_not_negative', second({ value: '-1' })],
  ['results_counts_are_whole', second({ value: '1.5' })],
  ['results_counts_are_whole', second({ qualifier: "'range'", value_high: '22.5' })],
  ['results_figures_are_safe', second({ value: '9007199254740992' })],
  ['results_figures_are_safe', second({ indicator: "'spending'", measure: "'amount'", value: "'NaN'" })],
  ['results_approved_by_somebody', second({ status: "'approved'" })],
  ['results_approved_by_somebody', second({ status: "'approved'", approved_at: 'now()' })],
  ['results_approved_by_somebody', second({ approved_at: 'now()', approved_by: "'a manager'" })],
  ['results_line_of_a_batch', second({ batch_line: '3' })],

  ['result_parts_sum_to_value', `UPDATE result_parts SET value = 14 WHERE part = 'male'`],
  ['result_parts_sum_to_value', `DELETE FROM result_parts WHERE part = 'male'`],
  ['result_parts_sum_to_value', `UPDATE results SET value = 23`],
  [
    'result_parts_sum_to_value',
    second({}),
    `UPDATE result_parts SET result = '${id(2)}' WHERE part = 'male'`,
  ],
  ['result_parts_not_negative', `UPDATE result_parts SET value = -1 WHERE part = 'male'`],
  ['result_parts_term_fk', `INSERT INTO result_parts VALUES ('${id(1)}', 'mode', 'online', 22)`],

  ['evidence_kind', `INSERT INTO evidence VALUES ('${id(1)}', 1, 'rumour', '{"en": "x"}', NULL)`],
  [
    'evidence_url_is_http',
    `INSERT INTO evidence VALUES ('${id(1)}', 1, 'link', '{"en": "x"}', 'file:///etc')`,
  ],
  [
    'evidence_links_have_an_address',
    `INSERT INTO evidence VALUES ('${id(1)}', 1, 'link', '{"en": "x"}', NULL)`,
  ],

  ['transactions_type', other({ type: "'gift'" })],
  ['transactions_status', other({ status: "'done'" })],
  ['transactions_currency', other({ currency: "'euro'" })],
  ['transactions_program_fk', other({ program: "'NOBODY'" })],
  ['transactions_provider_fk', other({ provider: "'nobody'" })],
  ['transactions_receiver_fk', other({ receiver: "'nobody'" })],
  ['transactions_place_fk', other({ place: "'XX'" })],
  ['transactions_amount_is_safe', other({ amount_minor: '0' })],
  ['transactions_amount_is_safe', other({ amount_minor: '-9007199254740992' })],
  ['transactions_amount_is_safe', other({ converted_minor: '9007199254740992' })],
  ['transactions_conversion_is_whole', other({ rate_source: 'NULL' })],
  ['transactions_rate_positive', other({ rate: '0' })],
  ['transactions_rate_positive', other({ rate: "'NaN'" })],
  ['transactions_rate_not_after_value', other({ rate_date: "'2016-07-01'" })],
  ['transactions_approved_by_somebody', other({ status: "'approved'" })],
  ['transactions_line_of_a_batch', other({ batch_line: '3' })],

  ['exchange_rates_currency', `INSERT INTO exchange_rates VALUES ('euro', '2016-01-01', 1, 'ECB')`],
  ['exchange_rates_positive', `INSERT INTO exchange_rates VALUES ('EUR', '2016-01-01', 0, 'ECB')`],
  ['exchange_rates_source_is_given', `INSERT INTO exchange_rates VALUES ('EUR', '2016-01-01', 1, '')`],
  [
    'exchange_rates_currency_date_pk',
    `INSERT INTO exchange_rates VALUES ('EUR', '2016-01-01', 1, 'ECB'), ('EUR', '2016-01-01', 2, 'ECB')`,
  ],
  ['revision_is_one_row', `INSERT INTO revision VALUES (false, 0)`],
  ['revision_pkey', `INSERT INTO revision VALUES (true, 0)`],
];

/** Each statement alone is fine; what is refused is refused for the reason it names. */
const ALLOWED: readonly (readonly [what: string, ...statements: string[]])[] = [
  [
    'a second membership that begins when the first ends',
    `INSERT INTO memberships VALUES ('NI', '2023-11-19', NULL)`,
  ],
  ['shares that change together', `UPDATE program_places SET share = 50 WHERE program = 'MAR-CR'`],
  [
    'shares that are right at the end of the transaction',
    `UPDATE program_places SET share = 10 WHERE place = 'NI'`,
    `UPDATE program_places SET share = 90 WHERE program = 'MAR-CR' AND place = 'CR'`,
  ],
  ['a programme without its places', `DELETE FROM program_places WHERE program = 'MAR-CR'`],
  ['a result without its breakdown', `DELETE FROM result_parts`],
  ['a result that goes with its breakdown', `DELETE FROM results`],
  [
    'a value that changes with its breakdown',
    `UPDATE results SET value = 23`,
    `UPDATE result_parts SET value = 16 WHERE part = 'male'`,
  ],
  ['a ratio', second({ indicator: "'coordinated'", measure: "'ratio'", value: '14', denominator: '17' })],
  ['a range', second({ qualifier: "'range'", value: '10', value_high: '15' })],
  ['a negative amount', second({ indicator: "'spending'", measure: "'amount'", value: '-0.5' })],
  ['an undated result', second({ period_start: 'NULL', period_end: 'NULL', date_precision: "'none'" })],
  ['a correction', other({ amount_minor: '-100000', converted_minor: '-111000' })],
  [
    'money without a rate',
    other({ converted_minor: 'NULL', rate: 'NULL', rate_date: 'NULL', rate_source: 'NULL' }),
  ],
  ['a translated unit', `UPDATE indicators SET unit = '{"en": "people", "es": "personas"}'`],
  [
    'another unit before there are results',
    `UPDATE indicators SET unit = '{"en": "x"}' WHERE code = 'unused'`,
  ],
];

eachEngine('the database', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
    await db.transaction((tx) => run(tx, PORTFOLIO));
  });

  it.each(REFUSED)('refuses by %s: %s', async (constraint, ...statements) => {
    expect(await constraintBrokenBy(db, statements)).toBe(constraint);
  });

  it.each(ALLOWED)('takes %s', async (_what, ...statements) => {
    expect(await constraintBrokenBy(db, statements)).toBeNull();
  });
});
