import type { DomainError } from '../../core/errors.ts';
import type { Written } from '../../core/fault.ts';

/** What is wrong with a file, at one place in it, and what to do. Codes are stable, `AREA.REASON` as in `DomainError`. */
export interface RowError {
  /** The line on which the row begins; the first of the file is line 1. In a spreadsheet: the number of the row. */
  readonly line: number;
  /** As the header names it; null: the row, or the file, as a whole. */
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly written?: Written;
}

/** Why something is refused, as it is said of the row in which it stands. */
export function saidOf({ code, message, options }: DomainError): Omit<RowError, 'line' | 'column'> {
  const { remedy = '', written } = options;
  return { code, message, remedy, ...(written && { written }) };
}

/** What is wrong with a file as a whole, seen on a line of it. */
export function fileError(line: number, code: string, message: string, remedy: string): RowError {
  return { line, column: null, code, message, remedy };
}

/** In the order in which a person walks through the file. */
export function inFileOrder(errors: readonly RowError[]): readonly RowError[] {
  return [...errors].sort((a, b) => a.line - b.line);
}
