import type { InEachLanguage, Language } from '../../core/text.ts';

const asItIs = (text: string) => text;
/** What each language sets in its own way. */
const SETTING: InEachLanguage<(text: string) => string> = {
  en: asItIs,
  es: asItIs,
  pt: asItIs,
  fr: (text) => text.replace(/ (?=[:;!?%»])/g, '\u00a0').replace(/« /g, '«\u00a0'),
};

/**
 * A text as it is set: spaces that must not break before French double punctuation and inside its quotation marks, and
 * U+00A0 and "-" for U+202F and U+2011, which IBM Plex Sans lacks (another typeface would stand in for them, on screen
 * and in the PDF).
 *
 * @example typeset('fr', 'Par sexe : « femmes »') // 'Par sexe\u00A0: «\u00A0femmes\u00A0»'
 */
export function typeset(language: Language, text: string): string {
  return SETTING[language](text.replaceAll('\u202f', '\u00a0').replaceAll('\u2011', '-'));
}
