import type { ReportSheet } from '../../reports/report-sheet.tsx';
import {
  countryBlocks,
  countrySheetOf,
  dashboardOf,
  donorBlocks,
  donorSummaryOf,
  listedPrograms,
  programsBlock,
  targetsBlock,
  type View,
} from '../analytics/index.ts';
import type { Block, BlockRow, Gap, Tile } from '../core/report/block.ts';
import { isolated } from '../web/i18n/isolate.ts';
import { totalsNotes } from '../web/i18n/messages/totals.ts';
import { headlinesOf, periodBlock } from './period-figures.ts';
import type { ReportName, ReportOrder } from './report-request.ts';

/** What a report says, as data: its figures, and what its document is drawn from. */
export interface ReportContent {
  readonly tiles: readonly Tile[];
  /** Every figure that it shows; ids are unique. */
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
  readonly sheet: ReportSheet;
}

/** What a report says of a view. Adding a report begins here. */
export function reportContent(order: ReportOrder, view: View): Promise<ReportContent> {
  return CONTENTS[order.report](order, view);
}

const CONTENTS: Readonly<Record<ReportName, (order: ReportOrder, view: View) => Promise<ReportContent>>> = {
  portfolio: async ({ period }, view) => {
    const [dashboard, indicators, headlines, listed] = await Promise.all([
      dashboardOf(view),
      periodBlock(view, period),
      headlinesOf(view, period),
      view.figures.programs(listedPrograms(view)),
    ]);
    const targets = dashboard.targets ?? (await targetsBlock(view));
    const results = dashboard.results.filter(({ id }) => id !== indicators.id);
    const programs = await withActivitiesMarked(view, programsBlock(view, listed));
    return {
      tiles: dashboard.tiles,
      blocks: [indicators, ...results, targets, ...dashboard.funding, programs],
      gaps: dashboard.gaps,
      sheet: {
        report: 'portfolio',
        props: {
          headlines: [...headlines, sentence(targets.title)],
          tiles: dashboard.tiles,
          indicators,
          results,
          targets,
          funding: dashboard.funding,
          programs,
          gaps: dashboard.gaps,
        },
      },
    };
  },

  'country-fact-sheet': async ({ period, about }, view) => {
    const [own, indicators, headlines] = await Promise.all([
      countrySheetOf(view, about),
      periodBlock(view, period),
      headlinesOf(view, period),
    ]);
    const sheet = { ...own, indicators };
    return {
      tiles: sheet.tiles,
      blocks: countryBlocks(sheet),
      gaps: sheet.gaps,
      sheet: { report: 'country-fact-sheet', props: { ...sheet, headlines } },
    };
  },

  'donor-funding-summary': async ({ period, about }, view) => {
    const [{ contributed, ...own }, indicators, headlines] = await Promise.all([
      donorSummaryOf(view, about),
      periodBlock(view, period),
      headlinesOf(view, period),
    ]);
    const summary = {
      ...own,
      programs: await withActivitiesMarked(view, own.programs),
      contributed: [
        { ...indicators, notes: [view.t(totalsNotes['contributed-to']), ...indicators.notes] },
        ...contributed.filter(({ id }) => id !== indicators.id),
      ],
    };
    return {
      tiles: summary.tiles,
      blocks: donorBlocks(summary),
      gaps: summary.gaps,
      sheet: {
        report: 'donor-funding-summary',
        props: { ...summary, headlines: [...headlines, sentence(summary.targets.title)] },
      },
    };
  },
};

/** In a list of programmes, an activity whose programme is listed too stands beneath it. */
async function withActivitiesMarked(view: View, block: Block): Promise<Block> {
  const listed = new Set(block.rows.map(({ key }) => key));
  const standings = await view.figures.standings(listed);
  const isBeneath = ({ key }: BlockRow) => standings.get(key)?.above.some((code) => listed.has(code));
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
