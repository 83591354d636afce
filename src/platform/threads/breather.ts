/** So long may one piece of work have the thread that answers requests. */
const MOST_MS = 10;

/**
 * What long work on the thread that answers requests calls between two steps: now and then it lets others have the thread.
 *
 * @example const breathe = breather(); for (const row of rows) { await breathe(); read(row); }
 */
export function breather(mostMs = MOST_MS): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < mostMs) return;
    await new Promise(setImmediate);
    since = performance.now();
  };
}
