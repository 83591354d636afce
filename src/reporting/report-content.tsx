import type { VNode } from 'preact';
import type { ReportAnnex, ReportFrame } from '../../reports/report-frame.tsx';
import type { View } from '../analytics/index.ts';
import type { Block, Gap, Tile } from '../core/report/block.ts';
import { countryContent } from './country-content.tsx';
import { donorContent } from './donor-content.tsx';
import { portfolioContent } from './portfolio-content.tsx';
import type { ReportName, ReportOrder } from './report-request.ts';

/** What a report says: its figures as data, and the document that is drawn from them. */
export interface ReportContent {
  readonly tiles: readonly Tile[];
  /** What its body shows, however large the portfolio is: the rows that lead, and the rest. Ids are unique. */
  readonly blocks: readonly Block[];
  /** Each with its first items. */
  readonly gaps: readonly Gap[];
  /** The view of what annexes list. */
  readonly view: View;
  document(frame: ReportFrame, annexes: readonly ReportAnnex[]): VNode;
  /** Every row, for files to calculate with. */
  whole(): Promise<WholeReport>;
}

export interface WholeReport {
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
}

/** What a report says of a view. Adding a report begins here. */
export function reportContent(order: ReportOrder, view: View): Promise<ReportContent> {
  return CONTENTS[order.report](order, view);
}

const CONTENTS: Readonly<Record<ReportName, (order: ReportOrder, view: View) => Promise<ReportContent>>> = {
  portfolio: portfolioContent,
  'country-fact-sheet': countryContent,
  'donor-funding-summary': donorContent,
};
