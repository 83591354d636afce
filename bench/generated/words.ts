import type { ExchangeRate } from '../../src/core/funding.ts';
import type { Indicator } from '../../src/core/result.ts';
import { ISO_COUNTRIES } from '../../src/programs/iso-countries.ts';
import { drawsOf, shuffled } from './draws.ts';

/** How much there is of everything where there are so many results. */
export interface Scale {
  readonly results: number;
  readonly programs: number;
  readonly transactions: number;
  readonly donors: number;
  readonly implementers: number;
  readonly countries: number;
  readonly regions: number;
  readonly indicators: number;
}

const SMALLEST = 10_000;
const LARGEST = 1_000_000;

/**
 * Programmes, results and transactions stand as 1 : 50 : 100. Words grow more slowly: as many at 10,000 results as a
 * small organisation has, and at 1,000,000 as a large one.
 *
 * @example scaleOf(1_000_000) // 20,000 programmes, 2,000,000 transactions, 200 donors, 193 countries, 50 indicators
 */
export function scaleOf(results: number): Scale {
  const way = Math.log(results / SMALLEST) / Math.log(LARGEST / SMALLEST);
  const between = (least: number, most: number) =>
    Math.round(least * (most / least) ** Math.min(1, Math.max(0, way)));
  return {
    results,
    programs: Math.max(1, Math.round(results / 50)),
    transactions: results * 2,
    donors: between(10, 200),
    implementers: between(5, 60),
    countries: between(35, 193),
    regions: between(3, 12),
    indicators: between(10, 50),
  };
}

/** What is in ISO 3166-1 and no member of the United Nations; the 193 are the rest. */
const NO_MEMBERS = new Set(
  `AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF
  PM PN PR PS RE SH SJ SX TC TF TK TW UM VA VG VI WF YT`.split(/\s+/),
);
const MEMBERS = shuffled(
  'countries',
  [...ISO_COUNTRIES].filter((code) => !NO_MEMBERS.has(code)),
);

/** The most frequent first. */
export function countriesOf({ countries }: Scale): readonly string[] {
  return MEMBERS.slice(0, countries);
}

export interface Region {
  readonly code: string;
  readonly countries: readonly string[];
}

/** Every country is in one region. */
export function regionsOf(scale: Scale): readonly Region[] {
  const countries = countriesOf(scale);
  return numbered('region:', scale.regions).map((code, at) => ({
    code,
    countries: countries.filter((_, country) => country % scale.regions === at),
  }));
}

export const PILLARS = ['access', 'climate', 'democracy', 'health', 'security', 'trade'] as const;

/** The largest first. */
export function donorsOf({ donors }: Scale): readonly string[] {
  return numbered('donor-', donors);
}

export function implementersOf({ implementers }: Scale): readonly string[] {
  return numbered('implementer-', implementers);
}

/** The parts of an axis, and of which of its parts a figure of all may be made. */
export const AXES = { sex: ['female', 'male', 'unknown'], mode: ['on-site', 'online', 'unknown'] } as const;

type Kind = Omit<Indicator, 'code' | 'name' | 'unit'>;
const COUNT = {
  measure: 'count',
  combineTime: 'sum',
  combinePlace: 'sum',
  people: null,
  reportsEvery: null,
  evidenceRequired: false,
} satisfies Kind;
/** Ten by ten. Of rates, and of those that are not added over places, there is one. */
const KINDS: readonly Kind[] = [
  { ...COUNT, people: 'persons' },
  { ...COUNT, people: 'attendances' },
  COUNT,
  { ...COUNT, combineTime: 'latest' },
  { ...COUNT, measure: 'ratio' },
  COUNT,
  { ...COUNT, people: 'persons' },
  { ...COUNT, measure: 'amount' },
  COUNT,
  COUNT,
];
const SINGLE: Readonly<Record<number, Kind>> = {
  5: { ...COUNT, measure: 'rate', combineTime: 'latest', combinePlace: 'none' },
  8: { ...COUNT, combinePlace: 'none' },
};

/** The leading one first. */
export function indicatorsOf({ indicators }: Scale): readonly Indicator[] {
  return numbered('indicator-', indicators).map((code, at) => {
    const kind = SINGLE[at] ?? KINDS[at % KINDS.length] ?? COUNT;
    const unit = kind.people === null ? 'units' : 'people';
    return { code, name: { en: `Indicator ${at + 1}` }, unit: { en: unit }, ...kind };
  });
}

export const FIRST_YEAR = 2014;
const YEARS = 12;
export const MONTHS = YEARS * 12;

/** How often amounts are in each; what one unit is worth, and up to which month that is known. */
export const CURRENCIES = [
  { code: 'USD', share: 55, worth: null, known: 0 },
  { code: 'EUR', share: 20, worth: 1.1, known: MONTHS },
  { code: 'GBP', share: 6, worth: 1.3, known: MONTHS },
  { code: 'CAD', share: 5, worth: 0.75, known: MONTHS },
  { code: 'JPY', share: 4, worth: 0.008, known: MONTHS },
  { code: 'CHF', share: 3, worth: 1.05, known: MONTHS },
  { code: 'NOK', share: 3, worth: 0.11, known: MONTHS },
  // Amounts of later than a year after the last rate, and all of the last currency, are not converted (rule 7).
  { code: 'XOF', share: 2, worth: 0.0017, known: 60 },
  { code: 'HTG', share: 2, worth: null, known: 0 },
] as const;

/** One for each currency and month, from the first day on. */
export function exchangeRates(): readonly ExchangeRate[] {
  return CURRENCIES.flatMap(({ code, worth, known }) =>
    worth === null
      ? []
      : Array.from({ length: known }, (_, month) => ({
          currency: code,
          date: firstDay(month),
          rate: (worth * (0.9 + 0.2 * drawsOf(`rate of ${code}`, month)())).toPrecision(6),
          source: 'generated',
        })),
  );
}

/** The first day of a month, counted from the first of all. */
export function firstDay(month: number): string {
  return dayOf(month, 1);
}

/** @example lastDay(1) // '2014-02-28' */
export function lastDay(month: number): string {
  return new Date(Date.UTC(FIRST_YEAR, month + 1, 0)).toISOString().slice(0, 10);
}

/** @example dayOf(13, 9) // '2015-02-09' */
export function dayOf(month: number, day: number): string {
  const year = FIRST_YEAR + Math.floor(month / 12);
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function numbered(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}${String(at + 1).padStart(3, '0')}`);
}
