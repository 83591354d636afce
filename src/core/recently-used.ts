/** Values by key, as many as fit: the one that was asked for longest ago makes room for a new one. */
export class RecentlyUsed<Value> {
  private readonly max: number;
  /** In the order of use: a Map keeps the order in which keys were set. */
  private readonly values = new Map<string, Value>();

  constructor(max: number) {
    this.max = max;
  }

  has(key: string): boolean {
    return this.values.has(key);
  }

  /** The value of the key, if there is one; it was asked for now. */
  find(key: string): Value | undefined {
    const value = this.values.get(key);
    return value === undefined ? undefined : this.get(key, () => value);
  }

  /** The value of the key; made, and remembered, where there is none. */
  get(key: string, make: () => Value): Value {
    const value = this.values.get(key) ?? make();
    this.values.delete(key);
    this.values.set(key, value);
    const [oldest] = this.values.keys();
    if (this.values.size > this.max && oldest !== undefined) this.values.delete(oldest);
    return value;
  }

  forget(key: string): void {
    this.values.delete(key);
  }

  /** Another of what becomes of each value, in the order of use; undefined: it is not taken along. */
  takenAlong(becomes: (value: Value) => Value | undefined): RecentlyUsed<Value> {
    const others = new RecentlyUsed<Value>(this.max);
    for (const [key, value] of this.values) {
      const taken = becomes(value);
      if (taken !== undefined) others.values.set(key, taken);
    }
    return others;
  }
}

/**
 * What is asked for once and told to all who ask likewise; what could not be told is asked for again.
 *
 * @example toldOnce(answers, 'totals', () => figures.totals(query)) // the first one asks
 */
export function toldOnce<Answer>(
  answers: RecentlyUsed<Promise<unknown>>,
  key: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const answer = answers.get(key, ask) as Promise<Answer>;
  answer.catch(() => answers.forget(key));
  return answer;
}
