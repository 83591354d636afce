import { oneLine } from '../../core/one-line.ts';
import type { Difference } from './likeness.ts';
import type { RowError } from './row-error.ts';

/** A question that stops an import: is the row of this line the figure that it looks like? */
export interface TwinQuestion {
  readonly line: number;
  /** By ref or id where it is stored, or the other line of the file. */
  readonly like: { readonly ref: string } | { readonly line: number };
  /** What the figure that it looks like says, in a few words. */
  readonly says: string;
  /** Before: that figure; after: the row. */
  readonly differences: readonly Difference[];
}

/** How a question is told, in the place of an error. */
export function questionError({ line, like, says, differences }: TwinQuestion): RowError {
  const figure = 'ref' in like ? `the stored figure ${like.ref} (${says})` : `line ${like.line} (${says})`;
  const message =
    differences.length === 0
      ? `The row says the same as ${figure}.`
      : `The row is nearly ${figure}: ${differences.map(describeDifference).join('; ')}.`;
  const remedy =
    'Say whether it is the same figure (--same corrects it) or another one (--another counts both).';
  return { line, column: null, code: 'IMPORT.TWINS', message, remedy };
}

/** `period_end 2017-03-30 → 2017-03-31` */
export function describeDifference({ column, before, after }: Difference): string {
  const shown = (text: string) => (text === '' ? '(empty)' : oneLine(text, 60));
  return `${column} ${shown(before)} → ${shown(after)}`;
}
