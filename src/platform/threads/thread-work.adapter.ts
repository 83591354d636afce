import { parentPort, type TransferListItem } from 'node:worker_threads';

/** What a thread says of a piece of work. */
export type Answer = { readonly done: unknown } | { readonly failed: Error };

/** The work that a thread knows, by name. */
export type Tasks = Readonly<Record<string, (input: never) => unknown>>;

/** Answers, one after the other, what a `ThreadPool` asks of this thread. */
export function answerTasks(tasks: Tasks): void {
  parentPort?.on('message', async ({ name, input }: { readonly name: string; readonly input: never }) => {
    try {
      const task = tasks[name];
      if (task === undefined) throw new Error(`This thread knows nothing of "${name}".`);
      const done = await task(input);
      parentPort?.postMessage({ done } satisfies Answer, bytesIn(done));
    } catch (error) {
      parentPort?.postMessage({ failed: error as Error } satisfies Answer);
    }
  });
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
