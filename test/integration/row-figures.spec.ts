import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { programsOf } from '../../bench/generated/programs.ts';
import { donorsOf, scaleOf } from '../../bench/generated/words.ts';
import { fillByInserts } from '../../bench/generated.ts';
import { EVERYTHING, type Scope } from '../../src/access/index.ts';
import { FactsRepository } from '../../src/analytics/facts.repository.ts';
import { factsFigures } from '../../src/analytics/facts-figures.ts';
import { FiguresRepository } from '../../src/analytics/figures.repository.ts';
import type { Figures } from '../../src/core/figures.ts';
import { donorScope, officerScope, PUBLIC } from '../../src/core/fixtures/scopes.ts';
import { figuresInSight } from '../../src/core/visibility/figures-in-sight.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { eachEngine } from '../support/database.ts';
import { anyChange, statementsOf } from './portfolio-changes.fixture.ts';
import { anyQuestion, questionsOf } from './rows-questions.fixture.ts';

const RESULTS = 300;
const SCALE = scaleOf(RESULTS);
const [LARGEST = '', SECOND = ''] = donorsOf(SCALE);
/** Readers who do not see everything. */
const SCOPES: readonly Scope[] = [
  donorScope(LARGEST),
  donorScope(LARGEST, SECOND),
  officerScope(
    ...programsOf(SCALE)
      .slice(0, 2)
      .map(({ code }) => code),
  ),
  PUBLIC,
];
const NOW = () => new Date('2024-07-01T12:00:00Z');

eachEngine('figures of rows in the database', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
    await db.transaction((tx) => fillByInserts(tx, RESULTS));
    await db.execute(sql`SELECT rebuild_kept_totals()`);
  });

  const open = async (scope: Scope = EVERYTHING) => {
    const { facts } = await new FactsRepository(db).read(scope);
    const rows = new FiguresRepository(db, new FactsRepository(db), NOW, { small: 0 });
    const law = figuresInSight(scope, factsFigures(scope, facts));
    return { facts, law, kept: (await rows.open(scope)).figures };
  };
  const answerOf = async (ask: (figures: Figures) => Promise<unknown>, figures: Figures) =>
    ask(figures).catch((fault: unknown) => ({ fault }));

  it('are those of rows in memory, whatever is asked, page by page, and after any change', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyChange, { maxLength: 4 }),
        fc.array(anyQuestion, { minLength: 60, maxLength: 60 }),
        fc.constantFrom(...SCOPES),
        async (changes, asked, reader) => {
          await db.transaction(async (tx) => {
            for (const statement of statementsOf(changes)) await tx.execute(statement);
          });
          for (const scope of [EVERYTHING, reader]) {
            const { facts, law, kept } = await open(scope);
            for (const { words, ask } of asked.flatMap((each) => questionsOf(facts, each))) {
              const [found, lawful] = [await answerOf(ask, kept), await answerOf(ask, law)];
              expect([scope, words, found]).toEqual([scope, words, lawful]);
            }
          }
        },
      ),
      { numRuns: engine.some(process.env.CI ? 5 : 3), endOnFailure: true },
    );
  }, 600_000);

  it('are the same under each pillar, country and indicator by itself', async () => {
    // Activities with a pillar of their own, some with a place too, and what may not be added.
    await db.transaction(async (tx) => {
      await tx.execute(
        sql`DELETE FROM program_pillars WHERE program IN (SELECT code FROM programs WHERE parent IS NOT NULL)`,
      );
      await tx.execute(sql`INSERT INTO program_pillars (program, pillar)
        SELECT p.code, (SELECT o.code FROM pillars o WHERE o.code NOT IN (
          SELECT h.pillar FROM program_pillars h WHERE h.program = p.parent
        ) ORDER BY o.code LIMIT 1) FROM programs p WHERE p.parent IS NOT NULL`);
      await tx.execute(
        sql`DELETE FROM program_places WHERE program IN (SELECT code FROM programs WHERE parent IS NOT NULL)`,
      );
      await tx.execute(sql`INSERT INTO program_places (program, place)
        SELECT p.code, (SELECT o.code FROM places o WHERE o.code NOT IN (
          SELECT h.place FROM program_places h WHERE h.program = p.parent
        ) ORDER BY o.code LIMIT 1) FROM programs p WHERE p.parent IS NOT NULL AND right(p.code, 1) < '5'`);
      await tx.execute(
        sql`UPDATE indicators SET combine_time = 'none' WHERE code IN (SELECT code FROM indicators ORDER BY code LIMIT 5)`,
      );
      await tx.execute(
        sql`UPDATE results SET period_start = '2000-01-01', period_end = '2029-12-31', date_precision = 'day' WHERE kind = 'target'`,
      );
    });
    // Of one day: a figure of women and another, and one of men; the first two alone conflict.
    await db.transaction(async (tx) => {
      await tx.execute(sql`UPDATE indicators SET combine_time = 'latest' WHERE code = 'indicator-007'`);
      await tx.execute(sql`WITH said AS (
          SELECT gen_random_uuid() AS id, part, value FROM (VALUES ('female', 3), ('female', 4), ('male', 5)) AS given(part, value)
        ), figures AS (
          INSERT INTO results (id, program, indicator, measure, kind, period_end, date_precision, qualifier, value, status, approved_at, approved_by)
          SELECT s.id, (SELECT min(code) FROM programs), i.code, i.measure, 'actual', '2023-06-30', 'day', 'exact', s.value, 'approved', '2024-01-02T12:00:00Z', 'test'
          FROM said s, indicators i WHERE i.code = 'indicator-007'
        )
        INSERT INTO result_parts (result, axis, part, value) SELECT id, 'sex', part, value FROM said`);
    });
    const { facts, law, kept } = await open();
    const [begunBy, day] = [null, '2024-06-30'];
    const filters = [
      ...facts.pillars.map(({ code }) => ({ pillar: code })),
      ...facts.places.map(({ code }) => ({ country: code })),
      ...facts.indicators.map(({ code }) => ({ indicator: code })),
    ];
    for (const filter of filters) {
      for (const ask of [
        (figures: Figures) => figures.programs({ filter, begunBy }),
        (figures: Figures) => figures.programs({ filter, begunBy, sheetDay: day }),
        (figures: Figures) => figures.targets({ filter, cutOff: day }),
        (figures: Figures) => figures.programGaps({ filter, cutOff: day, begunBy }),
        (figures: Figures) => figures.gaps({ filter, cutOff: day, begunBy, staleBefore: day }),
      ]) {
        expect([filter, await ask(kept)]).toEqual([filter, await ask(law)]);
      }
    }
    for (const by of ['pillar', 'country', 'donor', 'program'] as const) {
      for (const sheet of [{}, { sheetDay: day }]) {
        const query = { filter: {}, begunBy, ...sheet };
        expect(await kept.programCountsBy(query, by)).toEqual(await law.programCountsBy(query, by));
      }
    }
  });
});
