import Big from 'big.js';

/** Plain decimal notation only: no exponent, no thousands separator, no sign but a leading minus. */
const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;

/** Whether `text` is plain decimal notation. */
export function isPlainDecimal(text: string): text is `${number}` {
  return PLAIN_DECIMAL.test(text);
}

/** The decimal number that `text` writes, or null where it is not plain decimal notation. */
export function parseDecimal(text: string): Big | null {
  return isPlainDecimal(text) ? new Big(text) : null;
}

/**
 * A number that is exact at any size: a JavaScript number where it is one digit by digit (integers up to 2^53), otherwise
 * plain decimal notation. So it stands in JSON, too; there is one way to write each, and `===` compares.
 */
export type Exact = number | `${number}`;

/**
 * An exact number from a decimal.
 *
 * @example exactOf(new Big('9007199254740993')) // '9007199254740993': the next number would be …992 or …994
 */
export function exactOf(value: Big): Exact {
  const number = value.toNumber();
  const isSafe = Math.abs(number) <= Number.MAX_SAFE_INTEGER && value.eq(number);
  // `-0` would print, and compare, as something other than 0.
  if (isSafe) return number === 0 ? 0 : number;
  return value.toFixed() as `${number}`;
}

/** An integer that is safe whatever its digits are. */
const SHORT_INTEGER = /^-?\d{1,15}$/;

/**
 * The exact number that plain decimal notation writes, as a database does.
 *
 * @example exactIn('15.50') // 15.5
 */
export function exactIn(text: string): Exact {
  return SHORT_INTEGER.test(text) && text !== '-0' ? Number(text) : exactOf(new Big(text));
}

/**
 * The exact sum of a figure over items (rules 3 and 7): binary fractions would not agree from one view to the next, nor
 * would sums beyond 2^53, though the whole be small.
 *
 * @example sumOf([0.1, 0.2], (kilometres) => kilometres) // 0.3, where 0.1 + 0.2 is 0.30000000000000004
 * @example sumOf([9007199254740991, 2, -9007199254740991], (cents) => cents) // 2
 */
export function sumOf<Item>(items: Iterable<Item>, numberOf: (item: Item) => Exact): Exact {
  let whole = 0;
  let rest: Big | null = null;
  for (const item of items) {
    const value = numberOf(item);
    if (typeof value === 'number' && Number.isSafeInteger(whole + value) && Number.isSafeInteger(value)) {
      whole += value;
    } else rest = (rest ?? new Big(0)).plus(value);
  }
  return rest === null ? whole : exactOf(rest.plus(whole));
}

/** Which of two exact numbers is the greater: positive where the first is. */
export function compareExact(a: Exact, b: Exact): number {
  return typeof a === 'number' && typeof b === 'number' ? Math.sign(a - b) : new Big(a).cmp(b);
}

/** The number nearest to an exact one: to draw with, never to print. */
export function nearest(value: Exact): number {
  return Number(value);
}

/** The number with the other sign, exactly. */
export function negated(value: Exact): Exact {
  return exactOf(new Big(value).times(-1));
}

/** The digits of an exact number, in plain decimal notation. @example plainDigits(1e21) // '1000000000000000000000' */
export function plainDigits(value: Exact): `${number}` {
  return new Big(value).toFixed() as `${number}`;
}
