import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { programsOf } from '../../bench/generated/programs.ts';
import { countriesOf, donorsOf, indicatorsOf, regionsOf, scaleOf } from '../../bench/generated/words.ts';
import { fillByInserts } from '../../bench/generated.ts';
import { CurrentSettings, EVERYTHING, type Scope } from '../../src/access/index.ts';
import { FactsRepository } from '../../src/analytics/facts.repository.ts';
import { FiguresRepository } from '../../src/analytics/figures.repository.ts';
import { noLinks } from '../../src/analytics/links.ts';
import { Movements } from '../../src/analytics/movements.use-case.ts';
import { makeView } from '../../src/analytics/view.ts';
import { withdrawnThen } from '../../src/analytics/withdrawn-rows.repository.ts';
import type { Filter } from '../../src/core/facts.ts';
import { donorScope, officerScope } from '../../src/core/fixtures/scopes.ts';
import { HOME_ORGANISATION } from '../../src/core/organisation.ts';
import { type Movement, movements } from '../../src/core/proof/movement.ts';
import { actAs } from '../../src/platform/database/actor.repository.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { revisionAt } from '../../src/platform/database/history.repository.ts';
import { eachEngine } from '../support/database.ts';
import { anyChange, statementsOf } from './portfolio-changes.fixture.ts';

const RESULTS = 300;
const SCALE = scaleOf(RESULTS);
const [LARGEST = '', SECOND = ''] = donorsOf(SCALE);
const CODES = programsOf(SCALE).map(({ code }) => code);
const SCOPES: readonly Scope[] = [
  EVERYTHING,
  donorScope(LARGEST),
  donorScope(LARGEST, SECOND),
  officerScope(...CODES.slice(0, 2)),
];
const TODAY = '2024-07-01';
const ZONE = 'UTC';
const BY = { kind: 'command', name: 'test' } as const;

const oneOf = (codes: readonly string[]) => fc.constantFrom(...codes);
const filters: fc.Arbitrary<Filter> = fc.oneof(
  fc.constant({}),
  fc.record({ country: oneOf([...countriesOf(SCALE), ...regionsOf(SCALE).map(({ code }) => code)]) }),
  fc.record({ donor: oneOf([LARGEST, SECOND]) }),
  fc.record({ program: oneOf(CODES) }),
  fc.record({ indicator: oneOf(indicatorsOf(SCALE).map(({ code }) => code)) }),
  fc.record({ from: fc.constantFrom('2016-01-01', '2020-06-01') }),
);

eachEngine('what has moved is told by the rows that moved', (engine) => {
  let db: Database;
  let clock = Date.parse('2024-06-01T12:00:00Z');

  const made = async (changes: Parameters<typeof statementsOf>[0]) => {
    clock += 60_000;
    const at = new Date(clock);
    await db.transaction(async (tx) => {
      await actAs(tx, BY, at);
      for (const statement of statementsOf(changes)) await tx.execute(statement);
    });
    return at;
  };

  beforeAll(async () => {
    ({ db } = await engine.open());
    await db.transaction((tx) => fillByInserts(tx, RESULTS));
    await db.execute(sql`SELECT rebuild_kept_totals()`);
    await made([{ name: 'value of a figure', n: 1, m: 1 }]);
  });

  const parts = (most = 200_000) => {
    const now = { now: () => new Date(clock + 30_000) };
    const facts = new FactsRepository(db);
    const settings = new CurrentSettings(db, { reportTimeZone: ZONE, fiscalMonth: 1 });
    return {
      facts,
      figures: new FiguresRepository(db, facts, now.now, { small: 0 }),
      moved: Object.assign(new Movements(facts, now, settings, db), { most }),
    };
  };
  const viewOf = async (scope: Scope, filter: Filter, { figures: repository } = parts()) => {
    const { figures, names, vocabulary } = await repository.open(scope);
    return makeView({
      scope,
      figures,
      names,
      vocabulary,
      filter,
      today: TODAY,
      known: { at: new Date(clock + 30_000), asked: null, timeZone: ZONE },
      language: 'en',
      organisation: HOME_ORGANISATION,
      links: noLinks,
    });
  };

  /** The same of all rows of both moments. */
  async function ofAllRows(scope: Scope, filter: Filter, since: Date, then: string) {
    const { facts } = parts();
    const [before, after] = [(await facts.read(scope, since)).facts, (await facts.read(scope)).facts];
    const revision = (await revisionAt(db, since))?.number ?? 0;
    const back = new Set<string>();
    for (const table of ['results', 'transactions'] as const) {
      const ids = after[table].map(({ id }) => id);
      for (const id of await withdrawnThen(db, table, ids, revision)) back.add(id);
    }
    const moments = (to: string | null, toNow: string | null) =>
      [
        { facts: before, filter: to === null ? filter : { ...filter, to } },
        { facts: after, filter: toNow === null ? filter : { ...filter, to: toNow } },
      ] as const;
    const was = (id: string) => back.has(id);
    return [
      ...movements(...moments(then, TODAY), was, { kinds: ['actual'] }),
      ...movements(...moments(null, null), was, { kinds: ['target'], types: [] }),
    ];
  }
  const told = (all: readonly Movement[]) => all.map(({ counted: _, ...movement }) => movement);

  it('as all rows tell it, to the last unit, after any changes, for each reader', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyChange, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        fc.array(filters, { minLength: 3, maxLength: 3 }),
        fc.constantFrom(TODAY, '2022-12-31', '2017-06-30'),
        async (course, asked, then) => {
          const since = new Date(clock);
          for (const changes of course) await made(changes);
          for (const scope of SCOPES) {
            for (const filter of asked) {
              const { moved } = parts();
              const found = await moved.since(await viewOf(scope, filter), since.toISOString(), then);
              const lawful = await ofAllRows(scope, filter, since, then);
              expect([scope, filter, told(found.movements)]).toEqual([scope, filter, told(lawful)]);
            }
          }
        },
      ),
      { numRuns: engine.some(process.env.CI ? 8 : 4), endOnFailure: true },
    );
  }, 600_000);

  it('is refused where more rows have moved than are held beside each other', async () => {
    const since = new Date(clock);
    await made([0, 1, 2].map((n) => ({ name: 'value of a figure', n, m: 7_000 + n })));
    const { moved } = parts(2);
    await expect(moved.since(await viewOf(EVERYTHING, {}), since.toISOString(), TODAY)).rejects.toMatchObject(
      {
        code: 'CHANGES.TOO_MANY',
      },
    );
  });
});
