import { resultsBehind, totals } from '../core/aggregate.ts';
import { NOT_RECORDED } from '../core/dimension.ts';
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
export function dashboardOf(view: View): Dashboard {
  const lead = reportedIndicators(view)[0]?.code ?? view.filter.indicator;
  return {
    tiles: tilesOf(view),
    results: [...(lead === undefined ? [] : sidesOf(view, lead)), indicatorsBlock(view)],
    targets: seesMoreThanTotals(view) ? targetsBlock(view) : null,
    funding: seesMoreThanTotals(view)
      ? [
          fundingStagesBlock(view),
          fundingBlock(view, 'disbursement', 'year'),
          ...(comparesDonors(view) ? [fundingBlock(view, 'disbursement', 'donor')] : []),
          fundingBlock(view, 'disbursement', 'country'),
        ]
      : [],
    gaps: gapsOf(view),
  };
}

/** All blocks in the order of the page: what its CSV and JSON hold. */
export function blocksOf({ results, targets, funding }: Dashboard): readonly Block[] {
  return [...results, ...(targets === null ? [] : [targets]), ...funding];
}

/** Whether any of it is made-up money, which the page must say. */
export function isIllustrative(dashboard: Dashboard): boolean {
  return blocksOf(dashboard).some(({ illustrative }) => illustrative);
}

function sidesOf(view: View, indicator: string): readonly Block[] {
  const pillars = resultsBlock(view, indicator, 'pillar');
  const map = mapBlock(view, indicator);
  return [
    resultsBlock(view, indicator, 'country'),
    // Two stand beside each other, and the map takes a row.
    ...(comparesDonors(view) ? [resultsBlock(view, indicator, 'donor'), map, pillars] : [pillars, map]),
    ...axesOf(view, indicator).map((axis) => resultsBlock(view, indicator, `axis:${axis}`)),
    resultsBlock(view, indicator, 'year'),
    ...(seesMoreThanTotals(view) ? [resultsBlock(view, indicator, 'program')] : []),
  ];
}

/** The axes of which at least one part is known in the view; the most people's first. */
function axesOf(view: View, indicator: string): readonly string[] {
  const filter = doneFilter(view);
  const counted = resultsBehind(view.facts, { indicator, kind: 'actual', filter });
  const axes = new Set(counted.flatMap(({ breakdown }) => breakdown.map(({ axis }) => axis)));
  return [...axes]
    .filter((axis) => {
      const { rows } = totals(view.facts, { indicator, kind: 'actual', by: `axis:${axis}`, filter });
      return rows.some(({ key }) => key !== NOT_RECORDED);
    })
    .toSorted((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
}

/** Sex first: every donor asks for it. */
function order(axis: string): number {
  return axis === 'sex' ? 0 : 1;
}
