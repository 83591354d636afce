import { type SQL, sql } from 'drizzle-orm';
import fc from 'fast-check';

/** One change: `n` chooses the row, `m` what it says from then on. */
type Change = (n: number, m: number) => readonly SQL[];

const nth = (table: string, columns: string, n: number, where = 'true') =>
  sql.raw(
    `SELECT ${columns} FROM ${table} WHERE ${where} ORDER BY ${columns} OFFSET ${n} % GREATEST((SELECT count(*) FROM ${table} WHERE ${where}), 1) LIMIT 1`,
  );
const named = (m: number) => sql.raw(`'{"en": "Name ${m}", "es": "Nombre ${m}"}'`);
const APPROVED = sql.raw(`status = 'approved', approved_at = '2017-07-01T12:00:00Z', approved_by = 'test'`);
const WAITING = sql.raw(`status = 'returned', approved_at = NULL, approved_by = NULL`);
const WHOLE = 'NOT EXISTS (SELECT FROM result_parts p WHERE p.result = results.id)';

/** Changes of every table of the portfolio, by their names. */
export const CHANGES = {
  pillar: (n, m) => [sql`UPDATE pillars SET name = ${named(m)} WHERE code = (${nth('pillars', 'code', n)})`],
  place: (n, m) => [
    sql`UPDATE places SET name = ${named(m)} WHERE code = (${nth('places', 'code', n, "kind = 'region'")})`,
  ],
  'country of a region': (n, m) => [
    sql`DELETE FROM region_countries WHERE (region, country) = (${nth('region_countries', 'region, country', n)})`,
    sql`INSERT INTO region_countries (region, country)
      SELECT (${nth('places', 'code', n, "kind = 'region'")}), (${nth('places', 'code', m, "kind = 'country'")})
      ON CONFLICT DO NOTHING`,
  ],
  organisation: (n, m) => [
    sql`UPDATE organisations SET name = ${named(m)} WHERE code = (${nth('organisations', 'code', n)})`,
  ],
  term: (n, m) => [
    sql`UPDATE terms SET label = ${named(m)} WHERE (list, code) = (${nth('terms', 'list, code', n)})`,
  ],
  membership: (n, m) => [
    sql`DELETE FROM memberships WHERE (country, member_from) = (${nth('memberships', 'country, member_from', n)})`,
    sql`INSERT INTO memberships (country, member_from)
      SELECT code, '1990-01-01'::date + ${m}::int FROM places
      WHERE code = (${nth('places', 'code', m, "kind = 'country'")}) AND NOT EXISTS (SELECT FROM memberships WHERE country = code)`,
  ],
  programme: (n, m) => [
    sql`UPDATE programs SET title = ${named(m)}, ends_on = NULL, end_precision = 'none', starts_on = '2016-01-01'::date + ${m}::int, start_precision = 'day'
      WHERE code = (${nth('programs', 'code', n)})`,
  ],
  'activity of its own': (n) => [
    sql`UPDATE programs SET parent = NULL WHERE code = (${nth('programs', 'code', n, 'parent IS NOT NULL')})`,
  ],
  'shares of pillars': (n, m) => [
    sql`DELETE FROM program_pillars WHERE program = (${nth('programs', 'code', n)})`,
    sql`INSERT INTO program_pillars (program, pillar, share)
      SELECT (${nth('programs', 'code', n)}), one.code, CASE WHEN row_number() OVER (ORDER BY one.code) = 1 THEN ${1 + (m % 98)}::int ELSE ${99 - (m % 98)}::int END
      FROM pillars one ORDER BY one.code LIMIT 2`,
  ],
  'shares of places': (n, m) => [
    sql`DELETE FROM program_places WHERE program = (${nth('programs', 'code', n)})`,
    sql`INSERT INTO program_places (program, place, share)
      SELECT (${nth('programs', 'code', n)}), one.code, CASE WHEN row_number() OVER (ORDER BY one.code) = 1 THEN ${1 + (m % 98)}::int ELSE ${99 - (m % 98)}::int END
      FROM places one ORDER BY one.code LIMIT 2`,
  ],
  role: (n, m) => [
    sql`DELETE FROM program_organisations WHERE (program, organisation, role) = (${nth('program_organisations', 'program, organisation, role', n)})`,
    sql`INSERT INTO program_organisations (program, organisation, role)
      SELECT (${nth('programs', 'code', m)}), (${nth('organisations', 'code', n)}), 'funding' ON CONFLICT DO NOTHING`,
  ],
  indicator: (n, m) => [
    sql`UPDATE indicators SET combine_time = ${['sum', 'latest', 'none'][m % 3]} WHERE code = (${nth('indicators', 'code', n, "measure <> 'rate'")})`,
  ],
  'value of a figure': (n, m) => [
    sql`UPDATE results SET value = ${m}::int, value_high = NULL, qualifier = 'exact' WHERE id = (${nth('results', 'id', n, WHOLE)})`,
  ],
  'baseline of a target': (n, m) => [
    sql`UPDATE results SET baseline = ${m}::int, baseline_denominator = CASE measure WHEN 'ratio' THEN 7 END
      WHERE id = (${nth('results', 'id', n, "kind = 'target'")})`,
  ],
  'programme and place of a figure': (n, m) => [
    sql`UPDATE results SET program = (${nth('programs', 'code', m)}), place = (${nth('places', 'code', m)}) WHERE id = (${nth('results', 'id', n)})`,
  ],
  'figure returned': (n) => [sql`UPDATE results SET ${WAITING} WHERE id = (${nth('results', 'id', n)})`],
  'figure approved': (n) => [
    sql`UPDATE results SET ${APPROVED} WHERE id = (${nth('results', 'id', n, "status <> 'approved'")})`,
  ],
  // Which of two figures of a series counts may hang on it (rule 3).
  'figure approved anew': (n, m) => [
    sql`UPDATE results SET approved_at = '2017-07-02T12:00:00Z'::timestamptz + ${m} * interval '1 minute'
      WHERE id = (${nth('results', 'id', n, "status = 'approved'")})`,
  ],
  // One that holds another stays.
  'figure removed': (n) => [
    sql`DELETE FROM results WHERE id = (${nth('results', 'id', n, 'id NOT IN (SELECT part_of FROM results WHERE part_of IS NOT NULL)')})`,
  ],
  'figure added': (n, m) => [
    sql`INSERT INTO results (program, indicator, measure, kind, place, period_end, date_precision, qualifier, value, denominator, status, approved_at, approved_by)
      SELECT (${nth('programs', 'code', n)}), code, measure, 'actual', NULL, '2017-01-01'::date + ${m % 150}::int, 'day', 'about', ${m}::int,
        CASE measure WHEN 'ratio' THEN 7 END, 'approved', '2017-07-01T12:00:00Z', 'test'
      FROM indicators WHERE code = (${nth('indicators', 'code', n)})`,
  ],
  breakdown: (n, m) => [
    sql`DELETE FROM result_parts WHERE result = (${nth('results', 'id', n, 'value > 1')})`,
    sql`INSERT INTO result_parts (result, axis, part, value)
      SELECT id, 'sex', part, CASE part WHEN 'female' THEN value - least(value, ${m % 9}::int) ELSE least(value, ${m % 9}::int) END
      FROM results, (VALUES ('female'), ('male')) AS parts(part) WHERE id = (${nth('results', 'id', n, 'value > 1')})`,
  ],
  evidence: (n, m) => [
    sql`DELETE FROM evidence WHERE (result, position) = (${nth('evidence', 'result, position', n)})`,
    sql`INSERT INTO evidence (result, position, kind, title)
      SELECT (${nth('results', 'id', m)}), 2 + ${m}::int, 'document', ${named(m)} ON CONFLICT DO NOTHING`,
  ],
  amount: (n, m) => [
    sql`UPDATE transactions SET amount_minor = ${m + 1}::int, converted_minor = ${m + 2}::int, rate = 1, rate_date = value_date, rate_source = 'test'
      WHERE id = (${nth('transactions', 'id', n)})`,
  ],
  'amount returned': (n) => [
    sql`UPDATE transactions SET ${WAITING} WHERE id = (${nth('transactions', 'id', n)})`,
  ],
  'amount removed': (n) => [sql`DELETE FROM transactions WHERE id = (${nth('transactions', 'id', n)})`],
  'amount added': (n, m) => [
    sql`INSERT INTO transactions (program, type, value_date, amount_minor, currency, provider, status, approved_at, approved_by)
      SELECT (${nth('programs', 'code', n)}), 'disbursement', '2017-03-01', ${m + 1}::int, 'USD', (${nth('organisations', 'code', m)}), 'approved', '2017-07-01T12:00:00Z', 'test'`,
  ],
  rate: (n, m) => [
    sql`UPDATE exchange_rates SET rate = ${m + 1}::int WHERE (currency, date) = (${nth('exchange_rates', 'currency, date', n)})`,
  ],
} as const satisfies Readonly<Record<string, Change>>;

type Named = { readonly name: keyof typeof CHANGES; readonly n: number; readonly m: number };

/** One random change of any of them. */
export const anyChange: fc.Arbitrary<Named> = fc.record({
  name: fc.constantFrom(...(Object.keys(CHANGES) as (keyof typeof CHANGES)[])),
  n: fc.nat(200),
  m: fc.nat(400),
});

/** The statements of changes, in their order. */
export function statementsOf(changes: readonly Named[]): readonly SQL[] {
  return changes.flatMap(({ name, n, m }) => CHANGES[name](n, m));
}
