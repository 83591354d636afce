import {
  type Dashboard,
  dashboardOf,
  type Extent,
  listedPrograms,
  MOST_BARS_ON_PAPER,
  moneyFlowBlock,
  programsBlock,
  reportedIndicators,
  stackedMoneyBlock,
  targetsBlock,
  timelineBlock,
  type View,
} from '../analytics/index.ts';
import type { Period } from '../core/period.ts';
import type { Block } from '../core/report/block.ts';
import type { EarlierIssue } from './earlier-issue.ts';
import { type LeadingIndicator, leadingTitle, otherLeading } from './leading-indicators.ts';
import {
  leadingPrograms,
  leadingProgramsBlock,
  MOST_LISTED,
  withActivitiesMarked,
} from './leading-programs.ts';
import { headlinesOf, periodBlock } from './period-figures.ts';
import { withTransactions } from './report-annexes.ts';
import type { ReportSource, WholeReport } from './report-content.ts';
import { newsOf } from './report-news.ts';
import type { ReportOrder } from './report-request.ts';
import { withProof, withProofOfEach } from './with-proof.ts';

const MAP = 'results-map';
const BY_PROGRAM = 'results-by-program';
const STACK = 'disbursement-by-pillar-and-year';

/** The whole portfolio, or a slice of it: first what changed since the issue before, then what leads. */
export async function portfolioContent(
  order: ReportOrder,
  view: View,
  earlier: EarlierIssue | null,
): Promise<ReportSource> {
  const { period } = order;
  const [{ dashboard, indicators, leading, targets, ...parts }, news, headlines, listed] = await Promise.all([
    partsOf(view, period, 'short'),
    newsOf(view, period, earlier),
    headlinesOf(view, period),
    leadingPrograms(view, listedPrograms(view), { most: MOST_LISTED }),
  ]);
  const programs = await leadingProgramsBlock(view, listed);
  const { tiles, gaps } = dashboard;
  const { funding, timeline } = parts;
  const proven = {
    leading: leading.map((each) => ({ ...each, blocks: withProof(view, each.code, each.blocks) })),
    indicators: withProofOfEach(view, indicators),
    targets: withProof(view, 'targets', [targets])[0] ?? targets,
    funding: withProof(view, 'disbursement', onceByYear(funding)),
  };
  const sentences = [...headlines, { id: 'targets', text: `${targets.title}.` }];
  return {
    content: {
      tiles,
      blocks: [indicators, ...blocksOf(leading), targets, ...funding, timeline, programs],
      gaps,
      sheet: {
        report: 'portfolio',
        props: { news, headlines: sentences, tiles, ...proven, timeline, programs, gaps },
      },
    },
    view,
    whole: (asked) => whole(order, asked),
  };
}

async function partsOf(view: View, period: Period, extent: Extent) {
  const [dashboard, indicators, [first], others, flow, stack, timeline] = await Promise.all([
    dashboardOf(view, extent),
    periodBlock(view, period),
    reportedIndicators(view),
    otherLeading(view, extent),
    moneyFlowBlock(view, 'disbursement'),
    stackedMoneyBlock(view, 'disbursement', extent),
    timelineBlock(view, listedPrograms(view), { extent, most: MOST_BARS_ON_PAPER }),
  ]);
  const sides = inPaperOrder(dashboard).filter(({ id }) => id !== indicators.id);
  const foremost =
    first === undefined
      ? []
      : [{ code: first.indicator.code, title: leadingTitle(view, first), blocks: sides }];
  return {
    dashboard,
    indicators,
    leading: [...foremost, ...others],
    targets: dashboard.targets ?? (await targetsBlock(view, extent)),
    funding: inMoneyOrder(dashboard.funding, flow, stack),
    timeline,
  };
}

function blocksOf(leading: readonly LeadingIndicator[]): readonly Block[] {
  return leading.flatMap(({ blocks }) => blocks);
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

/** From stage to stage and from donor to place, then year by year, then every side. */
function inMoneyOrder(funding: readonly Block[], flow: Block, stack: Block): readonly Block[] {
  const [stages, ...sides] = funding;
  return stages === undefined ? [] : [stages, flow, stack, ...sides];
}

/** Years are drawn once: by pillar, where money goes to several, else by themselves. */
function onceByYear(funding: readonly Block[]): readonly Block[] {
  const stack = funding.find(({ id }) => id === STACK);
  const isOfSeveral = stack?.chart?.type === 'column' && stack.chart.series.length > 1;
  const left = isOfSeveral ? 'disbursement-by-year' : STACK;
  return funding.filter(({ id }) => id !== left);
}

async function whole(order: ReportOrder, view: View): Promise<WholeReport> {
  const [{ dashboard, indicators, leading, targets, funding, timeline }, listed] = await Promise.all([
    partsOf(view, order.period, 'whole'),
    view.figures.programs({ ...listedPrograms(view), inOrderOf: 'tree' }),
  ]);
  const programs = await withActivitiesMarked(view, programsBlock(view, listed));
  const blocks = [indicators, ...blocksOf(leading), targets, ...funding, timeline, programs];
  return { blocks: await withTransactions(order, view, blocks), gaps: dashboard.gaps };
}
