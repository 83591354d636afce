import Big from 'big.js';

/** Plain decimal notation only: no exponent, no thousands separator, no sign but a leading minus. */
const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;

/** The decimal number that `text` writes, or null where it is not plain decimal notation. */
export function parseDecimal(text: string): Big | null {
  return PLAIN_DECIMAL.test(text) ? new Big(text) : null;
}

/**
 * The decimal-exact sum of a figure over items (rule 3): binary fractions would not agree from one view to the next.
 *
 * @example sumOf([0.1, 0.2], (kilometres) => kilometres) // 0.3, where 0.1 + 0.2 is 0.30000000000000004
 */
export function sumOf<Item>(items: Iterable<Item>, numberOf: (item: Item) => number): number {
  let whole = 0;
  let rest: Big | null = null;
  for (const item of items) {
    const value = numberOf(item);
    if (Number.isSafeInteger(whole + value) && Number.isSafeInteger(value)) whole += value;
    else rest = (rest ?? new Big(0)).plus(value);
  }
  return rest === null ? whole : rest.plus(whole).toNumber();
}
