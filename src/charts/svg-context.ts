import { type Attributes, decimal, escapeMarkup } from './svg-markup.ts';
import {
  type Geometry,
  IDENTITY,
  isUpright,
  type Matrix,
  multiply,
  place,
  SvgPath,
  scaleOf,
  sweepOf,
} from './svg-path.ts';
import { type Clip, isSame, type Shape, shapesMarkup } from './svg-shapes.ts';
import type { FontWeight, MeasureText } from './text-measure.ts';

/**
 * From the y of a line of text to its baseline, in em, as browsers have it: the em square holds the typeface's ascent
 * and descent (1025 and 275 for IBM Plex Sans) in their proportion.
 */
const BASELINES: Readonly<Record<string, number>> = {
  alphabetic: 0,
  middle: 0.2885,
  top: 0.7885,
  bottom: -0.2115,
};
/** How much of a text is left of its x. */
const SHARE_LEFT_OF: Readonly<Record<string, number>> = { center: 0.5, right: 1, end: 1 };
const ANCHORS: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' };

/** What `save` keeps and `restore` brings back, as a new canvas has it. */
const INITIAL = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  lineDash: [] as readonly number[],
  lineDashOffset: 0,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  globalAlpha: 1,
  matrix: IDENTITY,
  clip: undefined as Clip | undefined,
};

/**
 * The part of CanvasRenderingContext2D that Chart.js draws with, recorded as SVG. Transforms are applied to the
 * coordinates as they come, so that the marks lie flat, and a path that is one rectangle or one circle is written as
 * such. What Chart.js does not call is not here, and throws where a plugin would call it.
 */
export class SvgContext {
  readonly canvas: { width: number; height: number; getContext: () => SvgContext };
  private state = { ...INITIAL };
  private readonly saved: (typeof INITIAL)[] = [];
  private path = new SvgPath();
  private shapes: Shape[] = [];
  private clipCount = 0;

  /** What the ids in the markup start with. */
  private readonly idPrefix: string;
  private readonly measure: MeasureText;

  constructor(width: number, height: number, idPrefix: string, measure: MeasureText) {
    this.canvas = { width, height, getContext: () => this };
    this.idPrefix = idPrefix;
    this.measure = measure;
  }

  /** The marks so far, as SVG elements. */
  markup(): string {
    return shapesMarkup(this.shapes);
  }

  save(): void {
    this.saved.push({ ...this.state });
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  set fillStyle(value: unknown) {
    this.state.fillStyle = paintOf(value) ?? this.state.fillStyle;
  }

  set strokeStyle(value: unknown) {
    this.state.strokeStyle = paintOf(value) ?? this.state.strokeStyle;
  }

  /** As on a canvas, a width that is not above zero is ignored. */
  set lineWidth(value: number) {
    if (value > 0 && Number.isFinite(value)) this.state.lineWidth = value;
  }

  set lineCap(value: string) {
    this.state.lineCap = value;
  }

  set lineJoin(value: string) {
    this.state.lineJoin = value;
  }

  set lineDashOffset(value: number) {
    if (Number.isFinite(value)) this.state.lineDashOffset = value;
  }

  set globalAlpha(value: number) {
    if (value >= 0 && value <= 1) this.state.globalAlpha = value;
  }

  get font(): string {
    return this.state.font;
  }

  set font(value: string) {
    this.state.font = value;
  }

  set textAlign(value: string) {
    this.state.textAlign = value;
  }

  set textBaseline(value: string) {
    this.state.textBaseline = value;
  }

  setLineDash(segments: readonly number[]): void {
    this.state.lineDash = [...segments];
  }

  translate(x: number, y: number): void {
    this.state.matrix = multiply(this.state.matrix, [1, 0, 0, 1, x, y]);
  }

  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.state.matrix = multiply(this.state.matrix, [cos, sin, -sin, cos, 0, 0]);
  }

  setTransform(...matrix: Matrix): void {
    this.state.matrix = matrix;
  }

  resetTransform(): void {
    this.state.matrix = IDENTITY;
  }

  beginPath(): void {
    this.path = new SvgPath();
  }

  moveTo(x: number, y: number): void {
    this.path.moveTo(place(this.state.matrix, x, y));
  }

  lineTo(x: number, y: number): void {
    this.path.lineTo(place(this.state.matrix, x, y));
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    const { matrix } = this.state;
    this.path.curveTo(place(matrix, x1, y1), place(matrix, x2, y2), place(matrix, x, y));
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    this.path.quadraticTo(place(this.state.matrix, x1, y1), place(this.state.matrix, x, y));
  }

  closePath(): void {
    this.path.close();
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path.rect(this.state.matrix, x, y, width, height);
  }

  arc(x: number, y: number, radius: number, start: number, end: number, anticlockwise = false): void {
    this.path.arc(this.state.matrix, x, y, radius, start, sweepOf(start, end, anticlockwise));
  }

  fill(rule?: string): void {
    const { fillStyle, globalAlpha } = this.state;
    if (this.path.isEmpty || fillStyle === 'none') return;
    this.record(this.path.geometry, {
      fill: fillStyle,
      'fill-rule': rule === 'evenodd' ? rule : undefined,
      'fill-opacity': globalAlpha < 1 ? globalAlpha : undefined,
    });
  }

  stroke(): void {
    const { strokeStyle, lineWidth, lineCap, lineJoin, lineDash, lineDashOffset, globalAlpha, matrix } =
      this.state;
    if (this.path.isEmpty || strokeStyle === 'none') return;
    const scale = scaleOf(matrix);
    const dashed = lineDash.length > 0;
    const paint: Attributes = {
      stroke: strokeStyle,
      'stroke-width': lineWidth * scale === 1 ? undefined : lineWidth * scale,
      'stroke-linecap': lineCap === 'butt' ? undefined : lineCap,
      'stroke-linejoin': lineJoin === 'miter' ? undefined : lineJoin,
      'stroke-dasharray': dashed ? lineDash.map((dash) => decimal(dash * scale)).join(' ') : undefined,
      'stroke-dashoffset': dashed && lineDashOffset !== 0 ? lineDashOffset * scale : undefined,
      'stroke-opacity': globalAlpha < 1 ? globalAlpha : undefined,
    };
    const { geometry } = this.path;
    const last = this.shapes.at(-1);
    // A path that was just filled and is now stroked is one element with both paints.
    if (last && last.paint.stroke === undefined && last.clip === this.state.clip && isSame(last, geometry)) {
      last.paint = { ...last.paint, ...paint };
    } else this.record(geometry, { fill: 'none', ...paint });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
    this.beginPath();
  }

  /** Chart.js clears the whole canvas and nothing less. */
  clearRect(): void {
    this.shapes = [];
  }

  clip(): void {
    this.clipCount += 1;
    const id = `${this.idPrefix}-clip-${this.clipCount}`;
    this.state.clip = { id, geometry: this.path.geometry, outer: this.state.clip };
  }

  measureText(text: string): { width: number } {
    const { size, weight } = parseFont(this.state.font);
    return { width: this.measure(text, size, weight) };
  }

  fillText(text: string, x: number, y: number): void {
    const { fillStyle, globalAlpha, textAlign, textBaseline, matrix, clip } = this.state;
    if (text === '' || fillStyle === 'none') return;
    const { size, weight } = parseFont(this.state.font);
    const [px, py] = place(matrix, x, y + (BASELINES[textBaseline] ?? 0) * size);
    const degrees = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI;
    const paint = {
      'text-anchor': ANCHORS[textAlign],
      'font-size': size * scaleOf(matrix),
      'font-weight': weight === 400 ? undefined : weight,
      fill: fillStyle,
      'fill-opacity': globalAlpha < 1 ? globalAlpha : undefined,
      transform: isUpright(matrix) ? undefined : `rotate(${[degrees, px, py].map(decimal).join(' ')})`,
    };
    const width = this.measure(text, size, weight) * scaleOf(matrix);
    const left = px - width * (SHARE_LEFT_OF[textAlign] ?? 0);
    const box = { left, right: left + width, top: py - size, bottom: py + size * 0.25 };
    const content = escapeMarkup(text);
    const known = isUpright(matrix) ? { box } : {};
    this.shapes.push({ name: 'text', geometry: { x: px, y: py }, paint, content, clip, ...known });
  }

  private record({ name, attributes }: Geometry, paint: Attributes): void {
    this.shapes.push({ name, geometry: attributes, paint, content: '', clip: this.state.clip });
  }
}

/**
 * A paint as an attribute has it: `none` for what leaves no trace; nothing for nothing, which a canvas ignores. Patterns
 * and gradients are refused: printed, they become raster images.
 */
function paintOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string')
    throw new TypeError('A chart in SVG is painted with colours given as text only.');
  return value === 'transparent' || value === 'rgba(0,0,0,0)' ? 'none' : value;
}

/** Reads back what Chart.js writes: `600 12px 'IBM Plex Sans'`. */
function parseFont(font: string): { size: number; weight: FontWeight } {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 10);
  return { size, weight: /^\s*(?:normal |italic )?(?:600|700|bold)\b/.test(font) ? 600 : 400 };
}
