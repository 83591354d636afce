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
    await new Promise<void>((endOfTurn) => setImmediate(endOfTurn));
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
 * The same for questions about many things, each by its key: all that are wanted by then are asked for at once.
 *
 * @param ask answers for the keys of which there is something
 * @example const session = askedTogetherBy((digests) => findSessions(digests));
 */
export function askedTogetherBy<Answer>(
  ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>>,
): (key: string) => Promise<Answer | null> {
  let wanted = new Set<string>();
  const askAll = askedTogether(() => {
    const keys = [...wanted];
    wanted = new Set();
    return ask(keys);
  });
  return async (key) => {
    wanted.add(key);
    return (await askAll()).get(key) ?? null;
  };
}
