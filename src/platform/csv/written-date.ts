import type { DomainError } from '../../core/errors.ts';
import { isDay } from '../../core/period.ts';
import type { DatePrecision, Day } from '../../core/program.ts';
import { LANGUAGES, saidInAny, slug } from '../../core/text.ts';
import { asWritten, quoted, refusal } from './refusal.ts';

/** A date as a file gives it: the first and the last day that it may mean (rule 11). */
export interface WrittenDate {
  readonly first: Day;
  readonly last: Day;
  readonly precision: Exclude<DatePrecision, 'none'>;
}

/** What the number of a day in a spreadsheet is: from 2000 to 2049, so that no year or month is taken for one. */
const SERIAL = { first: 36_526, last: 54_788 };

/**
 * A date as people and their spreadsheets write it: a day (`2017-06-30`, `2017/06/30`, `20170630`, `31/12/2017`,
 * `2017-06-30 00:00:00`, `30 June 2017` in any language), a month (`2017-06`, `201706`, `06/2017`, `junio 2017`), a
 * quarter (`2017-Q2`) or a year. What can be read two ways (01/02/2017), or is a spreadsheet's number, is refused with
 * what it reads as.
 *
 * @returns the date, or a DomainError `CELL.NOT_A_DATE` or `CELL.TWO_READINGS`
 * @example readDate('2017-Q2') // { first: '2017-04-01', last: '2017-06-30', precision: 'month' }
 */
export function readDate(text: string): WrittenDate | DomainError {
  return yearFirst(text) ?? quarter(text) ?? yearLast(text) ?? named(text) ?? serial(text) ?? notADate(text);
}

function notADate(text: string): DomainError {
  return refusal(
    'CELL.NOT_A_DATE',
    `${quoted(text)} is not a date.`,
    'Write it as 2017-06-30.',
    asWritten(text),
  );
}

/** A time of day, which a day does without. */
const TIME = '(?:[T ]+\\d\\d?:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})(?:([-/.])(\\d\\d?)(?:\\2(\\d\\d?)${TIME})?)?$`);
const YEAR_LAST = new RegExp(`^(\\d\\d?)([-/.])(\\d\\d?)\\2(\\d{2}|\\d{4})${TIME}$`);

/** `2017`, `2017-06`, `201706`, `2017-06-30`, `20170630`. */
function yearFirst(text: string): WrittenDate | null {
  const [, year, , month, day] = YEAR_FIRST.exec(text) ?? /^(\d{4})()(\d\d)(\d\d)?$/.exec(text) ?? [];
  return year === undefined ? null : dateOf(year, month, day);
}

/** The letter of a quarter: trimestre. */
const Q = `[${saidInAny({ en: 'Q', es: 'T', pt: 'T', fr: 'T' }).join('')}]`;
const QUARTERS = [
  new RegExp(`^(?<year>\\d{4})[-/ ]?${Q}(?<number>[1-4])$`, 'i'),
  new RegExp(`^${Q}(?<number>[1-4])[-/ ]?(?<year>\\d{4})$`, 'i'),
];

/** `2017-Q2`, `Q2 2017`, `T2/2017`. */
function quarter(text: string): WrittenDate | null {
  const { year, number } = QUARTERS.map((form) => form.exec(text)?.groups).find(Boolean) ?? {};
  if (year === undefined) return null;
  const first = dateOf(year, String(Number(number) * 3 - 2));
  const last = dateOf(year, String(Number(number) * 3));
  return first === null || last === null ? null : { ...first, last: last.last };
}

/** `31/12/2017`, `12/31/2017`, `06/2017`. */
function yearLast(text: string): WrittenDate | DomainError | null {
  const [, month, year] = /^(\d\d?)[-/.](\d{4})$/.exec(text) ?? [];
  if (year !== undefined) return dateOf(year, month);
  const [, one, , other, written = ''] = YEAR_LAST.exec(text) ?? [];
  if (one === undefined || other === undefined) return null;
  const whole = written.length === 2 ? `20${written}` : written;
  const readings = [dateOf(whole, other, one), dateOf(whole, one, other)].flatMap((date) => date ?? []);
  const [reading, second] = readings;
  if (reading === undefined) return null;
  if (second !== undefined && second.first !== reading.first) {
    const message = `${quoted(text)} can be read as ${reading.first} and as ${second.first}.`;
    const meant = [reading.first, second.first];
    return refusal(
      'CELL.TWO_READINGS',
      message,
      'Write the one that is meant, the year first.',
      asWritten(text, meant),
    );
  }
  if (written.length === 4) return reading;
  const message = `${quoted(text)} has a year of two digits.`;
  return refusal(
    'CELL.NOT_A_DATE',
    message,
    `Write ${reading.first}, if that is meant.`,
    asWritten(text, [reading.first]),
  );
}

const MONTHS: ReadonlyMap<string, number> = new Map([
  ...LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const names = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      return Array.from(
        { length: 12 },
        (_, index) => [slug(names.format(Date.UTC(2017, index))), index + 1] as const,
      );
    }),
  ),
  // Beside the names that Intl has.
  ...saidInAny({ en: 'sept', es: 'set', pt: 'set', fr: 'sept' }).map((word) => [word, 9] as const),
]);
const JOINING = saidInAny({ en: 'of', es: 'de, del', pt: 'de, do', fr: '' });
const ORDINAL = new RegExp(
  `^(\\d\\d?)(${saidInAny({ en: 'st, nd, rd, th', es: '', pt: '', fr: 'er' }).join('|')})$`,
);

/** `30 June 2017`, `junio de 2017`, `30-jun-2017`, `June 30th, 2017`, `1er juin 2017`. */
function named(text: string): WrittenDate | null {
  const words = slug(text.replace(/[ºª]/g, ''))
    .split('-')
    .filter((word) => !JOINING.includes(word))
    .map((word) => word.replace(ORDINAL, '$1'));
  const month = words.flatMap((word) => MONTHS.get(word) ?? []);
  const years = words.filter((word) => /^\d{4}$/.test(word));
  const days = words.filter((word) => /^\d\d?$/.test(word));
  const [year] = years;
  if (month.length !== 1 || year === undefined || years.length > 1 || days.length > 1) return null;
  if (words.length !== 2 + days.length) return null;
  return dateOf(year, String(month[0]), days[0]);
}

function serial(text: string): DomainError | null {
  const number = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (number < SERIAL.first || number > SERIAL.last) return null;
  const day = new Date((number - 25_569) * 86_400_000).toISOString().slice(0, 10);
  return refusal(
    'CELL.NOT_A_DATE',
    `${quoted(text)} is a spreadsheet's number for ${day}.`,
    `Write ${day}, or give the cells of the column the format of a date.`,
    asWritten(text, [day]),
  );
}

function dateOf(year: string, month?: string, day?: string): WrittenDate | null {
  const [mm, dd] = [month?.padStart(2, '0'), day?.padStart(2, '0')];
  if (mm === undefined) return ends(`${year}-01-01`, `${year}-12-31`, 'year');
  if (dd !== undefined) return ends(`${year}-${mm}-${dd}`, `${year}-${mm}-${dd}`, 'day');
  const last = ['31', '30', '29', '28'].map((end) => `${year}-${mm}-${end}`).find(isDay);
  return last === undefined ? null : ends(`${year}-${mm}-01`, last, 'month');
}

function ends(first: Day, last: Day, precision: WrittenDate['precision']): WrittenDate | null {
  return isDay(first) ? { first, last, precision } : null;
}
