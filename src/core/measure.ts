import { type Exact, sumOf } from './decimal.ts';
import { type Figure, missingFigure } from './figure.ts';
import type { Indicator, Measure, Result } from './result.ts';
import { current } from './series.ts';

/** What a result adds to one figure: all of it, or the part of a breakdown. */
export interface Portion {
  readonly result: Result;
  /** Where the result counts by country (rules 8 and 9). */
  readonly country: string;
  readonly value: Exact;
}

/**
 * Portions of results of one indicator and kind as one figure (rules 3, 4 and 5).
 *
 * `sum` adds all, decimal-exact; `latest` adds the last value of every series; `none`, rates, and places that do not
 * combine, give `not-additive` as soon as there is more than one. Ratios add as pairs. A range counts with its lower end.
 *
 * @example officials trained, 78 exact (of which 22 undated) and about 45
 *   // { value: 123, exact: 78, approximate: 45, undated: 22, … }
 */
export function combine(indicator: Indicator, portions: readonly Portion[]): Figure {
  const counted = current(indicator, portions);
  if (counted.length === 0) return missingFigure('not-reported');
  if (!mayCombine(indicator, counted)) return missingFigure('not-additive', counted.length);
  return {
    value: sumOf(counted, ({ value }) => value),
    exact: sumOf(counted, ({ result, value }) => (result.qualifier === 'exact' ? value : 0)),
    approximate: sumOf(counted, ({ result, value }) => (result.qualifier === 'exact' ? 0 : value)),
    undated: sumOf(counted, ({ result, value }) => (result.periodEnd === null ? value : 0)),
    denominator: denominatorOf(indicator, counted),
    missing: null,
    resultCount: counted.length,
    ...commonQualifier(counted),
  };
}

/** @example of 10 to 15 and 20 to 30 // { qualifier: 'range', valueHigh: 45 } */
function commonQualifier(portions: readonly Portion[]): Pick<Figure, 'qualifier' | 'valueHigh'> {
  const [qualifier, ...others] = new Set(portions.map(({ result }) => result.qualifier));
  if (qualifier === undefined || others.length > 0) return { qualifier: null, valueHigh: null };
  const areWhole = portions.every(({ result, value }) => result.value === value);
  const valueHigh =
    qualifier === 'range' && areWhole
      ? sumOf(portions, ({ result }) => result.valueHigh ?? result.value)
      : null;
  return { qualifier, valueHigh };
}

/**
 * Whether rows of an indicator's figures over anything but time may ever be summed (rule 3).
 *
 * @example combinesFreely of an indicator that combines over time by `none` // false
 */
export function combinesFreely({ measure, combineTime, combinePlace }: Indicator): boolean {
  return isSummable(measure) && combineTime !== 'none' && combinePlace !== 'none';
}

function mayCombine(indicator: Indicator, portions: readonly Portion[]): boolean {
  if (portions.length === 1 || combinesFreely(indicator)) return true;
  if (!isSummable(indicator.measure) || indicator.combineTime === 'none') return false;
  return new Set(portions.map(({ country }) => country)).size === 1;
}

/** Texts cannot be added; rates may not, for what they are parts of is not known. */
/** Whether figures of a measure can be added at all. */
export function isSummable(measure: Measure): boolean {
  return measure !== 'text' && measure !== 'rate';
}

/** Null too where a pair lacks its denominator: a sum over the others would make the ratio look better than known. */
function denominatorOf(indicator: Indicator, portions: readonly Portion[]): Exact | null {
  if (indicator.measure !== 'ratio') return null;
  const known = portions.flatMap(({ result }) => (result.denominator === null ? [] : [result.denominator]));
  return known.length === portions.length ? sumOf(known, (denominator) => denominator) : null;
}
