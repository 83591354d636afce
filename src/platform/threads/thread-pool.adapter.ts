import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError } from '../../core/errors.ts';
import { ROOT } from '../config/root.ts';
import type { Answer, Order } from './thread-work.adapter.ts';

export interface ThreadLimits {
  /** Pieces of work that are done at once. */
  readonly atOnce: number;
  /** Pieces that may wait for their turn; more are turned away. */
  readonly waiting: number;
  /** For one piece, without its wait. */
  readonly timeMs: number;
  /** A thread's own heap. */
  readonly memoryMb: number;
  /** So long a thread that has nothing to do waits for more. */
  readonly idleMs: number;
}

/** A piece of work for a thread: what it is called there, and what it needs, which is copied. */
export interface Task<Part = never> {
  readonly name: string;
  readonly input: unknown;
  /** Takes what comes before the answer; others have the thread between two parts. */
  readonly part?: (part: Part) => void;
}

interface Waiting extends Task<unknown> {
  readonly done: PromiseWithResolvers<unknown>;
}

type Ended = Exclude<Answer, { readonly part: unknown }>;

/** When it is worth trying again. */
const RETRY_AFTER_S = 5;
/**
 * At the limit of a thread's heap Node lets the collection that is under way take 16 MB more, and V8 ends the whole process where
 * that is not enough. What one collection moves out of the young generation must fit into it.
 */
const YOUNG_MB = 8;
/** The thread's code from source is TypeScript with markup, which Node does not read by itself. */
const FROM_SOURCE = ['--require', join(ROOT, 'test/support/runner/typescript.cjs')];

/**
 * Does pure work in threads of its own, so that the thread that answers requests is not held, in order of arrival and not
 * without end: whoever would wait too long is turned away. A piece that takes more time or memory than it is given is
 * ended with its thread, and another thread takes the next one. Threads are started when there is work; they have no
 * environment, and so none of the service's settings.
 *
 * docs/decisions/threads.md says why it is our own.
 */
export class ThreadPool {
  private readonly all = new Set<Worker>();
  private readonly idle = new Map<Worker, NodeJS.Timeout>();
  private readonly queue: Waiting[] = [];
  private busy = 0;
  private closed = false;

  /** @param file the code of a thread, which calls `answerTasks` */
  constructor(
    private readonly file: string,
    private readonly limits: ThreadLimits,
  ) {}

  /**
   * @throws DomainError `THREADS.BUSY`, `THREADS.CLOSED` (broken) where it was not begun, `THREADS.TOO_SLOW`,
   *   `THREADS.TOO_LARGE` (broken) where it took too much; whatever the work itself throws
   */
  run<T, Part = never>(task: Task<Part>): Promise<T> {
    if (this.closed) return Promise.reject(closedError());
    if (this.busy >= this.limits.atOnce && this.queue.length >= this.limits.waiting) {
      return Promise.reject(busyError(this.queue.length));
    }
    const done = Promise.withResolvers<unknown>();
    this.queue.push({ ...(task as Task<unknown>), done });
    this.next();
    return done.promise as Promise<T>;
  }

  /** Turns away what waits, and ends what is under way. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { done } of this.queue.splice(0)) done.reject(closedError());
    await Promise.all([...this.all].map((worker) => worker.terminate()));
  }

  private next(): void {
    if (this.busy >= this.limits.atOnce) return;
    const task = this.queue.shift();
    if (task === undefined) return;
    this.busy += 1;
    void this.work(task).finally(() => {
      this.busy -= 1;
      this.next();
    });
  }

  private async work({ done, ...task }: Waiting): Promise<void> {
    const worker = this.take();
    try {
      const answer = await this.ask(worker, task);
      this.rest(worker);
      if ('failed' in answer) done.reject(answer.failed);
      else done.resolve(answer.done);
    } catch (error) {
      void worker.terminate();
      done.reject(error);
    }
  }

  private ask(worker: Worker, { name, input, part }: Task<unknown>): Promise<Ended> {
    const { promise, resolve, reject } = Promise.withResolvers<Ended>();
    const timer = setTimeout(() => reject(tooMuch('THREADS.TOO_SLOW', 'time')), this.limits.timeMs);
    const broken = (error: Error) => reject(endOf(error));
    const ended = () => reject(this.closed ? closedError() : new Error('A thread ended before its work.'));
    const tell = (order: Order) => worker.postMessage(order);
    const hear = (answer: Answer) => {
      if (!('part' in answer)) return resolve(answer);
      part?.(answer.part);
      setImmediate(tell, 'next');
    };
    worker.on('message', hear).once('error', broken).once('exit', ended);
    worker.ref();
    const answered = promise.finally(() => {
      clearTimeout(timer);
      worker.off('message', hear).off('error', broken).off('exit', ended);
      // One that waits for work keeps no process alive.
      worker.unref();
    });
    try {
      tell({ name, input });
    } catch (error) {
      // It holds what cannot be copied, such as a function.
      reject(error);
    }
    return answered;
  }

  /** One that has had nothing to do for a while gives its memory back. */
  private rest(worker: Worker): void {
    const letGo = () => {
      // Nobody takes one that is about to end.
      this.idle.delete(worker);
      void worker.terminate();
    };
    this.idle.set(worker, setTimeout(letGo, this.limits.idleMs).unref());
  }

  private take(): Worker {
    for (const [worker, timer] of this.idle) {
      clearTimeout(timer);
      this.idle.delete(worker);
      return worker;
    }
    const worker = new Worker(this.file, {
      resourceLimits: {
        maxOldGenerationSizeMb: this.limits.memoryMb,
        maxYoungGenerationSizeMb: YOUNG_MB,
      },
      env: {},
      ...(this.file.endsWith('.ts') && { execArgv: FROM_SOURCE }),
    });
    const gone = () => {
      clearTimeout(this.idle.get(worker));
      this.idle.delete(worker);
      this.all.delete(worker);
    };
    worker.on('error', gone).on('exit', gone);
    this.all.add(worker);
    return worker;
  }
}

/**
 * The file of a thread's code: beside the one that asks as it was written, and a bundle of its own beside the service's
 * (docs/decisions/one-bundle.md).
 *
 * @param beside `import.meta` of whoever asks
 * @example threadFile(import.meta, 'read-table') // …/src/platform/csv/read-table-thread.adapter.ts
 */
export function threadFile(
  { filename, dirname }: Pick<ImportMeta, 'filename' | 'dirname'>,
  name: string,
): string {
  return filename.endsWith('.ts')
    ? join(dirname, `${name}-thread.adapter.ts`)
    : join(ROOT, 'dist', `${name}-thread.js`);
}

function endOf(error: Error): Error {
  const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isFull ? tooMuch('THREADS.TOO_LARGE', 'memory') : error;
}

function tooMuch(code: string, what: string): DomainError {
  return new DomainError(code, `This takes more ${what} to make than it is given.`, {
    kind: 'broken',
    remedy: 'Ask for less: a narrower filter, or a shorter period.',
  });
}

function busyError(waiting: number): DomainError {
  return new DomainError('THREADS.BUSY', `${waiting} documents are waiting to be drawn already.`, {
    kind: 'broken',
    remedy: 'Try again in a moment.',
    retryAfterS: RETRY_AFTER_S,
  });
}

function closedError(): DomainError {
  return new DomainError('THREADS.CLOSED', 'The service is stopping and begins nothing more.', {
    kind: 'broken',
    remedy: 'Try again when it has started.',
    retryAfterS: RETRY_AFTER_S,
  });
}
