import type { Palette } from '../palette.ts';
import { element, escapeMarkup } from '../svg-markup.ts';
import { BASELINE_SHIFT } from '../text-measure.ts';
import { LABEL_LINE, MAP_LABEL_SIZE } from './label-places.ts';
import { shadeToken } from './map-countries.ts';
import type { MapLabel } from './place-labels.ts';

/** A placed label with the line that leads to it. */
export function drawMapLabel(label: MapLabel, palette: Palette): string {
  const { wanted, box, align, layout, inside } = label;
  const fill = inside && wanted.shade !== undefined ? palette[`map-${wanted.shade}-ink`] : undefined;
  const x = align === 'start' ? box.left : align === 'end' ? box.right : (box.left + box.right) / 2;
  const line = (index: number, content: string, weight?: 600): string =>
    element(
      'text',
      {
        x,
        y: box.top + (index + 0.5) * LABEL_LINE + MAP_LABEL_SIZE * BASELINE_SHIFT,
        'text-anchor': align === 'start' ? undefined : align,
        'font-weight': weight,
        fill,
      },
      content,
    );
  const name = escapeMarkup(wanted.name);
  const value = escapeMarkup(wanted.value);
  const lines = {
    line: () => line(0, `${name}\u00a0${element('tspan', { 'font-weight': 600 }, value)}`),
    stack: () => line(0, name) + line(1, value, 600),
    value: () => line(0, value, 600),
  };
  return leader(label, palette) + ground(label, palette) + lines[layout]();
}

/** A name on a hatched country stands on a plain ground, or the lines would run through it. */
function ground({ wanted: { shade, hatched }, inside, box }: MapLabel, palette: Palette): string {
  if (!inside || !hatched) return '';
  const { left, top, right, bottom } = box;
  const size = { x: left - 2, y: top, width: right - left + 4, height: bottom - top };
  return element('rect', { ...size, fill: palette[shadeToken(shade)] });
}

function leader({ leader: line }: MapLabel, palette: Palette): string {
  if (line === undefined) return '';
  const [[x1, y1], [x2, y2]] = line;
  return element('line', { x1, y1, x2, y2, stroke: palette['chart-axis'], 'stroke-width': 0.8 });
}
