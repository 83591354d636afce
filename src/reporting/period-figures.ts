import {
  doneFilter,
  figureText,
  figureValue,
  indicatorLabel,
  indicatorsBlock,
  reportedIndicators,
  type View,
} from '../analytics/index.ts';
import type { Exact } from '../core/decimal.ts';
import type { Filter } from '../core/facts.ts';
import { type Figure, missingFigure } from '../core/figure.ts';
import type { IndicatorTotal } from '../core/figures.ts';
import { isRestKey } from '../core/leading-rows.ts';
import { type Period, previousPeriod } from '../core/period.ts';
import type { Block, BlockRow, Cell, Column, Headline } from '../core/report/block.ts';
import { withoutColumns } from '../core/report/columns.ts';
import { blockMessages } from '../web/i18n/messages/blocks.ts';
import { periodMessages } from '../web/i18n/messages/report-pages.ts';
import { totalsMessages, totalsNotes } from '../web/i18n/messages/totals.ts';

/** As many sentences as a reader remembers; the table has the rest. */
const MOST_SENTENCES = 3;

/**
 * What is new: every indicator that has been reported to date, with what ended in the period and in the one before,
 * the one beside the other and never added (rule 11).
 */
export async function periodBlock(view: View, period: Period): Promise<Block> {
  const { t, f } = view;
  const before = previousPeriod(period);
  const [reported, inPeriod, inPrevious] = await Promise.all([
    reportedIndicators(view),
    totalsIn(view, period),
    totalsIn(view, before),
  ]);
  const toDate = withoutColumns(indicatorsBlock(view, reported), ['unit']);
  const inBoth = (row: BlockRow): BlockRow => {
    const [now, then] = [totalOf(inPeriod, row.key), totalOf(inPrevious, row.key)];
    if (isRestKey(row.key)) return { ...row, cells: withoutFigures(row.cells) };
    const cells = [
      ...afterFirst(row.cells, [figureCell(view, now), figureCell(view, then)]),
      ...[now, then].map(({ denominator }) => ({ text: '', raw: denominator })),
    ];
    return { ...row, muted: now.value === null, cells };
  };
  const rows = toDate.rows.map(inBoth);
  const columns = toDate.columns.map((column) => {
    if (column.key === 'value') return { ...column, key: 'to_date', label: t(periodMessages.toDate) };
    const figure = t(periodMessages.toDate);
    switch (column.key) {
      case 'denominator':
        return denominatorColumn(view, 'to_date', figure);
      case 'qualifier':
        return { ...column, key: 'to_date_qualifier', label: t(blockMessages.qualifierOf, { figure }) };
      case 'value_high':
        return { ...column, key: 'to_date_high', label: t(blockMessages.upperFigureOf, { figure }) };
      default:
        return column;
    }
  });
  const leavesUndatedOut = reported.some(({ indicator }) =>
    inPeriod.get(indicator.code)?.notes.includes('undated-excluded'),
  );
  return {
    ...toDate,
    title: t(periodMessages.tableTitle, {
      count: rows.filter(({ muted }) => !muted).length,
      period: f.period(period.key),
    }),
    columns: [
      ...afterFirst(columns, [
        { key: 'in_period', label: periodLabel(view, period), numeric: true },
        { key: 'in_previous_period', label: periodLabel(view, before), numeric: true },
      ]),
      denominatorColumn(view, 'in_period', periodLabel(view, period)),
      denominatorColumn(view, 'in_previous_period', periodLabel(view, before)),
    ],
    rows,
    ...(toDate.short !== undefined && {
      short: { ...toDate.short, rows: toDate.short.rows.map(inBoth) },
    }),
    notes: [...toDate.notes, ...(leavesUndatedOut ? [t(totalsNotes['undated-excluded'])] : [])],
  };
}

/** The sentences of the first page: what ended in the period, each beside its total to date; money last. */
export async function headlinesOf(view: View, period: Period): Promise<readonly Headline[]> {
  const { t, f } = view;
  const [reported, inPeriod, money] = await Promise.all([
    reportedIndicators(view),
    totalsIn(view, period),
    moneySentence(view, period),
  ]);
  const fresh = reported
    .map(({ indicator: { code }, total }) => ({ code, figure: totalOf(inPeriod, code), toDate: total }))
    .filter(({ figure }) => figure.value !== null)
    .slice(0, MOST_SENTENCES)
    .map(({ code, figure, toDate }) => ({
      id: code,
      text: t(periodMessages.headline, {
        name: indicatorLabel(view, code),
        period: f.period(period.key),
        inPeriod: figureText(view, figure),
        toDate: figureText(view, toDate),
      }),
    }));
  const range = f.span({ start: period.from, startPrecision: 'day', end: period.to, endPrecision: 'day' });
  const nothing = { id: 'nothing-new', text: t(periodMessages.nothingNew, { range }) };
  return [...(fresh.length > 0 ? fresh : [nothing]), ...money];
}

async function moneySentence(view: View, period: Period): Promise<readonly Headline[]> {
  const { t, f, figures, names } = view;
  const spent = (filter: Filter) => figures.funding({ type: 'disbursement', by: 'year', filter });
  const [{ total: toDate }, { total: inPeriod }] = await Promise.all([
    spent(doneFilter(view)),
    spent(within(view, period)),
  ]);
  if (toDate.amountMinor === null) return [];
  const words = (amountMinor: Exact | null) =>
    amountMinor === null
      ? t(totalsMessages.notRecorded).toLocaleLowerCase(f.locale)
      : f.money(amountMinor, names.reportingCurrency);
  const sentence = toDate.illustrativeMinor === 0 ? periodMessages.headline : periodMessages.headlineMoney;
  return [
    {
      id: 'disbursement',
      text: t(sentence, {
        name: t(totalsMessages.disbursement),
        period: f.period(period.key),
        inPeriod: words(inPeriod.amountMinor),
        toDate: words(toDate.amountMinor),
      }),
    },
  ];
}

type TotalsByIndicator = ReadonlyMap<string, IndicatorTotal>;

async function totalsIn(view: View, period: Period): Promise<TotalsByIndicator> {
  const found = await view.figures.indicatorTotals({ kind: 'actual', filter: within(view, period) });
  return new Map(found.map((each) => [each.indicator, each]));
}

function totalOf(found: TotalsByIndicator, indicator: string): Figure {
  return found.get(indicator)?.total ?? missingFigure('not-reported');
}

function within(view: View, { from, to }: Period): Filter {
  return { ...view.filter, from, to };
}

function figureCell(view: View, figure: Figure): Cell {
  return { text: figureValue(view, figure), raw: figure.value };
}

function denominatorColumn({ t }: View, key: string, figure: string): Column {
  const label = t(blockMessages.denominatorOf, { figure });
  return { key: `${key}_denominator`, label, numeric: true, dataOnly: true };
}

/** A period heads a column; of a year that is not over no more counts than its days to date. */
function periodLabel({ f, cutOff }: View, { kind, key, to }: Period): string {
  const isPart = kind === 'year' && cutOff.startsWith(`${key}-`) && cutOff < to;
  const label = isPart ? f.yearTo(cutOff) : f.period(key);
  return label.charAt(0).toLocaleUpperCase(f.locale) + label.slice(1);
}

/** Of several indicators there is no figure together: room for those of two periods, and their denominators. */
function withoutFigures(cells: readonly Cell[]): readonly Cell[] {
  const none = { text: '', raw: null };
  return [...afterFirst(cells, [none, none]), none, none];
}

function afterFirst<Item>(items: readonly Item[], between: readonly Item[]): readonly Item[] {
  return [...items.slice(0, 1), ...between, ...items.slice(1)];
}
