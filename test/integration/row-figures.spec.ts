import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { fillByInserts } from '../../bench/generated.ts';
import { EVERYTHING } from '../../src/access/index.ts';
import { FactsRepository } from '../../src/analytics/facts.repository.ts';
import { factsFigures } from '../../src/analytics/facts-figures.ts';
import { FiguresRepository } from '../../src/analytics/figures.repository.ts';
import type { Figures } from '../../src/core/figures.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { eachEngine } from '../support/database.ts';
import { anyChange, statementsOf } from './portfolio-changes.fixture.ts';
import { anyQuestion, questionsOf } from './rows-questions.fixture.ts';

const RESULTS = 300;
const NOW = () => new Date('2024-07-01T12:00:00Z');

eachEngine('figures of rows in the database', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
    await db.transaction((tx) => fillByInserts(tx, RESULTS));
    await db.execute(sql`SELECT rebuild_kept_totals()`);
  }, 60_000);

  const open = async () => {
    const { facts } = await new FactsRepository(db).read(EVERYTHING);
    const rows = new FiguresRepository(db, new FactsRepository(db), NOW, { small: 0 });
    return { facts, law: factsFigures(EVERYTHING, facts), kept: (await rows.open(EVERYTHING)).figures };
  };
  const answerOf = async (ask: (figures: Figures) => Promise<unknown>, figures: Figures) =>
    ask(figures).catch((fault: unknown) => ({ fault }));

  it('are those of rows in memory, whatever is asked, page by page, and after any change', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyChange, { maxLength: 4 }),
        fc.array(anyQuestion, { minLength: 60, maxLength: 60 }),
        async (changes, asked) => {
          await db.transaction(async (tx) => {
            for (const statement of statementsOf(changes)) await tx.execute(statement);
          });
          const { facts, law, kept } = await open();
          for (const { words, ask } of asked.flatMap((each) => questionsOf(facts, each))) {
            const [found, lawful] = [await answerOf(ask, kept), await answerOf(ask, law)];
            expect([words, found]).toEqual([words, lawful]);
          }
        },
      ),
      { numRuns: process.env.CI ? 30 : 3, endOnFailure: true },
    );
  }, 600_000);
});
