/** A revision in which a row was made, changed or taken out, and whose hand it was. */
export interface Change {
  readonly revision: number;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorName: string | null;
  /** Who entered what the actor then approved; null: nobody but the actor. */
  readonly enteredBy: string | null;
  /** From which file and line, where this change came from one. */
  readonly file: string | null;
  readonly line: number | null;
  /** Why it says so since then, where somebody wrote it. */
  readonly reason: string | null;
}

/** What a row said from a change on; null: from then on it did not count. */
export interface Version<Row> {
  readonly change: Change;
  readonly said: Row | null;
}
