import { isPreset } from '../../core/asked-period.ts';
import { isDay, parsePeriod } from '../../core/period.ts';
import type { DatePrecision, Day } from '../../core/program.ts';
import { RecentlyUsed } from '../../core/recently-used.ts';
import type { InEachLanguage, Language } from '../../core/text.ts';
import { LOCALES } from './locales.ts';
import { dateMessages } from './messages/dates.ts';
import { periodChoiceMessages, presetMessages } from './messages/periods.ts';
import { translator } from './translator.ts';
import { typeset } from './typeset.ts';

/** Two dates of the source, either of which it may give by month or year only, or not at all. */
export interface Span {
  readonly start: Day | null;
  readonly startPrecision: DatePrecision;
  readonly end: Day | null;
  readonly endPrecision: DatePrecision;
}

export interface DateFormats {
  /** "30 June 2017". */
  day(day: Day): string;
  /** "30 Jun 2017", for tables. */
  dayShort(day: Day): string;
  /** `2017-06` is "June 2017". */
  month(month: string): string;
  /** "Jun", for axes that name the year elsewhere. */
  monthShort(month: string): string;
  /** A year up to one of its days: "2017 to 30 Jun". */
  yearTo(day: Day): string;
  /**
   * `2017-06`, `2017-Q2` or `2017`: "June 2017", "second quarter of 2017", "2017"; `FY2017` and a preset in their words:
   * "fiscal year 2017", "Last 12 months".
   */
  period(period: string): string;
  /** `2017-Q2`: "Q2 2017", for the axis of a chart and the rows of a table. */
  quarterShort(quarter: string): string;
  /** "14 June 2015 – 16 June 2017", "since 2014", "undated": no more precise than the source. */
  span(span: Span): string;
  /** The same of what is dated by both its days, with whole years and months by their names: "2016 – 2017", "June 2017". */
  dated(span: Span): string;
  /** A moment where its reader is: "1 July 2017 at 06:00" and the zone's short name. */
  moment(moment: Date, timeZone: string): string;
}

/** The first day of a month, which French counts (1er) and Intl does not. */
const FIRST: InEachLanguage<string> = { en: '1', es: '1', pt: '1', fr: '1er' };

/** A page of rows says the same few spans again and again, and Intl takes long over two dates. */
const SPANS_KEPT = 1_000;
/** Makers of a clock's words, by time zone: to make them takes fifty times as long as to ask them. */
const ZONES_KEPT = 10;

/** Dates in words. A malformed day throws a RangeError, a malformed period `REPORT.UNKNOWN_PERIOD`. */
export function dateFormats(language: Language): DateFormats {
  const locale = LOCALES[language];
  const t = translator(language);
  const utc = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const year = utc({ year: 'numeric' });
  const month = utc({ year: 'numeric', month: 'long' });
  const long = utc({ year: 'numeric', month: 'long', day: 'numeric' });
  const short = utc({ year: 'numeric', month: 'short', day: 'numeric' });
  const dayOfYear = utc({ month: 'short', day: 'numeric' });
  const monthOnly = utc({ month: 'short' });
  const byPrecision = { day: long, month, year } as const;

  const set = (text: string) => typeset(language, text.replace(/\b1 (?=\p{L})/gu, `${FIRST[language]} `));
  const firstOf = (yearMonth: string) => instant(`${yearMonth}-01`);

  function period(key: string): string {
    if (isPreset(key)) return t(presetMessages[key]);
    if (key.startsWith('FY')) return t(periodChoiceMessages.fiscalYear, { year: key.slice(2) });
    const { kind, from, to } = parsePeriod(key);
    if (kind === 'months') return set(month.formatRange(instant(from), instant(to)));
    if (kind !== 'quarter') return set(byPrecision[kind].format(instant(from)));
    return t(dateMessages.quarter, { quarter: key.slice(-1), year: set(year.format(instant(from))) });
  }

  const spans = new RecentlyUsed<string>(SPANS_KEPT);
  const zones = new RecentlyUsed<readonly [Intl.DateTimeFormat, Intl.DateTimeFormat]>(ZONES_KEPT);
  const inZone = (timeZone: string) =>
    [
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }),
      new Intl.DateTimeFormat(locale, {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone,
        timeZoneName: 'short',
      }),
    ] as const;

  function spanOf({ start, startPrecision, end, endPrecision }: Span): string {
    const from =
      start === null || startPrecision === 'none' ? null : { day: instant(start), precision: startPrecision };
    const to =
      end === null || endPrecision === 'none' ? null : { day: instant(end), precision: endPrecision };
    if (from && to) {
      if (from.precision === to.precision)
        return set(byPrecision[from.precision].formatRange(from.day, to.day));
      return set(
        `${byPrecision[from.precision].format(from.day)} – ${byPrecision[to.precision].format(to.day)}`,
      );
    }
    const only = from ?? to;
    if (!only) return t(dateMessages.undated);
    const date = byPrecision[only.precision].format(only.day);
    return t(from ? dateMessages.since : dateMessages.until, { precision: only.precision, date });
  }

  const kept = (span: Span) => {
    const key = [span.start, span.startPrecision, span.end, span.endPrecision].join();
    return spans.get(key, () => spanOf(span));
  };

  return {
    day: (day) => set(long.format(instant(day))),
    dayShort: (day) => set(short.format(instant(day))),
    month: (code) => set(month.format(firstOf(code))),
    yearTo: (day) =>
      set(t(dateMessages.yearTo, { year: day.slice(0, 4), day: dayOfYear.format(instant(day)) })),
    quarterShort: (key) =>
      t(dateMessages.quarterShort, { quarter: key.slice(-1), year: set(key.slice(0, 4)) }),
    monthShort: (code) => set(monthOnly.format(firstOf(code))),
    period,
    span: kept,
    dated: (span) => kept(inWholes(span)),
    moment: (moment, timeZone) => {
      const [day, time] = zones.get(timeZone, () => inZone(timeZone));
      const date = day.format(moment);
      // A minus, where no line breaks, in place of the hyphen of GMT-5.
      const clock = time.format(moment).replace(/(?<=GMT)-/, '\u2212');
      return t(dateMessages.moment, { date: set(date), time: set(clock) });
    },
  };
}

/** From the first day of a year or month to the last of one: no more than the years or months is said. */
function inWholes(span: Span): Span {
  const { start, end } = span;
  if (start === null || end === null || span.startPrecision !== 'day' || span.endPrecision !== 'day')
    return span;
  const isWhole = start.endsWith('-01') && isLastOfMonth(end);
  if (!isWhole) return span;
  const precision = start.endsWith('-01-01') && end.endsWith('-12-31') ? 'year' : 'month';
  return { start, startPrecision: precision, end, endPrecision: precision };
}

function isLastOfMonth(day: Day): boolean {
  const next = instant(day);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

/** A date in any of the languages, with or without its day or its year: "31 de diciembre de 2017", "1er juin", "May 2017". */
const DATE = /\d{1,2}(?:er)? (?:de )?\p{L}+\.?(?:(?: de)? \d{4})?|\p{L}+\.?(?: de)? \d{4}/gu;

/**
 * Dates, and spans of them, of which no line breaks a date: for narrow columns.
 *
 * @example wholeDates('1 July 2015 – 1 July 2020') // '1\u00A0July\u00A02015 – 1\u00A0July\u00A02020'
 */
export function wholeDates(text: string): string {
  return text.replace(DATE, (date) => date.replaceAll(' ', '\u00a0'));
}

/**
 * A span of dates as what may stand in lines of their own.
 *
 * @example spanParts('1 July 2015 – 1 July 2020') // ['1 July 2015 –', '1 July 2020']
 */
export function spanParts(text: string): readonly string[] {
  return text.split(/(?<=\s–)\s/);
}

/** Midnight UTC of a day; every formatter above is in UTC, so the day printed is the day stored. */
function instant(day: Day): Date {
  if (!isDay(day)) throw new RangeError(`"${day}" is not a day (YYYY-MM-DD).`);
  return new Date(`${day}T00:00:00Z`);
}
