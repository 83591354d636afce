import type { Box } from '../hatch.ts';
import { ringOf } from '../hatch.ts';
import { LEGEND_SIZE, SWATCH_SIZE } from '../legend.ts';
import type { Palette } from '../palette.ts';
import { element, escapeMarkup } from '../svg-markup.ts';
import { BASELINE_SHIFT, ellipsis, type MeasureText } from '../text-measure.ts';
import { hatching, shadeToken } from './map-countries.ts';
import type { ShadingStep } from './shading.ts';

const LINE = 18;
const GAP = 6;

export interface MapLegendRow {
  readonly text: string;
  readonly shade: ShadingStep['shade'] | undefined;
  readonly hatched: boolean;
}

/** The highest step first, then what hatching means, and last what a country without a value looks like. */
export function mapLegend(
  steps: readonly ShadingStep[],
  missingLabel: string,
  hatching: string | null,
): readonly MapLegendRow[] {
  return [
    ...steps.toReversed().map(({ label, shade }) => ({ text: label, shade, hatched: false })),
    ...(hatching === null ? [] : [{ text: hatching, shade: 3 as const, hatched: true }]),
    { text: missingLabel, shade: undefined, hatched: false },
  ];
}

/** The corner at the lower left of the two continents, where there is nothing but ocean. */
export function legendBox(rows: readonly MapLegendRow[], panel: Box, measure: MeasureText): Box {
  const widest = rows.reduce((most, { text }) => Math.max(most, measure(text, LEGEND_SIZE, 400)), 0);
  const width = SWATCH_SIZE + GAP + Math.min(widest, textRoom(panel));
  return {
    left: panel.left,
    right: panel.left + width,
    top: panel.bottom - rows.length * LINE,
    bottom: panel.bottom,
  };
}

function textRoom({ left, right }: Box): number {
  return (right - left) * 0.5;
}

export function drawMapLegend(
  rows: readonly MapLegendRow[],
  box: Box,
  panel: Box,
  palette: Palette,
  measure: MeasureText,
): string {
  return rows
    .map(({ text, shade, hatched }, index) => {
      const y = box.top + index * LINE + LINE / 2;
      const swatch = { left: box.left, right: box.left + SWATCH_SIZE, top: y - 5, bottom: y + 5 };
      const fill = palette[shadeToken(shade)];
      const cut = ellipsis(text, textRoom(panel), (part) => measure(part, LEGEND_SIZE, 400));
      return (
        element('rect', { x: swatch.left, y: swatch.top, width: SWATCH_SIZE, height: SWATCH_SIZE, fill }) +
        (hatched ? hatching([ringOf(swatch)], palette) : '') +
        element('text', { x: swatch.right + GAP, y: y + LEGEND_SIZE * BASELINE_SHIFT }, escapeMarkup(cut))
      );
    })
    .join('');
}
