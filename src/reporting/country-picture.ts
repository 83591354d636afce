import {
  fundingBlock,
  indicatorLabel,
  labelOf,
  markLabel,
  reportedIndicators,
  resultsBlock,
  spanSubtitle,
  type View,
} from '../analytics/index.ts';
import { isOnMap } from '../core/chart/americas.ts';
import { hasSeries } from '../core/chart/chart-spec.ts';
import { nearest } from '../core/decimal.ts';
import type { Block } from '../core/report/block.ts';
import { reportSections } from '../web/i18n/messages/report-pages.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';

/** What the first page of a fact sheet draws of a country; null: there is nothing to draw. */
export interface CountryPicture {
  readonly map: Block | null;
  /** What became of its foremost indicator from year to year or, of one year alone, of its money. */
  readonly trend: Block | null;
  readonly payers: Block | null;
}

/** @param here a view of the country alone */
export async function countryPicture(here: View, country: string): Promise<CountryPicture> {
  const [lead] = await reportedIndicators(here);
  const [results, money, payers] = await Promise.all([
    lead === undefined ? null : resultsBlock(here, lead.indicator.code, 'year', 'short'),
    fundingBlock(here, 'disbursement', 'year', 'short'),
    fundingBlock(here, 'disbursement', 'donor', 'short'),
  ]);
  return {
    map: isOnMap(country) ? mapOf(here, country, lead) : null,
    trend: [results, money].find((block) => block !== null && isOfTimes(block)) ?? null,
    payers: payers.rows.some(({ cells }) => cells.slice(1).some(({ raw }) => raw !== null)) ? payers : null,
  };
}

function isOfTimes({ chart }: Block): boolean {
  return chart !== null && hasSeries(chart) && chart.series.some(({ points }) => points.length > 1);
}

/** Where the country is, with the total of its foremost indicator. */
function mapOf(
  here: View,
  country: string,
  lead: Awaited<ReturnType<typeof reportedIndicators>>[number] | undefined,
): Block {
  const { t, f } = here;
  const id = 'country-map';
  const title = t(reportSections.onTheMap);
  const name = labelOf(here, 'country', country);
  const figure = lead === undefined ? '' : markLabel(here, lead.total);
  const subtitle = lead === undefined ? '' : spanSubtitle(here, indicatorLabel(here, lead.indicator.code));
  return {
    id,
    title,
    subtitle,
    chart: {
      type: 'map',
      id,
      title,
      subtitle,
      description: [title, subtitle, `${name} ${figure}`.trim()].filter((part) => part !== '').join('. '),
      locale: f.locale,
      format: { style: 'number', maximumFractionDigits: 0 },
      focus: country,
      points: [
        {
          key: country,
          label: name,
          value: lead === undefined || lead.total.value === null ? null : nearest(lead.total.value),
          valueLabel: figure,
        },
      ],
      missingLabel: t(totalsMessages.notReported),
    },
    columns: [],
    rows: [],
    total: null,
    notes: [],
    illustrative: false,
  };
}
