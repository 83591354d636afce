import Big from 'big.js';
import { type Exact, parseDecimal } from './decimal.ts';
import { DomainError } from './errors.ts';
import type { Conversion, ExchangeRate } from './funding.ts';
import { daysAfter, daysBetween } from './period.ts';
import type { Day } from './program.ts';
import { compareCodes } from './text.ts';

/** ISO 4217 currencies whose minor unit is not a hundredth. By hand: `Intl` differs from one ICU version to the next. */
const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
]);

/** The codes of all currencies that amounts can be in, in order. */
export const CURRENCIES: readonly string[] = Intl.supportedValuesOf('currency');

/** Whether `code` has the shape of an ISO 4217 code: three capital letters. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code);
}

/**
 * How many decimals the minor unit of a currency has (ISO 4217).
 *
 * @throws DomainError `MONEY.UNKNOWN_CURRENCY` for anything but three capital letters.
 * @example currencyExponent('USD') // 2
 * @example currencyExponent('CLP') // 0
 */
export function currencyExponent(currency: string): number {
  if (!isCurrency(currency)) throw unknownCurrency(currency);
  return EXPONENTS.get(currency) ?? 2;
}

/**
 * An amount in minor units from its major-unit decimal string (rule 7; interfaces.md, "Import files"). Bad input is a
 * value, not a throw, so that an import can name every bad row.
 *
 * @returns a safe integer, or a DomainError `MONEY.UNKNOWN_CURRENCY`, `MONEY.NOT_A_NUMBER`,
 *   `MONEY.TOO_MANY_DECIMALS` or `MONEY.TOO_LARGE`.
 * @example parseAmount('-1234.50', 'USD') // -123450
 * @example parseAmount('1500', 'CLP') // 1500
 * @example parseAmount('1.2340', 'KWD') // 1234: a zero more, so that it is no thousand
 */
export function parseAmount(text: string, currency: string): number | DomainError {
  if (!isCurrency(currency)) return unknownCurrency(currency);
  const amount = parseDecimal(text);
  if (amount === null) {
    return new DomainError('MONEY.NOT_A_NUMBER', `"${text}" is not an amount.`, {
      kind: 'refused',
      remedy: 'Write digits with a point for decimals and a leading minus for a correction, as in -1234.50.',
    });
  }
  const exponent = currencyExponent(currency);
  const decimals = writtenDecimals(text);
  if (decimals > exponent) {
    return new DomainError(
      'MONEY.TOO_MANY_DECIMALS',
      `"${text}" has ${decimals} decimals; ${currency} has ${exponent}.`,
      {
        kind: 'refused',
        remedy: `Write the amount with at most ${exponent} decimals.`,
      },
    );
  }
  const amountMinor = scale(amount, exponent).toNumber();
  return Number.isSafeInteger(amountMinor) ? withoutMinusZero(amountMinor) : tooLarge(text);
}

/** Three digits may be thousands; zeros after more than three are what tells that they are not. */
function writtenDecimals(text: string): number {
  const digits = text.split('.')[1] ?? '';
  return (digits.length > 3 ? digits.replace(/0+$/, '') : digits).length;
}

/**
 * An amount in major units, with all the decimals of its currency and a point: the inverse of `parseAmount`.
 *
 * @example majorUnits(-123450, 'USD') // '-1234.50'
 */
export function majorUnits(amountMinor: Exact, currency: string): string {
  const exponent = currencyExponent(currency);
  return scale(new Big(amountMinor), -exponent).toFixed(exponent);
}

/**
 * The same of what is not a whole number of minor units, with all the decimals that it has.
 *
 * @example majorUnitsExactly('57.6782', 'USD') // '0.576782'
 */
export function majorUnitsExactly(amountMinor: Exact, currency: string): string {
  return scale(new Big(amountMinor), -currencyExponent(currency)).toFixed();
}

/**
 * An amount in the minor units of another currency: half away from zero, to the minor unit (rule 7).
 *
 * @param rate one unit of `from` in `to`, as a positive decimal string.
 * @throws DomainError `MONEY.BAD_RATE`, `MONEY.TOO_LARGE`, `MONEY.UNKNOWN_CURRENCY`.
 * @example convert(-150, 'EUR', '1.15', 'USD') // -173: -172.5 cents, rounded away from zero
 * @example convert(100000, 'CLP', '0.0015', 'USD') // 15000
 */
export function convert(amountMinor: number, from: string, rate: string, to: string): number {
  const factor = parseDecimal(rate);
  if (factor === null || !factor.gt(0)) {
    throw new DomainError('MONEY.BAD_RATE', `"${rate}" is not an exchange rate.`, {
      kind: 'refused',
      remedy: `Give one unit of ${from} in ${to} as a positive decimal number.`,
    });
  }
  const exact = scale(factor.times(amountMinor), currencyExponent(to) - currencyExponent(from));
  const converted = exact.round(0, Big.roundHalfUp).toNumber();
  if (!Number.isSafeInteger(converted)) throw tooLarge(`${exact.toFixed()} minor units of ${to}`);
  return withoutMinusZero(converted);
}

/** Rates laid out so that the one to convert with is found at once, whatever the order in which they came. */
export interface RateBook {
  /** The latest rate on or before a day and at most `MAX_RATE_AGE_DAYS` older, or null where there is none (rule 7). */
  latest(currency: string, date: Day): ExchangeRate | null;
  /** The rate nearest to a day, before it or after, at most `MAX_RATE_AGE_DAYS` away; of two as near the earlier. */
  nearest(currency: string, date: Day): ExchangeRate | null;
}

/** An older rate says too little of what an amount was worth on its day (rule 7). */
export const MAX_RATE_AGE_DAYS = 366;

/**
 * The book of a list of rates. A currency has one rate a day.
 *
 * @example with EUR rates of 2017-05-31 (1.12) and 2017-06-30 (1.14)
 *   // rateBook(rates).latest('EUR', '2017-06-29') is 1.12; of 2018-07-02, with both too old, null
 */
export function rateBook(rates: readonly ExchangeRate[]): RateBook {
  const byCurrency = new Map(
    Map.groupBy(rates, ({ currency }) => currency)
      .entries()
      .map(([currency, group]) => [currency, group.toSorted((a, b) => compareCodes(a.date, b.date))]),
  );
  /** How many of a currency's rates are on or before a day. */
  const countUpTo = (ordered: readonly ExchangeRate[], date: Day): number => {
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ordered[middle]?.date ?? '') <= date) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    latest(currency, date) {
      const ordered = byCurrency.get(currency) ?? [];
      const rate = ordered[countUpTo(ordered, date) - 1];
      return rate !== undefined && rate.date >= daysAfter(date, -MAX_RATE_AGE_DAYS) ? rate : null;
    },
    nearest(currency, date) {
      const ordered = byCurrency.get(currency) ?? [];
      const at = countUpTo(ordered, date);
      const [nearest] = [ordered[at - 1], ordered[at]]
        .filter((rate) => rate !== undefined)
        .toSorted((a, b) => daysBetween(a.date, date) - daysBetween(b.date, date));
      return nearest !== undefined && daysBetween(nearest.date, date) <= MAX_RATE_AGE_DAYS ? nearest : null;
    },
  };
}

/**
 * An amount in the reporting currency with the rate that makes it so, or null where no rate is known (rule 7). An
 * amount in the reporting currency itself converts at 1, on its own value date, with the source `identity`.
 *
 * @throws DomainError `MONEY.TOO_LARGE`
 * @example conversionOf({ amountMinor: 1000, currency: 'EUR', valueDate: '2017-06-29' }, book, 'USD')
 *   // { amountMinor: 1120, rate: '1.12', rateDate: '2017-05-31', source: 'ECB' }
 */
export function conversionOf(
  amount: { readonly amountMinor: number; readonly currency: string; readonly valueDate: Day },
  book: RateBook,
  reportingCurrency: string,
): Conversion | null {
  const { amountMinor, currency, valueDate } = amount;
  if (currency === reportingCurrency)
    return { amountMinor, rate: '1', rateDate: valueDate, source: 'identity' };
  const rate = book.latest(currency, valueDate);
  if (rate === null) return null;
  return {
    amountMinor: convert(amountMinor, currency, rate.rate, reportingCurrency),
    rate: rate.rate,
    rateDate: rate.date,
    source: rate.source,
  };
}

function scale(value: Big, exponent: number): Big {
  return value.times(`1e${exponent}`);
}

/** `-0` would print, and compare in tests, as something other than 0. */
function withoutMinusZero(value: number): number {
  return value === 0 ? 0 : value;
}

function unknownCurrency(currency: string): DomainError {
  return new DomainError('MONEY.UNKNOWN_CURRENCY', `"${currency}" is not a currency code.`, {
    kind: 'refused',
    remedy: 'Use the three capital letters of ISO 4217, as in USD.',
  });
}

function tooLarge(what: string): DomainError {
  return new DomainError('MONEY.TOO_LARGE', `${what} is more than can be counted exactly.`, {
    kind: 'refused',
    remedy: `Amounts go up to ${Number.MAX_SAFE_INTEGER} minor units; check for misplaced digits.`,
  });
}
