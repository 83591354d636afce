import { UNDATED } from '../core/dimension.ts';
import type { Block } from '../core/report/block.ts';
import { mayHaveReport, seesMoreThanTotals } from '../core/visibility/visibility.ts';
import { reportedIndicators } from './blocks/indicators.ts';
import type { Extent } from './blocks/rest.ts';
import { resultsBlock } from './blocks/results.ts';
import { targetsBlock } from './blocks/targets.ts';
import { trendBlock } from './blocks/trend.ts';
import { queryString } from './links.ts';
import type { View } from './view.ts';

/**
 * What a page says beside its sheet: what became of its foremost indicator from year to year, or of a time that was chosen
 * among others of its length, and its targets.
 */
export interface SheetTrend {
  /** Null: no figure of it has a date. */
  readonly trend: Block | null;
  /** Null: there is none, or its reader sees totals alone. */
  readonly targets: Block | null;
}

/**
 * Of a country, of a programme.
 *
 * @param here narrowed to it
 * @param extent of the rows of its blocks
 */
export async function sheetTrendOf(here: View, extent: Extent): Promise<SheetTrend> {
  const [lead] = await reportedIndicators(here);
  const [trend, targets] = await Promise.all([
    lead === undefined
      ? null
      : here.filter.from === undefined
        ? resultsBlock(here, lead.indicator.code, 'year', extent)
        : trendBlock(here, lead, extent),
    seesMoreThanTotals(here) ? targetsBlock(here, extent) : null,
  ]);
  return {
    trend: trend !== null && lastYearIn(trend) !== null ? trend : null,
    targets: targets !== null && targets.rows.length > 0 ? targets : null,
  };
}

export function trendBlocks({ trend, targets }: SheetTrend): readonly Block[] {
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
export function factSheetOf(view: View, country: string, { trend }: SheetTrend): FactSheet | null {
  if (!mayHaveReport(view.scope, null)) return null;
  const year = (trend === null ? null : lastYearIn(trend)) ?? view.cutOff.slice(0, 4);
  const query = { period: year, country, lang: view.language, 'as-of': view.known.asked ?? undefined };
  return { year, href: `/api/v1/reports/country-fact-sheet.pdf${queryString(query)}` };
}

function lastYearIn({ rows }: Block): string | null {
  const years = rows.flatMap(({ key }) => (key === UNDATED ? [] : (/^\d{4}/.exec(key) ?? [])));
  return years.toSorted().at(-1) ?? null;
}
