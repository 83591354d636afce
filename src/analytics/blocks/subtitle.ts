import type { ChartSpec } from '../../core/chart/chart-spec.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { chartMessages } from '../../web/i18n/messages/charts.ts';
import { capitalised } from '../labels.ts';
import type { View } from '../view.ts';

interface ChartWords {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
}

/** What every chart shares. */
export function chartBase(view: View, { id, title, subtitle }: ChartWords) {
  return {
    id,
    title,
    subtitle,
    description: view.t(blockMessages.chartDescription, { title, first: `${subtitle}.` }),
    locale: view.f.locale,
    format: { style: 'number', maximumFractionDigits: 2 },
    mutedLabel: view.t(chartMessages.hatched),
    rowsHint: view.t(chartMessages.rowsHint),
  } as const;
}

/** What a chart's parts sum to, for those who point at one; null, or nothing to be a part of: it says no share. */
export function wholeOf(
  view: View,
  value: number | null,
  words: 'ofTotal' | 'ofYear' = 'ofTotal',
): Pick<ChartSpec, 'whole'> {
  if (value === null || value <= 0) return {};
  // The share is written where the chart is.
  return { whole: { value, words: view.t(chartMessages[words], { share: '{share}' }) } };
}

/** Unit, period and cut-off of actual figures, in one line. */
export function spanSubtitle(view: View, unit: string): string {
  const { from } = view.filter;
  if (from === undefined)
    return view.t(blockMessages.toDate, { unit: capitalised(view, unit), day: view.f.day(view.cutOff) });
  return view.t(blockMessages.inWindow, { unit: capitalised(view, unit), range: rangeOf(view, from) });
}

/** The same for money, which counts by value date. */
export function moneySubtitle(view: View, unit: string): string {
  const { from } = view.filter;
  if (from === undefined)
    return view.t(blockMessages.toDate, { unit: capitalised(view, unit), day: view.f.day(view.cutOff) });
  return view.t(blockMessages.moneyInWindow, { unit: capitalised(view, unit), range: rangeOf(view, from) });
}

/** A window that begins after the cut-off has no end yet: the cut-off is never later than today (rule 1). */
function rangeOf(view: View, from: string): string {
  const end = from <= view.cutOff ? view.cutOff : null;
  return view.f.span({ start: from, startPrecision: 'day', end, endPrecision: 'day' });
}
