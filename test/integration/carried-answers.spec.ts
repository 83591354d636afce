import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { programsOf } from '../../bench/generated/programs.ts';
import { donorsOf, scaleOf } from '../../bench/generated/words.ts';
import { fillByInserts } from '../../bench/generated.ts';
import { EVERYTHING, type Scope } from '../../src/access/index.ts';
import { FactsRepository } from '../../src/analytics/facts.repository.ts';
import { FiguresRepository } from '../../src/analytics/figures.repository.ts';
import type { Dimension } from '../../src/core/dimension.ts';
import type { Filter } from '../../src/core/facts.ts';
import type { Figures } from '../../src/core/figures.ts';
import { donorScope } from '../../src/core/fixtures/scopes.ts';
import { TRANSACTION_TYPES } from '../../src/core/funding.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { touchedBetween } from '../../src/platform/database/history.repository.ts';
import { readRevision } from '../../src/platform/database/revision.repository.ts';
import { rowsOf } from '../../src/platform/database/rows.ts';
import { eachEngine } from '../support/database.ts';
import { anyChange, statementsOf } from './portfolio-changes.fixture.ts';

const RESULTS = 200;
const [DONOR = ''] = donorsOf(scaleOf(RESULTS));
const SCOPES: readonly Scope[] = [EVERYTHING, donorScope(DONOR)];
const PROGRAMS = programsOf(scaleOf(RESULTS))
  .slice(0, 20)
  .map(({ code }) => code);
const SIDES: readonly Dimension[] = ['donor', 'pillar', 'country', 'program', 'year'];
const NOW = new Date('2024-07-01T12:00:00Z');

eachEngine('answers that are carried over a change', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
    await db.transaction((tx) => fillByInserts(tx, RESULTS));
  });

  /** One that takes every portfolio for a large one, and so answers from what is kept. */
  const opened = (now = () => NOW) => new FiguresRepository(db, new FactsRepository(db), now, { small: 0 });

  /** What a page tells: of money, and of the rest one of each. */
  const told = async (repository: FiguresRepository) => {
    const answers: unknown[] = [];
    for (const scope of SCOPES) {
      const { figures, names } = await repository.open(scope);
      answers.push(
        names.revision,
        await Promise.all(
          TRANSACTION_TYPES.flatMap((type) => SIDES.map((by) => figures.funding({ type, by, filter: {} }))),
        ),
        await figures.balances({ filter: {}, most: 5 }),
        await figures.entries({ type: 'disbursement', filter: {} }, { limit: 5 }),
        await figures.amountsAsPaid({ type: 'disbursement', filter: {} }),
        await Promise.all(
          names.indicators.flatMap(({ code: indicator }) => [
            ...SIDES.map((by) => figures.totals({ indicator, kind: 'actual', by, filter: {} })),
            figures.axesOf({ indicator, kind: 'actual', filter: {} }),
            figures.begunEarlier({ indicator, kind: 'actual', filter: { from: '2017-01-01' } }),
          ]),
        ),
        await figures.standings(PROGRAMS),
        await figures.indicatorTotals({ kind: 'actual', filter: {} }),
        await figures.indicatorTotals({ kind: 'target', filter: { from: '2016-06-01', to: '2017-06-30' } }),
        await figures.results({ filter: {} }, { limit: 5 }),
        await Promise.all(
          [{}, { country: 'CR' }, { country: 'AG' }].flatMap((filter) =>
            [{}, { sheetDay: '2017-06-30' }].flatMap((sheet) => {
              const query = { filter, begunBy: null, ...sheet };
              return [
                figures.programs(query, { limit: 5 }),
                figures.programCounts(query),
                figures.programGaps({ filter, begunBy: null, cutOff: '2017-06-30', most: 5 }),
                ...(['pillar', 'country', 'donor'] as const).map((by) => figures.programCountsBy(query, by)),
              ];
            }),
          ),
        ),
      );
    }
    return answers;
  };
  const change = (changes: Parameters<typeof statementsOf>[0]) =>
    db.transaction(async (tx) => {
      for (const statement of statementsOf(changes)) await tx.execute(statement);
    });
  const touchedSince = async (after: number) => touchedBetween(db, { after, upTo: await readRevision(db) });

  it('are those of whoever remembers nothing, whatever has changed', async () => {
    const remembering = opened();
    await told(remembering);
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { minLength: 1, maxLength: 3 }), async (changes) => {
        await change(changes);
        expect(await told(remembering)).toEqual(await told(opened()));
      }),
      { numRuns: engine.some(process.env.CI ? 30 : 12), endOnFailure: true },
    );
  });

  /** Whether a question is answered by what was told before a change. */
  const isCarried = async (
    ask: (figures: Figures) => Promise<unknown>,
    over: Parameters<typeof statementsOf>[0],
    repository = opened(),
  ) => {
    const before = await ask((await repository.open(EVERYTHING)).figures);
    await change(over);
    return (await ask((await repository.open(EVERYTHING)).figures)) === before;
  };
  const money = (figures: Figures) => figures.funding({ type: 'disbursement', by: 'donor', filter: {} });
  /** The indicator of the figure that a change is about, and another. */
  const indicators = async (n: number) => {
    const [row] = await rowsOf<{ indicator: string }>(
      db,
      sql`SELECT indicator FROM results WHERE NOT EXISTS (SELECT FROM result_parts p WHERE p.result = results.id) ORDER BY id OFFSET ${n} LIMIT 1`,
    );
    const [other] = await rowsOf<{ code: string }>(
      db,
      sql`SELECT code FROM indicators WHERE code <> ${row?.indicator} ORDER BY code LIMIT 1`,
    );
    return { own: row?.indicator ?? '', other: other?.code ?? '' };
  };
  const totalsOf = (indicator: string) => (figures: Figures) =>
    figures.totals({ indicator, kind: 'actual', by: 'country', filter: {} });

  it('are asked for once, as long as nothing that they hang on has changed', async () => {
    const { own, other } = await indicators(3);
    const figure = { name: 'value of a figure', n: 3 } as const;
    expect(await isCarried(money, [{ ...figure, m: 17 }])).toBe(true);
    expect(await isCarried(totalsOf(other), [{ ...figure, m: 18 }])).toBe(true);
    expect(await isCarried(totalsOf(own), [{ ...figure, m: 19 }])).toBe(false);
    expect(await isCarried(totalsOf(own), [{ name: 'evidence', n: 3, m: 17 }])).toBe(true);
    const programs = (filter: Filter) => (figures: Figures) =>
      figures.programs({ filter, begunBy: null }, { limit: 5 });
    expect(await isCarried(programs({}), [{ ...figure, m: 20 }])).toBe(true);
    // In a place are those that have figures there.
    expect(await isCarried(programs({ country: 'CR' }), [{ ...figure, m: 21 }])).toBe(false);
    expect(await isCarried(money, [{ name: 'amount added', n: 3, m: 17 }])).toBe(false);
    // Whose money went to a programme may read about it.
    expect(await isCarried(totalsOf(own), [{ name: 'amount added', n: 3, m: 18 }])).toBe(false);
    expect(await isCarried(totalsOf(other), [{ name: 'role', n: 3, m: 18 }])).toBe(false);
  });

  it('are asked for anew on another day, and where nobody knows what has changed', async () => {
    let now = NOW;
    const remembering = opened(() => now);
    const figure = (m: number) => [{ name: 'value of a figure', n: 3, m }] as const;
    expect(await isCarried(money, figure(20), remembering)).toBe(true);
    now = new Date('2024-07-02T12:00:00Z');
    expect(await isCarried(money, figure(21), remembering)).toBe(false);
    expect(await isCarried(money, figure(22), remembering)).toBe(true);
    // As when a backup is put back: of a revision in between nothing is written down.
    await money((await remembering.open(EVERYTHING)).figures);
    const before = await money((await remembering.open(EVERYTHING)).figures);
    await db.execute(sql`UPDATE revision SET number = number + 1`);
    await change(figure(23));
    expect(await money((await remembering.open(EVERYTHING)).figures)).not.toBe(before);
  });

  it('hang on the tables that each revision touched, each once, and on nothing that was undone', async () => {
    const before = await readRevision(db);
    await db.transaction(async (tx) => {
      for (const statement of statementsOf([{ name: 'value of a figure', n: 1, m: 5 }]))
        await tx.execute(statement);
      await tx
        .transaction(async (nested) => {
          for (const statement of statementsOf([{ name: 'amount', n: 1, m: 5 }]))
            await nested.execute(statement);
          throw new Error('undone');
        })
        .catch(() => undefined);
      for (const statement of statementsOf([{ name: 'value of a figure', n: 2, m: 6 }]))
        await tx.execute(statement);
    });
    const own = new Set([(await indicators(1)).own, (await indicators(2)).own]);
    expect(await touchedSince(before)).toEqual({ tables: new Set(['results']), indicators: own });
    await change([{ name: 'shares of pillars', n: 1, m: 5 }]);
    expect((await touchedSince(before))?.tables).toEqual(new Set(['results', 'program_pillars']));
    // A statement that found no figure names no indicator.
    const now = await readRevision(db);
    await db.execute(sql`UPDATE results SET value = 1 WHERE false`);
    expect(await touchedSince(now)).toBeNull();
    expect(await touchedBetween(db, { after: before - 101, upTo: before })).toBeNull();
    expect(await touchedBetween(db, { after: before + 1, upTo: before })).toBeNull();
  });
});
