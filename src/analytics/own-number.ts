import { totals } from '../core/aggregate.ts';
import type { OwnNumber } from '../web/parts/how-we-count.tsx';
import { reportedIndicators } from './blocks/indicators.ts';
import { figureText } from './blocks/results.ts';
import { indicatorLabel } from './labels.ts';
import { seesMoreThanTotals } from './sight.ts';
import { doneFilter, type View } from './view.ts';

/** The foremost number in a reader's sight, to be followed to its rows; null: none is, or rows are not for it. */
export function ownNumberOf(view: View): OwnNumber | null {
  const lead = reportedIndicators(view)[0]?.code;
  if (lead === undefined || !seesMoreThanTotals(view)) return null;
  const filter = { ...doneFilter(view), indicator: lead };
  const href = view.links.results({ filter, kind: 'actual' });
  if (href === null) return null;
  const { total } = totals(view.facts, { indicator: lead, kind: 'actual', by: 'program', filter });
  return { text: `${indicatorLabel(view, lead)}: ${figureText(view, total)}`, href };
}
