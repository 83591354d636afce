import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { capitalised } from '../labels.ts';
import type { View } from '../view.ts';

interface ChartWords {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
}

/** What every chart of results shares. */
export function chartBase(view: View, { id, title, subtitle }: ChartWords) {
  return {
    id,
    title,
    subtitle,
    description: view.t(blockMessages.chartDescription, { title, first: `${subtitle}.` }),
    locale: view.f.locale,
    format: { style: 'number', maximumFractionDigits: 2 },
  } as const;
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
