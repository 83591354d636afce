import {
  type Dashboard,
  dashboardOf,
  type Extent,
  listedPrograms,
  programsBlock,
  targetsBlock,
  type View,
} from '../analytics/index.ts';
import type { Period } from '../core/period.ts';
import type { Block } from '../core/report/block.ts';
import {
  leadingPrograms,
  leadingProgramsBlock,
  MOST_LISTED,
  withActivitiesMarked,
} from './leading-programs.ts';
import { headlinesOf, periodBlock } from './period-figures.ts';
import { withTransactions } from './report-annexes.ts';
import type { ReportSource, WholeReport } from './report-content.ts';
import type { ReportOrder } from './report-request.ts';

const MAP = 'results-map';
const BY_PROGRAM = 'results-by-program';

/** The whole portfolio, or a slice of it. */
export async function portfolioContent(order: ReportOrder, view: View): Promise<ReportSource> {
  const { period } = order;
  const [{ dashboard, indicators, results, targets }, headlines, leading] = await Promise.all([
    partsOf(view, period, 'short'),
    headlinesOf(view, period),
    leadingPrograms(view, listedPrograms(view), { most: MOST_LISTED }),
  ]);
  const programs = await leadingProgramsBlock(view, leading);
  const { tiles, funding, gaps } = dashboard;
  const sentences = [...headlines, `${targets.title}.`];
  return {
    content: {
      tiles,
      blocks: [indicators, ...results, targets, ...funding, programs],
      gaps,
      sheet: {
        report: 'portfolio',
        props: { headlines: sentences, tiles, indicators, results, targets, funding, programs, gaps },
      },
    },
    view,
    whole: () => whole(order, view),
  };
}

async function partsOf(view: View, period: Period, extent: Extent) {
  const [dashboard, indicators] = await Promise.all([dashboardOf(view, extent), periodBlock(view, period)]);
  return {
    dashboard,
    indicators,
    results: inPaperOrder(dashboard).filter(({ id }) => id !== indicators.id),
    targets: dashboard.targets ?? (await targetsBlock(view, extent)),
  };
}

/** The places and their map, then other sides, then time and programmes, whose tables are the longest. */
function inPaperOrder({ lead, results }: Dashboard): readonly Block[] {
  const [trend, map] = [lead.filter(({ id }) => id !== MAP), lead.filter(({ id }) => id === MAP)];
  const sides = results.filter(({ id }) => id !== BY_PROGRAM);
  const at = sides.findIndex(({ id }) => id === 'results-by-pillar');
  return [
    ...sides.slice(0, at),
    ...map,
    ...sides.slice(at),
    ...trend,
    ...results.filter(({ id }) => id === BY_PROGRAM),
  ];
}

async function whole(order: ReportOrder, view: View): Promise<WholeReport> {
  const [{ dashboard, indicators, results, targets }, listed] = await Promise.all([
    partsOf(view, order.period, 'whole'),
    view.figures.programs({ ...listedPrograms(view), inOrderOf: 'tree' }),
  ]);
  const programs = await withActivitiesMarked(view, programsBlock(view, listed));
  const blocks = [indicators, ...results, targets, ...dashboard.funding, programs];
  return { blocks: await withTransactions(order, view, blocks), gaps: dashboard.gaps };
}
