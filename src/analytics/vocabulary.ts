import type { Language, LocalText } from '../core/text.ts';
import { formats } from '../web/i18n/formats.ts';

/** Words of the data that are no rows of their own: breakdown axes and parts, kinds of organisation, units. */
export interface Term {
  readonly list: string;
  readonly code: string;
  readonly label: LocalText;
}

export interface Vocabulary {
  /** The word in the reader's language; a code without one is shown as it stands. */
  word(list: string, code: string, language: Language): string;
}

export function vocabularyOf(terms: readonly Term[]): Vocabulary {
  const labels = new Map(terms.map(({ list, code, label }) => [`${list} ${code}`, label]));
  return {
    word: (list, code, language) => {
      const label = labels.get(`${list} ${code}`);
      return label === undefined ? code : formats(language).text(label);
    },
  };
}
