/**
 * A number as `Intl` writes it, but with one sign for thousands, where Spanish locales write "1.2 K" and "12 k"; and an amount
 * with a sign that says whose dollar it is, in each language in its own way.
 *
 * @example writtenNumber(new Intl.NumberFormat('es-CO', { notation: 'compact' }), 1200) // '1.2 k'
 * @example writtenNumber(new Intl.NumberFormat('fr-CA', { style: 'currency', currency: 'CAD' }), 12.5) // '12,50 $ CA'
 */
export function writtenNumber(format: Intl.NumberFormat, value: number | `${number}`): string {
  const { written, spanish, sign } = waysOf(format);
  const parts = written.formatToParts(value);
  return parts
    .map(({ type, value: part }, at) => {
      // In Spanish a compact amount would have none: "US$3,5 M" beside "US$ 3.467.011,16".
      const space = spanish && parts[at + 1]?.type === 'integer' ? '\u00a0' : '';
      if (type === 'currency') return (sign ?? part) + space;
      return spanish && type === 'compact' && part === 'K' ? 'k' : part;
    })
    .join('');
}

interface Ways {
  readonly written: Intl.NumberFormat;
  readonly spanish: boolean;
  /** Null: as the locale has it. */
  readonly sign: string | null;
}

const known = new WeakMap<Intl.NumberFormat, Ways>();

function waysOf(format: Intl.NumberFormat): Ways {
  const found = known.get(format);
  if (found !== undefined) return found;
  const options = format.resolvedOptions();
  const { locale, currency } = options;
  const sign = currency === undefined ? null : currencySign(locale, currency);
  // A code needs a space, which `Intl` sets.
  const coded = { ...options, currencyDisplay: 'code' } as const;
  const written = sign !== null && sign === currency ? new Intl.NumberFormat(locale, coded) : format;
  const ways = { written, spanish: locale.startsWith('es'), sign };
  known.set(format, ways);
  return ways;
}

/**
 * A bare "$" could be anybody's dollar (in fr-CA it is Canada's), and es-CO knows no sign but its own and "US$": then the sign
 * that English has, "CA$", which French writes "$ CA"; and where English has none, the code.
 */
function currencySign(locale: string, currency: string): string | null {
  const own = signIn(locale, currency);
  if (own !== '$' && own !== currency) return null;
  const english = signIn('en-GB', currency);
  if (!locale.startsWith('fr') || english === currency) return english;
  const country = currency.slice(0, 2);
  return english === `${country}$` ? `$\u00a0${country}` : currency;
}

function signIn(locale: string, currency: string): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}
