import type { BarChartSpec } from '../core/chart/chart-spec.ts';
import { fitValues, type LabelledRow, type MeasuredRow } from './bar-values.ts';
import { hatchingLabel, placeLegend } from './legend.ts';
import { rowsByKey, type SeriesRow } from './series-rows.ts';
import { LINE_HEIGHT, type MeasureText, wrapText } from './text-measure.ts';

export const LABEL_SIZE = 13;
export const LABEL_LINE = LABEL_SIZE * LINE_HEIGHT;
/** Between the labels of the rows and the bars. */
const LABEL_GAP = 10;
/** Between the labels and the bars where the labels stand above. */
const STACKED_GAP = 3;
/** Left of the bars. */
const ZERO_LINE = 1;

const BAR = 18;
const PAIRED_BAR = 14;
/** From one bar of a pair to the next, so that their values do not touch. */
const PAIRED_SLOT = 18;
/** Mark by mark, a row gives a finger at least this (WCAG 2.5.8). */
const MIN_TARGET = 24;
const MIN_ROW = 28;
/** Above and below what stands in a row. */
const ROW_AIR = 4;
const STACKED_AIR = 7;
/** On paper, where rows are for eyes and not for fingers. */
const DENSE = { bar: 13, row: 20, air: 2, stackedAir: 3 } as const;
const EDGE = 4;
/** The most that the labels of the rows may take of the width. */
const LABEL_SHARE = 0.4;
const MAX_LABEL_WIDTH = 280;
/** Of a label on screen, whose last line is cut; on paper there is a table beside it. */
const MOST_LINES = 4;
/** In a narrow chart, labels that need more lines than one or more than this stand above their bars. */
const NARROW = 440;
const NARROW_LABEL_SHARE = 0.36;

export interface BarRow extends MeasuredRow {
  /** Middle of the first line. */
  readonly labelY: number;
  readonly top: number;
  readonly height: number;
  /** The middle of the bar of each series. */
  readonly barY: readonly number[];
  /** Top and bottom of the zero line: from row to row, but not through labels that stand above their bars. */
  readonly zeroLine: readonly [number, number];
}

export interface BarLayout {
  readonly rows: readonly BarRow[];
  readonly legend: ReturnType<typeof placeLegend>;
  /** Where the area of bars and values begins. */
  readonly left: number;
  /** Values at the left and right edge of that area; the labels of values fit inside. */
  readonly min: number;
  readonly max: number;
  readonly height: number;
  readonly barThickness: number;
}

type LayoutFrame = {
  readonly width: number;
  readonly height?: number;
  readonly dense?: boolean;
  readonly measure: MeasureText;
};

/** How high bars and rows are. A pair of bars has the same rows on paper and on screen. */
interface RowSizes {
  readonly bar: number;
  readonly row: number;
  readonly air: number;
  readonly stackedAir: number;
}

function rowSizes(count: number, dense: boolean): RowSizes {
  if (count > 1) return { bar: PAIRED_BAR, row: MIN_ROW, air: ROW_AIR, stackedAir: STACKED_AIR };
  return dense ? DENSE : { bar: BAR, row: MIN_ROW, air: ROW_AIR, stackedAir: STACKED_AIR };
}

/** Lays rows, labels and scale out so that no label is cut, whatever the longest bar and the longest label are. */
export function layOutBars(spec: BarChartSpec, frame: LayoutFrame): BarLayout {
  const { width, measure } = frame;
  const count = spec.series.length;
  const hatched = hatchingLabel(spec);
  const legend = placeLegend(
    [...(count > 1 ? spec.series.map(({ label }) => label) : []), ...(hatched === null ? [] : [hatched])],
    width,
    measure,
  );
  const labels = layOutLabels(rowsByKey(spec.series), frame, frame.dense === true ? 2 : MOST_LINES);
  const values = fitValues(spec, labels.rows, Math.max(1, width - labels.left), measure);
  const sizes = rowSizes(count, frame.dense ?? false);
  const natural = labels.rows.map(({ lines }) => rowHeight(lines.length, count, labels.stacked, sizes));
  const top = legend.height + EDGE;
  const needed = natural.reduce((sum, row) => sum + row, top + EDGE);
  const height = Math.max(frame.height ?? 0, Math.ceil(needed));
  const stretch = (height - needed) / Math.max(1, natural.length);
  let y = top;
  const rows = values.rows.map((row, index): BarRow => {
    const own = (natural[index] ?? MIN_ROW) + stretch;
    const placed = placeRow({
      lines: row.lines.length,
      count,
      stacked: labels.stacked,
      top: y,
      height: own,
      sizes,
    });
    y += own;
    return { ...row, ...placed };
  });
  const { min, max } = values;
  return { rows, legend, left: labels.left, min, max, height, barThickness: sizes.bar };
}

function barsHeight(count: number, { bar }: RowSizes): number {
  return (count - 1) * PAIRED_SLOT + bar;
}

function rowHeight(lines: number, count: number, stacked: boolean, sizes: RowSizes): number {
  const text = lines * LABEL_LINE;
  const bars = barsHeight(count, sizes);
  if (stacked) return text + STACKED_GAP + bars + 2 * sizes.stackedAir;
  const target = count > 1 ? count * MIN_TARGET : 0;
  return Math.max(sizes.row, target, Math.max(text, bars) + 2 * sizes.air);
}

function placeRow(row: {
  readonly lines: number;
  readonly count: number;
  readonly stacked: boolean;
  readonly top: number;
  readonly height: number;
  readonly sizes: RowSizes;
}): Omit<BarRow, keyof MeasuredRow> {
  const { lines, count, stacked, top, height, sizes } = row;
  const text = lines * LABEL_LINE;
  const bars = barsHeight(count, sizes);
  const above = stacked ? text + STACKED_GAP : 0;
  const block = above + (stacked ? bars : 0);
  const start = top + (height - block) / 2;
  const middle = stacked ? start + above + bars / 2 : start;
  const barY = Array.from(
    { length: count },
    (_, series) => middle + (series - (count - 1) / 2) * PAIRED_SLOT,
  );
  const half = bars / 2 + 2;
  const zeroLine = stacked ? ([middle - half, middle + half] as const) : ([top, top + height] as const);
  return { top, height, zeroLine, barY, labelY: (stacked ? start : middle - text / 2) + LABEL_LINE / 2 };
}

function layOutLabels(
  rows: readonly SeriesRow[],
  { width, measure }: LayoutFrame,
  mostLines: number,
): { readonly rows: readonly LabelledRow[]; readonly left: number; readonly stacked: boolean } {
  const widthOf = (text: string): number => measure(text, LABEL_SIZE, 400);
  const wrapped = (limit: number): readonly LabelledRow[] =>
    rows.map((row) => ({ ...row, lines: wrapText(row.label, limit, mostLines, widthOf) }));
  const widest = rows.reduce((most, { label }) => Math.max(most, widthOf(label)), 0);
  const stacked = width < NARROW && widest > width * NARROW_LABEL_SHARE;
  const labelled = wrapped(stacked ? width : Math.min(width * LABEL_SHARE, MAX_LABEL_WIDTH));
  const lines = labelled.flatMap((row) => row.lines);
  const column = Math.ceil(lines.reduce((most, line) => Math.max(most, widthOf(line)), 0)) + LABEL_GAP;
  return { rows: labelled, left: stacked ? ZERO_LINE : column, stacked };
}
