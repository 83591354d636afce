import { UNDATED } from '../core/dimension.ts';
import type { Block } from '../core/report/block.ts';
import { mayHaveReport, seesMoreThanTotals } from '../core/visibility/visibility.ts';
import { reportedIndicators } from './blocks/indicators.ts';
import type { Extent } from './blocks/rest.ts';
import { resultsBlock } from './blocks/results.ts';
import { targetsBlock } from './blocks/targets.ts';
import { queryString } from './links.ts';
import { narrowed, type View } from './view.ts';

/** What a country's page says beside its fact sheet: what became of its foremost indicator from year to year, and its targets. */
export interface CountryTrend {
  /** Null: no figure of it has a date. */
  readonly trend: Block | null;
  /** Null: there is none, or its reader sees totals alone. */
  readonly targets: Block | null;
}

/** @param extent of the rows of its blocks */
export async function countryTrendOf(view: View, country: string, extent: Extent): Promise<CountryTrend> {
  const here = narrowed(view, { country });
  const [lead] = await reportedIndicators(here);
  const [trend, targets] = await Promise.all([
    lead === undefined ? null : resultsBlock(here, lead.indicator.code, 'year', extent),
    seesMoreThanTotals(view) ? targetsBlock(here, extent) : null,
  ]);
  return {
    trend: trend !== null && lastYearIn(trend) !== null ? trend : null,
    targets: targets !== null && targets.rows.length > 0 ? targets : null,
  };
}

export function trendBlocks({ trend, targets }: CountryTrend): readonly Block[] {
  return [trend, targets].filter((block) => block !== null);
}

/** A fact sheet that can be had of a country. */
export interface FactSheet {
  /** The year that it is about. */
  readonly year: string;
  readonly href: string;
}

/**
 * The fact sheet of the last year in which something of the trend ended, else of the year of the cut-off; null: its reader may
 * not have it.
 */
export function factSheetOf(view: View, country: string, { trend }: CountryTrend): FactSheet | null {
  if (!mayHaveReport(view.scope, null)) return null;
  const year = (trend === null ? null : lastYearIn(trend)) ?? view.cutOff.slice(0, 4);
  const query = { period: year, country, lang: view.language, 'as-of': view.known.asked ?? undefined };
  return { year, href: `/api/v1/reports/country-fact-sheet.pdf${queryString(query)}` };
}

function lastYearIn({ rows }: Block): string | null {
  const years = rows.map(({ key }) => key).filter((key) => key !== UNDATED && /^\d{4}$/.test(key));
  return years.toSorted().at(-1) ?? null;
}
