import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ROOT } from '../config/root.ts';
import { type Task, type ThreadLimits, ThreadPool } from './thread-pool.adapter.ts';

const FILE = join(import.meta.dirname, 'fixtures/test-thread.adapter.ts');
const FULL_HEAP = join(import.meta.dirname, 'fixtures/full-heap.adapter.ts');
const pools: ThreadPool[] = [];

function poolOf(limits: Partial<ThreadLimits> = {}): ThreadPool {
  const pool = new ThreadPool(FILE, {
    atOnce: 1,
    waiting: 4,
    timeMs: 30_000,
    memoryMb: 64,
    idleMs: 60_000,
    ...limits,
  });
  pools.push(pool);
  return pool;
}

const task = (name: string, input: unknown = null): Task => ({ name, input });
const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    (answer) => answer,
    (error: { code?: string; name: string }) => error.code ?? error.name,
  );

afterAll(() => Promise.all(pools.map((pool) => pool.close())));

describe('threads', () => {
  it('do what they are asked, one after the other in the same thread', async () => {
    const pool = poolOf();
    expect(await pool.run(task('double', 21))).toBe(42);
    expect(await pool.run(task('bytes', 3))).toEqual(new Uint8Array([7, 7, 7]));
    expect([await pool.run(task('nth')), await pool.run(task('nth'))]).toEqual([1, 2]);
  });

  it('answer in parts, between which others have the thread that asks', async () => {
    const parts: number[] = [];
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    });
    const seen = new Set<number>();
    const part = (each: number) => {
      parts.push(each);
      seen.add(turns);
    };
    expect(await poolOf().run<string, number>({ ...task('count', 2_000), part })).toBe('counted');
    clearInterval(turning);
    expect(parts).toEqual(Array.from({ length: 2_000 }, (_, index) => index + 1));
    expect(seen.size).toBeGreaterThan(1);
  });

  it('carry out what the work throws, and go on', async () => {
    const pool = poolOf();
    await expect(pool.run(task('fail', 'no'))).rejects.toThrow(new RangeError('no'));
    await expect(pool.run(task('something else'))).rejects.toThrow('knows nothing of "something else"');
    await expect(pool.run(task('double', () => 1))).rejects.toThrow('could not be cloned');
    expect(await pool.run(task('double', 2))).toBe(4);
  });

  it('leave the thread that asks free meanwhile', async () => {
    const pool = poolOf({ timeMs: 1_000 });
    const work = outcomeOf(pool.run(task('forever')));
    let turns = 0;
    const counting = (async () => {
      for (; turns < 20; turns += 1) await wait(1);
    })();
    expect(await Promise.race([work, counting])).toBeUndefined();
    expect(turns).toBe(20);
    expect(await work).toBe('THREADS.TOO_SLOW');
  });

  it('end work that takes too much memory, and give what waits to another', async () => {
    // In a process of its own: the nursery that tests are given is every thread's too, and then a full heap may take the
    // process along (docs/decisions/threads.md).
    const fromSource = ['--require', join(ROOT, 'test/support/runner/typescript.cjs')];
    const { stdout } = await promisify(execFile)(process.execPath, [...fromSource, FULL_HEAP]);
    expect(JSON.parse(stdout)).toEqual(['THREADS.TOO_LARGE', 2]);
  });

  it('end work that takes too much time', async () => {
    const pool = poolOf({ timeMs: 2_000 });
    const [slow, next] = [outcomeOf(pool.run(task('forever'))), outcomeOf(pool.run(task('double', 1)))];
    expect([await slow, await next]).toEqual(['THREADS.TOO_SLOW', 2]);
  });

  it('turn away what would wait behind too many, and say when to come again', async () => {
    const pool = poolOf({ waiting: 2 });
    const work = [1, 2, 3].map((each) => pool.run(task('double', each)));
    await expect(pool.run(task('double', 4))).rejects.toMatchObject({
      code: 'THREADS.BUSY',
      options: { kind: 'broken', retryAfterS: 5 },
    });
    expect(await Promise.all(work)).toEqual([2, 4, 6]);
    expect(await pool.run(task('double', 4))).toBe(8);
  });

  it('end when there is nothing to do, and begin again when there is', async () => {
    const pool = poolOf({ idleMs: 1 });
    expect(await pool.run(task('nth'))).toBe(1);
    for (let nth = 2; nth !== 1; ) nth = await pool.run<number>(task('nth')).finally(() => wait(20));
    expect(await pool.run(task('double', 2))).toBe(4);
  });

  it('take no work once they are about to end', async () => {
    const pool = poolOf({ idleMs: 1 });
    // Now before the end of the idle while, now after it, and now in the middle of it.
    for (let turn = 0; turn < 40; turn += 1) {
      expect(await pool.run(task('double', turn))).toBe(2 * turn);
      await wait(turn % 4);
    }
  });

  it('have nothing of the environment', async () => {
    expect(await poolOf().run(task('environment'))).toEqual([]);
  });

  it('end with their pool, whatever they do', async () => {
    const pool = poolOf();
    const [under, waiting] = [outcomeOf(pool.run(task('forever'))), outcomeOf(pool.run(task('double', 1)))];
    await pool.close();
    expect(await Promise.all([under, waiting])).toEqual(['THREADS.CLOSED', 'THREADS.CLOSED']);
    expect(await outcomeOf(pool.run(task('double', 1)))).toBe('THREADS.CLOSED');
  });
});
