import type { CombineTime, Result } from '../result.ts';

/** A figure, as far as it is compared with others of its series. */
export type SeriesFigure = Pick<
  Result,
  'program' | 'indicator' | 'kind' | 'place' | 'periodEnd' | 'value' | 'valueHigh' | 'breakdown'
>;

/** What is odd about a figure beside the one before it in time; it may be right all the same. */
export interface OddValue {
  readonly reason: 'ten-times' | 'a-tenth' | 'below-cumulative';
  /** What the figure before it says, and the day on which its period ends. */
  readonly before: { readonly value: number; readonly periodEnd: string | null };
}

/** Small numbers jump: of two officials and twenty nobody made a slip with a zero. */
const SMALL = 20;

/**
 * Whether a figure jumps: ten times what the figure before it says, or a tenth; or, of an indicator of which the latest
 * value counts (rule 3), less than before. It stands beside the last figure of its series (programme, indicator, kind,
 * place and parts) whose period ended earlier; null where there is none, or nothing is odd.
 *
 * @param known approved figures, of any series
 * @example
 * // 45 in May, and 450 now
 * oddValue(june(450), [may(45)], 'sum') // { reason: 'ten-times', before: { value: 45, periodEnd: '2017-05-31' } }
 */
export function oddValue(
  figure: SeriesFigure,
  known: readonly SeriesFigure[],
  combineTime: CombineTime,
): OddValue | null {
  const key = seriesOf(figure);
  const before = known
    .filter((each) => seriesOf(each) === key && endsBefore(each, figure))
    .reduce<SeriesFigure | null>(
      (last, each) => (last !== null && endsBefore(each, last) ? last : each),
      null,
    );
  if (before === null) return null;
  const [now, then] = [topOf(figure), topOf(before)];
  const told = { before: { value: before.value, periodEnd: before.periodEnd } };
  if (combineTime === 'latest' && figure.kind === 'actual' && now < then)
    return { reason: 'below-cumulative', ...told };
  if (now <= 0 || then <= 0 || Math.max(now, then) < SMALL) return null;
  if (now >= 10 * then) return { reason: 'ten-times', ...told };
  return then >= 10 * now ? { reason: 'a-tenth', ...told } : null;
}

/** Of a range its upper end. */
function topOf({ value, valueHigh }: SeriesFigure): number {
  return valueHigh ?? value;
}

/** What is not dated comes before nothing, and nothing before it. */
function endsBefore(a: SeriesFigure, b: SeriesFigure): boolean {
  return a.periodEnd !== null && b.periodEnd !== null && a.periodEnd < b.periodEnd;
}

function seriesOf({ program, indicator, kind, place, breakdown }: SeriesFigure): string {
  const axes = breakdown.map(({ axis, part }) => `${axis}=${part}`).sort();
  // Several parts make up a whole, whichever they are; one alone is a group of its own.
  return JSON.stringify([program, indicator, kind, place, axes.length === 1 ? axes : []]);
}
