import type { Span } from '../../core/span.ts';
import { LANGUAGES, type LocalText, originalText } from '../../core/text.ts';

/** What one column says in a stored figure and in a row of a file, as a file writes it. */
export interface Difference {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/**
 * When two rows of a kind that have no key of their own may be one figure. The three questions answer with the columns
 * that differ, or with null: they are two figures.
 */
export interface Likeness<Row> {
  /** The row in a few words, for whoever is asked about it. */
  describe(row: Row): string;
  /** Only rows of one bucket can be near twins. */
  bucket(row: Row): string;
  /** Only rows of one family can be sides of one figure that moved to another place, kind or date. */
  family(row: Row): string;
  /** All that the row says, without the texts about it: rows that say the same are one figure. */
  statement(row: Row): string;
  span(row: Row): Span;
  /** A row of a file, and a stored figure of its bucket that the file does not repeat. */
  corrects(row: Row, stored: Row): readonly Difference[] | null;
  /** Two rows of one bucket that stand side by side in one file. */
  repeats(row: Row, other: Row): readonly Difference[] | null;
  /** A new row of a revised file, and a figure of its family that is gone from the file. */
  replaces(row: Row, gone: Row): readonly Difference[] | null;
}

/** The columns in which two rows differ, of those that are asked for. */
export function differences(
  columns: readonly string[],
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly Difference[] {
  return columns.flatMap((column) => {
    const [was, is] = [before[column] ?? '', after[column] ?? ''];
    return was === is ? [] : [{ column, before: was, after: is }];
  });
}

/** Both are given and they are not the same: what people tell things apart by. */
export function toldApart(one: string | null | undefined, other: string | null | undefined): boolean {
  return Boolean(one) && Boolean(other) && one !== other;
}

/** Whether their notes tell two things apart: in a language that both have, else each in its own. */
export function notedApart(one: LocalText | null, other: LocalText | null): boolean {
  const shared = LANGUAGES.find(
    (language) => one?.[language] !== undefined && other?.[language] !== undefined,
  );
  return shared === undefined
    ? toldApart(originalText(one), originalText(other))
    : toldApart(one?.[shared], other?.[shared]);
}
