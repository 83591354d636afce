/**
 * A number while it is typed, as its reader writes it; null: none yet, or more than a plain number. What it comes to in the
 * end is the import's to say; here it only tells what is left.
 *
 * @example typedNumber('1.234,5', 'comma') // 1234.5
 * @example typedNumber('33.3 %', 'point') // 33.3
 */
export function typedNumber(typed: string, decimal: 'comma' | 'point'): number | null {
  const plain = typed
    .replace(/[\s’'%]/g, '')
    .replaceAll(decimal === 'comma' ? '.' : ',', '')
    .replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Decimals to which what is left is told. */
const TOLD = 1_000_000;

/**
 * What of a whole is not given out yet, to a millionth; below zero where more than the whole is. Null: the whole is not
 * known, or nothing is given out.
 *
 * @example remaining(100, [33.33, 33.33, null]) // 33.34
 */
export function remaining(whole: number | null, parts: readonly (number | null)[]): number | null {
  const given = parts.filter((part) => part !== null);
  if (whole === null || given.length === 0) return null;
  const left = Math.round((whole - given.reduce((sum, part) => sum + part, 0)) * TOLD) / TOLD;
  // Not a zero below zero.
  return left === 0 ? 0 : left;
}
