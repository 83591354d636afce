import { isOnMap } from '../../core/chart/americas.ts';
import type { MapChartSpec } from '../../core/chart/chart-spec.ts';
import { nearest } from '../../core/decimal.ts';
import type { Block } from '../../core/report/block.ts';
import { reportSections } from '../../web/i18n/messages/report-pages.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { indicatorLabel, labelOf } from '../labels.ts';
import type { View } from '../view.ts';
import { markLabel } from './figure-words.ts';
import { type ReportedIndicator, reportedIndicators } from './indicators.ts';
import type { Extent } from './rest.ts';
import { resultsBlock } from './results.ts';
import { spanSubtitle } from './subtitle.ts';

/** The block's id. */
export const COUNTRY_MAP = 'country-map';

/**
 * Where a country is, with the total of its foremost indicator; null: it is not on the map.
 *
 * @param here a view of the country alone
 * @param lead undefined: nothing is reported there
 */
export function countryMapChart(
  here: View,
  country: string,
  lead: ReportedIndicator | undefined,
): MapChartSpec | null {
  if (!isOnMap(country)) return null;
  const { t, f } = here;
  const title = t(reportSections.onTheMap);
  const label = labelOf(here, 'country', country);
  const valueLabel = lead === undefined ? '' : markLabel(here, lead.total);
  const subtitle = lead === undefined ? '' : spanSubtitle(here, indicatorLabel(here, lead.indicator.code));
  const described = [title, subtitle, `${label} ${valueLabel}`.trim()];
  return {
    type: 'map',
    id: COUNTRY_MAP,
    title,
    subtitle,
    description: described.filter((part) => part !== '').join('. '),
    locale: f.locale,
    format: { style: 'number', maximumFractionDigits: 0 },
    focus: country,
    points: [
      {
        key: country,
        label,
        value: lead === undefined || lead.total.value === null ? null : nearest(lead.total.value),
        valueLabel,
      },
    ],
    missingLabel: t(totalsMessages.notReported),
  };
}

/** The same with its figure as a table, for a page; null also where nothing is reported there. */
export async function countryMapBlock(here: View, country: string, extent: Extent): Promise<Block | null> {
  const [lead] = await reportedIndicators(here);
  const chart = countryMapChart(here, country, lead);
  if (lead === undefined || chart === null) return null;
  const { isSentence: _, ...block } = await resultsBlock(here, lead.indicator.code, 'country', extent);
  const { title } = block;
  return { ...block, id: COUNTRY_MAP, chart: { ...chart, title } };
}
