import type { TransactionType } from '../../core/funding.ts';
import type { MoneyFigure } from '../../core/funding-totals.ts';
import { isUnsaid, restOfMoney } from '../../core/leading-rows.ts';
import type { Block } from '../../core/report/block.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { chartMessages } from '../../web/i18n/messages/charts.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { labelOf } from '../labels.ts';
import { doneFilter, filterIn, type View } from '../view.ts';
import { belowZeroNote, currencyName, notConvertedNote } from './funding.ts';
import { leaders } from './leaders.ts';
import { compact, moneyCell } from './money-words.ts';
import type { Extent } from './rest.ts';
import { drawn, stackedBlock } from './stacked.ts';
import { chartBase, moneySubtitle, wholeOf } from './subtitle.ts';

/**
 * Money of one type year by year, up to the cut-off, by pillar (rules 7, 8 and 10).
 *
 * @param extent of its rows
 */
export async function stackedMoneyBlock(asked: View, type: TransactionType, extent: Extent): Promise<Block> {
  // Over years, whatever time the page is about.
  const view = { ...asked, filter: filterIn(asked, {}) };
  const filter = doneFilter(view);
  const [pillars, years] = await Promise.all(
    (['pillar', 'year'] as const).map((by) => view.figures.funding({ type, by, filter })),
  );
  if (pillars === undefined || years === undefined) throw new Error('A side of the money was not asked for.');
  const inPillar = await Promise.all(
    pillars.rows.map(async ({ key }) => {
      const { rows } = await view.figures.funding({ type, by: 'year', filter: { ...filter, pillar: key } });
      return [key, rows] as const;
    }),
  );
  const [first] = leaders(
    pillars.rows.filter(({ key }) => !isUnsaid(key)),
    (row) => row.amountMinor,
  );
  const typeName = view.t(totalsMessages[type]);
  const words = {
    id: `${type}-by-pillar-and-year`,
    title:
      first === undefined || first.amountMinor === null
        ? view.t(blockMessages.fundingNone, { type: typeName })
        : view.t(chartMessages.stackedMoney, {
            type: typeName,
            label: labelOf(view, 'pillar', first.key),
            figure: compact(view, first.amountMinor),
          }),
    subtitle: moneySubtitle(view, currencyName(view)),
  };
  return stackedBlock<MoneyFigure>(
    view,
    {
      words,
      pillars: pillars.rows,
      years: years.rows,
      inPillar: new Map(inPillar),
      total: years.total,
      together: restOfMoney,
      numberOf: ({ amountMinor }) => amountMinor,
      cell: ({ amountMinor }) => moneyCell(view, amountMinor),
      mark: ({ amountMinor }) => ({
        value: drawn(amountMinor),
        ...(amountMinor !== null && { valueLabel: compact(view, amountMinor) }),
      }),
      href: ({ pillar, year }) =>
        view.links.transactions({
          filter: { ...filter, ...(pillar !== undefined && { pillar }) },
          type,
          ...(year !== undefined && { by: 'year', key: year }),
        }),
      chart: {
        ...chartBase(view, words),
        ...wholeOf(view, drawn(years.total.amountMinor), 'ofYear'),
        format: { style: 'money', currency: view.names.reportingCurrency },
        missingLabel: view.t(totalsMessages.notRecorded),
      },
      column: { holds: 'money' },
      notes: [...belowZeroNote(view, type, years.rows), ...notConvertedNote(view, years.notConverted)],
      illustrative: years.total.illustrativeMinor !== 0,
    },
    extent,
  );
}
