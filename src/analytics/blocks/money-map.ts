import type { FundingRow } from '../../core/aggregate.ts';
import { isOnMap } from '../../core/chart/americas.ts';
import type { ChartSpec } from '../../core/chart/chart-spec.ts';
import { nearest } from '../../core/decimal.ts';
import type { TransactionType } from '../../core/funding.ts';
import { restOfMoney } from '../../core/leading-rows.ts';
import type { Block } from '../../core/report/block.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { chartMessages } from '../../web/i18n/messages/charts.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { askedOtherTime, moneyChange } from '../changes.ts';
import { labelOf } from '../labels.ts';
import { withPrograms } from '../named-view.ts';
import { doneFilter, filterIn, type View } from '../view.ts';
import { fundingBlock } from './funding.ts';
import { compact } from './money-words.ts';
import { besideMapNotes, offMapNotes } from './off-map.ts';
import { chartOrSentence, type Extent } from './rest.ts';
import { partName } from './results-title.ts';
import { chartBase, wholeOf } from './subtitle.ts';

/**
 * The map of money of one type. What is in no country of it is named beside it: other countries, regions, which are no
 * countries, and what is not split or has no place.
 *
 * @param extent of the rows of its table
 */
export async function moneyMapBlock(asked: View, type: TransactionType, extent: Extent): Promise<Block> {
  // No programme is named in it.
  const view = await withPrograms(asked, []);
  const time = askedOtherTime(view);
  const [byCountry, { rows, total }, then] = await Promise.all([
    fundingBlock(view, type, 'country', extent),
    view.figures.funding({ type, by: 'country', filter: doneFilter(view) }),
    time === null ? null : view.figures.funding({ type, by: 'country', filter: filterIn(view, time.window) }),
  ]);
  const before = new Map(then?.rows.map(({ key, amountMinor }) => [key, amountMinor]));
  const known = rows.filter(({ amountMinor }) => amountMinor !== null);
  const onMap = known.filter(({ key }) => isOnMap(key));
  const { amountMinor: sum } = restOfMoney(onMap);
  const title =
    sum === null
      ? byCountry.title
      : view.t(chartMessages.moneyOnMap, {
          type: view.t(totalsMessages[type]),
          count: onMap.length,
          figure: compact(view, sum),
        });
  const words = { id: `${type}-map`, title, subtitle: byCountry.subtitle };
  const chart: ChartSpec = {
    type: 'map',
    ...chartBase(view, words),
    ...wholeOf(view, total.amountMinor === null ? null : nearest(total.amountMinor)),
    format: { style: 'money', currency: view.names.reportingCurrency },
    points: onMap.map((row) => ({
      ...pointOf(view, type, row),
      ...(time !== null && {
        change: moneyChange(view, time.words, before.get(row.key) ?? null, row.amountMinor),
      }),
    })),
    missingLabel: view.t(totalsMessages.notRecorded),
  };
  const place = (row: FundingRow) => ({
    key: row.key,
    size: nearest(row.amountMinor ?? 0),
    text: view.t(blockMessages.part, {
      label: partName(view, 'country', row.key),
      figure: compact(view, row.amountMinor ?? 0),
    }),
  });
  const others = known.filter(({ key }) => !isOnMap(key)).map(place);
  return {
    ...byCountry,
    ...words,
    ...chartOrSentence(onMap.length === 0 ? null : chart),
    notes: [...offMapNotes(view, others), ...besideMapNotes(view, others), ...byCountry.notes],
  };
}

function pointOf(view: View, type: TransactionType, { key, amountMinor }: FundingRow) {
  const href = view.links.transactions({ filter: doneFilter(view), type, by: 'country', key });
  return {
    key,
    label: labelOf(view, 'country', key),
    value: nearest(amountMinor ?? 0),
    valueLabel: compact(view, amountMinor ?? 0),
    ...(href !== null && { href }),
  };
}
