import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { programsOf } from '../../bench/generated/programs.ts';
import { countriesOf, donorsOf, scaleOf } from '../../bench/generated/words.ts';
import { fillByInserts } from '../../bench/generated.ts';
import { EVERYTHING, readInScope, type Scope } from '../../src/access/index.ts';
import { roles } from '../../src/access/roles.table.ts';
import { FactsRepository, readPortfolio } from '../../src/analytics/facts.repository.ts';
import { factsFigures } from '../../src/analytics/facts-figures.ts';
import { FiguresRepository } from '../../src/analytics/figures.repository.ts';
import { keptBalances, keptFunding } from '../../src/analytics/kept-money.repository.ts';
import { keptTotals } from '../../src/analytics/kept-totals.repository.ts';
import { type Dimension, fundingTotals, type TotalsQuery, totals } from '../../src/core/aggregate.ts';
import { exactIn, isPlainDecimal } from '../../src/core/decimal.ts';
import { axisOf } from '../../src/core/dimension.ts';
import type { Facts, Filter } from '../../src/core/facts.ts';
import { namesOf } from '../../src/core/figures.ts';
import { donorScope, officerScope, PUBLIC, RIGHTS } from '../../src/core/fixtures/scopes.ts';
import { TRANSACTION_TYPES } from '../../src/core/funding.ts';
import { oneOrMore } from '../../src/core/one-or-more.ts';
import { programsOfSeveralFunders } from '../../src/core/readership.ts';
import type { Rights } from '../../src/core/visibility/rights.ts';
import { scopedFacts } from '../../src/core/visibility/scoped-facts.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { chunksOf, rowsOf } from '../../src/platform/database/rows.ts';
import { eachEngine } from '../support/database.ts';
import { anyChange, CHANGES, statementsOf } from './portfolio-changes.fixture.ts';

const RESULTS = 300;
const SCALE = scaleOf(RESULTS);
const TODAY = '2024-07-01';
const [LARGEST = '', SECOND = ''] = donorsOf(SCALE);
const COUNTRIES = countriesOf(SCALE).slice(0, 2);
const PROGRAMS = programsOf(SCALE).map(({ code }) => code);

const SCOPES: readonly Scope[] = [
  EVERYTHING,
  PUBLIC,
  donorScope(LARGEST),
  donorScope(LARGEST, SECOND),
  officerScope(...PROGRAMS.slice(0, 2)),
];
/** Roles that nobody has, of which the table says what no other is given: a right is a field, and any fields go together. */
const OTHER_ROLES: Readonly<Record<string, Rights>> = {
  auditor: { ...RIGHTS.manager, readsTexts: 'for-everybody', hasReports: 'none' },
  journalist: { ...RIGHTS.manager, seesMoney: 'none', readsTexts: 'none', hasReports: 'none' },
  accountant: { ...RIGHTS.officer, seesMoney: 'own', readsTexts: 'for-everybody' },
};
const OTHER_SCOPES: readonly Scope[] = Object.entries(OTHER_ROLES).map(([role, rights]) => ({
  role,
  rights,
  programs: PROGRAMS.slice(1, 3),
  organisations: [SECOND],
}));
const DIMENSIONS: readonly Dimension[] = [
  'pillar',
  'country',
  'donor',
  'program',
  'year',
  'quarter',
  'month',
  'axis:sex',
  'axis:mode',
];
const DAYS = [
  '2015-12-31',
  '2016-01-01',
  '2017-01-01',
  '2017-03-15',
  '2017-06-30',
  '2017-12-31',
  '2026-03-31',
];

const rarely = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

/** One as often as several. */
const oneOrSeveral = (most: number) =>
  fc.oneof(fc.tuple(fc.nat(most)), fc.array(fc.nat(most), { minLength: 2, maxLength: 4 }));

/** A question of what there is: which of each is chosen by number. */
const question = fc.record({
  scope: fc.constantFrom(...SCOPES, ...OTHER_SCOPES),
  indicator: fc.nat(50),
  kind: fc.constantFrom('actual' as const, 'target' as const),
  type: fc.constantFrom(...TRANSACTION_TYPES),
  by: fc.constantFrom(...DIMENSIONS),
  pillar: rarely(oneOrSeveral(10)),
  country: rarely(oneOrSeveral(40)),
  donor: rarely(oneOrSeveral(20)),
  program: rarely(oneOrSeveral(30)),
  from: rarely(fc.constantFrom(...DAYS)),
  to: fc.option(fc.constantFrom(...DAYS), { freq: 2 }),
  /** Rows of what is left of money. */
  most: fc.option(fc.integer({ min: 2, max: 12 })),
  /** Whether the filter names the indicator, and one that it is not. */
  named: fc.constantFrom(null, 0, 0, 1),
});
type Question = typeof question extends fc.Arbitrary<infer Value> ? Value : never;

/** Figures of few series and days, so that they meet; of a part what it gives is all that it counts. */
const saidOfSeries = fc.record({
  id: fc.uuid(),
  place: fc.constantFrom(...COUNTRIES),
  end: fc.constantFrom(null, '2023-06-30', '2023-12-31'),
  approved: fc.constantFrom(
    '2024-01-02T12:00:00.000Z',
    '2024-01-02T12:00:00.000400Z',
    '2024-01-03T12:00:00Z',
  ),
  value: fc.integer({ min: 1, max: 99 }),
  parts: fc.constantFrom<readonly (readonly [axis: string, part: string])[]>(
    [],
    [['sex', 'female']],
    [['sex', 'male']],
    [['mode', 'online']],
    [
      ['sex', 'female'],
      ['mode', 'online'],
    ],
  ),
});

/** What facts say, but for whose each text is, and which programmes have funders that the reader is not told of. */
function toldBy({ fundedByThemselves: _, ...facts }: Facts): unknown {
  return JSON.parse(JSON.stringify(facts, (name, value) => (name.endsWith('For') ? undefined : value)));
}

function queryOf(facts: Facts, asked: Question): TotalsQuery | null {
  const nth = (
    rows: readonly { readonly code: string }[],
    numbers: readonly number[] | null,
    others = ['not-split', 'not-recorded'],
  ) => {
    const codes = [...rows.map(({ code }) => code), ...others];
    return oneOrMore((numbers ?? []).flatMap((n) => codes[n % codes.length] ?? []));
  };
  const indicator = facts.indicators[asked.indicator % facts.indicators.length]?.code;
  if (indicator === undefined) return null;
  // Which the public is refused before it comes to figures.
  const { seesOrganisations } = asked.scope.rights;
  if (seesOrganisations === 'none' && (asked.by === 'donor' || asked.donor !== null)) return null;
  const given = {
    pillar: nth(facts.pillars, asked.pillar),
    country: nth(facts.places, asked.country),
    donor: nth(facts.organisations, asked.donor),
    program: nth(facts.programs, asked.program, []),
    from: asked.from ?? undefined,
    to: asked.to ?? undefined,
    indicator:
      asked.named === null
        ? undefined
        : facts.indicators[(asked.indicator + asked.named) % facts.indicators.length]?.code,
  };
  const filter = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Filter;
  return { indicator, kind: asked.kind, by: asked.by, filter };
}

eachEngine('totals that are kept', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
    await db.transaction((tx) => fillByInserts(tx, RESULTS));
    // More money over two pillars than there is, and ranges that are broken down.
    await db.transaction(async (tx) => {
      await tx.execute(sql`UPDATE results SET qualifier = 'range', value_high = value + 5 WHERE id IN (
        SELECT result FROM result_parts ORDER BY result LIMIT 20)`);
      const splits = [1, 3, 4].map((n) => ({ name: 'shares of pillars', n, m: 30 }) as const);
      for (const statement of statementsOf(splits)) await tx.execute(statement);
    });
    await db.execute(sql`SELECT rebuild_kept_totals()`);
    await db.insert(roles).values(Object.entries(OTHER_ROLES).map(([role, rights]) => ({ role, ...rights })));
  });

  /** What is kept, and what the law gives of the same rows. */
  const answers = async (asked: readonly Question[]) => {
    const repository = new FactsRepository(db);
    const found: unknown[] = [];
    const lawful: unknown[] = [];
    for (const each of asked) {
      const { facts } = await repository.read(each.scope);
      const query = queryOf(facts, each);
      const indicator = facts.indicators.find(({ code }) => code === query?.indicator);
      if (query === null || indicator === undefined) continue;
      const about = { scope: each.scope, ...query };
      lawful.push([about, totals(facts, query)]);
      const kept = await readInScope(db, each.scope, (tx) =>
        keptTotals(tx, { scope: each.scope, today: TODAY }, indicator, query),
      );
      found.push([about, kept]);
      if (axisOf(each.by) !== null) continue;
      const money = { type: each.type, by: query.by, filter: query.filter };
      lawful.push([money, fundingTotals(facts, money)]);
      const funding = await readInScope(db, each.scope, (tx) =>
        keptFunding(tx, { scope: each.scope, today: TODAY }, facts.reportingCurrency, money),
      );
      found.push([money, funding]);
      const balances = { filter: query.filter, most: each.most };
      lawful.push([balances, await factsFigures(each.scope, facts).balances(balances)]);
      const left = await readInScope(db, each.scope, (tx) =>
        keptBalances(tx, { scope: each.scope, today: TODAY }, facts.reportingCurrency, balances),
      );
      found.push([balances, left]);
    }
    return { found, lawful };
  };
  /** What the database lets each reader see, by the keys that are kept, is what the law lets through of everything. */
  const expectSightOfLaw = async () => {
    const repository = new FactsRepository(db);
    const { facts: all } = await repository.read(EVERYTHING);
    const several = programsOfSeveralFunders(all);
    const known = await rowsOf<{ code: string }>(db, sql`SELECT programs_of_several_funders() AS code`);
    expect(known.map(({ code }) => code).toSorted()).toEqual([...several].toSorted());
    for (const scope of [...SCOPES, ...OTHER_SCOPES]) {
      const { facts } = await repository.read(scope);
      const lawful = scopedFacts(scope, all, all);
      expect(facts).toEqual(lawful);
      // Row-level security by itself; it does not say whose a text is, but to those for whom it was written.
      const seen = await readInScope(db, scope, (tx) => readPortfolio(tx, scope));
      expect([scope.role, toldBy(seen.facts)]).toEqual([scope.role, toldBy(lawful)]);
    }
  };
  const dump = async () => {
    const tables = [
      sql`SELECT * FROM kept.program_keys ORDER BY program`,
      sql`SELECT * FROM kept.results ORDER BY id`,
      sql`SELECT * FROM kept.totals WHERE count <> 0 ORDER BY indicator, kind, axis, level, grain, span, key, other_key, part`,
      sql`SELECT * FROM kept.entries ORDER BY transaction, place, pillar`,
      sql`SELECT * FROM kept.money WHERE count <> 0 ORDER BY type, level, grain, span, key, other_key, currency`,
      sql`SELECT * FROM kept.unmarked ORDER BY program, indicator, id, whole`,
      sql`SELECT * FROM kept.astray ORDER BY program, indicator, id`,
      sql`SELECT * FROM kept.presence ORDER BY program, indicator, kind, country, is_placed`,
      sql`SELECT * FROM kept.same_day ORDER BY program, indicator, id`,
      sql`SELECT * FROM kept.without_evidence ORDER BY program, indicator, id`,
      sql`SELECT * FROM kept.alike ORDER BY program, indicator, id`,
      sql`SELECT * FROM kept.targets ORDER BY program, indicator, id`,
    ];
    const rows = (await Promise.all(tables.map((statement) => rowsOf(db, statement)))).flat();
    // 12.50 less 2.50 is 10.00, and 10 is 10.
    const plain = (_: string, value: unknown) =>
      typeof value === 'string' && isPlainDecimal(value) ? exactIn(value) : value;
    return rows.map((row) => JSON.stringify(row, plain));
  };

  it('are those of the rows, whatever is asked, by whom, and after any change', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyChange, { maxLength: 4 }),
        fc.array(question, { minLength: 60, maxLength: 60 }),
        async (changes, asked) => {
          await db.transaction(async (tx) => {
            for (const statement of statementsOf(changes)) await tx.execute(statement);
          });
          const { found, lawful } = await answers(asked);
          expect(found).toEqual(lawful);
          await expectSightOfLaw();
        },
      ),
      { numRuns: engine.some(process.env.CI ? 12 : 4), endOnFailure: true },
    );
  }, 600_000);

  /** What is kept of an indicator of a test's own. */
  const totalsOf = async (code: string, by: Dimension, filter: Filter = {}) => {
    const { facts } = await new FactsRepository(db).read(EVERYTHING);
    const indicator = facts.indicators.find((each) => each.code === code);
    if (indicator === undefined) throw new Error('There is no such indicator.');
    const query = { indicator: code, kind: 'actual', by, filter } as const;
    return readInScope(db, EVERYTHING, (tx) =>
      keptTotals(tx, { scope: EVERYTHING, today: TODAY }, indicator, query),
    );
  };

  it('are of a `latest` indicator what each series says last, whole or part by part', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(saidOfSeries, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...DIMENSIONS),
        fc.constantFrom<Filter>(
          {},
          { to: '2023-06-30' },
          { from: '2023-01-01' },
          { country: COUNTRIES[0] ?? '' },
        ),
        async (said, by, filter) => {
          made += 1;
          const indicator = `latest-${made}`;
          await db.transaction(async (tx) => {
            const name = sql`'{"en": "latest"}'`;
            await tx.execute(sql`INSERT INTO indicators (code, name, unit, measure, combine_time, combine_place)
              VALUES (${indicator}, ${name}, ${name}, 'count', 'latest', 'sum')`);
            for (const { id, place, end, approved, value, parts } of said) {
              await tx.execute(sql`INSERT INTO results (id, program, indicator, measure, kind, place, period_end, date_precision, qualifier, value, status, approved_at, approved_by)
                VALUES (${id}, ${PROGRAMS[0]}, ${indicator}, 'count', 'actual', ${place}, ${end}, ${end === null ? 'none' : 'day'}, 'exact', ${value}, 'approved', ${approved}, 'test')`);
              for (const [axis, part] of parts) {
                await tx.execute(
                  sql`INSERT INTO result_parts (result, axis, part, value) VALUES (${id}, ${axis}, ${part}, ${value})`,
                );
              }
            }
          });
          const { facts } = await new FactsRepository(db).read(EVERYTHING);
          const query = { indicator, kind: 'actual', by, filter } as const;
          expect(await totalsOf(indicator, by, filter)).toEqual(totals(facts, query));
        },
      ),
      { numRuns: engine.some(process.env.CI ? 60 : 30) },
    );
  });

  it('tell the upper end of a range, but not of a part of it; and count a part once its whole does not', async () => {
    const name = sql`'{"en": "ranged"}'`;
    const approved = sql`'approved', '2024-01-02T12:00:00Z', 'test'`;
    const [program = ''] = PROGRAMS;
    await db.transaction(async (tx) => {
      await tx.execute(sql`INSERT INTO indicators (code, name, unit, measure, combine_time, combine_place)
        VALUES ('ranged', ${name}, ${name}, 'count', 'sum', 'sum')`);
      // 10 to 15 people, 4 of them women and 6 men; and 3 who are among them already.
      await tx.execute(sql`WITH whole AS (
          INSERT INTO results (program, indicator, measure, kind, period_end, date_precision, qualifier, value, value_high, status, approved_at, approved_by)
          VALUES (${program}, 'ranged', 'count', 'actual', '2023-06-30', 'day', 'range', 10, 15, ${approved}) RETURNING id
        ), parts AS (
          INSERT INTO result_parts (result, axis, part, value)
          SELECT id, 'sex', part, value FROM whole, (VALUES ('female', 4), ('male', 6)) AS given(part, value)
        )
        INSERT INTO results (program, indicator, measure, kind, period_end, date_precision, qualifier, value, status, approved_at, approved_by, part_of)
        SELECT ${program}, 'ranged', 'count', 'actual', '2023-06-30', 'day', 'exact', 3, ${approved}, id FROM whole`);
    });
    const bySex = await totalsOf('ranged', 'axis:sex');
    expect(bySex.total).toMatchObject({ value: 10, qualifier: 'range', valueHigh: 15, resultCount: 1 });
    expect(
      bySex.rows.map(({ key, value, qualifier, valueHigh }) => [key, value, qualifier, valueHigh]),
    ).toEqual([
      ['male', 6, 'range', null],
      ['female', 4, 'range', null],
    ]);
    await db.execute(sql`UPDATE results SET status = 'returned', approved_at = NULL, approved_by = NULL
      WHERE indicator = 'ranged' AND part_of IS NULL`);
    const { rows, total } = await totalsOf('ranged', 'axis:sex');
    expect(total).toMatchObject({ value: 3, qualifier: 'exact', valueHigh: null, resultCount: 1 });
    expect(rows.map(({ key, value }) => [key, value])).toEqual([['not-recorded', 3]]);
  });

  it('are planned by what there is: it is gathered with a great change, for on one engine nobody else does', async () => {
    const known = await rowsOf<{ name: string }>(
      db,
      sql`SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.reltuples > 0
        AND c.oid IN ('results'::regclass, 'transactions'::regclass, 'kept.results'::regclass, 'kept.totals'::regclass) ORDER BY 1`,
    );
    expect(known.map(({ name }) => name)).toEqual(['kept.results', 'kept.totals', 'results', 'transactions']);
  });

  it('count what comes to a programme after its code was changed', async () => {
    const title = sql`'{"en": "renamed"}'`;
    await db.transaction(async (tx) => {
      await tx.execute(sql`INSERT INTO indicators (code, name, unit, measure, combine_time, combine_place)
        VALUES ('renamed', ${title}, ${title}, 'count', 'sum', 'sum')`);
      await tx.execute(
        sql`INSERT INTO programs (code, title, status, start_precision, end_precision) VALUES ('FORMER', ${title}, 'ongoing', 'none', 'none')`,
      );
    });
    await db.execute(sql`UPDATE programs SET code = 'LATTER' WHERE code = 'FORMER'`);
    await db.execute(sql`INSERT INTO results (program, indicator, measure, kind, period_end, date_precision, qualifier, value, status, approved_at, approved_by)
      VALUES ('LATTER', 'renamed', 'count', 'actual', '2023-06-30', 'day', 'exact', 3, 'approved', '2024-01-02T12:00:00Z', 'test')`);
    const { rows } = await totalsOf('renamed', 'program');
    expect(rows.map(({ key, value }) => [key, value])).toEqual([['LATTER', 3]]);
  });

  it.each(SCOPES.map((scope) => [scope.role, scope] as const))(
    'stand behind the door to figures of a large portfolio (%s)',
    async (_, scope) => {
      const door = new FiguresRepository(db, new FactsRepository(db), () => new Date(`${TODAY}T12:00:00Z`), {
        small: 0,
      });
      const { figures, names } = await door.open(scope);
      const { facts } = await new FactsRepository(db).read(scope);
      const law = factsFigures(scope, facts);
      expect(names).toEqual(namesOf(facts));
      expect(await figures.codesInUse()).toEqual(await law.codesInUse());
      for (const kind of ['actual', 'target'] as const) {
        const query = { kind, filter: { to: TODAY } };
        expect(await figures.indicatorTotals(query)).toEqual(await law.indicatorTotals(query));
      }
      const money = { type: 'commitment', by: 'country', filter: {} } as const;
      expect(await figures.funding(money)).toEqual(await law.funding(money));
    },
  );

  it('say of what was opened nothing that came later', async () => {
    const door = new FiguresRepository(db, new FactsRepository(db), () => new Date(`${TODAY}T12:00:00Z`), {
      small: 0,
    });
    const { figures } = await door.open(EVERYTHING);
    const money = { type: 'commitment', by: 'country', filter: {} } as const;
    const before = await figures.funding(money);
    await db.execute(
      sql`UPDATE transactions SET amount_minor = amount_minor * 2, converted_minor = converted_minor * 2`,
    );
    expect(await figures.funding(money)).toEqual(before);
    const later = await door.open(EVERYTHING);
    expect(await later.figures.funding(money)).not.toEqual(before);
  });

  it('are the same when they are made anew, after every kind of change', async () => {
    // A few at once: what stirs everything hides what was forgotten before it.
    for (const names of chunksOf(Object.keys(CHANGES) as (keyof typeof CHANGES)[], 5)) {
      for (const name of names) {
        await db.transaction(async (tx) => {
          for (const statement of statementsOf([{ name, n: 7, m: 11 }])) await tx.execute(statement);
        });
      }
      const before = await dump();
      await db.execute(sql`SELECT rebuild_kept_totals()`);
      expect([names, await dump()]).toEqual([names, before]);
    }
  });
});
