import Big from 'big.js';

/**
 * What one unit of each currency that can be entered has been worth in US dollars, to one digit or two: an order of magnitude
 * to catch a misplaced point or an inverted rate by, never a rate to convert with. Two numbers are the least and the most of
 * a currency that moved far since 2010.
 *
 * Each was held, in November 2026, against the rates of 2 March 2024 and of 29 September 2026 in the npm package
 * `@fawazahmed0/currency-api` (2024.3.2, 2026.9.29) and, for 22 currencies, against the yearly rates of 2010 to 2025 of the
 * Federal Reserve (github.com/datasets/exchange-rates, the annual file): none is off by more than a quarter of its
 * range's ends. Of the years before 2024 no source was found for the others. XSU is in neither: Havana Times of
 * 4 February 2010, after the Central Bank of Venezuela.
 */
const WORTH_IN_DOLLARS = `
  AED 0.27 AFN 0.015 ALL 0.009-0.012 AMD 0.0024 ANG 0.56 AOA 0.001-0.011 ARS 0.0007-0.25 AUD 0.65-1 AWG 0.56 AZN 0.6-1.3
  BAM 0.6 BBD 0.5 BDT 0.008-0.011 BGN 0.58 BHD 2.65 BIF 0.0003-0.0008 BMD 1 BND 0.74 BOB 0.08-0.14 BRL 0.17-0.6 BSD 1
  BTN 0.01-0.022 BWP 0.09 BYN 0.3-0.7 BZD 0.5 CAD 0.7-1 CDF 0.0003-0.0011 CHF 1.1 CLP 0.001-0.002
  CNY 0.15 COP 0.0002-0.0006 CRC 0.0018 CUC 1 CUP 0.003-1 CVE 0.01 CZK 0.045 DJF 0.0056 DKK 0.15 DOP 0.02 DZD 0.009
  EGP 0.02-0.18 ERN 0.066 ETB 0.007-0.07 EUR 1.15 FJD 0.47 FKP 1.35 GBP 1.35 GEL 0.4 GHS 0.06-0.7 GIP 1.35
  GMD 0.014-0.036 GNF 0.00011-0.0002 GTQ 0.13 GYD 0.0048 HKD 0.13 HNL 0.045 HRK 0.15 HTG 0.0075-0.025 HUF 0.003-0.005
  IDR 0.00006-0.00012 ILS 0.28 INR 0.01-0.022 IQD 0.0008 IRR 0.0000007-0.0001 ISK 0.008 JMD 0.0065-0.012 JOD 1.41
  JPY 0.0065-0.0125 KES 0.007-0.01 KGS 0.012-0.022 KHR 0.00025 KMF 0.0023 KPW 0.0001-0.0075 KRW 0.0008 KWD 3.3 KYD 1.2
  KZT 0.002-0.007 LAK 0.00005-0.00012 LBP 0.00001-0.00066 LKR 0.003-0.009 LRD 0.005-0.014 LSL 0.06-0.15 LYD 0.15-0.8
  MAD 0.11 MDL 0.06 MGA 0.0002-0.0005 MKD 0.018 MMK 0.0002-0.0012 MNT 0.0003-0.0008 MOP 0.12 MRU 0.027 MUR 0.026
  MVR 0.065 MWK 0.0005-0.007 MXN 0.05-0.085 MYR 0.21-0.33 MZN 0.016-0.035 NAD 0.06-0.15 NGN 0.0006-0.0067
  NIO 0.03-0.048 NOK 0.1-0.18 NPR 0.0065-0.014 NZD 0.7 OMR 2.6 PAB 1 PEN 0.29 PGK 0.22-0.3 PHP 0.016-0.02 PKR 0.0035-0.012 PLN 0.28
  PYG 0.0001-0.0003 QAR 0.27 RON 0.24 RSD 0.0095 RUB 0.01-0.035 RWF 0.0007-0.0017 SAR 0.27 SBD 0.125 SCR 0.07
  SDG 0.0004-0.4 SEK 0.1-0.16 SGD 0.75 SHP 1.35 SLE 0.04-0.1 SLL 0.00004-0.0003 SOS 0.0018 SRD 0.025-0.36 SSP 0.0002-0.34 STN 0.047
  SVC 0.114 SYP 0.00007-0.022 SZL 0.06-0.15 THB 0.03 TJS 0.09-0.22 TMT 0.29 TND 0.32-0.7 TOP 0.45 TRY 0.024-0.68
  TTD 0.15 TWD 0.032 TZS 0.0004-0.0007 UAH 0.023-0.125 UGX 0.0003-0.0005 USD 1 UYU 0.025-0.054
  UZS 0.00008-0.0006 VES 0.001-0.5 VND 0.00004 VUV 0.009 WST 0.4 XAF 0.0018 XCD 0.37 XCG 0.56 XDR 1.4
  XOF 0.0018 XPF 0.01 XSU 1.25 YER 0.0005-0.0047 ZAR 0.055-0.15 ZMW 0.035-0.2 ZWG 0.035-0.075 ZWL 0.00001-1`;

/** The least and the most that one unit has been worth. */
export interface Worth {
  readonly low: number;
  readonly high: number;
}

const WORTHS: ReadonlyMap<string, Worth> = new Map(
  [...WORTH_IN_DOLLARS.matchAll(/([A-Z]{3}) ([\d.]+)(?:-([\d.]+))?/g)].map(
    ([, code = '', low, high = low]) => [code, { low: Number(low), high: Number(high) }],
  ),
);

/**
 * What one unit of a currency is worth in US dollars, roughly; null for one that is not in use.
 *
 * @example worthInDollars('COP') // { low: 0.0002, high: 0.0006 }
 */
export function worthInDollars(currency: string): Worth | null {
  return WORTHS.get(currency) ?? null;
}

/**
 * What one unit of a currency is worth in another, roughly: the least where it was worth least and the other most, and the
 * other way round. Null: one of them is not in use.
 *
 * @example worthIn('GBP', 'JPY') // { low: 108, high: 207.7 }: 1.35 / 0.0125, and 1.35 / 0.0065
 */
export function worthIn(currency: string, reportingCurrency: string): Worth | null {
  const [worth, unit] = [worthInDollars(currency), worthInDollars(reportingCurrency)];
  if (worth === null || unit === null) return null;
  const rounded = (value: number) => Number(value.toPrecision(DIGITS));
  return { low: rounded(worth.low / unit.high), high: rounded(worth.high / unit.low) };
}

/** What is told of an order of magnitude. */
const DIGITS = 4;

/** Ten times off is caught wherever the true rate is within a factor of two of what is known. */
const OFF = 5;
/** Rates of a day and of its inverse lie this near to each other, and no nearer to the rate itself. */
const NEAR = 0.05;

/** What is strange about a rate, beside what it was held against. */
export type Doubt =
  | {
      readonly reason: 'inverse' | 'far-off';
      readonly against: { readonly rate: string; readonly date: string };
    }
  | { readonly reason: 'inverse' | 'far-off'; readonly against: Worth };

/** A rate, and the one nearest to it in time; null: none is known within a year. */
export interface DoubtedRate {
  readonly currency: string;
  readonly rate: string;
  readonly known: { readonly rate: string; readonly date: string } | null;
}

/**
 * Why a rate to the reporting currency asks for a second look: it is five times or more away from the known rate next to it
 * or, where there is none within a year, from all that the currency has been worth; or it is the inverse of the known rate.
 * Null: it may well be right.
 *
 * @example doubtAbout({ currency: 'EUR', rate: '11.2', known: null }, 'USD')
 *   // far-off, against { low: 1.15, high: 1.15 }
 * @example doubtAbout({ currency: 'EUR', rate: '0.893', known: { rate: '1.12', date: '2017-05-31' } }, 'USD') // inverse
 */
export function doubtAbout({ currency, rate, known }: DoubtedRate, reportingCurrency: string): Doubt | null {
  const value = Number(rate);
  const within = ({ low, high }: Worth, given: number) => given > low / OFF && given < high * OFF;
  if (known !== null) {
    const before = Number(known.rate);
    const isInverse =
      Math.abs(Math.log(value * before)) < NEAR && Math.abs(Math.log(value / before)) > 2 * NEAR;
    if (isInverse) return { reason: 'inverse', against: known };
    return within({ low: before, high: before }, value) ? null : { reason: 'far-off', against: known };
  }
  const worth = worthIn(currency, reportingCurrency);
  if (worth === null || within(worth, value)) return null;
  return { reason: within(worth, new Big(1).div(rate).toNumber()) ? 'inverse' : 'far-off', against: worth };
}
