import type { Edition } from '../edition.ts';
import { entryErrors } from './messages/entry-errors.ts';
import { rowErrorWords } from './messages/row-errors.ts';

/** What is wrong with a row of a file, or of a form, as whoever reads it says so. */
export interface RowFault {
  /** Null: the row as a whole. */
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** What to do on a page, where the command has an option for it; in other languages the words of the code say it. */
const REMEDIES: Readonly<Record<string, string>> = {
  'CELL.TWO_READINGS':
    'Write it without signs between thousands, or with a zero more after its decimals; or bring the file again and say which sign stands before them.',
  'CELL.NOT_A_NUMBER':
    'Write it with that sign, or without any; or bring the file again with the other one chosen.',
  'WORD.NEARLY_KNOWN': 'Write the one that is known; what is new is entered with a form of its own first.',
};

/** What to do about an error for somebody who has a page and no command line. */
export function remedyOnPage({ code, remedy }: Pick<RowFault, 'code' | 'remedy'>): string {
  return / --[a-z]/.test(remedy) ? (REMEDIES[code] ?? remedy) : remedy;
}

/** What is wrong, by column, in the reader's words; null: with the row as a whole. */
export function errorsByColumn(
  { t, language }: Pick<Edition, 't' | 'language'>,
  errors: readonly RowFault[],
): ReadonlyMap<string | null, string> {
  const said = new Map<string | null, string>();
  for (const error of errors) {
    const { column, code, message } = error;
    const words = code === 'ENTRY.NOT_YOURS' ? entryErrors[code] : rowErrorWords[code];
    // In English the row's own words name what is meant.
    const text = language === 'en' || words === undefined ? `${message} ${remedyOnPage(error)}` : t(words);
    said.set(column, [said.get(column), text].filter((each) => each !== undefined).join(' '));
  }
  return said;
}
