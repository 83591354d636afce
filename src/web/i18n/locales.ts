import { type InEachLanguage, inEachLanguage, LANGUAGES } from '../../core/text.ts';

/**
 * The `Intl` locale behind each language. The readers are the Americas', so the tags are too:
 * - en-GB: day before month ("30 June 2017", read the same in Ottawa, Kingston and Washington), "US$" and the spelling
 *   "programme".
 * - es-CO: Spanish America writes thousands in two ways; `es-419` follows Mexico (200,000), which a Chilean or
 *   Paraguayan reads as a decimal. This tag has the point (200.000), as most of its member states and as Portuguese
 *   have, and puts "US$" in front; months and country names are those of es-419.
 * - pt-BR: the one member state that speaks it.
 * - fr-CA: Canada and Haiti; it groups digits with U+00A0, which our typeface has, where `fr` uses U+202F, which it lacks.
 */
export const LOCALES: InEachLanguage<string> = {
  en: 'en-GB',
  es: 'es-CO',
  pt: 'pt-BR',
  fr: 'fr-CA',
};

/** What each language calls itself: the words of the language switch. */
export const AUTONYMS: InEachLanguage<string> = {
  en: 'English',
  es: 'Español',
  pt: 'Português',
  fr: 'Français',
};

/** In each language the names of all, and what stands for them in addresses: "English and French (en, fr)". */
export function namesOfLanguages(): InEachLanguage<string> {
  return inEachLanguage((language) => {
    const names = new Intl.DisplayNames(LOCALES[language], { type: 'language' });
    const list = new Intl.ListFormat(LOCALES[language]).format(
      LANGUAGES.map((each) => names.of(each) ?? each),
    );
    return `${list} (${LANGUAGES.join(', ')})`;
  });
}
