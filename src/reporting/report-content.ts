import type { ReportSheet } from '../../reports/report-sheet.tsx';
import type { View } from '../analytics/index.ts';
import type { Block, Gap, Tile } from '../core/report/block.ts';
import { countryContent } from './country-content.ts';
import { donorContent } from './donor-content.ts';
import type { EarlierIssue } from './earlier-issue.ts';
import { ownContent } from './own/own-content.ts';
import { portfolioContent } from './portfolio-content.ts';
import type { ReportName, ReportOrder } from './report-request.ts';

/** What a report says, as data that another thread can be given: its figures, and what its document is drawn from. */
export interface ReportContent {
  readonly tiles: readonly Tile[];
  /** What its body shows, however large the portfolio is: the rows that lead, and the rest. Ids are unique. */
  readonly blocks: readonly Block[];
  /** Each with its first items. */
  readonly gaps: readonly Gap[];
  readonly sheet: ReportSheet;
}

/** The content of a report, and where the rest is asked for by those who want it. */
export interface ReportSource {
  readonly content: ReportContent;
  /** The view of what annexes list. */
  readonly view: View;
  /** Every row of a view, for files to calculate with. */
  whole(view: View): Promise<WholeReport>;
}

export interface WholeReport {
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
}

/** What a report says of a view, beside the issue before. Adding a report begins here. */
export function reportSource(
  order: ReportOrder,
  view: View,
  earlier: EarlierIssue | null,
): Promise<ReportSource> {
  if (order.own !== null) return ownContent(order, order.own.definition, view);
  return SOURCES[order.report as ReportName](order, view, earlier);
}

type Source = (order: ReportOrder, view: View, earlier: EarlierIssue | null) => Promise<ReportSource>;

const SOURCES: Readonly<Record<ReportName, Source>> = {
  portfolio: portfolioContent,
  'country-fact-sheet': countryContent,
  'donor-funding-summary': donorContent,
};
