import { setImmediate as endOfTurn } from 'node:timers/promises';

/**
 * A question that all who come while it is being asked get answered together, by the next time it is asked: never by one
 * that was asked before they came. It is asked at the end of a turn of the event loop, for all who came in it.
 *
 * @example const revision = askedTogether(() => readRevision(db)); // a thousand at once read it once or twice
 */
export function askedTogether<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<Answer> | null = null;
  const begin = async () => {
    await endOfTurn();
    next = null;
    const answer = ask();
    underWay = answer.catch(() => {});
    return answer;
  };
  return () => {
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
