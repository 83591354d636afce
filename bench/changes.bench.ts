import { sql } from 'drizzle-orm';
import { CurrentSettings, EVERYTHING } from '../src/access/index.ts';
import { FactsRepository } from '../src/analytics/facts.repository.ts';
import { FiguresRepository } from '../src/analytics/figures.repository.ts';
import { noLinks } from '../src/analytics/links.ts';
import { rowsMoved } from '../src/analytics/moved-rows.repository.ts';
import { Movements } from '../src/analytics/movements.use-case.ts';
import { makeView } from '../src/analytics/view.ts';
import { HOME_ORGANISATION } from '../src/core/organisation.ts';
import { Secret } from '../src/platform/config/secret.ts';
import { actAs } from '../src/platform/database/actor.repository.ts';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { revisionAt } from '../src/platform/database/history.repository.ts';
import { withCopy, withGenerated } from './generated.ts';
import type { BenchRow } from './render.bench.ts';

export const name = 'changes';

/** Results; others by `BENCH_SIZES`. */
const RESULTS = Number((process.env.BENCH_SIZES ?? '100000').split(',')[0]);
const CHANGED = 200;
/** Up to so many results both moments are read whole, too: of more, that takes minutes. */
const READ_WHOLE = 10_000;
const FIRST = new Date('2024-06-30T12:00:00Z');
const THEN = new Date('2024-07-01T12:00:00Z');
const TODAY = '2024-07-01';
/** The last day that counted a month before. */
const MONTH_BEFORE = '2024-05-31';

/**
 * How long it takes to tell how all totals have moved since two hundred results were corrected at once, in a copy of a generated
 * portfolio; with the same last day at both moments, and with another month counted at the later one. Beside it, what it
 * takes to read both moments whole.
 */
export function run(): Promise<readonly BenchRow[]> {
  return withGenerated(RESULTS, (made) =>
    withCopy(made, async (copy) => {
      const database = await openDatabase({ databaseUrl: new Secret(copy.url), dataDir: '' });
      try {
        return await measure(database.db);
      } finally {
        await database.close();
      }
    }),
  );
}

async function measure(db: Database): Promise<readonly BenchRow[]> {
  await correct(db, 1, FIRST);
  await correct(db, CHANGED, THEN);
  const clock = { now: () => new Date('2024-07-02T12:00:00Z') };
  const rows: BenchRow[] = [];
  const tell = (what: string, value: number, unit: string) =>
    rows.push({ what: `${RESULTS} results: ${what}`, value: Math.round(value), unit });
  const facts = new FactsRepository(db);
  const movements = new Movements(
    facts,
    clock,
    new CurrentSettings(db, { reportTimeZone: 'UTC', fiscalMonth: 1 }),
    db,
  );
  const { figures, names, vocabulary } = await new FiguresRepository(db, facts, clock.now, { small: 0 }).open(
    EVERYTHING,
  );
  const view = makeView({
    scope: EVERYTHING,
    figures,
    names,
    vocabulary,
    filter: {},
    today: TODAY,
    known: { at: clock.now(), asked: null, timeZone: 'UTC' },
    language: 'en',
    organisation: HOME_ORGANISATION,
    links: noLinks,
  });
  const revision = (await revisionAt(db, FIRST))?.number ?? 0;
  for (const [what, then] of [
    ['the same last day', TODAY],
    ['a month more', MONTH_BEFORE],
  ] as const) {
    const moved = await rowsMoved(db, {
      revision,
      from: then,
      to: TODAY,
      indicators: null,
      most: RESULTS * 3,
    });
    tell(`${what}, results read of each moment`, moved?.results.length ?? 0, 'rows');
    tell(`${what}, transactions read of each moment`, moved?.transactions.length ?? 0, 'rows');
    const start = performance.now();
    const { movements: told } = await movements.since(view, FIRST.toISOString(), then);
    tell(`${what}, told in`, performance.now() - start, 'ms');
    tell(`${what}, totals that moved`, told.length, 'totals');
  }
  if (RESULTS > READ_WHOLE) return rows;
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const whole = [await facts.read(EVERYTHING, FIRST), await facts.read(EVERYTHING)];
  tell('both moments read whole in', performance.now() - start, 'ms');
  tell('both moments whole, of the heap', (process.memoryUsage().heapUsed - before) / 1e6, 'MB');
  tell('both moments whole, results of each', whole.at(-1)?.facts.results.length ?? 0, 'rows');
  return rows;
}

/** One is added to so many results that count, as one change. */
export async function correct(db: Database, many: number, at: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await actAs(tx, { kind: 'command', name: 'bench' }, at);
    await tx.execute(sql`UPDATE results SET value = value + 1 WHERE id IN (
      SELECT r.id FROM results r JOIN indicators i ON i.code = r.indicator
      WHERE r.status = 'approved' AND r.qualifier = 'exact' AND i.measure = 'count' AND i.combine_time = 'sum' AND i.combine_place = 'sum'
        AND NOT EXISTS (SELECT FROM result_parts p WHERE p.result = r.id)
      ORDER BY md5(r.id::text) LIMIT ${many})`);
  });
}
