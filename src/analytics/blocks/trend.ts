import type { TimeStep } from '../../core/dimension.ts';
import type { Filter } from '../../core/facts.ts';
import type { TransactionType } from '../../core/funding.ts';
import { daysBetween, parsePeriod } from '../../core/period.ts';
import type { Block } from '../../core/report/block.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { askedOtherTime, otherTimes, windowWords } from '../changes.ts';
import { indicatorLabel } from '../labels.ts';
import { doneFilter, filterIn, type View } from '../view.ts';
import { figureText } from './figure-words.ts';
import { fundingBlock } from './funding.ts';
import type { ReportedIndicator } from './indicators.ts';
import { compact } from './money-words.ts';
import type { Extent } from './rest.ts';
import { resultsBlock } from './results.ts';
import { spanSubtitle } from './subtitle.ts';

/** Days that are asked for up to this many are seen among months: a month with days to spare. */
const MOST_DAYS_BY_MONTH = 45;
/** And, where they are no calendar years, up to two years among quarters. */
const MOST_DAYS_BY_QUARTER = 2 * 366;

/**
 * The step in which a time is seen among others, which is its own length: a month among months, a quarter among quarters,
 * a year among years. Half a year, a fiscal year and the last twelve months are seen by quarter, for a year cuts them.
 */
export function trendStep({ filter, cutOff }: Pick<View, 'filter' | 'cutOff'>): TimeStep {
  const { from, to = cutOff } = filter;
  if (from === undefined) return 'year';
  const days = daysBetween(from, to) + 1;
  if (days <= MOST_DAYS_BY_MONTH) return 'month';
  const isOfYears = from.endsWith('-01-01') && (filter.to === undefined || to.endsWith('-12-31'));
  return isOfYears || days > MOST_DAYS_BY_QUARTER ? 'year' : 'quarter';
}

/** An indicator over time, up to the cut-off: what the page is about, among what was before. @param extent of its rows */
export async function trendBlock(
  view: View,
  { indicator: { code, unit }, total }: ReportedIndicator,
  extent: Extent,
): Promise<Block> {
  const over = (asked: View) => resultsBlock(asked, code, trendStep(view), extent);
  const all = await amongOtherTimes(view, over);
  if (view.filter.from === undefined) return all;
  const title = view.t(blockMessages.trend, {
    indicator: indicatorLabel(view, code),
    figure: figureText(view, total),
    period: windowWords(view, view.filter),
  });
  if (all.chart !== null) return { ...all, title, chart: { ...all.chart, title } };
  // What a sentence says is of the view's own time alone, and so is its table, which would come to another total.
  return { ...(await over(view)), title, subtitle: spanSubtitle(view, view.f.text(unit)) };
}

/** The same of money, which a period is held beside the one before it. @param extent of its rows */
export async function moneyTrendBlock(view: View, type: TransactionType, extent: Extent): Promise<Block> {
  const { t, filter } = view;
  const all = await amongOtherTimes(view, (always) => fundingBlock(always, type, trendStep(view), extent));
  if (filter.from === undefined) return all;
  const moved = async (asked: Filter) =>
    (await view.figures.funding({ type, by: 'donor', filter: asked })).total.amountMinor;
  const other = askedOtherTime(view) ?? otherTimes(view)[0];
  const [own, before] = await Promise.all([
    moved(doneFilter(view)),
    other === undefined ? null : moved(filterIn(view, other.window)),
  ]);
  const words = {
    indicator: t(totalsMessages[type]),
    period: windowWords(view, filter),
    figure: own === null ? t(blockMessages.noneRecorded) : compact(view, own),
  };
  const title =
    other === undefined || own === null || before === null
      ? t(blockMessages.trend, words)
      : t(blockMessages.trendBeside, { ...words, other: other.words, before: compact(view, before) });
  return { ...all, title, chart: all.chart === null ? null : { ...all.chart, title } };
}

/**
 * A block over time that reaches back before the view's own time, up to the cut-off: columns of other times are paler.
 *
 * @param make of the view without a beginning
 */
export async function amongOtherTimes(view: View, make: (always: View) => Promise<Block>): Promise<Block> {
  const { filter, cutOff } = view;
  const block = await make({ ...view, filter: filterIn(view, {}) });
  const { chart } = block;
  const { from } = filter;
  if (from === undefined || chart === null || chart.type !== 'column') return block;
  const isOther = (key: string) => {
    const period = parsePeriod(key);
    return period.to < from || period.from > cutOff;
  };
  const series = chart.series.map((each) => ({
    ...each,
    points: each.points.map((point) => (isOther(point.key) ? { ...point, context: true } : point)),
  }));
  return { ...block, chart: { ...chart, series } };
}
