import type { Chart, ChartConfiguration } from 'chart.js';
import { type ChartPoint, UNSAID_SERIES } from '../core/chart/chart-spec.ts';
import { REST } from '../core/rest-key.ts';
import { type Box, hatch, ringOf } from './hatch.ts';
import { LEGEND_SIZE, type LegendPlace, SWATCH_SIZE } from './legend.ts';
import type { ChartToken, Palette } from './palette.ts';
import { BASELINE_SHIFT, FONT_STACK, type FontWeight, type MeasureText } from './text-measure.ts';

/** What a chart is drawn into. The same on the server and in the browser, so that both draw the same picture. */
export interface Frame {
  readonly width: number;
  /** Pixels; without it, what the chart needs. */
  readonly height?: number;
  /** Rows for eyes and not for fingers. */
  readonly dense?: boolean;
  readonly palette: Palette;
  readonly measure: MeasureText;
}

/** The part of the picture that belongs to one point: where a pointer or a keyboard finds its value. */
export interface HitArea extends Box {
  readonly point: ChartPoint;
  /** "Costa Rica: 37". */
  readonly text: string;
}

/** Values along an axis of labels, or each at a place of its own. */
type ChartData = (number | null)[] | { x: number | null; y: number }[];

/** A chart ready for Chart.js, with the size it was laid out for. */
export interface ChartDrawing {
  readonly width: number;
  readonly height: number;
  readonly config: ChartConfiguration<'bar' | 'line', ChartData, string | string[]>;
  /** To be asked once Chart.js has laid the chart out. */
  readonly hitAreas: (chart: Chart) => readonly HitArea[];
}

/** What the drawing functions need of a canvas; both a real one and `SvgContext` have it. */
export type Pen = Chart['ctx'];

export interface SeriesStyle {
  readonly colour: string;
  /** Targets are drawn as an outline: a hope is not filled in, and not told from a result by colour alone. */
  readonly hollow: boolean;
  /** Of the points of its line, which tells it apart as well as its colour does. */
  readonly pointStyle: 'circle' | 'rect' | 'triangle' | 'rectRot';
}

export const NO_STYLE: SeriesStyle = { colour: 'transparent', hollow: false, pointStyle: 'circle' };

const SERIES_TOKENS: readonly ChartToken[] = ['series-1', 'series-2', 'series-3', 'series-4'];
const POINT_STYLES = ['circle', 'rect', 'triangle', 'rectRot'] as const;

/** A series with the key `previous` is of another time, and paler, as a rest is; what is not said has no colour of its own. One with the key `target` is hollow and shares the colour of the series that it is the target of. */
export function seriesStyles(
  series: readonly { readonly key: string }[],
  palette: Palette,
): readonly SeriesStyle[] {
  let filled = 0;
  return series.map(({ key }, index) => {
    const hollow = key === 'target';
    const pointStyle = POINT_STYLES[index % POINT_STYLES.length] ?? 'circle';
    if (key === 'previous' || key === REST) return { colour: palette['chart-context'], hollow, pointStyle };
    if (key === UNSAID_SERIES) return { colour: palette['chart-quiet'], hollow, pointStyle };
    const token = SERIES_TOKENS[(hollow ? 0 : filled) % SERIES_TOKENS.length] ?? 'series-1';
    if (!hollow) filled += 1;
    return { colour: palette[token], hollow, pointStyle };
  });
}

export interface TextStyle {
  readonly size: number;
  readonly weight: FontWeight;
  readonly colour: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** Writes one line whose capitals are centred on `y`. */
export function writeText(pen: Pen, text: string, x: number, y: number, style: TextStyle): void {
  pen.font = `${style.weight} ${style.size}px ${FONT_STACK}`;
  pen.fillStyle = style.colour;
  pen.textAlign = style.align ?? 'left';
  pen.textBaseline = 'alphabetic';
  pen.fillText(text, x, y + BASELINE_SHIFT * style.size);
}

const HATCH_SPACING = 4;
const OUTLINE = 1.25;

/** The outline of a bar that is not filled, with hatching where its value is muted. */
export function drawOpenBar(
  pen: Pen,
  { left, top, right, bottom }: Box,
  colour: string,
  hatched: boolean,
): void {
  if (right - left < OUTLINE || bottom - top < OUTLINE) return;
  const inset = OUTLINE / 2;
  pen.strokeStyle = colour;
  if (hatched) {
    pen.lineWidth = 1;
    pen.beginPath();
    for (const [from, to] of hatch([ringOf({ left, top, right, bottom })], HATCH_SPACING)) {
      pen.moveTo(...from);
      pen.lineTo(...to);
    }
    pen.stroke();
  }
  pen.lineWidth = OUTLINE;
  pen.beginPath();
  pen.rect(left + inset, top + inset, right - left - OUTLINE, bottom - top - OUTLINE);
  pen.stroke();
}

export interface LegendItem {
  readonly place: LegendPlace;
  readonly draw: (pen: Pen, swatch: Box) => void;
}

export function drawLegend(pen: Pen, items: readonly LegendItem[], left: number, palette: Palette): void {
  for (const { place, draw } of items) {
    const [x, half] = [left + place.x, SWATCH_SIZE / 2];
    pen.save();
    draw(pen, { left: x, top: place.y - half, right: x + SWATCH_SIZE, bottom: place.y + half });
    pen.restore();
    writeText(pen, place.text, left + place.textX, place.y, {
      size: LEGEND_SIZE,
      weight: 400,
      colour: palette['chart-ink'],
    });
  }
}

export function fillBox(pen: Pen, { left, top, right, bottom }: Box, colour: string): void {
  pen.fillStyle = colour;
  pen.fillRect(left, top, right - left, bottom - top);
}
