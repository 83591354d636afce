import type { Result } from '../core/result.ts';

/** A revision in which a figure was made, changed or taken out, and whose hand it was. */
export interface Change {
  readonly revision: number;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorName: string | null;
  /** From which file and line, where a file brought it. */
  readonly file: string | null;
  readonly line: number | null;
  /** Why it says so since then, where somebody wrote it. */
  readonly reason: string | null;
}

/** What a figure said from a change on; null: from then on it did not count. */
export interface Version {
  readonly change: Change;
  readonly result: Result | null;
}
