import { z } from 'zod';
import { inEachLanguage, LANGUAGES, type Language, type LocalText, originalOf } from '../../core/text.ts';
import { prose } from './cells.ts';

/** A text as a file gives it. Without a language: the file has no such column; `''`: the cell is empty. */
export type GivenText = Readonly<{ [language in Language]?: string | undefined }>;

/** Each language has a column of its own: `title_es`, `title_pt`, `title_fr` beside `title`, which is English. */
function columnOf(name: string, language: Language): string {
  return language === 'en' ? name : `${name}_${language}`;
}

/** The columns that a text may have. */
export function columnsOfText(name: string): readonly string[] {
  return LANGUAGES.map((language) => columnOf(name, language));
}

/** Gathers a text from its columns; undefined where the file has none of them. */
export function gatherText(
  cells: Readonly<Record<string, string>>,
  name: string,
): Record<string, string> | undefined {
  const given = LANGUAGES.flatMap((language) => {
    const cell = cells[columnOf(name, language)];
    return cell === undefined ? [] : [[language, cell] as const];
  });
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

const textCells = z.object(inEachLanguage(() => prose.optional()));

/** Whether it says anything, in whatever language. */
const isSaid = (given: GivenText) => Object.values(given).some((cell) => cell);

/** A text that must be there, in one language at least. */
export const text = textCells.refine(isSaid, {
  error: 'There is no text in any language.',
  params: {
    code: 'TEXT.MISSING',
    remedy:
      'Write the English in the column without a language, or another language in its own, as title_es.',
  },
});

/** A text that may be empty (null); empty translations alone are not the whole text. */
export const optionalText = textCells
  .transform((given) => (isSaid(given) || given.en === undefined ? given : null))
  .optional();

/**
 * What is stored after a file gave `given`. Null, or an empty cell, clears; what the file has no column for stays, but
 * translations go when the original that they translate has changed.
 */
export function mergeText(stored: LocalText | null, given: GivenText): LocalText;
export function mergeText(stored: LocalText | null, given: GivenText | null | undefined): LocalText | null;
export function mergeText(stored: LocalText | null, given: GivenText | null | undefined): LocalText | null {
  if (given === undefined) return stored;
  if (given === null) return null;
  const original = stored === null ? undefined : given[originalOf(stored)];
  const isOther = original !== undefined && original !== '' && original !== stored?.[originalOf(stored)];
  const cells: GivenText = isOther ? given : { ...stored, ...given };
  const merged = LANGUAGES.flatMap((language) =>
    cells[language] ? [[language, cells[language]] as const] : [],
  );
  return merged.length === 0 ? null : Object.fromEntries(merged);
}
