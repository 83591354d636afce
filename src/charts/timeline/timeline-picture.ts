import type { TimelineBar, TimelineChartSpec, TimelineState } from '../../core/chart/chart-spec.ts';
import type { Frame } from '../chart-drawing.ts';
import { LEGEND_SIZE, placeLegend, SWATCH_SIZE } from '../legend.ts';
import type { Palette } from '../palette.ts';
import { type Attributes, decimal, element, escapeMarkup, safeHref } from '../svg-markup.ts';
import { BASELINE_SHIFT, wrapText } from '../text-measure.ts';
import { dayNumber, monthTicks, timeScale, yearTicks } from './time-scale.ts';

/** Of a row: its name in so many lines of a size, beside or above its bar. */
interface Measures {
  readonly size: number;
  readonly line: number;
  readonly lines: number;
  readonly bar: number;
  readonly row: number;
  /** The most of the width that names take. */
  readonly share: number;
}

/** On screen a name has as many lines as it takes. */
const ROOMY: Measures = { size: 13, line: 16, lines: 6, bar: 14, row: 28, share: 0.42 };
/** On paper two, and more of the width where that makes it whole. */
const ON_PAPER: readonly Measures[] = [0.42, 0.5, 0.58].map((share) => ({ ...ROOMY, lines: 2, share }));
const DENSE: Measures = { size: 12, line: 13, lines: 2, bar: 9, row: 16, share: 0.5 };
/** On paper, where they would be higher than there is room, names take more of the width. */
const WIDE: Measures = { ...DENSE, share: 0.64 };
const AXIS_SIZE = 12;
const ROW_AIR = 4;
const LABEL_GAP = 12;
/** Below, labels stand above their bars. */
const NARROW = 440;
const TODAY_LINE = 18;
const AXIS = 22;
/** How far the tip of an open end reaches. */
const TIP = 7;
const TICK_AIR = 10;

interface Row {
  readonly bar: TimelineBar;
  readonly lines: readonly string[];
  readonly top: number;
  readonly height: number;
  /** Middle of its bar. */
  readonly y: number;
}

/** What ran from when to when: by its fill planned, running or over; with a tip where an end is not known; and today. */
export function drawTimeline(
  spec: TimelineChartSpec,
  frame: Frame,
  interactive: boolean,
): { readonly width: number; readonly height: number; readonly marks: string } {
  const { width, palette, measure } = frame;
  const isStacked = width < NARROW;
  const of = measuresIn(spec, frame, interactive || isStacked);
  const widthOf = (text: string) => measure(text, of.size, 400);
  const most = isStacked ? width : width * of.share;
  const wrapped = spec.bars.map(({ label }) => wrapText(label, most, of.lines, widthOf));
  const widest = Math.max(0, ...wrapped.flat().map(widthOf));
  const left = isStacked ? 0 : Math.ceil(widest) + LABEL_GAP;
  const legend = drawTimelineLegend(spec, frame);
  let y = legend.height + TODAY_LINE;
  const rows = spec.bars.map((bar, index): Row => {
    const lines = wrapped[index] ?? [];
    const text = lines.length * of.line;
    const beside = rowHigh(lines.length, of);
    const height = isStacked ? text + of.bar + 3 * ROW_AIR : beside;
    const top = y;
    y += height;
    const middle = isStacked ? top + ROW_AIR + text + 2 + of.bar / 2 : top + height / 2;
    return { bar, lines, top, height, y: middle };
  });
  const scale = timeScale(spec, left, width);
  const plot = { left, right: width, top: legend.height + TODAY_LINE, bottom: y };
  const marks =
    legend.marks +
    drawTicks(scale, plot, spec, frame) +
    drawBars(rows, scale, palette, of) +
    rows.map((row) => drawLabel(row, isStacked, of)).join('') +
    drawToday(spec, scale, plot, frame);
  const hits = interactive ? rows.map((row) => hitArea(row, width)).join('') : '';
  return { width, height: Math.ceil(y + AXIS), marks: marks + hits };
}

/**
 * With all names whole, no higher than there is room. Where no way on paper has them so they are cut: beneath stands the
 * list.
 */
function measuresIn(
  { bars }: TimelineChartSpec,
  { dense, width, height, measure }: Frame,
  onScreen: boolean,
): Measures {
  if (!dense && onScreen) return ROOMY;
  const hasRoom = (of: Measures) => {
    const wrapped = bars.map(({ label }) =>
      wrapText(label, width * of.share, of.lines, (text) => measure(text, of.size, 400)),
    );
    const high = wrapped.reduce((sum, { length }) => sum + rowHigh(length, of), 0);
    return high <= (height ?? high) && wrapped.every((lines, at) => lines.join(' ') === bars[at]?.label);
  };
  const [ways, last] = dense ? [[DENSE, WIDE], { ...WIDE, lines: 1 }] : [ON_PAPER, ON_PAPER.at(-1)];
  return ways.find(hasRoom) ?? last ?? ROOMY;
}

function rowHigh(lines: number, { line, row }: Measures): number {
  return lines > 1 ? lines * line + 2 * ROW_AIR : row;
}

type Scale = ReturnType<typeof timeScale>;

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Years, or months where fewer than two years would be named: one alone says no scale. */
function drawTicks(
  scale: Scale,
  { left, right, top, bottom }: Plot,
  { locale }: Pick<TimelineChartSpec, 'locale'>,
  { palette, measure }: Frame,
): string {
  const widthOf = (label: string) => measure(label, AXIS_SIZE, 400);
  const isWithin = ({ x, label }: { readonly x: number; readonly label: string }) =>
    x - widthOf(label) / 2 >= left - 1 && x + widthOf(label) / 2 <= right;
  const years = yearTicks(scale, widthOf('2000') + TICK_AIR);
  const months =
    years.filter(isWithin).length > 1 ? [] : monthTicks(scale, locale, (label) => widthOf(label) + TICK_AIR);
  const ticks = months.length > 0 ? months : years;
  const lines = ticks.map(({ x }) => `M${decimal(x)} ${decimal(top)}V${decimal(bottom)}`).join('');
  const names = ticks.filter(isWithin).map(({ x, label }) =>
    element(
      'text',
      {
        x,
        y: bottom + 14,
        'text-anchor': 'middle',
        'font-size': AXIS_SIZE,
        fill: palette['chart-quiet'],
      },
      escapeMarkup(label),
    ),
  );
  return element('path', { d: lines, stroke: palette['chart-line'], fill: 'none' }) + names.join('');
}

/** Those of one state are one path. */
function drawBars(rows: readonly Row[], scale: Scale, palette: Palette, { bar }: Measures): string {
  return [...Map.groupBy(rows, ({ bar }) => bar.state)]
    .map(([state, alike]) =>
      element('path', {
        d: alike.map((row) => barPath(row, scale, bar)).join(''),
        ...paintOf(state, palette),
      }),
    )
    .join('');
}

function barPath({ bar: { from, to }, y }: Row, scale: Scale, thick: number): string {
  const start = from === null ? scale.left : scale.x(dayNumber(from));
  // A last day is over at its end.
  const end = to === null ? scale.right : scale.x(dayNumber(to) + 1);
  return barShape(
    { left: Math.min(start, end - 2), right: end, top: y - thick / 2, bottom: y + thick / 2 },
    { left: from === null, right: to === null },
  );
}

/** A box, with a tip where it is open. */
function barShape(
  { left, right, top, bottom }: Plot,
  open: { readonly left: boolean; readonly right: boolean },
): string {
  const middle = (top + bottom) / 2;
  const [l, r, t, b, m] = [left, right, top, bottom, middle].map(decimal);
  const tip = (x: number) => decimal(x);
  const rightSide = open.right ? `H${tip(right - TIP)}L${r} ${m}L${tip(right - TIP)} ${b}` : `H${r}V${b}`;
  const leftSide = open.left ? `H${tip(left + TIP)}L${l} ${m}z` : `H${l}z`;
  return `M${open.left ? tip(left + TIP) : l} ${t}${rightSide}${leftSide}`;
}

/** Planned is not there yet and hollow, what is over is paler. */
function paintOf(state: TimelineState, palette: Palette): Attributes {
  if (state === 'ongoing') return { fill: palette['series-1'] };
  if (state === 'closed') return { fill: palette['chart-context'] };
  return { fill: palette['chart-surface'], stroke: palette['series-1'], 'stroke-width': 1.25 };
}

function drawLabel({ lines, top, y }: Row, isStacked: boolean, { size, line: high }: Measures): string {
  const first = isStacked ? top + ROW_AIR + high / 2 : y - ((lines.length - 1) * high) / 2;
  return lines
    .map((line, index) =>
      element(
        'text',
        { x: 0, y: first + index * high + size * BASELINE_SHIFT, 'font-size': size },
        escapeMarkup(line),
      ),
    )
    .join('');
}

function drawToday(
  { today, todayLabel }: TimelineChartSpec,
  scale: Scale,
  { left, right, top, bottom }: Plot,
  { palette, measure }: Frame,
): string {
  const x = scale.x(dayNumber(today));
  if (x < left || x > right) return '';
  const half = measure(todayLabel, AXIS_SIZE, 600) / 2;
  const middle = Math.max(left + half, Math.min(x, right - half));
  const line = element('path', {
    d: `M${decimal(x)} ${decimal(top - 3)}V${decimal(bottom)}`,
    stroke: palette['chart-ink'],
    'stroke-width': 1.25,
    'stroke-dasharray': '4 3',
    fill: 'none',
  });
  const words = element(
    'text',
    { x: middle, y: top - 7, 'text-anchor': 'middle', 'font-weight': 600 },
    escapeMarkup(todayLabel),
  );
  return line + words;
}

function hitArea({ bar, top, height }: Row, width: number): string {
  const title = `${bar.label}: ${bar.text}`;
  const area = { x: 0, y: top, width, height, fill: 'none', 'pointer-events': 'all' };
  const href = safeHref(bar.href);
  return href === undefined
    ? element('rect', area, element('title', {}, escapeMarkup(title)))
    : element('a', { href, 'aria-label': title }, element('rect', area));
}

function drawTimelineLegend(
  { states, bars, openLabel }: TimelineChartSpec,
  { width, palette, measure }: Frame,
): { readonly marks: string; readonly height: number } {
  const isOpen = bars.some(({ from, to }) => from === null || to === null);
  const labels = [...states.map(({ label }) => label), ...(isOpen ? [openLabel] : [])];
  const { items, height } = placeLegend(labels, width, measure);
  const marks = items.map(({ text, x, y, textX }, index) => {
    const state = states[index]?.state;
    const box = { left: x, right: x + SWATCH_SIZE, top: y - SWATCH_SIZE / 2, bottom: y + SWATCH_SIZE / 2 };
    const shape = barShape(box, { left: false, right: state === undefined });
    const swatch = element('path', { d: shape, ...paintOf(state ?? 'closed', palette) });
    return swatch + element('text', { x: textX, y: y + LEGEND_SIZE * BASELINE_SHIFT }, escapeMarkup(text));
  });
  return { marks: marks.join(''), height: height + 4 };
}
