import type { Language } from '../../core/text.ts';
import { type DateFormats, dateFormats } from './dates.ts';
import { type FigureFormats, figureFormats } from './figures.ts';
import { LOCALES } from './locales.ts';
import { type NameFormats, nameFormats } from './names.ts';
import { type NumberFormats, numberFormats } from './numbers.ts';

/** Everything that is written differently in another language: numbers, dates, figures and names. */
export interface Formats extends NumberFormats, DateFormats, FigureFormats, NameFormats {
  readonly language: Language;
  /** The BCP 47 tag behind them, for `ChartSpec.locale` and the browser. */
  readonly locale: string;
}

const made = new Map<Language, Formats>();

/** The one set of formats of a language; `Intl` objects are dear to make and are made once. */
export function formats(language: Language): Formats {
  let known = made.get(language);
  if (!known) {
    const numbers = numberFormats(language);
    known = {
      language,
      locale: LOCALES[language],
      ...numbers,
      ...dateFormats(language),
      ...figureFormats(language, numbers),
      ...nameFormats(language),
    };
    made.set(language, known);
  }
  return known;
}
