import type { Portion } from './measure.ts';
import type { BreakdownPart, Indicator, Result } from './result.ts';

/**
 * The portions that count: for a `latest` indicator what each series says last, otherwise all (rule 3).
 *
 * A series is one programme and one place. The figure with the last period end wins, whatever its breakdown; any date
 * wins over none. Figures that each give one part of one axis and nothing else stand beside each other, the last of each
 * part, until one gives the whole; of two axes the one that says something last. Of two figures for one day the one that
 * was approved last counts (`conflicts` names both).
 *
 * @example 20 networks at 2016-12-31 and 24 at 2017-06-30 // the 24 alone
 * @example 7 women and 15 men at 2016-12-31, and 25 people at 2017-06-30 // the 25 alone
 */
export function current<P extends Portion>(indicator: Indicator, portions: readonly P[]): readonly P[] {
  if (indicator.combineTime !== 'latest') return portions;
  return seriesIn(portions).flatMap(lastOf);
}

/**
 * Figures of a `latest` indicator of which only one can count: two or more that say something of the same series, or of
 * the same part of it, for the same day (rule 3). The first of each is the one that counts.
 *
 * @example conflicts(cumulative networks, [20 at 2017-06-30, 24 at 2017-06-30 approved a day later]) // [[24, 20]]
 */
export function conflicts<P extends Portion>(
  indicator: Indicator,
  portions: readonly P[],
): readonly (readonly P[])[] {
  if (indicator.combineTime !== 'latest') return [];
  return seriesIn(portions)
    .flatMap((series) => [
      ...Map.groupBy(series, ({ result }) => {
        const part = onlyPart(result);
        return JSON.stringify([result.periodEnd, part?.axis, part?.part]);
      }).values(),
    ])
    .filter((sameDay) => sameDay.length > 1)
    .map((sameDay) => sameDay.toSorted(laterFirst));
}

function seriesIn<P extends Portion>(portions: readonly P[]): readonly (readonly P[])[] {
  return [
    ...Map.groupBy(portions, ({ result, country }) => JSON.stringify([result.program, country])).values(),
  ];
}

function lastOf<P extends Portion>(series: readonly P[]): readonly P[] {
  const ordered = series.toSorted(laterFirst);
  const whole = ordered.find(({ result }) => onlyPart(result) === null);
  const since = ordered.filter(({ result }) => whole === undefined || endOf(result) > endOf(whole.result));
  const axis = since[0] && onlyPart(since[0].result)?.axis;
  if (axis === undefined) return whole === undefined ? [] : [whole];
  const lastOfPart = new Map<string, P>();
  for (const portion of since) {
    const part = onlyPart(portion.result);
    if (part?.axis === axis && !lastOfPart.has(part.part)) lastOfPart.set(part.part, portion);
  }
  return [...lastOfPart.values()];
}

/** The one part that a figure gives and nothing else; null: it gives the whole. */
function onlyPart({ breakdown }: Result): BreakdownPart | null {
  const [part, ...others] = breakdown;
  return part === undefined || others.length > 0 ? null : part;
}

function laterFirst({ result: a }: Portion, { result: b }: Portion): number {
  return later(endOf(a), endOf(b)) || later(a.approvedAt, b.approvedAt) || later(a.id, b.id);
}

function later(a: string, b: string): number {
  return a > b ? -1 : a < b ? 1 : 0;
}

/** Before any day where there is no date. */
function endOf({ periodEnd }: Result): string {
  return periodEnd ?? '';
}
