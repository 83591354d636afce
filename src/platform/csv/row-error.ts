/** What is wrong with a file, at one place in it, and what to do. Codes are stable, `AREA.REASON` as in `DomainError`. */
export interface RowError {
  /** The line on which the row begins; the header is line 1. */
  readonly line: number;
  /** As the header names it; null: the row, or the file, as a whole. */
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** In the order in which a person walks through the file. */
export function inFileOrder(errors: readonly RowError[]): readonly RowError[] {
  return [...errors].sort((a, b) => a.line - b.line);
}
