import { compareExact, type Exact, nearest, negated } from '../../core/decimal.ts';
import { currencyExponent, majorUnits } from '../../core/money.ts';
import type { Language } from '../../core/text.ts';
import { writtenNumber } from '../../core/written-number.ts';
import { LOCALES } from './locales.ts';
import { typeset } from './typeset.ts';

export interface NumberFormats {
  /** A number, to two decimals at most: "200,000", "1.5"; one that would round to nothing, to its first two digits: "0.0042". */
  number(value: Exact): string;
  /** An amount in minor units, to the last of them: "US$1,234,567.50". */
  money(amountMinor: Exact, currency: string): string;
  /** The same rounded for a headline, never for a table that is to add up: "US$1.2m"; less than one in full: "US$0.01". */
  moneyCompact(amountMinor: Exact, currency: string): string;
  /** A decimal with the very digits it is given with, such as an exchange rate: "1.2180". */
  decimal(digits: string): string;
  /** A difference: "+40", "−3", with the sign that it has. */
  signed(value: Exact): string;
  /** The same of money, rounded as for a headline: "+US$1.2m". */
  signedMoney(amountMinor: Exact, currency: string): string;
  /** A change as a share of what was before: 0.25 is "+25%". */
  signedPercent(fraction: number): string;
  /** A share of one: 0.8235 is "82%", and 0.004 "0.4%", which is not nothing (rule 5). */
  percent(fraction: number): string;
}

export function numberFormats(language: Language): NumberFormats {
  const locale = LOCALES[language];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const smallNumber = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const smallPercent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 1 });
  const decimals = new Map<number, Intl.NumberFormat>();
  const currencies = new Map<string, Intl.NumberFormat>();

  // A line may end after Intl's hyphen, but not after a minus.
  const set = (written: string) => typeset(language, written).replace(/^-/, MINUS);

  function decimal(digits: string): string {
    const places = digits.split('.')[1]?.length ?? 0;
    const format =
      decimals.get(places) ??
      new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places });
    decimals.set(places, format);
    return set(format.format(digits as `${number}`));
  }

  function money(amountMinor: Exact, currency: string, compact: boolean): string {
    const key = `${currency} ${compact}`;
    const format = currencies.get(key) ?? currencyFormat(locale, currency, compact);
    currencies.set(key, format);
    // A decimal string, which Intl formats digit by digit: no float stands between what is stored and what is printed.
    const major = majorUnits(amountMinor, currency) as `${number}`;
    return set(writtenNumber(format, major));
  }

  const plain = (value: Exact) => set((isBelow(value, 0.005) ? smallNumber : number).format(value));
  const moneyCompact = (amountMinor: Exact, currency: string) =>
    money(amountMinor, currency, !isBelow(majorUnits(amountMinor, currency) as `${number}`, 1));
  const share = (fraction: number) =>
    set((isBelow(fraction, 0.005) ? smallPercent : percent).format(fraction));
  return {
    number: plain,
    money: (amountMinor, currency) => money(amountMinor, currency, false),
    moneyCompact,
    decimal,
    signed: (value) => withSign(value, plain),
    signedMoney: (amountMinor, currency) => withSign(amountMinor, (size) => moneyCompact(size, currency)),
    signedPercent: (fraction) => withSign(fraction, (size) => share(nearest(size))),
    percent: share,
  };
}

/** As `charts/value-format` writes it too. */
const MINUS = '\u2212';

/** A sign, and how far from nothing it is. */
function withSign(value: Exact, written: (size: Exact) => string): string {
  const sign = compareExact(value, 0);
  if (sign === 0) return written(0);
  return sign > 0 ? `+${written(value)}` : MINUS + written(negated(value));
}

/** Whether a number that is not nothing would be rounded to nothing, or to little more (rule 5). */
function isBelow(value: Exact, limit: number): boolean {
  const size = Math.abs(nearest(value));
  return size > 0 && size < limit;
}

function currencyFormat(locale: string, currency: string, compact: boolean): Intl.NumberFormat {
  const exponent = currencyExponent(currency);
  const digits: Intl.NumberFormatOptions = compact
    ? { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }
    : { minimumFractionDigits: exponent, maximumFractionDigits: exponent };
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits });
}
