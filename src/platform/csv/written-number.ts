import type { DomainError } from '../../core/errors.ts';
import { type InEachLanguage, saidInAny } from '../../core/text.ts';
import { asWritten, quoted, refusal } from './refusal.ts';

/** Which sign a file writes before decimals; the other one, where it stands, groups thousands. */
export const DECIMAL_SIGNS = ['comma', 'point'] as const;
export type DecimalSign = (typeof DECIMAL_SIGNS)[number];

const SIGN: Readonly<Record<DecimalSign, string>> = { comma: ',', point: '.' };

const SIGNED = /^([-−–+]?)\s?(.*)$/su;
/** Digits in groups of three with spaces or apostrophes between, which group and do nothing else. */
const SPACED = /^\d{1,3}(?:([ \u00a0\u2009\u202f'’])\d{3})(?:\1\d{3})*(?:([.,])\d+)?$/;
/** Groups of three with one sign, and decimals after the other. */
const BOTH = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?!\1)([.,])\d+$/;
/** Several groups of three with one sign. */
const GROUPED = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/;
const ONE_SIGN = /^(\d+)([.,])(\d+)$/;
/** Where the sign may as well group: 1.000, and not 0.125 or 1000.000. */
const ONE_GROUP = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * A number as people write it, in plain decimal notation with a point: with groups of thousands, a decimal comma, a
 * minus of any kind. What can be read two ways (1.000 is a thousand or one) is refused with both readings, unless
 * `decimal` says which sign stands before decimals.
 *
 * @returns the number's plain text, or a DomainError `CELL.TWO_READINGS` or `CELL.NOT_A_NUMBER` with the remedy that fits
 * @example plainNumber('1.234.567,5', null) // '1234567.5'
 * @example plainNumber('200.000', 'comma') // '200000'
 */
export function plainNumber(text: string, decimal: DecimalSign | null): string | DomainError {
  const [, sign = '', digits = ''] = SIGNED.exec(text) ?? [];
  const plain = plainDigits(digits, decimal);
  if (plain === 'two-readings') return twoReadings(text, sign, digits);
  if (plain === 'other-sign') return otherSign(text, decimal);
  if (plain === null) return notANumber(text, decimal);
  return sign === '' || sign === '+' ? plain : `-${plain}`;
}

function plainDigits(
  digits: string,
  decimal: DecimalSign | null,
): string | 'two-readings' | 'other-sign' | null {
  if (/^\d+$/.test(digits)) return digits;
  const decimalSign = decimal === null ? null : SIGN[decimal];
  const fits = (sign: string | undefined) =>
    sign === undefined || decimalSign === null || sign === decimalSign;
  const spaced = SPACED.exec(digits);
  if (spaced) return fits(spaced[2]) ? pointed(digits, spaced[2]) : 'other-sign';
  const both = BOTH.exec(digits);
  if (both) return fits(both[2]) ? pointed(digits, both[2]) : 'other-sign';
  const grouped = GROUPED.exec(digits);
  if (grouped) return decimalSign === grouped[1] ? 'other-sign' : pointed(digits, undefined);
  const [, , sign] = ONE_SIGN.exec(digits) ?? [];
  if (sign === undefined) return null;
  if (sign === decimalSign) return pointed(digits, sign);
  if (!ONE_GROUP.test(digits)) return decimalSign === null ? pointed(digits, sign) : 'other-sign';
  return decimalSign === null ? 'two-readings' : pointed(digits, undefined);
}

/** Without what groups, and with a point before decimals. */
function pointed(digits: string, decimalSign: string | undefined): string {
  const at = decimalSign === undefined ? digits.length : digits.lastIndexOf(decimalSign);
  const whole = digits.slice(0, at).replace(/\D/g, '');
  return at === digits.length ? whole : `${whole}.${digits.slice(at + 1)}`;
}

/**
 * A number in plain notation, as a file may write it: 1.234, which is a thousand to some, with a zero more.
 *
 * @example inOneReading('-1.234') // '-1.2340'
 */
export function inOneReading(plain: string): string {
  return ONE_GROUP.test(plain.replace('-', '')) ? `${plain}0` : plain;
}

function twoReadings(text: string, sign: string, digits: string): DomainError {
  const minus = sign === '' || sign === '+' ? '' : '-';
  const [one, other] = [`${minus}${pointed(digits, undefined)}`, `${minus}${digits.replace(',', '.')}`];
  return refusal(
    'CELL.TWO_READINGS',
    `${quoted(text)} can be read as ${one} and as ${other}.`,
    `Write ${one}, or ${other}0; or say for the whole file which sign stands before decimals: --decimal comma, or --decimal point.`,
    asWritten(text, [one, other]),
  );
}

function otherSign(text: string, decimal: DecimalSign | null): DomainError {
  return refusal(
    'CELL.NOT_A_NUMBER',
    `${quoted(text)} is not a number with a decimal ${decimal ?? 'sign'}, as this file is said to have.`,
    'Correct the number, or say --decimal otherwise.',
    asWritten(text),
  );
}

/** A number of some form within a text. */
const NUMBER = "[-−]?\\d[\\d.,'’ \\u00a0\\u202f]*";

interface Explanation {
  readonly pattern: RegExp;
  readonly is: string;
  /** `number`: what the pattern found first, in plain notation if it can be; `other`: the second. */
  remedy(number: string, other: string): string;
}

const like = (pattern: string) => new RegExp(`^${pattern.replaceAll('NUMBER', `(${NUMBER})`)}$`, 'iu');

/** One of the signs, or of the words of any language, as patterns. */
const oneOf = (signs: readonly string[], words: InEachLanguage<string>) =>
  `(?:${[...signs, ...saidInAny(words)].join('|')})`;

const ABOUT = oneOf(['~', '≈', '∼', '±'], {
  en: 'about, around, some, circa, ca\\.?, c\\., approx(?:\\.|imately)?',
  es: 'aprox(?:\\.|imadamente)?, alrededor de, cerca de, unos, unas',
  pt: 'aprox(?:\\.|imadamente)?, cerca de, uns, umas',
  fr: 'environ, env\\., approx(?:\\.|imativement)?',
});
const AT_LEAST = oneOf(['>=?', '≥'], {
  en: 'more than, over, at least, min\\.?',
  es: 'm[aá]s de, al menos',
  pt: 'mais de, pelo menos',
  fr: 'plus de, au moins',
});
const AT_MOST = oneOf(['<=?', '≤'], {
  en: 'less than, under, up to, at most, max\\.?',
  es: 'menos de, hasta, como m[aá]ximo',
  pt: 'menos de, at[eé], no m[aá]ximo',
  fr: 'moins de, jusqu.?[aà], au plus',
});
const OR_MORE = oneOf([], { en: 'or more', es: '[yo] m[aá]s', pt: 'ou mais', fr: 'ou plus' });
const TO = oneOf(['\\.\\.+', '-', '–', '—'], { en: 'to', es: 'a, hasta', pt: 'a, até', fr: 'à' });
const OF = oneOf(['/'], { en: 'of, out of', es: 'de', pt: 'de, em', fr: 'de, sur' });
const MISSING = oneOf(['n\\.?/?[ad]\\.?', 's\\.?/?d\\.?', '#n/a', '[-–—.…?_]+'], {
  en: 'none, nil, null, nan, tbd, tbc, unknown, pending, missing, no data, not available',
  es: 'sin datos?, ninguno',
  pt: 'sem dados, nenhum',
  fr: 'aucun, inconnu',
});
const MONTH = oneOf([], {
  en: 'jan, feb, mar, apr, may, jun, jul, aug, sep, oct, nov, dec',
  es: 'ene, abr, ago, dic',
  pt: 'fev, mai, set, out, dez',
  fr: 'f[eé]v, avr, mai, juin, juil, ao[uû], d[eé]c',
});

const qualified = (number: string, qualifier: string) =>
  `Write ${number}; and, of a result's value, "${qualifier}" as its qualifier.`;

/** What people write where a number is asked for, and what they can do. */
const EXPLANATIONS: readonly Explanation[] = [
  {
    pattern: like('\\(\\s*NUMBER\\s*\\)'),
    is: 'is how accountants write a negative number',
    remedy: (number) => `Write -${number} where it is negative, and ${number} where it is not.`,
  },
  {
    pattern: like('NUMBER\\s*[%٪]'),
    is: 'is a percentage',
    remedy: (number) => `Write ${number}, for an indicator whose unit is a percentage.`,
  },
  {
    pattern: /^(-?\d+(?:[.,]\d+)?e[+-]?\d+)$/iu,
    is: 'is a number that a spreadsheet has shortened',
    remedy: () => 'Write all its digits: what was left out cannot be known.',
  },
  {
    pattern: like(`${ABOUT}\\s*NUMBER`),
    is: 'is not exact',
    remedy: (number) => qualified(number, 'about'),
  },
  {
    pattern: like(`${AT_LEAST}\\s*NUMBER`),
    is: 'is a lower bound',
    remedy: (number) => qualified(number, 'at least'),
  },
  {
    pattern: like(`NUMBER\\s*(?:\\+|${OR_MORE})`),
    is: 'is a lower bound',
    remedy: (number) => qualified(number, 'at least'),
  },
  {
    pattern: like(`${AT_MOST}\\s*NUMBER`),
    is: 'is an upper bound',
    remedy: (number) => qualified(number, 'at most'),
  },
  {
    pattern: like(`NUMBER\\s*${TO}\\s*NUMBER`),
    is: 'is a range',
    remedy: (number, other) =>
      `Write one number; or, of a result's value, ${number}-${other} and the qualifier "range".`,
  },
  {
    pattern: like(`NUMBER\\s*${OF}\\s*NUMBER`),
    is: 'is a part of a whole',
    remedy: (number, other) => `Write ${number}, and ${other} as the denominator.`,
  },
  {
    pattern: new RegExp(`^(?:\\d{1,2}[-/. ]${MONTH}|${MONTH}[-/. ]\\d{1,4}|\\d{4}-\\d\\d-\\d\\d)`, 'iu'),
    is: 'is a date',
    remedy: () =>
      'Spreadsheets make a date of what looks like one; write the number again, in cells for text.',
  },
  {
    pattern: new RegExp(`^${MISSING}$`, 'iu'),
    is: 'says that there is no number; that is not zero',
    remedy: () =>
      'Leave the row out, or empty the cell where it may be empty; write 0 only where zero was counted.',
  },
  {
    pattern: like('(?:[$€£¥]|US\\$|R\\$|[A-Z]{3})\\s*NUMBER|NUMBER\\s*(?:[$€£¥]|US\\$)'),
    is: 'is a number with its currency',
    remedy: () => 'Write the number alone; the currency has a column of its own.',
  },
  {
    pattern: like('NUMBER\\s*\\p{L}.*'),
    is: 'is a number with words',
    remedy: (number) => `Write ${number} alone; what is counted is said by the unit.`,
  },
];

function notANumber(text: string, decimal: DecimalSign | null): DomainError {
  for (const { pattern, is, remedy } of EXPLANATIONS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const [number = '', other = ''] = found.slice(1).map((part) => part && shownAs(part, decimal));
    return refusal('CELL.NOT_A_NUMBER', `${quoted(text)} ${is}.`, remedy(number, other), asWritten(text));
  }
  const remedy = 'Write digits, with a point for decimals: 1234.5';
  return refusal('CELL.NOT_A_NUMBER', `${quoted(text)} is not a number.`, remedy, asWritten(text));
}

/** In plain notation where that is clear. */
function shownAs(number: string, decimal: DecimalSign | null): string {
  const [, sign = '', digits = ''] = SIGNED.exec(number.trim()) ?? [];
  const plain = plainDigits(digits, decimal);
  if (plain === null || plain === 'two-readings' || plain === 'other-sign') return number.trim();
  return sign === '' || sign === '+' ? plain : `-${plain}`;
}
