import type { EntryPage, EntrySelection, ResultSelection } from '../core/figures.ts';
import { onlyOne } from '../core/one-or-more.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { pageMessages } from '../web/i18n/messages/pages.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { figureText, figureValue } from './blocks/figure-words.ts';
import { money } from './blocks/money-words.ts';
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
    title: [t(commonMessages.labelled, { label: name, text: figure }), ...place].join(', '),
    lede: t(pageMessages.resultsLede, { total: figureText(view, row ?? found.total) }),
  };
}

/** "Disbursements: US$490,827.67, Canada": how a list of transactions of one type is headed. */
export async function entriesWords(
  asked: View,
  { type, by, key }: EntrySelection,
  { countedMinor }: Pick<EntryPage, 'countedMinor'>,
): Promise<RowsWords & { readonly kicker: string }> {
  const view = await withPrograms(asked, by === 'program' && key !== undefined ? [key] : []);
  const { t } = view;
  const name = t(totalsMessages[type]);
  const figure = countedMinor === null ? null : money(view, countedMinor);
  const place = by === undefined || key === undefined ? [] : [labelOf(view, by, key)];
  return {
    kicker: t(pageMessages.transactionsTitle),
    title: [
      figure === null ? name : t(commonMessages.labelled, { label: name, text: figure }),
      ...place,
    ].join(', '),
    lede: t(pageMessages.transactionsLede),
  };
}
