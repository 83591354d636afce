import { DomainError } from '../../core/errors.ts';
import { oneLine } from '../../core/one-line.ts';

/** Why a cell, or a row, is refused. */
export function refusal(code: string, message: string, remedy: string): DomainError {
  return new DomainError(code, message, { kind: 'refused', remedy });
}

/** A text as a message repeats it. */
export function quoted(text: string): string {
  return `"${oneLine(text, 60)}"`;
}
