/**
 * A question that all who come while it is being asked get answered together, by the next time it is asked: never by one
 * that was asked before they came.
 *
 * @example const revision = askedTogether(() => readRevision(db)); // a thousand at once read it twice
 */
export function askedTogether<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let underWay: Promise<unknown> | null = null;
  let next: Promise<Answer> | null = null;
  const begin = () => {
    next = null;
    const answer = ask();
    const ended = answer.then(
      () => {},
      () => {},
    );
    underWay = ended;
    void ended.then(() => {
      if (underWay === ended) underWay = null;
    });
    return answer;
  };
  return () => {
    if (underWay === null) return begin();
    next ??= underWay.then(begin);
    return next;
  };
}

/**
 * The same for questions about many things, each by its key.
 *
 * @example const session = askedTogetherBy((cookie) => findSession(cookie));
 */
export function askedTogetherBy<Answer>(
  ask: (key: string) => Promise<Answer>,
): (key: string) => Promise<Answer> {
  const asked = new Map<string, { readonly ask: () => Promise<Answer>; waiting: number }>();
  return async (key) => {
    const one = asked.get(key) ?? { ask: askedTogether(() => ask(key)), waiting: 0 };
    asked.set(key, one);
    one.waiting += 1;
    try {
      return await one.ask();
    } finally {
      one.waiting -= 1;
      if (one.waiting === 0) asked.delete(key);
    }
  };
}
