import { type Amount, crossed } from './crossed.ts';
import type { Exact } from './decimal.ts';
import type { FundingRow } from './funding-totals.ts';
import { leadingRows, type Rest } from './leading-rows.ts';

/** So many donors, pillars and places of a flow stand by themselves or as a rest. */
const MOST_NODES = 8;

export const FLOW_STAGES = ['donor', 'pillar', 'country'] as const;
export type FlowStage = (typeof FLOW_STAGES)[number];

export type FlowNode = FundingRow | Rest<FundingRow>;

/** Money that goes from a node of one stage to a node of the next. */
export interface FlowBand {
  /** The first is from donors to pillars. */
  readonly stage: 0 | 1;
  readonly from: string;
  readonly to: string;
  readonly amountMinor: Exact;
}

/** Money from donors to pillars to places, the greatest by themselves and rests of the others (rules 7, 8 and 10). */
export interface MoneyFlow {
  readonly nodes: Readonly<Record<FlowStage, readonly FlowNode[]>>;
  readonly bands: readonly FlowBand[];
}

/**
 * How money goes on: what each node gets it gives, for pillars are the rows of both sides. Regions are places beside
 * countries, and what is not split, or of no donor, pillar or place, is a node like any other.
 *
 * @param rows of the same money by each stage
 * @param inDonor of each donor that stands by itself, its money by pillar
 * @param inPillar of each pillar that stands by itself, its money by place
 */
export function moneyFlow(
  rows: Readonly<Record<FlowStage, readonly FundingRow[]>>,
  inDonor: ReadonlyMap<string, readonly FundingRow[]>,
  inPillar: ReadonlyMap<string, readonly FundingRow[]>,
): MoneyFlow {
  const nodes = flowNodes(rows);
  const sides = [
    { stage: 0, left: 'donor', right: 'pillar', inLeft: inDonor },
    { stage: 1, left: 'pillar', right: 'country', inLeft: inPillar },
  ] as const;
  const bands = sides.flatMap(({ stage, left, right, inLeft }) =>
    crossed({
      left: nodes[left],
      right: nodes[right],
      inLeft: new Map([...inLeft].map(([key, found]) => [key, amountsOf(found)])),
      all: amountsOf(rows[right]),
    }).map(({ left: from, right: to, amount }) => ({ stage, from, to, amountMinor: amount })),
  );
  return { nodes, bands };
}

/** Which rows of each stage stand by themselves, so that they can be asked for. */
export function flowNodes(rows: Readonly<Record<FlowStage, readonly FundingRow[]>>): MoneyFlow['nodes'] {
  return {
    donor: leadingRows(rows.donor, 'donor', MOST_NODES),
    pillar: leadingRows(rows.pillar, 'pillar', MOST_NODES),
    country: leadingRows(rows.country, 'country', MOST_NODES + 2),
  };
}

function amountsOf(rows: readonly FundingRow[]): readonly Amount[] {
  return rows.map(({ key, amountMinor }) => ({ key, amount: amountMinor }));
}
