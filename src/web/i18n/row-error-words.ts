import type { Written } from '../../core/fault.ts';
import { isDay } from '../../core/period.ts';
import type { Edition } from '../edition.ts';
import { entryErrors } from './messages/entry-errors.ts';
import { rowErrorWords } from './messages/row-errors.ts';
import {
  meantErrorWords,
  twoReadingsWords,
  writtenErrorWords,
  writtenWord,
} from './messages/written-errors.ts';

/** What is wrong with a row of a file, or of a form, as whoever reads it says so. */
export interface RowFault {
  /** Null: the row as a whole. */
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly written?: Written;
}

/** What to do on a page, where the command has an option for it; in other languages the words of the code say it. */
const REMEDIES: Readonly<Record<string, string>> = {
  'CELL.TWO_READINGS':
    'Write it without signs between thousands, or with a zero more after its decimals; or bring the file again and choose its decimal separator.',
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
  edition: Pick<Edition, 't' | 'f' | 'language'>,
  errors: readonly RowFault[],
): ReadonlyMap<string | null, string> {
  const said = new Map<string | null, string>();
  for (const error of errors) {
    const { column } = error;
    const text = sayingOf(edition, error);
    said.set(column, [said.get(column), text].filter((each) => each !== undefined).join(' '));
  }
  return said;
}

function sayingOf(edition: Pick<Edition, 't' | 'f' | 'language'>, error: RowFault): string {
  const { code, message, written } = error;
  const words = code === 'ENTRY.NOT_YOURS' ? entryErrors[code] : rowErrorWords[code];
  // In English the row's own words name what is meant.
  if (edition.language === 'en' || words === undefined) return `${message} ${remedyOnPage(error)}`;
  return (written === undefined ? null : namingWords(edition, code, written)) ?? edition.t(words);
}

/** What is wrong with a cell, by what stands in it; null: what is said of the code says all of it. */
function namingWords(
  { t, f }: Pick<Edition, 't' | 'f'>,
  code: string,
  { value: typed, meant }: Written,
): string | null {
  const value = t(writtenWord, { word: typed });
  const [one, other] = meant;
  if (code === 'CELL.TWO_READINGS' && one !== undefined && other !== undefined) {
    if (isDay(one)) return t(twoReadingsWords.date, { value, one, other });
    // The languages other than English have a comma before decimals.
    return t(twoReadingsWords.number, { value, one, other: other.replace('.', ',') });
  }
  const near = meantErrorWords[code];
  if (near !== undefined && meant.length > 0) {
    const isCountry = code === 'CELL.UNKNOWN_COUNTRY';
    const names = meant.map((word) =>
      isCountry ? `${word} (${f.country(word)})` : t(writtenWord, { word }),
    );
    return t(near, { value, meant: f.anyOf(names) });
  }
  const words = writtenErrorWords[code];
  return words === undefined ? null : t(words, { value });
}
