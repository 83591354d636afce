import {
  doneFilter,
  figureInWords,
  indicatorLabel,
  labelCell,
  moneyCell,
  type NamedView,
  reportedIndicators,
  spanSubtitle,
  type View,
  withProgramsOf,
} from '../analytics/index.ts';
import type { Totals } from '../core/aggregate.ts';
import { inReadingOrder } from '../core/dimension.ts';
import { type Figure, missingFigure } from '../core/figure.ts';
import type { FundingTotals, MoneyFigure } from '../core/funding-totals.ts';
import {
  areApart,
  byThemselves,
  isRest,
  leadingRows,
  MOST_OF_SEVERAL,
  restOfFigures,
  restOfMoney,
} from '../core/leading-rows.ts';
import type { Block, BlockRow, Cell } from '../core/report/block.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { donorReportMessages } from '../web/i18n/messages/donor-report.ts';
import { restMessages } from '../web/i18n/messages/lists.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { LEADING_INDICATORS } from './report-news.ts';

/** What is known of one programme. */
interface Achieved {
  readonly key: string;
  readonly money: MoneyFigure;
  /** One for each of the indicators that lead. */
  readonly figures: readonly Figure[];
}

const NO_MONEY: MoneyFigure = { amountMinor: null, illustrativeMinor: 0, transactionCount: 0 };

/**
 * What was achieved with a donor's money: the programmes that it pays, each with what it disbursed and what was reported of
 * the indicators that lead. Figures may be other donors' too (rule 9), and are never divided by money.
 *
 * @param own a view of the donor alone
 */
export async function achievedBlock(own: View): Promise<Block | null> {
  const filter = doneFilter(own);
  const leading = (await reportedIndicators(own)).slice(0, LEADING_INDICATORS);
  const [money, ...totals] = await Promise.all([
    own.figures.funding({ type: 'disbursement', by: 'program', filter }),
    ...leading.map(({ indicator }) =>
      own.figures.totals({ indicator: indicator.code, kind: 'actual', by: 'program', filter }),
    ),
  ]);
  const rows = rowsOf(money, totals);
  if (rows.length === 0 || leading.length === 0) return null;
  const shown = leadingRows(rows, 'program', MOST_OF_SEVERAL);
  const view = await withProgramsOf(own, { by: 'program', rows: byThemselves(shown) });
  const { t } = view;
  const total = t(commonMessages.total);
  return {
    id: 'achieved',
    title: t(donorReportMessages.achievedTitle, {
      reported: rows.filter(({ figures }) => figures.some(({ value }) => value !== null)).length,
      all: rows.length,
    }),
    subtitle: spanSubtitle(view, t(totalsMessages.actual)),
    chart: null,
    columns: [
      { key: 'label', label: t(totalsMessages.program), numeric: false },
      { key: 'disbursed', label: t(donorReportMessages.disbursed), numeric: true, holds: 'money' },
      ...leading.map(({ indicator }) => ({
        key: indicator.code,
        label: indicatorLabel(view, indicator.code),
        numeric: true,
      })),
    ],
    rows: shown.map((row) => {
      if (!isRest(row)) return rowOf(view, row, labelCell(view, 'program', row.key));
      const rest = {
        key: row.key,
        money: restOfMoney(row.rows.map((each) => each.money)),
        figures: totals.map((each, at) =>
          restOfFigures(
            row.rows.map(({ figures }) => figures[at] ?? missingFigure('not-reported')),
            areApart(each),
          ),
        ),
      };
      const label = t(restMessages.program, { count: row.rows.length });
      return rowOf(view, rest, { text: label, raw: label });
    }),
    total: rowOf(
      view,
      { key: 'total', money: money.total, figures: leading.map((each) => each.total) },
      { text: total, raw: total },
    ),
    notes: [t(donorReportMessages.achievedNote)],
    illustrative: money.total.illustrativeMinor !== 0,
  };
}

/** Every programme with money or a figure, the one with the most disbursed first. */
function rowsOf(money: FundingTotals, totals: readonly Totals[]): readonly Achieved[] {
  const keys = new Set([money, ...totals].flatMap(({ rows }) => rows.map(({ key }) => key)));
  const nothing = missingFigure('not-reported');
  const rows = [...keys].map(
    (key): Achieved => ({
      key,
      money: money.rows.find((row) => row.key === key) ?? NO_MONEY,
      figures: totals.map(({ rows }) => rows.find((row) => row.key === key) ?? nothing),
    }),
  );
  return inReadingOrder(rows, 'program', (row) => row.money.amountMinor);
}

function rowOf(view: NamedView, { key, money, figures }: Achieved, name: Cell): BlockRow {
  return {
    key,
    href: null,
    muted: isRest({ key }),
    cells: [
      name,
      moneyCell(view, money.amountMinor),
      ...figures.map((figure) => ({ text: figureInWords(view, figure), raw: figure.value })),
    ],
  };
}
