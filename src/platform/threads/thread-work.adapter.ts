import { parentPort, type TransferListItem } from 'node:worker_threads';

/** What a thread says of a piece of work; of a part it waits to be told that the next one may come. */
export type Answer = { readonly done: unknown } | { readonly part: unknown } | { readonly failed: Error };

/** The work that a thread knows, by name. One that yields gives its answer in parts. */
export type Tasks = Readonly<Record<string, (input: never) => unknown>>;

/** What a thread is told: to begin, or to go on. */
export type Order = { readonly name: string; readonly input: unknown } | 'next';

/** Answers, one after the other, what a `ThreadPool` asks of this thread. */
export function answerTasks(tasks: Tasks): void {
  let goOn = () => {};
  const waitForNext = () =>
    new Promise<void>((resolve) => {
      goOn = resolve;
    });
  parentPort?.on('message', async (order: Order) => {
    if (order === 'next') {
      goOn();
      return;
    }
    try {
      const task = tasks[order.name];
      if (task === undefined) throw new Error(`This thread knows nothing of "${order.name}".`);
      const made = await task(order.input as never);
      const done = isInParts(made) ? await sendParts(made, waitForNext) : made;
      answer({ done }, bytesIn(done));
    } catch (error) {
      answer({ failed: error as Error });
    }
  });
}

function answer(said: Answer, transfer: TransferListItem[] = []): void {
  parentPort?.postMessage(said, transfer);
}

function isInParts(made: unknown): made is AsyncGenerator<unknown, unknown> {
  return typeof made === 'object' && made !== null && Symbol.asyncIterator in made;
}

async function sendParts(
  parts: AsyncGenerator<unknown, unknown>,
  waitForNext: () => Promise<void>,
): Promise<unknown> {
  for (;;) {
    const { done, value } = await parts.next();
    if (done) return value;
    const next = waitForNext();
    answer({ part: value });
    await next;
  }
}

/** Bytes that are nobody else's are handed over, and not copied. */
function bytesIn(done: unknown): TransferListItem[] {
  const parts = typeof done === 'object' && done !== null ? [done, ...Object.values(done)] : [];
  const whole = parts.filter(
    (part): part is Uint8Array<ArrayBuffer> =>
      part instanceof Uint8Array &&
      part.buffer instanceof ArrayBuffer &&
      part.byteLength === part.buffer.byteLength,
  );
  return [...new Set(whole.map(({ buffer }) => buffer))];
}
