import { type ChartSpec, pointsIn } from '../core/chart/chart-spec.ts';
import { ellipsis, type MeasureText } from './text-measure.ts';

export const LEGEND_SIZE = 12;
const LINE = 20;
export const SWATCH_SIZE = 10;
const SWATCH_GAP = 6;
const ITEM_GAP = 18;

export interface LegendPlace {
  readonly text: string;
  /** Left edge of the swatch, middle of the line. */
  readonly x: number;
  readonly y: number;
  readonly textX: number;
}

/** Where the items of a legend stand: in a row, and on to the next where the width ends; a long one is cut. */
export function placeLegend(
  labels: readonly string[],
  width: number,
  measure: MeasureText,
): { readonly items: readonly LegendPlace[]; readonly height: number } {
  const items: LegendPlace[] = [];
  let x = 0;
  let line = 0;
  for (const label of labels) {
    const text = ellipsis(label, width - SWATCH_SIZE - SWATCH_GAP, (part) => measure(part, LEGEND_SIZE, 400));
    const size = SWATCH_SIZE + SWATCH_GAP + measure(text, LEGEND_SIZE, 400);
    if (x > 0 && x + size > width) {
      x = 0;
      line += 1;
    }
    items.push({ text, x, y: line * LINE + LINE / 2, textX: x + SWATCH_SIZE + SWATCH_GAP });
    x += size + ITEM_GAP;
  }
  return { items, height: labels.length === 0 ? 0 : (line + 1) * LINE };
}

/** What hatching means, where something is hatched; it means the same in every chart. */
export function hatchingLabel(spec: ChartSpec): string | null {
  // In a flow, what is not above zero is not drawn.
  const least = spec.type === 'flow' ? 0 : Number.NEGATIVE_INFINITY;
  const isHatched = pointsIn(spec).some(
    ({ muted, value }) => muted === true && value !== null && value !== 0 && value > least,
  );
  return isHatched ? (spec.mutedLabel ?? null) : null;
}
