import type { Place } from '../../core/program.ts';
import { type InEachLanguage, type Language, type LocalText, languageOf, textIn } from '../../core/text.ts';
import { markedLanguage } from './languages.ts';
import { LOCALES } from './locales.ts';
import { typeset } from './typeset.ts';

export interface NameFormats {
  /** A text of the data in the reader's language; or as its original has it, marked where that is not English. */
  text(text: LocalText): string;
  /** A country by its ISO 3166-1 alpha-2 code; a code that is no country is shown as it stands. */
  country(code: string): string;
  /** A region by its name in the data, a country by the reader's locale unless the data name it. */
  place(place: Pick<Place, 'code' | 'kind' | 'name'>): string;
  /** "Chile, Costa Rica and Italy". */
  list(items: readonly string[]): string;
  /** "Chile, Costa Rica or Italy". */
  anyOf(items: readonly string[]): string;
  /** Orders names as a reader of the language expects them ("Équateur" before "Haïti"). */
  compare(a: string, b: string): number;
}

/** Where the organisation's name for a member state is not the one that `Intl` has. */
const COUNTRY_NAMES: InEachLanguage<Readonly<Record<string, string>>> = {
  en: {
    AG: 'Antigua and Barbuda',
    BS: 'The Bahamas',
    KN: 'Saint Kitts and Nevis',
    LC: 'Saint Lucia',
    TT: 'Trinidad and Tobago',
    VC: 'Saint Vincent and the Grenadines',
  },
  es: { KN: 'Saint Kitts y Nevis', SR: 'Suriname' },
  pt: { KN: 'São Cristóvão e Névis', TT: 'Trinidad e Tobago' },
  fr: { SV: 'El Salvador', VE: 'Venezuela', VC: 'Saint-Vincent-et-les-Grenadines' },
};

export function nameFormats(language: Language): NameFormats {
  const locale = LOCALES[language];
  const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const list = new Intl.ListFormat(locale);
  const either = new Intl.ListFormat(locale, { type: 'disjunction' });
  const { compare } = new Intl.Collator(locale);

  function text(local: LocalText): string {
    const is = languageOf(local, language);
    return markedLanguage(typeset(is, textIn(local, language)), is, language);
  }
  function country(code: string): string {
    if (!/^[A-Z]{2}$/.test(code)) return code;
    return typeset(language, COUNTRY_NAMES[language][code] ?? regions.of(code) ?? code);
  }
  function place({ code, kind, name }: Pick<Place, 'code' | 'kind' | 'name'>): string {
    if (name) return text(name);
    return kind === 'country' ? country(code) : code;
  }
  return {
    text,
    country,
    place,
    list: (items) => typeset(language, list.format(items)),
    anyOf: (items) => typeset(language, either.format(items)),
    compare,
  };
}
