import { z } from 'zod';
import { LANGUAGES, type Language, type LocalText } from '../../core/text.ts';
import { prose } from './cells.ts';

type Translation = Exclude<Language, 'en'>;

/** Translations are in columns of their own: `title_es` and others beside `title`, which is English. */
const TRANSLATIONS = LANGUAGES.filter((language): language is Translation => language !== 'en');

/** A text as a file gives it. Without a language: the file has no such column; `''`: the cell is empty. */
export type GivenText = Readonly<{ en: string } & { [language in Language]?: string | undefined }>;

/** The columns that a text may have. */
export function columnsOfText(name: string): readonly string[] {
  return [name, ...TRANSLATIONS.map((language) => `${name}_${language}`)];
}

/** Gathers a text from its columns; undefined where the file has none of them. */
export function gatherText(
  cells: Readonly<Record<string, string>>,
  name: string,
): Record<string, string> | undefined {
  const translations = TRANSLATIONS.flatMap((language) => {
    const cell = cells[`${name}_${language}`];
    return cell === undefined ? [] : [[language, cell] as const];
  });
  const english = cells[name];
  if (english === undefined && translations.length === 0) return undefined;
  return { en: english ?? '', ...Object.fromEntries(translations) };
}

const translation = prose.optional();
const textCells = z.object({
  en: prose,
  ...(Object.fromEntries(TRANSLATIONS.map((language) => [language, translation])) as Record<
    Translation,
    typeof translation
  >),
});

const NO_ENGLISH = {
  code: 'TEXT.NO_ENGLISH',
  remedy: 'Write the English in the column without a language; the others are its translations.',
};

/** A text that must be there. */
export const text = textCells.refine((given) => given.en !== '', {
  error: 'There is no English text.',
  params: NO_ENGLISH,
});

/** A text that may be empty (null); translations need their English. */
export const optionalText = textCells
  .refine((given) => given.en !== '' || Object.values(given).every((cell) => cell === ''), {
    error: 'There is a translation, and no English text.',
    params: NO_ENGLISH,
  })
  .transform((given) => (given.en === '' ? null : given))
  .optional();

/**
 * What is stored after a file gave `given`. Null, or an empty cell, clears; what the file has no column for stays, but
 * a translation goes when the English that it translates has changed.
 */
export function mergeText(stored: LocalText | null, given: GivenText): LocalText;
export function mergeText(stored: LocalText | null, given: GivenText | null | undefined): LocalText | null;
export function mergeText(stored: LocalText | null, given: GivenText | null | undefined): LocalText | null {
  if (given === undefined) return stored;
  if (given === null) return null;
  const cells = stored?.en === given.en ? { ...stored, ...given } : given;
  const translations = TRANSLATIONS.flatMap((language) => {
    const cell = cells[language];
    return cell ? [[language, cell] as const] : [];
  });
  return { en: given.en, ...Object.fromEntries(translations) };
}
