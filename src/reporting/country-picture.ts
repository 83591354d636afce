import {
  countryMapChart,
  fundingBlock,
  reportedIndicators,
  resultsBlock,
  type View,
} from '../analytics/index.ts';
import { hasSeries, type MapChartSpec } from '../core/chart/chart-spec.ts';
import type { Block } from '../core/report/block.ts';

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
    map: onTheMap(countryMapChart(here, country, lead)),
    trend: [results, money].find((block) => block !== null && isOfTimes(block)) ?? null,
    payers: payers.rows.some(({ cells }) => cells.slice(1).some(({ raw }) => raw !== null)) ? payers : null,
  };
}

function isOfTimes({ chart }: Block): boolean {
  return chart !== null && hasSeries(chart) && chart.series.some(({ points }) => points.length > 1);
}

/** Of the country alone: what its map says is the first of its headline figures. */
function onTheMap(chart: MapChartSpec | null): Block | null {
  if (chart === null) return null;
  const { id, title, subtitle } = chart;
  return { id, title, subtitle, chart, columns: [], rows: [], total: null, notes: [], illustrative: false };
}
