/** The four languages in which everything people read exists; a text of the data is an original in any of them. */
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

/** A text in one language at least. Which of them a reader is shown: `languageOf`. */
export type LocalText = Readonly<Partial<Record<Language, string>>>;

export const READERSHIPS = ['everybody', 'organisation'] as const;
/**
 * Whose a free text is: everybody's who may see the row that it stands in, or the organisation's alone, which are its
 * administrators, managers and officers. (Names and titles are no free text: they go with the row.)
 */
export type Readership = (typeof READERSHIPS)[number];

/**
 * The language that a text was written in: English where it is there, for most are; else the first of `LANGUAGES` in
 * which it is. The others are its translations.
 *
 * @example originalOf({ fr: 'Ports', es: 'Puertos' }) // 'es'
 */
export function originalOf(text: LocalText): Language {
  return LANGUAGES.find((language) => text[language] !== undefined) ?? 'en';
}

/** The text in the language that it was written in; null where there is none. */
export function originalText(text: LocalText): string;
export function originalText(text: LocalText | null | undefined): string | null;
export function originalText(text: LocalText | null | undefined): string | null {
  return text ? (text[originalOf(text)] ?? '') : null;
}

/** In which language a reader of `language` is shown the text: that one, or where it lacks it, the original's. */
export function languageOf(text: LocalText, language: Language): Language {
  return text[language] === undefined ? originalOf(text) : language;
}

/** The text in `language`, or in the original's where it has not been translated. */
export function textIn(text: LocalText, language: Language): string {
  return text[languageOf(text, language)] ?? '';
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
