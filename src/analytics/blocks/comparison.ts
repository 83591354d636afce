import { type Change, change, changeBetween } from '../../core/change.ts';
import type { ChartPoint, ChartSpec } from '../../core/chart/chart-spec.ts';
import { type Exact, nearest } from '../../core/decimal.ts';
import type { Figure } from '../../core/figure.ts';
import type { MoneyFigure } from '../../core/funding-totals.ts';
import { isUnsaid } from '../../core/leading-rows.ts';
import type { Block, BlockRow, Cell } from '../../core/report/block.ts';
import { periodChoiceMessages } from '../../web/i18n/messages/periods.ts';
import { figureChangeWords, moneyChangeWords, type OtherTime, windowWords } from '../changes.ts';
import type { View } from '../view.ts';
import { figureValue, markLabel } from './figure-words.ts';
import { compact, moneyCell } from './money-words.ts';

/** What one row had at the other time, and how it has changed since. */
export interface Compared {
  readonly former: Cell;
  readonly change: Change;
  /** The change in words. */
  readonly words: string;
  /** Its mark beside the other. */
  readonly mark: Pick<ChartPoint, 'value' | 'valueLabel'>;
}

/** A figure of another time beside the one of this. */
export function comparedFigures(view: View, then: Figure, now: Figure): Compared {
  return {
    former: { text: figureValue(view, then), raw: then.value },
    change: changeBetween(then, now),
    words: figureChangeWords(view, then, now),
    mark: { value: then.value === null ? null : nearest(then.value), valueLabel: markLabel(view, then) },
  };
}

/** An amount of another time beside the one of this, in minor units of the reporting currency. */
export function comparedMoney(
  view: View,
  { amountMinor: then }: Pick<MoneyFigure, 'amountMinor'>,
  now: Exact | null,
): Compared {
  return {
    former: moneyCell(view, then),
    change: change(then, now),
    words: moneyChangeWords(view, then, now),
    mark: {
      value: then === null ? null : nearest(then),
      ...(then !== null && { valueLabel: compact(view, then) }),
    },
  };
}

/**
 * A block whose first figure stands beside that of another time, in the table and in its bars.
 *
 * @param of the rows by their keys, rests and the total among them; undefined: it stands beside none
 */
export function withComparison(
  view: View,
  block: Block,
  time: OtherTime,
  of: (key: string) => Compared | undefined,
): Block {
  const { t } = view;
  const columns = block.columns.flatMap((column, at) =>
    at === 1
      ? [
          column,
          { ...column, key: 'previous', label: time.words },
          { ...column, key: 'change', label: t(periodChoiceMessages.change) },
          {
            key: 'change_share',
            label: t(periodChoiceMessages.changeShare),
            numeric: true,
            dataOnly: true,
            holds: 'share',
          } as const,
        ]
      : [column],
  );
  const rowWith = (row: BlockRow): BlockRow => {
    const cells = cellsOf(of(row.key));
    return { ...row, cells: [...row.cells.slice(0, 2), ...cells, ...row.cells.slice(2)] };
  };
  return {
    ...block,
    columns,
    rows: block.rows.map(rowWith),
    ...(block.short !== undefined && { short: { ...block.short, rows: block.short.rows.map(rowWith) } }),
    total: block.total === null ? null : rowWith(block.total),
    chart: block.chart?.type === 'bar' ? pairedBars(view, block.chart, time, of) : block.chart,
  };
}

/** Rows with those that another time alone has, which are news too and no zero; what is not said stays last. */
export function withRowsOfThen<Row extends { readonly key: string }>(
  rows: readonly Row[],
  keys: Iterable<string>,
  nothing: (key: string) => Row,
): readonly Row[] {
  const known = new Set(rows.map(({ key }) => key));
  const all = [...rows, ...[...keys].filter((key) => !known.has(key)).map(nothing)];
  return [...all.filter(({ key }) => !isUnsaid(key)), ...all.filter(({ key }) => isUnsaid(key))];
}

function cellsOf(compared: Compared | undefined): readonly Cell[] {
  const none = { text: '', raw: null };
  if (compared === undefined) return [none, none, none];
  const { former, change: found, words } = compared;
  return [former, { text: words, raw: found.absolute }, { text: '', raw: found.relative }];
}

function pairedBars(
  view: View,
  chart: Extract<ChartSpec, { type: 'bar' }>,
  time: OtherTime,
  of: (key: string) => Compared | undefined,
): ChartSpec {
  const [now] = chart.series;
  if (now === undefined) return chart;
  const points = now.points.flatMap(({ key, label }) => {
    const compared = of(key);
    const muted = isUnsaid(key) ? { muted: true } : {};
    return compared === undefined ? [] : [{ key, label, ...muted, ...compared.mark }];
  });
  return {
    ...chart,
    series: [
      {
        ...now,
        label: windowWords(view, view.filter),
        points: now.points.map((point) => {
          const words = of(point.key)?.words;
          return words === undefined ? point : { ...point, change: words };
        }),
      },
      { key: 'previous', label: time.words, points },
    ],
  };
}
