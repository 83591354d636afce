/** Crockford's base 32: digits and letters, without those that people take for one another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A code for people to read and type: five bits of each byte, in groups.
 *
 * @example writeCode(Uint8Array.of(0, 31, 17, 255), 2) // '0Z-HZ'
 */
export function writeCode(random: Uint8Array, group: number): string {
  const letters = Array.from(random, (byte) => ALPHABET[byte & 31]).join('');
  return (letters.match(new RegExp(`.{1,${group}}`, 'g')) ?? []).join('-');
}

/**
 * What a person typed, as it is compared: capitals, no hyphens and blanks, and digits for the letters that look like
 * them. Null where it cannot be a code of `length` letters.
 *
 * @example readCode(' 0z-hl ', 4) // '0ZH1'
 */
export function readCode(text: string, length: number): string | null {
  const code = text
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length === length && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null;
}
