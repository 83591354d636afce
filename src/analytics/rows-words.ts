import type { ResultSelection } from '../core/figures.ts';
import { onlyOne } from '../core/one-or-more.ts';
import { pageMessages } from '../web/i18n/messages/pages.ts';
import { figureText, figureValue } from './blocks/figure-words.ts';
import { indicatorLabel, labelOf } from './labels.ts';
import { withPrograms } from './named-view.ts';
import type { View } from './view.ts';

/** How a list of results is headed: by the figure that it is behind, where it is behind one. */
export interface RowsWords {
  readonly kicker?: string;
  readonly title: string;
  readonly lede: string;
}

/** "Officials trained: 37, Costa Rica", or a plain heading for a list without an indicator. */
export async function rowsWords(asked: View, { filter, kind, by, key }: ResultSelection): Promise<RowsWords> {
  const { t } = asked;
  const indicator = onlyOne(filter.indicator);
  if (indicator === undefined || kind === undefined) {
    return { title: t(pageMessages.allResults), lede: t(pageMessages.resultsListLede) };
  }
  const found = await asked.figures.totals({ indicator, kind, by: by ?? 'program', filter });
  const view = await withPrograms(asked, by === 'program' && key !== undefined ? [key] : []);
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
