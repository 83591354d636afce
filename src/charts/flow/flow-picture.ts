import type { ChartPoint, FlowBandSpec, FlowChartSpec } from '../../core/chart/chart-spec.ts';
import { REST } from '../../core/rest-key.ts';
import type { Frame } from '../chart-drawing.ts';
import { hatch, ringOf } from '../hatch.ts';
import { hatchingLabel, LEGEND_SIZE, placeLegend, SWATCH_SIZE } from '../legend.ts';
import type { ChartToken, Palette } from '../palette.ts';
import { pointTitle } from '../point-words.ts';
import { decimal, element, escapeMarkup, safeHref } from '../svg-markup.ts';
import { BASELINE_SHIFT, ellipsis, type MeasureText, wrapText } from '../text-measure.ts';
import { pointText } from '../value-format.ts';
import { type FlowLayout, flowWithin, layOutFlow, type PlacedBand, type PlacedNode } from './flow-layout.ts';

/** From this width on all stages stand beside each other; below, each pair of them by itself. */
const SIDE_BY_SIDE = 520;
const NODE = 10;
const LABEL_SIZE = 12;
const LABEL_LINE = 15;
/** A name and a value, one above the other, and air; on paper they stand in one line where there is room. */
const ROOMY = { line: LABEL_LINE, above: 4, air: 4, gutter: 0.3 } as const;
const DENSE = { line: 13, above: 0, air: 2, gutter: 0.33 } as const;
/** A name has as many lines as it takes, and fewer where those of its stage together would be higher than there is room. */
const MOST_LINES = 8;
/** However long its words are, a stage outside takes no more of the width. */
const MOST_GUTTER = 0.42;
/** Between a name and its value in one line. */
const SPACE = 5;
const LABEL_GAP = 6;
const HEAD = 24;
const BETWEEN = 18;
const VALUES = 230;
const HATCH_SPACING = 4;
const COLOURS: readonly ChartToken[] = ['series-1', 'series-2', 'series-3', 'series-4'];

interface Drawing {
  readonly spec: FlowChartSpec;
  readonly frame: Frame;
  readonly interactive: boolean;
  readonly colours: ReadonlyMap<string, string>;
}

/** What flows from stage to stage, its bands in the colours of the middle stage. */
export function drawFlow(
  spec: FlowChartSpec,
  frame: Frame,
  interactive: boolean,
): { readonly width: number; readonly height: number; readonly marks: string } {
  const { width, palette } = frame;
  const drawing = { spec, frame, interactive, colours: coloursOf(spec, palette) };
  const legend = drawFlowLegend(spec, frame);
  const panels =
    width >= SIDE_BY_SIDE
      ? [spec]
      : spec.stages.slice(1).map((_, stage) => ({
          stages: spec.stages.slice(stage, stage + 2),
          bands: spec.bands.filter((band) => band.stage === stage).map((band) => ({ ...band, stage: 0 })),
        }));
  let top = legend.height;
  let marks = legend.marks;
  panels.forEach((panel, first) => {
    const drawn = drawPanel(panel, first, top, drawing);
    marks += drawn.marks;
    top = drawn.bottom + BETWEEN;
  });
  return { width, height: Math.ceil(top - BETWEEN + 4), marks };
}

/** The colours of the stage that all bands touch; of two stages, the first. */
function coloursOf({ stages }: FlowChartSpec, palette: Palette): ReadonlyMap<string, string> {
  const middle = stages[stages.length > 2 ? 1 : 0]?.nodes ?? [];
  const plain = middle.filter(({ key, muted }) => key !== REST && muted !== true);
  return new Map(
    plain.flatMap(({ key }, index) => {
      const token = COLOURS[index];
      return token === undefined ? [] : [[key, palette[token]] as const];
    }),
  );
}

function colourOf({ spec, frame, colours }: Drawing, stage: number, key: string): string {
  const own = stage === (spec.stages.length > 2 ? 1 : 0) ? colours.get(key) : undefined;
  return own ?? frame.palette['chart-context'];
}

function drawPanel(
  panel: Pick<FlowChartSpec, 'stages' | 'bands'>,
  /** Which stage of all is its first. */
  first: number,
  top: number,
  drawing: Drawing,
): { readonly marks: string; readonly bottom: number } {
  const { frame } = drawing;
  const { width, palette, measure } = frame;
  const gutter = gutterOf(panel, drawing);
  const count = panel.stages.length;
  const step = (width - 2 * gutter - NODE) / Math.max(1, count - 1);
  const xs = panel.stages.map((_, stage) => gutter + stage * step);
  const { air } = measuresOf(frame);
  const room = { xs, top: top + HEAD, valueHeight: VALUES, nodeWidth: NODE, air };
  const bottom = frame.height === undefined ? null : frame.height - 4;
  const labelled = (point: ChartPoint, stage: number, lines: number) =>
    labelIn(
      point,
      {
        room: roomBeside(stage, { count, gutter, step }),
        lines,
        isOutside: stage === 0 || stage === count - 1,
      },
      drawing,
    );
  const seen = layOutFlow(panel, { ...room, slot: () => 0 }).nodes;
  const lines = panel.stages.map((_, stage) => {
    if (bottom === null) return MOST_LINES;
    const points = seen.filter((node) => node.stage === stage).map(({ point }) => point);
    const high = (most: number) =>
      points.reduce((sum, point) => sum + labelled(point, stage, most).height + air, 0);
    return linesWithin(high, bottom - room.top);
  });
  const labelOf = (point: ChartPoint, stage: number) => labelled(point, stage, lines[stage] ?? 1);
  const slot = (point: ChartPoint, stage: number) => labelOf(point, stage).height;
  const layout =
    bottom === null ? layOutFlow(panel, { ...room, slot }) : flowWithin(panel, { ...room, slot }, bottom);
  const heads = panel.stages.map(({ label }, stage) => {
    const anchor = anchorAt(stage, count);
    const room = stage === 0 || stage === count - 1 ? gutter + step / 3 : step;
    const text = ellipsis(label, room, (part) => measure(part, LABEL_SIZE, 400));
    const x = stage === 0 ? 0 : stage === count - 1 ? width : (xs[stage] ?? 0) + NODE / 2;
    return element(
      'text',
      { x, y: top + 12, 'text-anchor': anchor, fill: palette['chart-quiet'] },
      escapeMarkup(text),
    );
  });
  const marks =
    heads.join('') +
    drawBands(layout, first, drawing) +
    layout.nodes.map((node) => drawNode(node, first, drawing)).join('') +
    layout.nodes
      .map((node) => drawNodeLabel(node, labelOf(node.point, node.stage), { count, drawing }))
      .join('');
  return { marks, bottom: layout.bottom };
}

/** The most lines for each name with which all of a stage are no higher than there is room; one at least. */
function linesWithin(high: (lines: number) => number, room: number): number {
  let lines = MOST_LINES;
  while (lines > 1 && high(lines) > room) lines -= 1;
  return lines;
}

/** How high a line is, what stands above and between labels, and how much of the width names outside may take. */
function measuresOf({ dense }: Frame): {
  readonly line: number;
  readonly above: number;
  readonly air: number;
  readonly gutter: number;
} {
  return dense ? DENSE : ROOMY;
}

function anchorAt(stage: number, count: number): 'middle' | 'end' | undefined {
  if (stage === 0) return undefined;
  return stage === count - 1 ? 'end' : 'middle';
}

/**
 * Room for the names outside, no wider than they are; for their longest word at least, and no more than leaves room for
 * the longest word of those in the middle.
 */
function gutterOf({ stages }: Pick<FlowChartSpec, 'stages'>, { spec, frame }: Drawing): number {
  const { measure, width, dense } = frame;
  const together = (name: number, value: number) => (dense ? name + SPACE + value : Math.max(name, value));
  const named = (label: string) => measure(label, LABEL_SIZE, 400);
  const worth = (point: ChartPoint) => measure(pointText(spec, point), LABEL_SIZE, 600);
  const outer = [stages[0], stages.at(-1)].flatMap((stage) => stage?.nodes ?? []);
  const inner = stages.slice(1, -1).flatMap(({ nodes }) => nodes);
  const longest = (points: readonly ChartPoint[]) =>
    Math.max(0, ...points.flatMap((point) => [...point.label.split(/\s/).map(named), worth(point)]));
  const widest = Math.max(0, ...outer.map((point) => together(named(point.label), worth(point))));
  const least = Math.min(longest(outer), width * MOST_GUTTER);
  const wanted = Math.min(widest, Math.max(least, width * measuresOf(frame).gutter - LABEL_GAP));
  const steps = Math.max(1, stages.length - 1);
  const between = inner.length === 0 ? 0 : longest(inner) + NODE + 2 * LABEL_GAP + 2;
  const left = (width - NODE - steps * between) / 2 - LABEL_GAP;
  return Math.ceil(Math.min(wanted, Math.max(left, least))) + LABEL_GAP;
}

function drawBands({ bands }: FlowLayout, first: number, drawing: Drawing): string {
  const { interactive } = drawing;
  const paint = (placed: PlacedBand) => {
    const { stage, from, to } = placed.band;
    const middle = drawing.spec.stages.length > 2 ? 1 : 0;
    return colourOf(drawing, middle, stage + first === middle ? from : to);
  };
  if (!interactive) {
    // What leads nowhere is one path for each colour.
    return [...Map.groupBy(bands, paint)]
      .map(([fill, alike]) =>
        element('path', { d: alike.map(bandPath).join(''), fill, 'fill-opacity': OPACITY }),
      )
      .join('');
  }
  return bands
    .map((placed) => {
      const shape = { d: bandPath(placed), fill: paint(placed), 'fill-opacity': OPACITY };
      return said('path', shape, bandTitle(placed.band, first, drawing), placed.band.href);
    })
    .join('');
}

const OPACITY = 0.45;

function bandPath({ fromX, toX, fromY, toY, height }: PlacedBand): string {
  const middle = (fromX + toX) / 2;
  const curve = (y1: number, x2: number, y2: number) =>
    `C${n(middle)} ${n(y1)} ${n(middle)} ${n(y2)} ${n(x2)} ${n(y2)}`;
  return `M${n(fromX)} ${n(fromY)}${curve(fromY, toX, toY)}V${n(toY + height)}${curve(
    toY + height,
    fromX,
    fromY + height,
  )}z`;
}

/** A tenth of a pixel is enough. */
function n(value: number): string {
  return decimal(Math.round(value * 10) / 10);
}

/** "Canada → Democracy: US$40.00, 40% of the total". */
function bandTitle({ stage, from, to, value }: FlowBandSpec, first: number, { spec }: Drawing): string {
  const label = (of: number, key: string) =>
    spec.stages[of]?.nodes.find((node) => node.key === key)?.label ?? key;
  const point: ChartPoint = {
    key: from,
    label: `${label(stage + first, from)} → ${label(stage + first + 1, to)}`,
    value,
  };
  return pointTitle(spec, undefined, point);
}

function drawNode(node: PlacedNode, first: number, drawing: Drawing): string {
  const { spec, frame, interactive } = drawing;
  const { point, x, top, bottom } = node;
  const { palette } = frame;
  const middle = spec.stages.length > 2 ? 1 : 0;
  const stage = node.stage + first;
  const own = stage === middle ? colourOf(drawing, stage, point.key) : palette['chart-axis'];
  const hatched = point.muted === true;
  const box = { x, y: top, width: NODE, height: bottom - top };
  const shape = hatched
    ? { ...box, fill: palette['chart-surface'], stroke: palette['chart-quiet'], 'stroke-width': 1 }
    : { ...box, fill: own };
  const lines = hatched ? hatching({ left: x, right: x + NODE, top, bottom }, palette) : '';
  const mark = interactive
    ? said('rect', shape, pointTitle(spec, undefined, point), point.href)
    : element('rect', shape);
  return mark + lines;
}

function hatching(box: Parameters<typeof ringOf>[0], palette: Palette): string {
  const d = hatch([ringOf(box)], HATCH_SPACING)
    .map(([[x1, y1], [x2, y2]]) => `M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`)
    .join('');
  return element('path', {
    d,
    fill: 'none',
    stroke: palette['chart-quiet'],
    'stroke-width': 1,
    'pointer-events': 'none',
  });
}

function said(
  name: string,
  shape: Readonly<Record<string, string | number | undefined>>,
  title: string,
  to: string | undefined,
): string {
  const href = safeHref(to);
  return href === undefined
    ? element(name, shape, element('title', {}, escapeMarkup(title)))
    : element('a', { href, 'aria-label': title }, element(name, shape));
}

interface NodeLabel {
  readonly names: readonly string[];
  readonly value: string;
  /** The value stands behind the last line of the name. */
  readonly isInLine: boolean;
  readonly height: number;
}

interface Columns {
  readonly count: number;
  readonly gutter: number;
  readonly step: number;
}

function roomBeside(stage: number, { count, gutter, step }: Columns): number {
  return stage === 0 || stage === count - 1 ? gutter - LABEL_GAP : step - NODE - 2 * LABEL_GAP;
}

/** A name in as many lines as it takes, with its value beside or beneath it. */
function labelIn(
  point: ChartPoint,
  { room, lines, isOutside }: { readonly room: number; readonly lines: number; readonly isOutside: boolean },
  { spec, frame }: Drawing,
): NodeLabel {
  const { line, above } = measuresOf(frame);
  const widthOf = (weight: 400 | 600) => (part: string) => frame.measure(part, LABEL_SIZE, weight);
  const value = ellipsis(pointText(spec, point), room, widthOf(600));
  const aside = widthOf(600)(value) + SPACE;
  // Where each has one line alone, on paper the value of what stands outside is in it.
  const names =
    frame.dense && lines === 1 && isOutside
      ? [ellipsis(point.label, room - aside, widthOf(400))]
      : wrapText(point.label, room, lines, widthOf(400));
  const isInLine = frame.dense === true && widthOf(400)(names.at(-1) ?? '') + aside <= room;
  return { names, value, isInLine, height: (names.length + (isInLine ? 0 : 1)) * line + above };
}

/** Outside beside its node; in the middle over the bands, on a ground of its own. */
function drawNodeLabel(
  { stage, x, top, bottom }: PlacedNode,
  { names, value, isInLine }: NodeLabel,
  { count, drawing: { frame } }: { readonly count: number; readonly drawing: Drawing },
): string {
  const { palette, measure } = frame;
  const { line: high } = measuresOf(frame);
  const isFirst = stage === 0;
  const at = isFirst ? x - LABEL_GAP : x + NODE + LABEL_GAP;
  const all = names.length + (isInLine ? 0 : 1);
  const first = (top + bottom) / 2 - ((all - 1) * high) / 2;
  const line = (text: string, index: number, weight?: 600, shift = 0) =>
    element(
      'text',
      {
        x: at + shift,
        y: first + index * high + LABEL_SIZE * BASELINE_SHIFT,
        'text-anchor': isFirst ? 'end' : undefined,
        'font-weight': weight,
        ...(isFirst || stage === count - 1 ? {} : halo(palette)),
      },
      escapeMarkup(text),
    );
  const last = names.length - 1;
  const shiftOfName = isInLine && isFirst ? -(measure(value, LABEL_SIZE, 600) + SPACE) : 0;
  const shiftOfValue = isInLine && !isFirst ? measure(names[last] ?? '', LABEL_SIZE, 400) + SPACE : 0;
  return (
    names.map((name, index) => line(name, index, undefined, index === last ? shiftOfName : 0)).join('') +
    line(value, isInLine ? last : last + 1, 600, shiftOfValue)
  );
}

function halo(palette: Palette) {
  return {
    stroke: palette['chart-surface'],
    'stroke-width': 3,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
    'pointer-events': 'none',
  } as const;
}

function drawFlowLegend(
  spec: FlowChartSpec,
  { width, palette, measure }: Frame & { readonly measure: MeasureText },
): { readonly marks: string; readonly height: number } {
  const label = hatchingLabel(spec);
  const { items, height } = placeLegend(label === null ? [] : [label], width, measure);
  const marks = items.map(({ text, x, y, textX }) => {
    const box = { left: x, right: x + SWATCH_SIZE, top: y - SWATCH_SIZE / 2, bottom: y + SWATCH_SIZE / 2 };
    const outline = element('rect', {
      x: box.left,
      y: box.top,
      width: SWATCH_SIZE,
      height: SWATCH_SIZE,
      fill: 'none',
      stroke: palette['chart-quiet'],
      'stroke-width': 1,
    });
    const words = element('text', { x: textX, y: y + LEGEND_SIZE * BASELINE_SHIFT }, escapeMarkup(text));
    return outline + hatching(box, palette) + words;
  });
  return { marks: marks.join(''), height: height === 0 ? 0 : height + 6 };
}
