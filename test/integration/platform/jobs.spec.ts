import { Logger } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import type { DatabaseHandle } from '../../../src/platform/database/database.ts';
import { rowsOf } from '../../../src/platform/database/rows.ts';
import type { JobQueue } from '../../../src/platform/jobs/job-queue.ts';
import { PgBossQueue, withMoments } from '../../../src/platform/jobs/pg-boss.adapter.ts';
import { eachEngine } from '../../support/database.ts';

beforeAll(() => Logger.overrideLogger(false));

/** Collects what a handler gets; `until(n)` waits for the n-th. */
function inbox<T extends object>() {
  const seen: T[] = [];
  const waiting: { count: number; done: () => void }[] = [];
  return {
    seen,
    handle: async (data: T) => {
      seen.push(data);
      for (const { done } of waiting.filter(({ count }) => count <= seen.length)) done();
    },
    until: (count: number) =>
      seen.length >= count ? Promise.resolve() : new Promise<void>((done) => waiting.push({ count, done })),
  };
}

eachEngine('the job queue', (engine) => {
  let database: DatabaseHandle;
  let queue: JobQueue;

  beforeAll(async () => {
    database = await engine.open();
    queue = new PgBossQueue(database, true);
  });
  afterAll(() => queue.stop());

  if (engine.name === 'embedded') {
    it('has moments as pg-boss reads them, where the service has them as they are written', async () => {
      if (database.kind !== 'embedded') throw new Error('It is not embedded.');
      const asked = withMoments(database.client);
      const noon = new Date('2017-06-30T12:00:00Z');
      expect((await asked.query('SELECT $1::timestamptz AS at', [noon])).rows).toEqual([{ at: noon }]);
      const [first] = await asked.exec(`SELECT '2017-06-30T12:00:00Z'::timestamptz AS at`);
      expect(first?.rows).toEqual([{ at: noon }]);
      const written = await database.client.query(`SELECT '2017-06-30'::date AS day`);
      expect(written.rows).toEqual([{ day: '2017-06-30' }]);
    });
  }

  it('runs a job once, with its data', async () => {
    const { handle, seen, until } = inbox<{ issue: string }>();
    await queue.work('once', handle);
    expect(await queue.enqueue('once', { issue: '2017-06' })).toBe(true);
    await until(1);
    expect(seen).toEqual([{ issue: '2017-06' }]);
  });

  it('lets the job of a dead worker go on within a minute, however often workers have died of it', async () => {
    await queue.work('handed-over', async () => undefined);
    const [made] = await rowsOf<{ heartbeat: number; longest: number }>(
      database.db,
      sql`SELECT heartbeat_seconds AS heartbeat, retry_delay_max AS longest FROM pgboss.queue WHERE name = 'handed-over'`,
    );
    // Until somebody looks, and until somebody polls: ten seconds each.
    expect((made?.heartbeat ?? 60) + 10 + (made?.longest ?? 60) + 10).toBeLessThan(60);
  });

  it('takes in one job for a key until that is done, and any number without one', async () => {
    expect(await queue.enqueue('keyed', { n: 1 }, { singletonKey: 'a' })).toBe(true);
    expect(await queue.enqueue('keyed', { n: 2 }, { singletonKey: 'a' })).toBe(false);
    expect(await queue.enqueue('keyed', { n: 3 }, { singletonKey: 'b' })).toBe(true);
    expect(await queue.enqueue('keyed', { n: 4 })).toBe(true);
    expect(await queue.enqueue('keyed', { n: 5 })).toBe(true);
    const { handle, seen, until } = inbox<{ n: number }>();
    await queue.work('keyed', handle);
    await until(4);
    expect(seen.map(({ n }) => n).sort()).toEqual([1, 3, 4, 5]);
  });

  it('has a job if and only if the transaction that asked for it was committed', async () => {
    const { handle, seen, until } = inbox<{ kept: boolean }>();
    await queue.work('in-transaction', handle);
    const failed = database.db.transaction(async (tx) => {
      await queue.enqueue('in-transaction', { kept: false }, { tx });
      throw new Error('taken back');
    });
    await expect(failed).rejects.toThrow('taken back');
    await database.db.transaction((tx) => queue.enqueue('in-transaction', { kept: true }, { tx }));
    await until(1);
    expect(seen).toEqual([{ kept: true }]);
  });

  it('stops when the jobs that run are done, and loses none', async () => {
    const other = new PgBossQueue(database, true);
    const started = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const finished: { n: number }[] = [];
    await other.work<{ n: number }>('slow', async (data) => {
      started.resolve();
      await finish.promise;
      finished.push(data);
    });
    await other.enqueue('slow', { n: 1 });
    await started.promise;
    const stopped = other.stop();
    finish.resolve();
    await stopped;
    expect(finished).toEqual([{ n: 1 }]);

    await queue.enqueue('slow', { n: 2 });
    const { handle, seen, until } = inbox<{ n: number }>();
    await queue.work('slow', handle);
    await until(1);
    expect(seen).toEqual([{ n: 2 }]);
    expect(finished).toEqual([{ n: 1 }]);
  });

  it('leaves the work to others on a process that serves pages only', async () => {
    const web = new PgBossQueue(database, false);
    await web.work('from-web', async () => {
      throw new Error('not here');
    });
    await web.enqueue('from-web', { n: 1 });
    const { handle, seen, until } = inbox<{ n: number }>();
    await queue.work('from-web', handle);
    await until(1);
    expect(seen).toEqual([{ n: 1 }]);
    await web.stop();
  });

  if (engine.name === 'embedded') {
    it('goes on at once with what a process left that ended, until it has ended too often', async () => {
      const dead = new PgBossQueue(database, true);
      const begun = Promise.withResolvers<void>();
      const over = Promise.withResolvers<void>();
      await dead.work('left', async () => {
        begun.resolve();
        await over.promise;
      });
      await dead.enqueue('left', { n: 1 }, { singletonKey: 'a' });
      await begun.promise;
      // Its heart beats on here, so that nobody would ever miss it.
      const next = new PgBossQueue(database, true);
      const { handle, seen, until } = inbox<{ n: number }>();
      await next.work('left', handle);
      await until(1);
      expect(seen).toEqual([{ n: 1 }]);
      over.resolve();
      await dead.stop();

      // One that has been tried so often that there is no next time.
      await next.stop();
      await database.db.execute(sql`
        INSERT INTO pgboss.job (name, data, state, retry_count, retry_limit, policy)
        VALUES ('left', '{"n": 2}', 'active', 5, 5, 'exclusive')`);
      const last = new PgBossQueue(database, true);
      await last.work('left', handle);
      await last.enqueue('left', { n: 3 });
      await until(2);
      expect(seen).toEqual([{ n: 1 }, { n: 3 }]);
      await last.stop();
    });
  }

  it('brings a queue that an earlier version made up to date', async () => {
    await queue.enqueue('older', {});
    const older = sql`FROM pgboss.queue WHERE name = 'older' AND heartbeat_seconds = 60 AND retry_delay = 60`;
    const isOlder = () => database.db.$count(sql`(SELECT 1 ${older}) AS older`);
    await database.db.execute(
      sql`UPDATE pgboss.queue SET heartbeat_seconds = 60, retry_delay = 60 WHERE name = 'older'`,
    );
    expect(await isOlder()).toBe(1);
    const newer = new PgBossQueue(database, true);
    await newer.enqueue('older', {});
    expect(await isOlder()).toBe(0);
    await newer.stop();
  });

  it('is well while the database is', async () => {
    await expect(queue.check()).resolves.toBeUndefined();
  });
});
