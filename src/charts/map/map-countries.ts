import type { ChartPoint } from '../../core/chart/chart-spec.ts';
import { hatch } from '../hatch.ts';
import type { ChartToken, Palette } from '../palette.ts';
import { type Attributes, decimal, element, escapeMarkup, safeHref } from '../svg-markup.ts';
import type { Point } from '../svg-path.ts';
import type { Outline } from './outlines.ts';
import type { Ring } from './planar.ts';
import type { ShadingStep } from './shading.ts';

/** What the map says of one country. */
export interface ShownCountry {
  readonly point: ChartPoint;
  /** Undefined where there is no value. */
  readonly shade: ShadingStep['shade'] | undefined;
  /** "Costa Rica: 37". */
  readonly title: string;
}

/** The radius of the circle that stands for a country too small for a shape. */
export function circleRadius(panelWidth: number, hasValue: boolean): number {
  const radius = panelWidth < 360 ? 3.6 : 4.6;
  return hasValue ? radius : radius - 1.2;
}

export const HATCH_SPACING = 5;

export function shadeToken(shade: ShadingStep['shade'] | undefined): ChartToken {
  return shade === undefined ? 'map-none' : `map-${shade}`;
}

/**
 * Shapes that say nothing and lead nowhere, those of one colour as one: land that is no member state, and countries that
 * have their tooltip and their link in another panel.
 */
export function drawPlain(
  shapes: readonly { readonly outline: Outline; readonly token: ChartToken }[],
  palette: Palette,
): string {
  return [...Map.groupBy(shapes, ({ token }) => token)]
    .map(([token, alike]) =>
      element('path', { d: alike.map(({ outline }) => outline.path).join(''), fill: palette[token] }),
    )
    .join('');
}

/** Whether lines are drawn over a country. */
export function isHatched({ point, shade }: ShownCountry): boolean {
  return point.muted === true && shade !== undefined;
}

/** A country as a shape. */
export function drawCountry(
  outline: Outline,
  shown: ShownCountry,
  palette: Palette,
  interactive: boolean,
): string {
  const shape = { d: outline.path, fill: palette[shadeToken(shown.shade)] };
  return withHatching(
    interactive ? linked('path', shape, shown) : element('path', shape),
    outline.rings,
    shown,
    palette,
  );
}

/** A country as a circle. */
export function drawCircle(
  { centre: [cx, cy] }: Outline,
  r: number,
  shown: ShownCountry,
  palette: Palette,
  interactive: boolean,
): string {
  // Without an outline, a faint circle would be lost on the sea.
  const stroke = shown.shade === undefined ? undefined : palette['chart-quiet'];
  const shape = { cx, cy, r, fill: palette[shadeToken(shown.shade)], stroke };
  const corners = Array.from({ length: 16 }, (_, corner): Point => {
    const angle = (corner / 16) * 2 * Math.PI;
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
  });
  return withHatching(
    interactive ? linked('circle', shape, shown) : element('circle', shape),
    [corners],
    shown,
    palette,
  );
}

function linked(name: string, shape: Attributes, { title, point }: ShownCountry): string {
  const href = safeHref(point.href);
  return href === undefined
    ? element(name, shape, element('title', {}, escapeMarkup(title)))
    : element('a', { href, 'aria-label': title }, element(name, shape));
}

/** Lines over the shade, which stays readable between them. */
function withHatching(mark: string, rings: readonly Ring[], shown: ShownCountry, palette: Palette): string {
  return isHatched(shown) ? mark + hatching(rings, palette) : mark;
}

export function hatching(rings: readonly Ring[], palette: Palette): string {
  const d = hatch(rings, HATCH_SPACING)
    .map(([from, to]) => `M${from.map(tenth).join(' ')}L${to.map(tenth).join(' ')}`)
    .join('');
  if (d === '') return '';
  return element('path', { d, fill: 'none', stroke: palette['chart-surface'], 'stroke-width': 0.7 });
}

function tenth(value: number): string {
  return decimal(Math.round(value * 10) / 10);
}
