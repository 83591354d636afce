import { sql } from 'drizzle-orm';
import { fillByInserts } from '../generated.ts';
import { median, reader, timingOf, visit, withEmptyService } from '../portfolio.ts';
import type { BenchRow } from '../render.bench.ts';
import { ANYTHING, ONE_FIGURE } from './changes.ts';

const RESULTS = 10_000;
const FIRST = 20;
/** Changes before them: of a service that is up the code is compiled, and its statements are prepared. */
const BEFORE = 10;
const AGAIN = 100;

/** The dashboard of a generated portfolio on the embedded database, after a change and again, as a manager has it. */
export function embeddedDashboard(): Promise<readonly BenchRow[]> {
  return withEmptyService(async (app) => {
    const { db } = app.database;
    await db.transaction(async (tx) => {
      await fillByInserts(tx, RESULTS);
      await tx.execute(sql`SELECT rebuild_kept_totals()`);
    });
    const manager = await reader(app, 'manager');
    const timed = async () => timingOf(await visit(app, '/', manager), 'app');
    await timed();
    const afterChanges = async (change: string) => {
      const times: number[] = [];
      for (let changed = -BEFORE; changed < FIRST; changed += 1) {
        await db.execute(sql.raw(change));
        const ms = await timed();
        if (changed >= 0) times.push(ms);
      }
      return Math.round(median(times));
    };
    const first = await afterChanges(ONE_FIGURE);
    const anew = await afterChanges(ANYTHING);
    const again: number[] = [];
    for (let asked = 0; asked < AGAIN; asked += 1) again.push(await timed());
    const what = `dashboard of ${RESULTS} results, embedded`;
    return [
      { what: `${what}: first after a figure changed, server time`, value: first, unit: 'ms' },
      { what: `${what}: first when all may have, server time`, value: anew, unit: 'ms' },
      { what: `${what}: again, server time`, value: median(again), unit: 'ms' },
    ];
  });
}
