import { DomainError } from '../../core/errors.ts';
import type { Written } from '../../core/fault.ts';
import { oneLine } from '../../core/one-line.ts';

/**
 * Why a cell, or a row, is refused.
 *
 * @param written what its words in other languages name; of what goes without saying nothing
 */
export function refusal(code: string, message: string, remedy: string, written?: Written): DomainError {
  return new DomainError(code, message, { kind: 'refused', remedy, ...(written && { written }) });
}

/** What stands in a cell, as messages repeat it. @param meant what it may be */
export function asWritten(text: string, meant: readonly string[] = []): Written {
  return { value: oneLine(text, 60), meant };
}

/** A text as a message repeats it. */
export function quoted(text: string): string {
  return `"${oneLine(text, 60)}"`;
}
