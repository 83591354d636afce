import type { Transaction } from '../database/database.ts';

/** Work that outlives the request or the clock tick that asked for it, and the process too. */
export abstract class JobQueue {
  /**
   * Puts a job into the queue `name`. In a transaction (`tx`) it is there if and only if that commits.
   *
   * @returns false: a job with this `singletonKey` waits or runs already, and no second one was made
   */
  abstract enqueue(name: string, data: object, options?: EnqueueOptions): Promise<boolean>;

  /**
   * Runs `handler` for each job of the queue `name`, one at a time; on a process that only serves pages, does nothing.
   * A handler that throws is tried again later, so it must bear being run twice. `signal` says that the process stops.
   */
  abstract work<T extends object>(
    name: string,
    handler: (data: T, signal: AbortSignal) => Promise<void>,
  ): Promise<void>;

  /** @throws where jobs cannot be taken in or handed out now */
  abstract check(): Promise<void>;

  /** Lets the jobs that run come to their end, for a while, and takes no more. */
  abstract stop(): Promise<void>;
}

export interface EnqueueOptions {
  /** At most one job of a queue with this key waits or runs at any time. */
  readonly singletonKey?: string;
  readonly tx?: Transaction;
}
