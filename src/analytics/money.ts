import { onlyOne } from '../core/one-or-more.ts';
import type { Block } from '../core/report/block.ts';
import { fundingBlock } from './blocks/funding.ts';
import { moneyFlowBlock } from './blocks/money-flow.ts';
import { moneyMapBlock } from './blocks/money-map.ts';
import type { Extent } from './blocks/rest.ts';
import { stackedMoneyBlock } from './blocks/stacked-money.ts';
import type { View } from './view.ts';

/** Where money goes that was disbursed: of each side the block and how it is made. */
const SIDES: Readonly<Record<string, (view: View, extent: Extent) => Promise<Block>>> = {
  'money-flow': (view) => moneyFlowBlock(view, 'disbursement'),
  'disbursement-by-pillar-and-year': (view, extent) => stackedMoneyBlock(view, 'disbursement', extent),
  'disbursement-map': (view, extent) => moneyMapBlock(view, 'disbursement', extent),
  'disbursement-by-country': (view, extent) => fundingBlock(view, 'disbursement', 'country', extent),
};

/**
 * The page of money: its way from donor to pillar to place, its years by pillar, the map, and beside it every place.
 *
 * @param extent of the rows of its blocks
 * @param only the block that is asked for; undefined, or one that it does not have: all
 */
export async function moneyBlocks(view: View, extent: Extent, only?: string): Promise<readonly Block[]> {
  const one = only === undefined ? undefined : SIDES[only];
  if (one !== undefined) return [await one(view, extent)];
  const blocks = await Promise.all(Object.values(SIDES).map((make) => make(view, extent)));
  // Of one country the map is the country.
  return onlyOne(view.filter.country) === undefined
    ? blocks
    : blocks.filter(({ id }) => id !== 'disbursement-map');
}
