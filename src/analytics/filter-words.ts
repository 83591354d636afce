import { workbookMessages } from '../web/i18n/messages/exports.ts';
import { filterMessages } from '../web/i18n/messages/filters.ts';
import { indicatorLabel, labelOf } from './labels.ts';
import { withPrograms } from './named-view.ts';
import type { View } from './view.ts';

/**
 * What a view is narrowed to, in words; its time apart, which is said by itself.
 *
 * @example await filterWords(view) // 'Country or region: Costa Rica · Donor: Canada'
 */
export async function filterWords(asked: View): Promise<string> {
  const { filter, t } = asked;
  const view = await withPrograms(asked, filter.program === undefined ? [] : [filter.program]);
  const dimensions = ['pillar', 'country', 'donor', 'program'] as const;
  const named = dimensions.flatMap((by) => {
    const key = filter[by];
    return key === undefined ? [] : [{ label: t(filterMessages[by]), value: labelOf(view, by, key) }];
  });
  const indicator =
    filter.indicator === undefined
      ? []
      : [{ label: t(filterMessages.indicator), value: indicatorLabel(view, filter.indicator) }];
  const said = [...named, ...indicator].map((each) => t(filterMessages.chip, each));
  return said.length === 0 ? t(workbookMessages.unfiltered) : said.join(' · ');
}
