import { seesMoreThanTotals } from '../core/visibility/visibility.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import type { OwnNumber } from '../web/parts/how-we-count.tsx';
import { figureText } from './blocks/figure-words.ts';
import { reportedIndicators } from './blocks/indicators.ts';
import { indicatorLabel } from './labels.ts';
import { doneFilter, type View } from './view.ts';

/** The foremost number in a reader's sight, to be followed to its rows; null: none is, or rows are not for it. */
export async function ownNumberOf(view: View): Promise<OwnNumber | null> {
  const [lead] = await reportedIndicators(view);
  if (lead === undefined || !seesMoreThanTotals(view)) return null;
  const { indicator, total } = lead;
  const filter = { ...doneFilter(view), indicator: indicator.code };
  const href = view.links.results({ filter, kind: 'actual' });
  if (href === null) return null;
  const label = indicatorLabel(view, indicator.code);
  return { text: view.t(commonMessages.labelled, { label, text: figureText(view, total) }), href };
}
