import { sql } from 'drizzle-orm';
import { Secret } from '../src/platform/config/secret.ts';
import { actAs } from '../src/platform/database/actor.repository.ts';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { rowsOf } from '../src/platform/database/rows.ts';
import { indicatorsOf, scaleOf } from './generated/words.ts';
import { withCopy, withGenerated } from './generated.ts';
import { type GeneratedService, RESULTS, serviceOn, taken } from './generated-service.ts';
import { median } from './portfolio.ts';
import { processorMsOf } from './processes.ts';
import type { BenchRow } from './render.bench.ts';

export const name = 'approve';

const ONE_BY_ONE = 20;
const AT_ONCE = Math.min(10_000, RESULTS / 2);
const MOST_ONE_MS = 50;
const MOST_ALL_S = 10;

/**
 * What it takes until an approval counts, in a copy of a generated portfolio whose results wait again: one approved, and
 * shown by the next request for its total; and ten thousand approved at once, as one change. Totals are kept in the same
 * change, so its time holds theirs.
 *
 * @throws Error where the next answer does not count what was approved
 */
export function run(): Promise<readonly BenchRow[]> {
  return withGenerated(RESULTS, (made) =>
    withCopy(made, (copy) =>
      serviceOn(copy, async (service) => {
        const database = await openDatabase({ databaseUrl: new Secret(copy.url), dataDir: '' });
        try {
          return await measure(service, database.db);
        } finally {
          await database.close();
        }
      }),
    ),
  );
}

async function measure(service: GeneratedService, db: Database): Promise<readonly BenchRow[]> {
  const indicator = indicatorsOf(scaleOf(RESULTS)).find(
    ({ measure, combineTime, combinePlace }) =>
      measure === 'count' && combineTime === 'sum' && combinePlace === 'sum',
  )?.code;
  const path = `/api/v1/totals?indicator=${indicator}&by=country`;
  const found = await rowsOf<{ id: string }>(
    db,
    sql`SELECT id FROM results WHERE indicator = ${indicator} AND kind = 'actual' AND status = 'approved'
      AND part_of IS NULL AND id NOT IN (SELECT part_of FROM results WHERE part_of IS NOT NULL)
      ORDER BY md5(id::text) LIMIT ${ONE_BY_ONE}`,
  );
  const some = await rowsOf<{ id: string }>(
    db,
    sql`SELECT id FROM results WHERE status = 'approved' ORDER BY md5(id::text) LIMIT ${AT_ONCE}`,
  );
  const times = { change: [] as number[], answer: [] as number[], again: [] as number[] };
  for (const { id } of found) {
    await wait(db, [id]);
    const before = await counted(service, path);
    times.change.push((await approve(db, [id])).ms);
    const approved = performance.now();
    const after = await counted(service, path);
    times.answer.push(performance.now() - approved);
    if (after !== before + 1)
      throw new Error(`${path} counts ${after} results after ${before} and one more.`);
    const asked = performance.now();
    await taken(service, path);
    times.again.push(performance.now() - asked);
  }
  const ids = some.map(({ id }) => id);
  const waiting = await wait(db, ids);
  const all = await approve(db, ids);
  const answered = await taken(service, path);
  const what = `${RESULTS} results`;
  const [change, answer] = [median(times.change), median(times.answer)];
  return [
    { what: `${what}: one approved, median`, value: rounded(change), unit: 'ms' },
    { what: `${what}: the next request, which counts it`, value: rounded(answer), unit: 'ms' },
    { what: `${what}: both`, value: rounded(change + answer), unit: 'ms', limit: MOST_ONE_MS },
    { what: `${what}: the same asked again`, value: rounded(median(times.again)), unit: 'ms' },
    { what: `${what}: ${AT_ONCE} made to wait at once`, value: rounded(waiting.ms / 1000), unit: 's' },
    {
      what: `${what}: ${AT_ONCE} approved at once`,
      value: rounded(all.ms / 1000),
      unit: 's',
      limit: MOST_ALL_S,
    },
    {
      what: `${what}: processor time of the database for those`,
      value: rounded(all.processorMs / 1000),
      unit: 's',
    },
    { what: `${what}: the next request after those`, value: rounded(answered.ms), unit: 'ms' },
  ];
}

/** What a change took, in milliseconds: by the clock, and of the processor by the database for it. */
interface Took {
  readonly ms: number;
  readonly processorMs: number;
}

function approve(db: Database, ids: readonly string[]): Promise<Took> {
  return change(db, ids, sql`status = 'approved', approved_at = now(), approved_by = 'bench'`);
}

function wait(db: Database, ids: readonly string[]): Promise<Took> {
  return change(db, ids, sql`status = 'draft', approved_at = NULL, approved_by = NULL`);
}

async function change(db: Database, ids: readonly string[], set: ReturnType<typeof sql>): Promise<Took> {
  const start = performance.now();
  const backend = { pid: 0, before: 0 };
  await db.transaction(async (tx) => {
    await actAs(tx, { kind: 'command', name: 'bench' }, new Date());
    const [own] = await rowsOf<{ pid: number }>(tx, sql`SELECT pg_backend_pid() AS pid`);
    backend.pid = own?.pid ?? 0;
    backend.before = processorMsOf(backend.pid);
    await tx.execute(sql`UPDATE results SET ${set} WHERE id = ANY(${sql.param(ids)}::uuid[])`);
  });
  return { ms: performance.now() - start, processorMs: processorMsOf(backend.pid) - backend.before };
}

async function counted({ get }: GeneratedService, path: string): Promise<number> {
  const { total } = (await (await get(path)).json()) as { total: { resultCount: number } };
  return total.resultCount;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
