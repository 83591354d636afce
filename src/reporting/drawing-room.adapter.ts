import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { Shutdown } from '../platform/lifecycle/shutdown.ts';
import { type ThreadLimits, ThreadPool, threadFile } from '../platform/threads/thread-pool.adapter.ts';
import type { DrawingTasks } from './drawing-thread.adapter.ts';

const LIMITS: ThreadLimits = {
  // One core is left to answer requests; a third thread would only wait for the browser that prints two at a time.
  atOnce: Math.min(2, Math.max(1, availableParallelism() - 1)),
  // A report takes a tenth of a second: the last of so many waits for some ten.
  waiting: 100,
  // A hundred times what a long report takes.
  timeMs: 30_000,
  // A report of 20,000 programmes takes a quarter of it.
  memoryMb: 1024,
  idleMs: 60_000,
};

/** Where reports are drawn and written: in threads, so that no page waits for them. */
@Injectable()
export class DrawingRoom {
  private readonly threads = new ThreadPool(threadFile(import.meta, 'drawing'), LIMITS);

  constructor(shutdown: Shutdown) {
    shutdown.addLast('The threads that draw', () => this.threads.close());
  }

  /** @throws DomainError `THREADS.…` (broken) */
  draw<Name extends keyof DrawingTasks>(
    name: Name,
    input: Parameters<DrawingTasks[Name]>[0],
  ): Promise<Awaited<ReturnType<DrawingTasks[Name]>>> {
    return this.threads.run({ name, input });
  }
}
