import type { TimelineChartSpec } from '../../core/chart/chart-spec.ts';

const DAY_MS = 86_400_000;
const DAYS_OF_YEAR = 365.25;
/** Beside the first and the last day, as a part of all. */
const MARGIN = 0.02;

/** Where days stand from left to right. */
export interface TimeScale {
  readonly left: number;
  readonly right: number;
  /** Days since 1970, at the edges. */
  readonly first: number;
  readonly last: number;
  x(day: number): number;
}

/** @example dayNumber('1970-02-01') // 31 */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/**
 * From the first day of all bars to the last, and to today where one is not over or has no end, so that its line is seen.
 * A bar of which one end is known has at least a year to be seen in.
 */
export function timeScale({ bars, today }: TimelineChartSpec, left: number, right: number): TimeScale {
  const isCurrent = bars.some(({ state, to }) => state !== 'closed' || to === null);
  const days = bars.flatMap(({ from, to }) => [
    ...(from === null ? [] : [dayNumber(from), ...(to === null ? [dayNumber(from) + DAYS_OF_YEAR] : [])]),
    ...(to === null ? [] : [dayNumber(to) + 1, ...(from === null ? [dayNumber(to) - DAYS_OF_YEAR] : [])]),
  ]);
  const all = isCurrent ? [...days, dayNumber(today)] : days;
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const air = Math.max(1, (last - first) * MARGIN);
  const edges = { first: first - air, last: last + air };
  return {
    left,
    right,
    ...edges,
    x: (day) => left + ((day - edges.first) / (edges.last - edges.first)) * (right - left),
  };
}

/** The beginnings of years, every first, second, fifth … so that `room` pixels lie between them. */
export function yearTicks(
  scale: TimeScale,
  room: number,
): readonly { readonly x: number; readonly label: string }[] {
  const yearOf = (day: number) => new Date(day * DAY_MS).getUTCFullYear();
  const [from, to] = [yearOf(scale.first), yearOf(scale.last)];
  const perYear = (DAYS_OF_YEAR / (scale.last - scale.first)) * (scale.right - scale.left);
  const step = [1, 2, 5, 10, 20, 50].find((years) => years * perYear >= room) ?? 100;
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
    .filter((year) => year % step === 0)
    .map((year) => ({ x: scale.x(dayNumber(`${String(year).padStart(4, '0')}-01-01`)), label: String(year) }))
    .filter(({ x }) => x >= scale.left && x <= scale.right);
}

/** The beginnings of months, twice or four times a year or all, as few as are at least two; none where they have no room. */
export function monthTicks(
  scale: TimeScale,
  locale: string,
  roomFor: (label: string) => number,
): readonly { readonly x: number; readonly label: string }[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const first = new Date(scale.first * DAY_MS);
  const count = Math.ceil((scale.last - scale.first) / 28) + 1;
  const months = Array.from({ length: count }, (_, at) =>
    Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + at, 1),
  ).map((moment) => ({
    month: new Date(moment).getUTCMonth(),
    x: scale.x(moment / DAY_MS),
    label: format.format(moment),
  }));
  for (const step of [6, 3, 1]) {
    const ticks = months
      .filter(({ month }) => month % step === 0)
      .filter(
        ({ x, label }) => x - roomFor(label) / 2 >= scale.left && x + roomFor(label) / 2 <= scale.right,
      );
    const isCrowded = ticks.some(
      ({ x, label }, at) => at > 0 && x - (ticks[at - 1]?.x ?? 0) < roomFor(label),
    );
    if (isCrowded) return [];
    if (ticks.length > 1) return ticks.map(({ x, label }) => ({ x, label }));
  }
  return [];
}
