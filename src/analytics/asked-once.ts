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
