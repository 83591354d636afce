/** Beyond ASCII, or a letter with its marks; joiners and selectors go with what stands before them. */
const SIGN = /[^\p{M}][\p{M}\u200c\u200d]+|[^\p{ASCII}]/gu;
/** Signs that nobody sees. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/**
 * The signs of a text that are not written with letters of `has` alone, once each, as the code points that one typeface
 * must have together. Marks count as lacking unless a letter with its mark is a letter of its own.
 *
 * @example signsIn('Ɔ̀ é', (code) => code < 0x100) // [[0x186, 0x300]]
 */
export function signsIn(text: string, has: (codePoint: number) => boolean): readonly (readonly number[])[] {
  const signs = new Set(Array.from(text.matchAll(SIGN), ([sign]) => sign.normalize('NFC')));
  return [...signs]
    .map((sign) => [...sign].filter((letter) => !INVISIBLE.test(letter)))
    .filter((letters) => letters.some((letter) => /\p{M}/u.test(letter) || !has(letter.codePointAt(0) ?? 0)))
    .map((letters) => letters.map((letter) => letter.codePointAt(0) ?? 0));
}
