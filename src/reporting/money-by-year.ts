import {
  currencyName,
  doneFilter,
  labelOf,
  moneyCell,
  moneySubtitle,
  type View,
} from '../analytics/index.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import { type FundingRow, type MoneyFigure } from '../core/funding-totals.ts';
import { isRest, leadingRows, MOST_MARKS, restOfMoney } from '../core/leading-rows.ts';
import type { Block, BlockRow } from '../core/report/block.ts';
import { compareCodes } from '../core/text.ts';
import { leadingMessages } from '../web/i18n/messages/annexes.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { restMessages } from '../web/i18n/messages/lists.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';

/** A year with what there is of each type, in their order. */
interface Year {
  readonly key: string;
  readonly ofType: readonly (FundingRow | undefined)[];
}

/** Money of every type by year, a column for each: types are never added to each other (rule 7). */
export async function moneyByYearBlock(view: View): Promise<Block> {
  const filter = doneFilter(view);
  const found = await Promise.all(
    TRANSACTION_TYPES.map((type) => view.figures.funding({ type, by: 'year', filter })),
  );
  const keys = [...new Set(found.flatMap(({ rows }) => rows.map(({ key }) => key)))].toSorted(compareCodes);
  const years = keys.map(
    (key): Year => ({
      key,
      ofType: found.map(({ rows }) => rows.find((row) => row.key === key)),
    }),
  );
  const rowFor = (key: string, label: string, figures: readonly MoneyFigure[]): BlockRow => ({
    key,
    href: null,
    muted: false,
    cells: [{ text: label, raw: label }, ...figures.map(({ amountMinor }) => moneyCell(view, amountMinor))],
  });
  const count = found.reduce((sum, { total }) => sum + total.transactionCount, 0);
  return {
    id: 'transactions-by-year',
    title: view.t(leadingMessages.moneyByYear, { count }),
    subtitle: moneySubtitle(view, currencyName(view)),
    chart: null,
    columns: [
      { key: 'year', label: view.t(totalsMessages.year), numeric: false },
      ...found.map(({ type }) => ({
        key: type,
        label: view.t(totalsMessages[type]),
        numeric: true,
        holds: 'money' as const,
      })),
    ],
    rows: leadingRows(years, 'year', MOST_MARKS).map((row) =>
      isRest(row)
        ? rowFor(
            row.key,
            view.t(restMessages.year, { count: row.rows.length }),
            TRANSACTION_TYPES.map((_, type) =>
              restOfMoney(row.rows.flatMap(({ ofType }) => ofType[type] ?? [])),
            ),
          )
        : rowFor(
            row.key,
            labelOf(view, 'year', row.key),
            row.ofType.map((figure) => figure ?? NOTHING),
          ),
    ),
    total: rowFor(
      'total',
      view.t(commonMessages.total),
      found.map(({ total }) => total),
    ),
    notes: [view.t(leadingMessages.elsewhere)],
    illustrative: found.some(({ total }) => total.illustrativeMinor !== 0),
  };
}

const NOTHING: MoneyFigure = { amountMinor: null, illustrativeMinor: 0, transactionCount: 0 };
