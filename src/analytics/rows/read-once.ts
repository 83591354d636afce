/** An answer that is still without the rows that it tells of. */
export interface Unread<Row, Answer> {
  /** Of the rows, in any order, some perhaps twice. */
  readonly keys: readonly string[];
  /** @param rows those of the keys in order; of one that is gone meanwhile there is none */
  tell(rows: (keys: readonly string[]) => readonly Row[]): Answer;
}

/** Several answers, whose rows are read at once: most tell of a few, and some of the same. */
export async function readOnce<Row, Answers extends object>(
  unread: { readonly [Name in keyof Answers]: Unread<Row, Answers[Name]> },
  read: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): Promise<Answers> {
  const answers = Object.entries(unread) as [string, Unread<Row, unknown>][];
  const keys = new Set(answers.flatMap(([, each]) => each.keys));
  const byKey = new Map((await read([...keys])).map((row) => [keyOf(row), row]));
  const rows = (wanted: readonly string[]) => wanted.flatMap((key) => byKey.get(key) ?? []);
  return Object.fromEntries(answers.map(([name, { tell }]) => [name, tell(rows)])) as Answers;
}
