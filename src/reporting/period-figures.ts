import {
  doneFilter,
  figureText,
  figureValue,
  indicatorLabel,
  indicatorsBlock,
  reportedIndicators,
  type View,
} from '../analytics/index.ts';
import { fundingTotals, type Totals, totals } from '../core/aggregate.ts';
import type { Exact } from '../core/decimal.ts';
import type { Filter } from '../core/facts.ts';
import { type Figure, missingFigure } from '../core/figure.ts';
import { type Period, previousPeriod } from '../core/period.ts';
import type { Block, BlockRow, Cell, Column } from '../core/report/block.ts';
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
export function periodBlock(view: View, period: Period): Block {
  const { t, f } = view;
  const before = previousPeriod(period);
  const toDate = withoutColumns(indicatorsBlock(view), ['unit']);
  const found = new Map(toDate.rows.map(({ key }) => [key, inPeriod(view, key, period)]));
  const rows = toDate.rows.map((row): BlockRow => {
    const now = found.get(row.key)?.total ?? missingFigure('not-reported');
    const then = inPeriod(view, row.key, before).total;
    const cells = [
      ...afterFirst(row.cells, [figureCell(view, now), figureCell(view, then)]),
      ...[now, then].map(({ denominator }) => ({ text: '', raw: denominator })),
    ];
    return { ...row, muted: now.value === null, cells };
  });
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
  const leavesUndatedOut = [...found.values()].some(({ notes }) => notes.includes('undated-excluded'));
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
    notes: [...toDate.notes, ...(leavesUndatedOut ? [t(totalsNotes['undated-excluded'])] : [])],
  };
}

/** The sentences of the first page: what ended in the period, each beside its total to date; money last. */
export function headlinesOf(view: View, period: Period): readonly string[] {
  const { t, f } = view;
  const fresh = reportedIndicators(view)
    .map(({ code }) => ({ code, figure: inPeriod(view, code, period).total }))
    .filter(({ figure }) => figure.value !== null)
    .slice(0, MOST_SENTENCES)
    .map(({ code, figure }) =>
      t(periodMessages.headline, {
        name: indicatorLabel(view, code),
        period: f.period(period.key),
        inPeriod: figureText(view, figure),
        toDate: figureText(view, toDateOf(view, code)),
      }),
    );
  const range = f.span({ start: period.from, startPrecision: 'day', end: period.to, endPrecision: 'day' });
  return [
    ...(fresh.length > 0 ? fresh : [t(periodMessages.nothingNew, { range })]),
    ...moneySentence(view, period),
  ];
}

function moneySentence(view: View, period: Period): readonly string[] {
  const { t, f, facts } = view;
  const spent = (filter: Filter) => fundingTotals(facts, { type: 'disbursement', by: 'year', filter }).total;
  const toDate = spent(doneFilter(view));
  if (toDate.amountMinor === null) return [];
  const words = (amountMinor: Exact | null) =>
    amountMinor === null
      ? t(totalsMessages.notRecorded).toLocaleLowerCase(f.locale)
      : f.money(amountMinor, facts.reportingCurrency);
  const sentence = toDate.illustrativeMinor === 0 ? periodMessages.headline : periodMessages.headlineMoney;
  return [
    t(sentence, {
      name: t(totalsMessages.disbursement),
      period: f.period(period.key),
      inPeriod: words(spent(within(view, period)).amountMinor),
      toDate: words(toDate.amountMinor),
    }),
  ];
}

function inPeriod(view: View, indicator: string, period: Period): Totals {
  return totals(view.facts, { indicator, kind: 'actual', by: 'program', filter: within(view, period) });
}

function toDateOf(view: View, indicator: string): Figure {
  return totals(view.facts, { indicator, kind: 'actual', by: 'program', filter: doneFilter(view) }).total;
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

/** A period heads a column. */
function periodLabel({ f }: View, { key }: Period): string {
  const label = f.period(key);
  return label.charAt(0).toLocaleUpperCase(f.locale) + label.slice(1);
}

function afterFirst<Item>(items: readonly Item[], between: readonly Item[]): readonly Item[] {
  return [...items.slice(0, 1), ...between, ...items.slice(1)];
}
