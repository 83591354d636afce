import { sumOf } from './decimal.ts';
import { type Figure, missingFigure } from './figure.ts';
import type { Day } from './program.ts';
import type { Indicator, Result } from './result.ts';

/** What a result adds to one figure: all of it, or the part of a breakdown. */
export interface Portion {
  readonly result: Result;
  /** Where the result counts by country (rules 8 and 9). */
  readonly country: string;
  readonly value: number;
}

/**
 * Portions of results of one indicator and kind as one figure (rules 3, 4 and 5).
 *
 * `sum` adds all, decimal-exact; `latest` adds the last value of every series; `none`, and places that do not combine,
 * give `not-additive` as soon as there is more than one. Ratios add as pairs. A range counts with its lower end.
 *
 * @example officials trained, 78 exact (of which 22 undated) and about 45
 *   // { value: 123, exact: 78, approximate: 45, undated: 22, … }
 */
export function combine(indicator: Indicator, portions: readonly Portion[]): Figure {
  const counted = current(indicator, portions);
  const resultIds = counted.map(({ result }) => result.id).sort();
  if (counted.length === 0) return missingFigure('not-reported', resultIds);
  if (!mayCombine(indicator, counted)) return missingFigure('not-additive', resultIds);
  return {
    value: sumOf(counted, ({ value }) => value),
    exact: sumOf(counted, ({ result, value }) => (result.qualifier === 'exact' ? value : 0)),
    approximate: sumOf(counted, ({ result, value }) => (result.qualifier === 'exact' ? 0 : value)),
    undated: sumOf(counted, ({ result, value }) => (result.periodEnd === null ? value : 0)),
    denominator: denominatorOf(indicator, counted),
    missing: null,
    resultIds,
  };
}

/**
 * The portions that count: for a `latest` indicator the last of every series, otherwise all (rule 3).
 *
 * A series is what one programme reports for one place and one group of people (a breakdown that holds the whole
 * value). The last period end wins, any date wins over none, and of two on the same day the greater id.
 *
 * @example 20 networks at 2016-12-31 and 24 at 2017-06-30 // the 24 alone
 */
export function current<P extends Portion>(indicator: Indicator, portions: readonly P[]): readonly P[] {
  if (indicator.combineTime !== 'latest') return portions;
  const last = new Map<string, P>();
  for (const portion of portions) {
    const series = seriesOf(portion);
    const known = last.get(series);
    if (known === undefined || isLater(portion.result, known.result)) last.set(series, portion);
  }
  return [...last.values()];
}

/**
 * Whether rows of an indicator's figures over anything but time may ever be summed (rule 3).
 *
 * @example combinesFreely of an indicator that combines over time by `none` // false
 */
export function combinesFreely({ measure, combineTime, combinePlace }: Indicator): boolean {
  return measure !== 'text' && combineTime !== 'none' && combinePlace !== 'none';
}

function mayCombine(indicator: Indicator, portions: readonly Portion[]): boolean {
  if (portions.length === 1 || combinesFreely(indicator)) return true;
  if (indicator.measure === 'text' || indicator.combineTime === 'none') return false;
  return new Set(portions.map(({ country }) => country)).size === 1;
}

/** Null too where a pair lacks its denominator: a sum over the others would make the ratio look better than known. */
function denominatorOf(indicator: Indicator, portions: readonly Portion[]): number | null {
  if (indicator.measure !== 'ratio') return null;
  const known = portions.flatMap(({ result }) => (result.denominator === null ? [] : [result.denominator]));
  return known.length === portions.length ? sumOf(known, (denominator) => denominator) : null;
}

function seriesOf({ result, country }: Portion): string {
  const partsOnAxis = Map.groupBy(result.breakdown, ({ axis }) => axis);
  const whole = result.breakdown
    .filter(({ axis }) => partsOnAxis.get(axis)?.length === 1)
    .map(({ axis, part }) => [axis, part])
    .sort();
  return JSON.stringify([result.program, country, whole]);
}

function isLater(candidate: Result, known: Result): boolean {
  const [candidateEnd, knownEnd] = [endOrNever(candidate.periodEnd), endOrNever(known.periodEnd)];
  return candidateEnd === knownEnd ? candidate.id > known.id : candidateEnd > knownEnd;
}

function endOrNever(periodEnd: Day | null): Day {
  return periodEnd ?? '';
}
