import { totals } from '../core/aggregate.ts';
import { pageMessages } from '../web/i18n/messages/pages.ts';
import { figureText, figureValue } from './blocks/results.ts';
import type { ResultSelection } from './blocks/rows.ts';
import { indicatorLabel, labelOf } from './labels.ts';
import type { View } from './view.ts';

/** How a list of results is headed: by the figure that it is behind, where it is behind one. */
export interface RowsWords {
  readonly kicker?: string;
  readonly title: string;
  readonly lede: string;
}

/** "Officials trained: 37, Costa Rica", or a plain heading for a list without an indicator. */
export function rowsWords(view: View, { filter, kind, by, key }: ResultSelection): RowsWords {
  const { t } = view;
  const { indicator } = filter;
  if (indicator === undefined || kind === undefined) {
    return { title: t(pageMessages.allResults), lede: t(pageMessages.resultsListLede) };
  }
  const found = totals(view.facts, { indicator, kind, by: by ?? 'program', filter });
  const row = by === undefined ? found.total : found.rows.find((each) => each.key === key);
  const figure = figureValue(view, row ?? found.total);
  const place = by === undefined || key === undefined ? [] : [labelOf(view, by, key)];
  const name = indicatorLabel(view, indicator);
  return {
    kicker: t(pageMessages.resultsTitle),
    title: [`${name}: ${figure}`, ...place].join(', '),
    lede: t(pageMessages.resultsLede, { total: figureText(view, row ?? found.total) }),
  };
}
