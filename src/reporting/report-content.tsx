import type { VNode } from 'preact';
import { CountryFactSheet } from '../../reports/country-fact-sheet.report.tsx';
import { DonorFundingSummary } from '../../reports/donor-funding-summary.report.tsx';
import { PortfolioReport } from '../../reports/portfolio.report.tsx';
import type { ReportFrame } from '../../reports/report-frame.tsx';
import {
  countryBlocks,
  countrySheetOf,
  dashboardOf,
  donorBlocks,
  donorSummaryOf,
  programmesOf,
  programsBlock,
  programsTile,
  targetsBlock,
  type View,
} from '../analytics/index.ts';
import type { Block, BlockRow, Gap, Tile } from '../core/report/block.ts';
import { isolated } from '../web/i18n/isolate.ts';
import { totalsNotes } from '../web/i18n/messages/totals.ts';
import { headlinesOf, periodBlock } from './period-figures.ts';
import type { ReportName, ReportOrder } from './report-request.ts';

/** What a report says: its figures as data, and the document that is drawn from them. */
export interface ReportContent {
  readonly tiles: readonly Tile[];
  /** Every figure that it shows; ids are unique. */
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
  document(frame: ReportFrame): VNode;
}

/** What a report says of a view. Adding a report begins here. */
export function reportContent(order: ReportOrder, view: View): ReportContent {
  return CONTENTS[order.report](order, view);
}

const CONTENTS: Readonly<Record<ReportName, (order: ReportOrder, view: View) => ReportContent>> = {
  portfolio: ({ period }, view) => {
    const {
      tiles: [, ...figures],
      ...dashboard
    } = dashboardOf(view);
    const indicators = periodBlock(view, period);
    const targets = dashboard.targets ?? targetsBlock(view);
    const results = dashboard.results.filter(({ id }) => id !== indicators.id);
    const listed = programmesOf(view);
    const programs = withActivitiesMarked(view, programsBlock(view, listed));
    const tiles = [programsTile(view, listed), ...figures];
    return {
      tiles,
      blocks: [indicators, ...results, targets, ...dashboard.funding, programs],
      gaps: dashboard.gaps,
      document: (frame) => (
        <PortfolioReport
          {...dashboard}
          frame={frame}
          tiles={tiles}
          targets={targets}
          headlines={[...headlinesOf(view, period), sentence(targets.title)]}
          indicators={indicators}
          results={results}
          programs={programs}
        />
      ),
    };
  },

  'country-fact-sheet': ({ period, about }, view) => {
    const sheet = { ...countrySheetOf(view, about), indicators: periodBlock(view, period) };
    return {
      tiles: sheet.tiles,
      blocks: countryBlocks(sheet),
      gaps: sheet.gaps,
      document: (frame) => (
        <CountryFactSheet {...sheet} frame={frame} headlines={headlinesOf(view, period)} />
      ),
    };
  },

  'donor-funding-summary': ({ period, about }, view) => {
    const { contributed, ...own } = donorSummaryOf(view, about);
    const indicators = periodBlock(view, period);
    const summary = {
      ...own,
      programs: withActivitiesMarked(view, own.programs),
      contributed: [
        { ...indicators, notes: [view.t(totalsNotes['contributed-to']), ...indicators.notes] },
        ...contributed.filter(({ id }) => id !== indicators.id),
      ],
    };
    return {
      tiles: summary.tiles,
      blocks: donorBlocks(summary),
      gaps: summary.gaps,
      document: (frame) => (
        <DonorFundingSummary
          {...summary}
          frame={frame}
          headlines={[...headlinesOf(view, period), sentence(summary.targets.title)]}
        />
      ),
    };
  },
};

/** In a list of programmes, an activity whose programme is listed too stands beneath it. */
function withActivitiesMarked(view: View, block: Block): Block {
  const listed = new Set(block.rows.map(({ key }) => key));
  const isBeneath = ({ key }: BlockRow) => view.tree.ancestors(key).some(({ code }) => listed.has(code));
  const marked = (row: BlockRow): BlockRow => ({
    ...row,
    cells: row.cells.map((cell, index) =>
      index === 0 ? { ...cell, text: `– ${isolated(cell.text)}` } : cell,
    ),
  });
  return { ...block, rows: block.rows.map((row) => (isBeneath(row) ? marked(row) : row)) };
}

function sentence(title: string): string {
  return `${title}.`;
}
