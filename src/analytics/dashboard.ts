import type { Dimension } from '../core/dimension.ts';
import type { Block, Gap, Tile } from '../core/report/block.ts';
import { fundingBlock, fundingStagesBlock } from './blocks/funding.ts';
import { indicatorsBlock, reportedIndicators } from './blocks/indicators.ts';
import { mapBlock, resultsBlock } from './blocks/results.ts';
import { targetsBlock } from './blocks/targets.ts';
import { gapsOf } from './gaps.ts';
import { comparesDonors, seesMoreThanTotals } from './sight.ts';
import { tilesOf } from './tiles.ts';
import { doneFilter, type View } from './view.ts';

/** The whole picture: what the dashboard and the portfolio report show, from the same blocks. */
export interface Dashboard {
  readonly tiles: readonly Tile[];
  readonly results: readonly Block[];
  /** Null: for readers who see totals alone, as of funding and gaps. */
  readonly targets: Block | null;
  readonly funding: readonly Block[];
  readonly gaps: readonly Gap[];
}

/** Results of the asked or else the foremost indicator from every side, then targets, funding and gaps. */
export async function dashboardOf(view: View): Promise<Dashboard> {
  const reported = await reportedIndicators(view);
  const lead = reported[0]?.indicator.code ?? view.filter.indicator;
  const [tiles, sides, targets, funding, gaps] = await Promise.all([
    tilesOf(view, reported),
    lead === undefined ? [] : sidesOf(view, lead),
    seesMoreThanTotals(view) ? targetsBlock(view) : null,
    seesMoreThanTotals(view) ? fundingOf(view) : [],
    gapsOf(view),
  ]);
  return { tiles, results: [...sides, indicatorsBlock(view, reported)], targets, funding, gaps };
}

/** All blocks in the order of the page: what its CSV and JSON hold. */
export function blocksOf({ results, targets, funding }: Dashboard): readonly Block[] {
  return [...results, ...(targets === null ? [] : [targets]), ...funding];
}

/** Whether any of it is made-up money, which the page must say. */
export function isIllustrative(dashboard: Dashboard): boolean {
  return blocksOf(dashboard).some(({ illustrative }) => illustrative);
}

async function sidesOf(view: View, indicator: string): Promise<readonly Block[]> {
  const axes = await view.figures.axesOf({ indicator, kind: 'actual', filter: doneFilter(view) });
  const by = (dimension: Dimension) => resultsBlock(view, indicator, dimension);
  const map = mapBlock(view, indicator);
  return Promise.all([
    by('country'),
    // Two stand beside each other, and the map takes a row.
    ...(comparesDonors(view) ? [by('donor'), map, by('pillar')] : [by('pillar'), map]),
    ...sexFirst(axes).map((axis) => by(`axis:${axis}`)),
    by('year'),
    ...(seesMoreThanTotals(view) ? [by('program')] : []),
  ]);
}

/** Every donor asks for it. */
function sexFirst(axes: readonly string[]): readonly string[] {
  return axes.toSorted((a, b) => Number(b === 'sex') - Number(a === 'sex'));
}

function fundingOf(view: View): Promise<readonly Block[]> {
  return Promise.all([
    fundingStagesBlock(view),
    fundingBlock(view, 'disbursement', 'year'),
    ...(comparesDonors(view) ? [fundingBlock(view, 'disbursement', 'donor')] : []),
    fundingBlock(view, 'disbursement', 'country'),
  ]);
}
