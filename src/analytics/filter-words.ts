import { valuesOf } from '../core/one-or-more.ts';
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
  const { filter, t, f } = asked;
  const view = await withPrograms(asked, valuesOf(filter.program));
  const dimensions = ['pillar', 'country', 'donor', 'program'] as const;
  const named = dimensions.map((by) => ({
    by,
    values: valuesOf(filter[by]).map((key) => labelOf(view, by, key)),
  }));
  const indicators = valuesOf(filter.indicator).map((code) => indicatorLabel(view, code));
  const said = [...named, { by: 'indicator' as const, values: indicators }]
    .filter(({ values }) => values.length > 0)
    .map(({ by, values }) =>
      t(filterMessages.chip, { label: t(filterMessages[by]), value: f.anyOf(values) }),
    );
  return said.length === 0 ? t(workbookMessages.unfiltered) : said.join(' · ');
}
