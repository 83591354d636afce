/** Beyond so many different ones they are kept as they come: they hardly repeat. */
const MOST = 20_000;

/**
 * Keeps one of equal values where rows are held by the hundred thousand: a driver makes new ones for each row, and they
 * are several times as large as what is different in it.
 */
export class KeptOnce {
  readonly #values = new Map<string, unknown>();

  text<Text extends string | null>(text: Text): Text {
    return text === null ? text : this.value(text, () => text);
  }

  moment<Moment extends Date | null>(moment: Moment): Moment {
    return moment === null ? moment : this.value(`at ${moment.getTime()}`, () => moment);
  }

  /** The first value that was made under a key of its kind. */
  value<Value>(key: string, make: () => Value): Value {
    const before = this.#values.get(key);
    if (before !== undefined) return before as Value;
    const made = make();
    if (this.#values.size < MOST) this.#values.set(key, made);
    return made;
  }
}
