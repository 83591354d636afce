import type { BarChartSpec, ChartPoint } from '../core/chart/chart-spec.ts';
import type { SeriesRow } from './series-rows.ts';
import type { MeasureText } from './text-measure.ts';
import { drawnValue, pointText, shortPointText } from './value-format.ts';

export const VALUE_SIZE = 13;
/** Between a bar and its value. */
export const VALUE_GAP = 6;
/** The longest bar is never squeezed below this by the labels of the values. */
const MIN_BARS = 40;

export interface LabelledRow extends SeriesRow {
  readonly lines: readonly string[];
}

export interface BarMark {
  readonly point: ChartPoint;
  readonly value: number | null;
  /** As it stands beside the bar. */
  readonly text: string;
}

export interface MeasuredRow {
  readonly key: string;
  /** The label of the row in at most two lines. */
  readonly lines: readonly string[];
  /** One for each series; undefined where the series has no point of this key. */
  readonly marks: readonly (BarMark | undefined)[];
}

/**
 * The widest scale at which every bar and the label at its end stay inside `area` pixels. Where the labels leave too
 * little for the bars, amounts are written compact and words are dropped; a figure is never cut in its digits.
 */
export function fitValues(
  spec: BarChartSpec,
  rows: readonly LabelledRow[],
  area: number,
  measure: MeasureText,
): { readonly rows: readonly MeasuredRow[]; readonly min: number; readonly max: number } {
  const widthOf = (text: string): number => measure(text, VALUE_SIZE, 600);
  const negative = (mark: BarMark | undefined): boolean => (mark?.value ?? 0) < 0;
  const withTexts = (textOf: (point: ChartPoint) => string): readonly MeasuredRow[] =>
    rows.map(({ key, lines, points }) => {
      const marks = points.map(
        (point) => point && { point, value: drawnValue(spec, point), text: textOf(point) },
      );
      return { key, lines, marks };
    });
  const widest = (some: readonly MeasuredRow[], side: boolean): number =>
    some
      .flatMap(({ marks }) => marks)
      .reduce(
        (most, mark) =>
          mark !== undefined && negative(mark) === side
            ? Math.max(most, VALUE_GAP + widthOf(mark.text))
            : most,
        0,
      );
  const full = withTexts((point) => pointText(spec, point));
  const room = area - MIN_BARS;
  const sides = widest(full, true) > 0 ? 2 : 1;
  const short = (point: ChartPoint): string =>
    wholeWords(shortPointText(spec, point), room / sides - VALUE_GAP, widthOf);
  const fitted = widest(full, true) + widest(full, false) <= room ? full : withTexts(short);
  return { rows: fitted, ...scaleFor(fitted, area, widthOf) };
}

/** As many whole words as fit. */
function wholeWords(text: string, width: number, widthOf: (text: string) => number): string {
  const words = text.split(' ');
  while (words.length > 0 && widthOf(words.join(' ')) > width) words.pop();
  return words.join(' ');
}

function scaleFor(
  rows: readonly MeasuredRow[],
  area: number,
  widthOf: (text: string) => number,
): { readonly min: number; readonly max: number } {
  const marks = rows.flatMap((row) => row.marks.filter((mark) => mark !== undefined));
  const ends = marks.map(({ point, value, text }) => ({
    value: Math.max(value ?? 0, point.goal ?? value ?? 0),
    label: VALUE_GAP + widthOf(text),
  }));
  const nothing = { value: 0, label: 0 };
  const left = [nothing, ...ends.filter(({ value }) => value < 0)];
  const right = [nothing, ...ends.filter(({ value }) => value >= 0)];
  let pixelsPerUnit = Number.POSITIVE_INFINITY;
  for (const low of left) {
    for (const high of right) {
      const span = high.value - low.value;
      if (span > 0) pixelsPerUnit = Math.min(pixelsPerUnit, (area - low.label - high.label) / span);
    }
  }
  if (!Number.isFinite(pixelsPerUnit)) return { min: 0, max: 1 };
  const zero = left.reduce((most, { value, label }) => Math.max(most, label - value * pixelsPerUnit), 0);
  return { min: -zero / pixelsPerUnit, max: (area - zero) / pixelsPerUnit };
}
