/** The four languages in which everything people read exists. English is the base: it is always there. */
export const LANGUAGES = ['en', 'es', 'pt', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Something that every language has, so that a new language asks for it. */
export type InEachLanguage<T> = Readonly<Record<Language, T>>;

/** Something for each language, made of it. */
export function inEachLanguage<T>(make: (language: Language) => T): InEachLanguage<T> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as InEachLanguage<T>;
}

/**
 * All words of a list that is kept by language, with commas between the words of one. People write them in files; a word
 * that languages share stands once.
 *
 * @example saidInAny({ en: 'yes, true', es: 'si', pt: 'sim', fr: 'oui' }) // ['yes', 'true', 'si', 'sim', 'oui']
 */
export function saidInAny(words: InEachLanguage<string>): readonly string[] {
  return LANGUAGES.flatMap((language) => words[language].split(', ')).filter((word) => word !== '');
}

/** A text with its translations; a language that lacks one reads the English. */
export type LocalText = Readonly<{ en: string } & Partial<Record<Language, string>>>;

export const READERSHIPS = ['everybody', 'organisation'] as const;
/**
 * Whose a free text is: everybody's who may see the row that it stands in, or the organisation's alone, which are its
 * administrators, managers and officers. (Names and titles are no free text: they go with the row.)
 */
export type Readership = (typeof READERSHIPS)[number];

/** The text in `language`, or in English where it has not been translated. */
export function textIn(text: LocalText, language: Language): string {
  return text[language] ?? text.en;
}

/**
 * The code of a named thing: lower case, letters and digits kept, everything else one hyphen, accents dropped
 * (reference/README, "Codes").
 *
 * @example slug('Development Bank of Latin America (CAF)') // 'development-bank-of-latin-america-caf'
 */
export function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .normalize('NFC');
}

/** The order of codes and keys everywhere: by code unit, the same on every machine and in every language. */
export function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
