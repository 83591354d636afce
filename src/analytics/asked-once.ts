/**
 * Asks when the first one wants to know, and tells all others the same. A question that failed is asked again.
 *
 * @example const codes = askedOnce(() => readCodes(db)); await codes(); await codes() // read once
 */
export function askedOnce<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: Promise<Answer> | null = null;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = null;
      throw error;
    });
    return asked;
  };
}

/**
 * The same for a question that is asked in several ways: each is answered once, and the latest answers are kept.
 *
 * @param most how many answers are kept
 */
export function askedOnceEach<Query, Answer>(
  most: number,
  ask: (query: Query) => Promise<Answer>,
): (query: Query) => Promise<Answer> {
  const known = new Map<string, () => Promise<Answer>>();
  return (query) => {
    const key = JSON.stringify(query);
    const asked = known.get(key) ?? askedOnce(() => ask(query));
    known.delete(key);
    known.set(key, asked);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return asked();
  };
}
