import Big from 'big.js';
import type { AttributedResult } from './attribution.ts';
import { shareOf } from './change.ts';
import { countriesOf } from './country-sheet.ts';
import { compareExact, type Exact } from './decimal.ts';
import { isRegion } from './dimension.ts';
import type { Facts, Filter } from './facts.ts';
import { indexOf } from './facts-index.ts';
import type { Figure } from './figure.ts';
import type { TargetWithActual } from './figures.ts';
import { select } from './filter.ts';
import { combine, type Portion } from './measure.ts';
import { daysBetween } from './period.ts';
import type { Day } from './program.ts';
import type { CombineTime, Result } from './result.ts';
import { newestFirst } from './selected-results.ts';
import { current } from './series.ts';

/**
 * What has been reported for a target (rule 2): the actual of its own period, for the same indicator, its programme with
 * all activities, its place and its part of a breakdown.
 *
 * Results count that end inside the target's period; of a `latest` indicator the last by its end. A period that has no
 * beginning begins with the programme; without an end, everything to date counts. A region holds the countries that it
 * is known to hold; of one whose countries nobody named, what the whole programme reports counts.
 *
 * @param filter what the reader asked for beside the target: pillar and donor.
 * @param cutOff the last day that counts.
 * @example actualOf(facts, a target of 2025, {}, '2026-03-31') // what ended in 2025, and neither 2017 nor 2026
 */
export function actualOf(
  facts: Facts,
  target: Result,
  filter: Pick<Filter, 'pillar' | 'donor'>,
  cutOff: Day,
): Figure {
  const { indicator } = indexOf(facts);
  return combine(indicator(target.indicator), portionsFor(facts, target, filter, cutOff));
}

/** The results that `actualOf` is made of. */
export function resultsFor(...asked: Parameters<typeof portionsFor>): readonly Result[] {
  return portionsFor(...asked).map(({ result }) => result);
}

function portionsFor(
  facts: Facts,
  target: Result,
  filter: Pick<Filter, 'pillar' | 'donor'>,
  cutOff: Day,
): readonly Portion[] {
  const { indicator, results, tree } = indexOf(facts);
  const rule = indicator(target.indicator);
  const to = target.periodEnd !== null && target.periodEnd < cutOff ? target.periodEnd : cutOff;
  const from = rule.combineTime === 'latest' ? null : target.periodStart;
  const { pillar, donor } = filter;
  const asked: Filter = {
    ...(pillar !== undefined && { pillar }),
    ...(donor !== undefined && { donor }),
    program: target.program,
    ...(from !== null && { from }),
    to,
  };
  const isThere = placeOf(facts, target, to);
  const { inside } = select(results(target.indicator, 'actual'), asked, tree);
  const counted = current(rule, inside.filter(isThere));
  return current(
    rule,
    counted.flatMap((row) => portionFor(target, row)),
  );
}

/** Whether the period of a target was over before a day. */
export function hasEnded({ periodEnd }: Pick<Result, 'periodEnd'>, day: Day): boolean {
  return periodEnd !== null && periodEnd < day;
}

/**
 * Targets in the order in which somebody should look: first those that have ended and are not reached, then the others;
 * among each those that end last, then in the order of results. A target is reached whose actual is no smaller, or no
 * greater where it is to be come down to; of a pair it is enough that there is one.
 *
 * @param day the last day that counts
 */
export function byConcern(day: Day): (a: TargetWithActual, b: TargetWithActual) => number {
  const rank = (pair: TargetWithActual) => Number(!hasEnded(pair.target, day) || isReached(pair));
  return (a, b) => rank(a) - rank(b) || newestFirst(a.target, b.target);
}

/** How a target stands on a day (rule 2); `in-force`: it has no time by which to say more. */
export type Standing = 'reached' | 'ended' | 'on-track' | 'late' | 'in-force' | 'not-reported';

/**
 * Whether a target is reached, has ended short of it, or is on its way as far as its time has passed.
 *
 * @param day the last day that counts
 * @example standingOf({ target: 100 for 2017, actual: 40 }, '2017-06-30') // 'late': half the year is over
 */
export function standingOf(pair: TargetWithActual, day: Day): Standing {
  const { target, actual, combineTime } = pair;
  if (actual.value === null) return actual.missing === 'not-reported' ? 'not-reported' : 'in-force';
  if (isReached(pair)) return 'reached';
  if (hasEnded(target, day)) return 'ended';
  const expected = expectedBy(target, combineTime, day);
  if (expected === null) return 'in-force';
  const ahead = compareExact(actual.value, expected);
  return (isDownward(target, combineTime) ? ahead <= 0 : ahead >= 0) ? 'on-track' : 'late';
}

/**
 * Whether a target is to be come down to: one of a level (an indicator whose figures are not summed over time) that is
 * below its baseline.
 *
 * @example isDownward(a homicide rate of 20, with the baseline 31) // true
 */
export function isDownward(
  {
    value,
    valueHigh,
    denominator,
    baseline,
  }: Pick<Result, 'value' | 'valueHigh' | 'denominator' | 'baseline'>,
  combineTime: CombineTime,
): boolean {
  return (
    combineTime !== 'sum' &&
    denominator === null &&
    baseline !== null &&
    baseline.value > (valueHigh ?? value)
  );
}

/**
 * What should be there by a day, if it came evenly over the period of a target: its share of the target; of a level, that
 * share of the way from its baseline to it. Null: as `expectedShare`.
 *
 * @example expectedBy(40 for 2017 with the baseline 20, 'latest', '2017-06-30') // 20 + 20 × 181/365
 */
export function expectedBy(
  target: Pick<Result, 'value' | 'baseline' | 'periodStart' | 'periodEnd' | 'denominator'>,
  combineTime: CombineTime,
  day: Day,
): number | null {
  const share = expectedShare(target, day);
  if (share === null) return null;
  const from = combineTime === 'sum' ? 0 : (target.baseline?.value ?? 0);
  return new Big(target.value).minus(from).times(share).plus(from).toNumber();
}

/**
 * How far a figure has come: as a part of the target; where that is to be come down to, of the way from its baseline.
 *
 * @example shareOfWay({ target: 20, baseline: 30, combineTime: 'latest' }, 28) // 0.2
 */
export function shareOfWay({ target, combineTime }: Omit<TargetWithActual, 'actual'>, value: Exact): number {
  const { baseline } = target;
  if (baseline === null || !isDownward(target, combineTime)) return shareOf(value, target.value);
  const from = new Big(baseline.value);
  return from
    .minus(value)
    .div(from.minus(target.valueHigh ?? target.value))
    .toNumber();
}

/**
 * The part of a target that should be there by a day, if it came evenly over its period: the days that have passed, of
 * all. Null: it has no beginning or no end, or is a pair.
 *
 * @example expectedShare(a target for 2017, '2017-06-30') // 181 of 365 days
 */
export function expectedShare(
  { periodStart, periodEnd, denominator }: Pick<Result, 'periodStart' | 'periodEnd' | 'denominator'>,
  day: Day,
): number | null {
  if (periodStart === null || periodEnd === null || denominator !== null) return null;
  if (day < periodStart) return 0;
  if (day >= periodEnd) return 1;
  return (daysBetween(periodStart, day) + 1) / (daysBetween(periodStart, periodEnd) + 1);
}

function isReached({ target, actual, combineTime }: TargetWithActual): boolean {
  const { value, valueHigh, denominator } = target;
  if (actual.value === null) return false;
  if (denominator !== null) return true;
  return isDownward(target, combineTime)
    ? compareExact(actual.value, valueHigh ?? value) <= 0
    : compareExact(actual.value, value) >= 0;
}

function placeOf(facts: Facts, { place }: Result, day: Day): (row: AttributedResult) => boolean {
  if (place === null) return () => true;
  if (!isRegion(place)) return ({ country }) => country === place;
  const countries = new Set(countriesOf(facts, place, day));
  if (countries.size === 0) return () => true;
  return ({ country }) => country === place || countries.has(country);
}

/**
 * What a result adds to a target that is for one part of an axis, or of several. How much of a result has two parts at
 * once is known where it has all but one of them as a whole.
 */
function portionFor(target: Result, row: AttributedResult): readonly Portion[] {
  const { value, breakdown } = row.result;
  const wanted = target.breakdown.filter((part) => part.value === target.value);
  const held = wanted.map(
    ({ axis, part }) => breakdown.find((each) => each.axis === axis && each.part === part)?.value ?? null,
  );
  if (held.includes(null)) return [];
  const parts = held.filter((each) => each !== null && each !== value);
  const [only, ...others] = parts;
  if (others.length > 0) return [];
  return [{ ...row, value: only ?? value }];
}
