import type { ChartPoint, ChartSpec, ValueFormat } from '../core/chart/chart-spec.ts';
import { writtenNumber } from '../core/written-number.ts';

/** How the values of one chart are written and measured, in the reader's language. */
export interface ValueWriter {
  /** A value of the spec on the scale that is drawn: whole major units for money. */
  readonly scaled: (value: number) => number;
  /** A scaled value as it stands on a mark. */
  readonly mark: (scaled: number) => string;
  /** A scaled value on an axis or in a legend that goes up to `greatest`: all compact where that is long, or none. */
  readonly axis: (scaled: number, greatest: number) => string;
  /** A scaled value where there is little room. */
  readonly short: (scaled: number) => string;
  /** True where only whole numbers are shown, so that ticks between them would repeat a label. */
  readonly whole: boolean;
}

/** From here on, an amount of money is written compact on a mark ("$1.2M"). */
const COMPACT_MARK = 1_000_000;
/** An axis that goes as far as this is written compact ("50K"). */
const COMPACT_AXIS = 100_000;
/** From here on, everything is written compact where there is little room. */
const COMPACT_SHORT = 10_000;

/**
 * The fonts that print have no narrow no-break space, which French puts between thousands; the wide one stands in. What
 * is below zero has a minus, as in the text around the chart.
 */
function printable(text: string): string {
  return text.replaceAll('\u202f', '\u00a0').replace(/^-/, '\u2212');
}

const writers = new Map<string, ValueWriter>();

/** The writer for a format and a locale; building `Intl` formats is slow, so each pair is built once. */
export function valueWriter(format: ValueFormat, locale: string): ValueWriter {
  const key = JSON.stringify([format, locale]);
  const known = writers.get(key) ?? buildWriter(format, locale);
  writers.set(key, known);
  return known;
}

function buildWriter(format: ValueFormat, locale: string): ValueWriter {
  const style: Intl.NumberFormatOptions =
    format.style === 'money' ? { style: 'currency', currency: format.currency } : {};
  const digits = format.style === 'money' ? 0 : format.maximumFractionDigits;
  const plain = new Intl.NumberFormat(locale, {
    ...style,
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  });
  /** What would round to nothing, to its first digit: a value that is not zero is not written as zero (rule 5). */
  const small = new Intl.NumberFormat(locale, { ...style, maximumSignificantDigits: 1 });
  const compact = new Intl.NumberFormat(locale, {
    ...style,
    notation: 'compact',
    maximumSignificantDigits: 3,
  });
  const minorPerMajor = format.style === 'money' ? minorUnits(format.currency) : 1;
  const markLimit = format.style === 'money' ? COMPACT_MARK : Number.POSITIVE_INFINITY;
  const write = (value: number, limit: number, greatest = value): string => {
    if (Math.abs(greatest) >= limit) return printable(writtenNumber(compact, value));
    const isSmall = value !== 0 && Math.abs(value) < 0.5 / 10 ** digits;
    return printable(writtenNumber(isSmall ? small : plain, value));
  };
  return {
    scaled: (value) => value / minorPerMajor,
    mark: (scaled) => write(scaled, markLimit),
    axis: (scaled, greatest) => write(scaled, COMPACT_AXIS, greatest),
    short: (scaled) => write(scaled, COMPACT_SHORT),
    whole: digits === 0,
  };
}

/** How many minor units make one major unit of a currency (100 cents, 1 yen). */
function minorUnits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return 10 ** (maximumFractionDigits ?? 2);
}

/** The value that is drawn for a point, or null where nothing may be drawn. */
export function drawnValue(spec: ChartSpec, point: ChartPoint | undefined): number | null {
  const value = point?.value ?? null;
  return value === null || !Number.isFinite(value)
    ? null
    : valueWriter(spec.format, spec.locale).scaled(value);
}

/** The same where there is little room: an amount is written compact, whatever its size. */
export function shortPointText(spec: ChartSpec, point: ChartPoint): string {
  const value = drawnValue(spec, point);
  return point.valueLabel !== undefined || value === null
    ? pointText(spec, point)
    : valueWriter(spec.format, spec.locale).short(value);
}

/** What is written for a point: its own label, its value in the reader's format, or why there is none. */
export function pointText(spec: ChartSpec, point: ChartPoint | undefined): string {
  if (point?.valueLabel !== undefined) return printable(point.valueLabel);
  const value = drawnValue(spec, point);
  return value === null ? printable(spec.missingLabel) : valueWriter(spec.format, spec.locale).mark(value);
}

/**
 * What is written for a point, without the sign of a currency that the axis says already.
 *
 * @example bareText(spec, 'US$85.3k') // '85.3k'
 */
export function bareText({ format, locale }: ChartSpec, text: string): string {
  if (format.style !== 'money') return text;
  const sign = valueWriter(format, locale)
    .mark(0)
    .replace(/^0\s*|\s*0$/, '');
  return text.replace(sign, '').replace(/^(\u2212)?\s+|\s+$/g, '$1');
}

const exactMoney = new Map<string, Intl.NumberFormat>();

/** The same to the last minor unit, which an axis and a mark have no room for. */
export function exactText(spec: ChartSpec, point: ChartPoint): string {
  const { format, locale } = spec;
  const value = drawnValue(spec, point);
  if (format.style !== 'money' || value === null) return pointText(spec, point);
  const key = `${locale} ${format.currency}`;
  const known =
    exactMoney.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency: format.currency });
  exactMoney.set(key, known);
  return printable(writtenNumber(known, value));
}

const percents = new Map<string, readonly [Intl.NumberFormat, Intl.NumberFormat]>();

/** "45% of the total"; what would round to nothing, to its first digit. */
export function shareText({ locale, whole }: ChartSpec, part: number): string {
  const known = percents.get(locale) ?? [
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
    new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 1 }),
  ];
  percents.set(locale, known);
  const share = printable(known[part !== 0 && part < 0.005 ? 1 : 0].format(part));
  return whole?.words.replace('{share}', share) ?? share;
}
