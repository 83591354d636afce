import {
  amongOtherTimes,
  balancesBlock,
  doneFilter,
  type Extent,
  fundingBlock,
  fundingStagesBlock,
  gapsOf,
  indicatorLabel,
  indicatorsBlock,
  isStackable,
  listedPrograms,
  MOST_BARS_ON_PAPER,
  mapBlock,
  moneyFlowBlock,
  narrowed,
  programsBlock,
  type ReportedIndicator,
  reportedIndicators,
  resultsBlock,
  stackedMoneyBlock,
  stackedResultsBlock,
  targetsBlock,
  tilesOf,
  timelineBlock,
  trendBlock,
  type View,
} from '../../analytics/index.ts';
import type { Dimension } from '../../core/dimension.ts';
import { missingFigure } from '../../core/figure.ts';
import type { Block, Gap, Tile } from '../../core/report/block.ts';
import type { FilledSection, OwnDefinition, OwnSectionName } from '../../core/report/own-report.ts';
import { comparesDonors } from '../../core/visibility/visibility.ts';
import { chartMessages } from '../../web/i18n/messages/charts.ts';
import {
  leadingPrograms,
  leadingProgramsBlock,
  MOST_LISTED,
  withActivitiesMarked,
} from '../leading-programs.ts';
import { withTransactions } from '../report-annexes.ts';
import type { ReportSource } from '../report-content.ts';
import type { ReportOrder } from '../report-request.ts';

/** A report that somebody has put together, of what its reader sees. */
export async function ownContent(
  order: ReportOrder,
  definition: OwnDefinition,
  view: View,
): Promise<ReportSource> {
  const sections = await ownSections(view, definition, 'short');
  const headlines = sections.find(({ name }) => name === 'headlines');
  return {
    content: {
      tiles: headlines?.tiles ?? (await tilesOf(view, await leadsOf(view, definition))),
      blocks: blocksIn(sections),
      gaps: gapsIn(sections),
      sheet: { report: 'own', props: { introduction: definition.introduction, sections } },
    },
    view,
    whole: async (asked) => {
      const whole = await ownSections(asked, definition, 'whole');
      return { blocks: await withTransactions(order, asked, blocksIn(whole)), gaps: gapsIn(whole) };
    },
  };
}

/** The sections of a report with what they say to the reader of the view; what is kept from that reader is left out. */
export async function ownSections(
  view: View,
  { indicators, sections }: Pick<OwnDefinition, 'indicators' | 'sections'>,
  extent: Extent,
): Promise<readonly FilledSection[]> {
  const leads = await leadsOf(view, { indicators });
  const filled = await Promise.all(
    sections.map(async (section): Promise<FilledSection | null> => {
      const content = await FILLED[section.name]({ view, leads, isChosen: indicators.length > 0, extent });
      return content === null ? null : { ...section, tiles: [], blocks: [], gaps: null, ...content };
    }),
  );
  return filled.filter((section) => section !== null);
}

/** What a section is made of. */
interface Asked {
  readonly view: View;
  /** The indicators that it is about: those that were chosen, or all that are reported, the foremost first. */
  readonly leads: readonly ReportedIndicator[];
  readonly isChosen: boolean;
  readonly extent: Extent;
}

interface Content {
  readonly tiles?: readonly Tile[];
  readonly blocks?: readonly Block[];
  readonly gaps?: readonly Gap[];
}

/** Null: it is not for this reader. */
const FILLED: Readonly<Record<OwnSectionName, (asked: Asked) => Promise<Content | null>>> = {
  headlines: async ({ view, leads }) => ({ tiles: await tilesOf(view, leads) }),
  indicators: async ({ view, leads }) => ({ blocks: [indicatorsBlock(view, leads)] }),
  trend: (asked) => forEachLead(asked, ({ view, extent }, lead) => trendBlock(view, lead, extent)),
  map: (asked) =>
    forEachLead(asked, ({ view, extent }, { indicator }) => mapBlock(view, indicator.code, extent)),
  'by-country': (asked) => resultsBy(asked, 'country'),
  'by-pillar': (asked) => resultsBy(asked, 'pillar'),
  'by-pillar-and-year': (asked) => forEachLead(asked, resultsInYears),
  'by-donor': async (asked) => (comparesDonors(asked.view) ? resultsBy(asked, 'donor') : null),
  'by-program': (asked) => resultsBy(asked, 'program'),
  breakdowns: breakdowns,
  targets: async (asked) => {
    const { view, extent, isChosen } = asked;
    if (!isChosen) return { blocks: [await targetsBlock(view, extent)] };
    const { blocks = [] } = await forEachLead(asked, (_, { indicator }) =>
      targetsBlock(narrowed(view, { indicator: indicator.code }), extent),
    );
    const filled = blocks.filter(({ rows }) => rows.length > 0);
    return { blocks: filled.length > 0 ? filled : blocks.slice(0, 1) };
  },
  money: async ({ view }) => ({ blocks: [await fundingStagesBlock(view)] }),
  'money-flow': async ({ view }) => ({ blocks: [await moneyFlowBlock(view, 'disbursement')] }),
  'money-by-pillar-and-year': async ({ view, extent }) => ({
    blocks: [
      await yearsOr(await stackedMoneyBlock(view, 'disbursement', extent), () =>
        amongOtherTimes(view, (always) => fundingBlock(always, 'disbursement', 'pillar', extent)),
      ),
    ],
  }),
  'money-by-year': async ({ view, extent }) => ({
    blocks: [await amongOtherTimes(view, (always) => fundingBlock(always, 'disbursement', 'year', extent))],
  }),
  'money-by-donor': async ({ view, extent }) =>
    comparesDonors(view) ? { blocks: [await fundingBlock(view, 'disbursement', 'donor', extent)] } : null,
  'money-by-country': async ({ view, extent }) => ({
    blocks: [await fundingBlock(view, 'disbursement', 'country', extent)],
  }),
  balances: async ({ view, extent }) => ({ blocks: [await balancesBlock(view, extent)] }),
  'programs-in-time': async ({ view, extent }) => ({
    blocks: [await timelineBlock(view, listedPrograms(view), { extent, most: MOST_BARS_ON_PAPER })],
  }),
  programs: async ({ view, extent }) => ({ blocks: [await programs(view, extent)] }),
  gaps: async ({ view }) => ({ gaps: await gapsOf(view) }),
};

/** The chosen indicators, the foremost first, then those of which nothing is reported; without any, those that are. */
async function leadsOf(
  view: View,
  { indicators }: Pick<OwnDefinition, 'indicators'>,
): Promise<readonly ReportedIndicator[]> {
  const reported = await reportedIndicators(view);
  if (indicators.length === 0) return reported;
  const found = reported.filter(({ indicator }) => indicators.includes(indicator.code));
  const silent = view.names.indicators.filter(
    ({ code }) => indicators.includes(code) && !found.some(({ indicator }) => indicator.code === code),
  );
  return [...found, ...silent.map((indicator) => ({ indicator, total: missingFigure('not-reported') }))];
}

/** Of those that were chosen each, of the others the foremost. */
async function forEachLead(
  asked: Asked,
  make: (asked: Asked, lead: ReportedIndicator) => Promise<Block>,
): Promise<Content> {
  const leads = asked.isChosen ? asked.leads : asked.leads.slice(0, 1);
  const blocks = await Promise.all(leads.map((lead) => make(asked, lead)));
  return { blocks: blocks.map((block, at) => (at === 0 ? block : apart(block, leads[at]))) };
}

function resultsBy(asked: Asked, by: Dimension): Promise<Content> {
  return forEachLead(asked, ({ view, extent }, { indicator }) =>
    resultsBlock(view, indicator.code, by, extent),
  );
}

/** Of figures that may be summed; of others, in one sentence, why not. */
async function resultsInYears({ view, extent }: Asked, { indicator }: ReportedIndicator): Promise<Block> {
  const { code } = indicator;
  if (!isStackable(indicator)) {
    const title = view.t(chartMessages.notStacked, { indicator: indicatorLabel(view, code) });
    const words = { id: 'results-by-pillar-and-year', title, subtitle: '' };
    return { ...words, chart: null, columns: [], rows: [], total: null, notes: [], illustrative: false };
  }
  return yearsOr(await stackedResultsBlock(view, code, extent), () =>
    amongOtherTimes(view, (always) => resultsBlock(always, code, 'pillar', extent)),
  );
}

/** Pillars year by year; of one year, its pillars. */
async function yearsOr(stack: Block, byPillar: () => Promise<Block>): Promise<Block> {
  return stack.chart === null ? byPillar() : stack;
}

async function breakdowns(asked: Asked): Promise<Content> {
  const { view, isChosen, extent } = asked;
  const leads = isChosen ? asked.leads : asked.leads.slice(0, 1);
  const found = await Promise.all(
    leads.map(async (lead, at) => {
      const { code } = lead.indicator;
      const axes = await view.figures.axesOf({
        indicator: code,
        kind: 'actual',
        filter: doneFilter(view),
      });
      const blocks = await Promise.all(axes.map((axis) => resultsBlock(view, code, `axis:${axis}`, extent)));
      return at === 0 ? blocks : blocks.map((block) => apart(block, lead));
    }),
  );
  return { blocks: found.flat() };
}

/** The same block of another indicator, under an id of its own: what it is of stands behind two hyphens. */
function apart(block: Block, lead: ReportedIndicator | undefined): Block {
  const id = `${block.id}--${lead?.indicator.code ?? ''}`;
  return { ...block, id, chart: block.chart === null ? null : { ...block.chart, id } };
}

async function programs(view: View, extent: Extent): Promise<Block> {
  if (extent === 'whole') {
    const listed = await view.figures.programs({ ...listedPrograms(view), inOrderOf: 'tree' });
    return withActivitiesMarked(view, programsBlock(view, listed));
  }
  const leading = await leadingPrograms(view, listedPrograms(view), { most: MOST_LISTED });
  return leadingProgramsBlock(view, leading);
}

function blocksIn(sections: readonly FilledSection[]): readonly Block[] {
  return sections.flatMap(({ blocks }) => blocks);
}

function gapsIn(sections: readonly FilledSection[]): readonly Gap[] {
  return sections.flatMap(({ gaps }) => gaps ?? []);
}
