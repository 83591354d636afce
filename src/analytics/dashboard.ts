import { axisOf, type Dimension } from '../core/dimension.ts';
import { onlyOne, valuesOf } from '../core/one-or-more.ts';
import type { Block, Gap, Tile } from '../core/report/block.ts';
import { comparesDonors, seesMoreThanTotals } from '../core/visibility/visibility.ts';
import { balancesBlock } from './blocks/balances.ts';
import { fundingBlock, fundingStagesBlock } from './blocks/funding.ts';
import { comparedIndicatorsBlock, type ReportedIndicator, reportedIndicators } from './blocks/indicators.ts';
import type { Extent } from './blocks/rest.ts';
import { mapBlock, resultsBlock } from './blocks/results.ts';
import { isStackable, stackedResultsBlock } from './blocks/stacked-results.ts';
import { targetsBlock } from './blocks/targets.ts';
import { moneyTrendBlock, trendBlock, trendStep } from './blocks/trend.ts';
import { firstOfGap, gapsOf } from './gaps.ts';
import { tilesOf, withAmountsAsPaid } from './tiles.ts';
import { doneFilter, filterIn, type View } from './view.ts';

/** The whole picture: what the dashboard and the portfolio report show, from the same blocks. */
export interface Dashboard {
  readonly tiles: readonly Tile[];
  /** What is seen first: the leading indicator over time and on the map. */
  readonly lead: readonly Block[];
  readonly results: readonly Block[];
  /** Axes by which there is a block of results that is not among them, for it opens by itself. */
  readonly otherAxes: readonly string[];
  /** Whether the leading indicator opens by pillar and year, likewise (`results-by-pillar-and-year`). */
  readonly hasYearsOfPillars: boolean;
  /** Null: for readers who see totals alone, as of funding and gaps. */
  readonly targets: Block | null;
  readonly funding: readonly Block[];
  readonly gaps: readonly Gap[];
}

/**
 * Results of the asked or else the foremost indicator from every side, then targets, funding and gaps.
 *
 * @param extent of the rows of its blocks and gaps
 */
export async function dashboardOf(view: View, extent: Extent = 'whole'): Promise<Dashboard> {
  const reported = await reportedIndicators(view);
  const parts = await partsOf(view, reported, extent);
  const make = (of: readonly Part[]) => Promise.all(of.map(({ make }) => make()));
  const [tiles, lead, results, targets, funding, gaps] = await Promise.all([
    ownTiles(view, reported),
    make(parts.lead),
    make(parts.results),
    parts.targets?.make() ?? null,
    make(parts.funding),
    dashboardGaps(view, extent === 'short' ? firstOfGap(view) : undefined),
  ]);
  const { otherAxes, apart } = parts;
  return {
    ...{ tiles, lead, results, otherAxes, targets, funding, gaps },
    hasYearsOfPillars: apart.length > 0,
  };
}

/** Of one donor, on a page, with what it paid in its own currency. */
async function ownTiles(view: View, reported: readonly ReportedIndicator[]): Promise<readonly Tile[]> {
  const tiles = await tilesOf(view, reported);
  const isOfDonor = view.period === null && onlyOne(view.filter.donor) !== undefined;
  return isOfDonor && seesMoreThanTotals(view) ? withAmountsAsPaid(view, tiles) : tiles;
}

/** What the record lacks. @param most items of each that are named; without it, all */
export function dashboardGaps(view: View, most?: number): Promise<readonly Gap[]> {
  return gapsOf(ofAllTime(view), most);
}

/**
 * What is looked at whatever the time: where a reader has named none, a target that ended before the latest year, and what
 * has no date, are still waited for.
 */
function ofAllTime(view: View): View {
  return view.asked.isUsual ? { ...view, filter: filterIn(view, {}) } : view;
}

/** The results of the asked indicator from every side, and its targets. @param extent of the rows of its blocks */
export async function resultsOf(view: View, reported: readonly ReportedIndicator[], extent: Extent) {
  const parts = await partsOf(view, reported, extent);
  const make = (of: readonly Part[]) => Promise.all(of.map(({ make }) => make()));
  const [lead, sides, targets] = await Promise.all([
    make(parts.lead),
    make(parts.results.filter(({ id }) => id !== 'indicators')),
    parts.targets?.make() ?? null,
  ]);
  const { otherAxes, apart } = parts;
  return { lead, sides, targets, otherAxes, hasYearsOfPillars: apart.length > 0 };
}

/** One block of it, whole; null: it has none of that name. */
export async function dashboardBlock(view: View, id: string): Promise<Block | null> {
  const parts = await partsOf(view, await reportedIndicators(view), 'whole');
  const { lead, results, targets, funding, apart } = parts;
  const part = [...lead, ...results, ...(targets === null ? [] : [targets]), ...funding, ...apart].find(
    (each) => each.id === id,
  );
  return part === undefined ? null : part.make();
}

/** All blocks in the order of the page: what its CSV and JSON hold. */
export function blocksOf({ lead, results, targets, funding }: Dashboard): readonly Block[] {
  return [...lead, ...results, ...(targets === null ? [] : [targets]), ...funding];
}

/** Whether any of it is made-up money, which the page must say. */
export function isIllustrative(dashboard: Dashboard): boolean {
  return blocksOf(dashboard).some(({ illustrative }) => illustrative);
}

/** A block that can be made by itself. */
interface Part {
  readonly id: string;
  make(): Promise<Block>;
}

interface Parts {
  readonly lead: readonly Part[];
  readonly results: readonly Part[];
  readonly otherAxes: readonly string[];
  readonly targets: Part | null;
  readonly funding: readonly Part[];
  /** What opens by itself alone. */
  readonly apart: readonly Part[];
}

/** So many breakdowns are seen at once on a page, where the others open by themselves, and on paper. */
function mostAxes({ period, asked }: View): number {
  if (period !== null) return 2;
  // Every bar beside one of another time is as much as a page holds.
  return asked.compare === null ? 1 : 0;
}

async function partsOf(view: View, reported: readonly ReportedIndicator[], extent: Extent): Promise<Parts> {
  const [first] = reported;
  const lead = first?.indicator.code ?? valuesOf(view.filter.indicator)[0];
  const found =
    lead === undefined
      ? []
      : await view.figures.axesOf({ indicator: lead, kind: 'actual', filter: doneFilter(view) });
  const axes = axesSexFirst(found);
  const shown = extent === 'short' ? axes.slice(0, mostAxes(view)) : axes;
  const sides = lead === undefined ? [] : sidesOf(view, lead, { axes: shown, extent });
  return {
    lead: first === undefined ? [] : leadOf(view, first, extent),
    results: [...sides, { id: 'indicators', make: () => comparedIndicatorsBlock(view, reported) }],
    otherAxes: axes.slice(shown.length),
    targets: seesMoreThanTotals(view)
      ? { id: 'targets', make: () => targetsBlock(ofAllTime(view), extent) }
      : null,
    funding: seesMoreThanTotals(view) ? fundingOf(view, extent) : [],
    apart: first === undefined ? [] : apartOf(view, first, extent),
  };
}

/** Over time and, where it is not about one place alone, on the map. */
function leadOf(view: View, first: ReportedIndicator, extent: Extent): readonly Part[] {
  const { code } = first.indicator;
  return [
    { id: `results-by-${trendStep(view)}`, make: () => trendBlock(view, first, extent) },
    ...(onlyOne(view.filter.country) === undefined
      ? [{ id: 'results-map', make: () => mapBlock(view, code, extent) }]
      : []),
  ];
}

function sidesOf(
  view: View,
  indicator: string,
  { axes, extent }: { readonly axes: readonly string[]; readonly extent: Extent },
): readonly Part[] {
  const by = (dimension: Dimension): Part => ({
    id: `results-by-${axisOf(dimension) ?? dimension}`,
    make: () => resultsBlock(view, indicator, dimension, extent),
  });
  return [
    by('country'),
    ...(comparesDonors(view) ? [by('donor')] : []),
    by('pillar'),
    ...axes.map((axis) => by(`axis:${axis}`)),
    ...(seesMoreThanTotals(view) ? [by('program')] : []),
  ];
}

/** Of one pillar nothing stands on anything. */
function apartOf(view: View, { indicator }: ReportedIndicator, extent: Extent): readonly Part[] {
  if (onlyOne(view.filter.pillar) !== undefined || !isStackable(indicator)) return [];
  return [
    {
      id: 'results-by-pillar-and-year',
      make: () => stackedResultsBlock(view, indicator.code, extent),
    },
  ];
}

/** Axes of breakdowns in the order in which they are shown: every donor asks for sex. */
export function axesSexFirst(axes: readonly string[]): readonly string[] {
  return axes.toSorted((a, b) => Number(b === 'sex') - Number(a === 'sex'));
}

function fundingOf(view: View, extent: Extent): readonly Part[] {
  const step = trendStep(view);
  const by = (dimension: Dimension): Part => ({
    id: `disbursement-by-${dimension}`,
    make: () => fundingBlock(view, 'disbursement', dimension, extent),
  });
  return [
    { id: 'funding-stages', make: () => fundingStagesBlock(view) },
    {
      id: `disbursement-by-${step}`,
      make: () => moneyTrendBlock(view, 'disbursement', extent),
    },
    ...(comparesDonors(view) ? [by('donor')] : []),
    by('country'),
    { id: 'balances', make: () => balancesBlock(view, extent) },
  ];
}
