import { type Attributes, decimal } from './svg-markup.ts';

/** As a canvas has it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export type Point = readonly [x: number, y: number];

export function multiply([A, B, C, D, E, F]: Matrix, [a, b, c, d, e, f]: Matrix): Matrix {
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
}

export function place([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Chart.js turns and moves but never skews or stretches, so one factor says how much larger things get. */
export function scaleOf(matrix: Matrix): number {
  return Math.hypot(matrix[0], matrix[1]);
}

export function isUpright(matrix: Matrix): boolean {
  return matrix[1] === 0 && matrix[2] === 0;
}

export interface Geometry {
  readonly name: 'path' | 'rect' | 'circle';
  readonly attributes: Attributes;
}

/** The current path of a canvas in the coordinates of the picture, known as a rectangle or a circle where it is one. */
export class SvgPath {
  private commands: string[] = [];
  private simple: Geometry | undefined;
  private end: Point = [0, 0];

  get isEmpty(): boolean {
    return this.commands.length === 0;
  }

  get geometry(): Geometry {
    return this.simple ?? { name: 'path', attributes: { d: this.commands.join('') } };
  }

  moveTo(point: Point): void {
    this.add('M', point, point);
  }

  lineTo(point: Point): void {
    const [x, y] = point.map(decimal);
    if (this.isEmpty) this.moveTo(point);
    else if (y === decimal(this.end[1])) this.add('H', [point[0]], point);
    else if (x === decimal(this.end[0])) this.add('V', [point[1]], point);
    else this.add('L', point, point);
  }

  curveTo(control1: Point, control2: Point, point: Point): void {
    this.add('C', [...control1, ...control2, ...point], point);
  }

  quadraticTo(control: Point, point: Point): void {
    this.add('Q', [...control, ...point], point);
  }

  close(): void {
    if (!this.isEmpty && this.simple === undefined) this.commands.push('Z');
  }

  rect(matrix: Matrix, x: number, y: number, width: number, height: number): void {
    const alone = this.isEmpty;
    this.moveTo(place(matrix, x, y));
    this.lineTo(place(matrix, x + width, y));
    this.lineTo(place(matrix, x + width, y + height));
    this.lineTo(place(matrix, x, y + height));
    this.commands.push('Z');
    if (!alone || !isUpright(matrix)) return;
    const [left, top] = place(matrix, Math.min(x, x + width), Math.min(y, y + height));
    const scale = scaleOf(matrix);
    const size = { width: Math.abs(width) * scale, height: Math.abs(height) * scale };
    this.simple = { name: 'rect', attributes: { x: left, y: top, ...size } };
  }

  /** `sweep` in radians, clockwise positive. */
  arc(matrix: Matrix, x: number, y: number, radius: number, start: number, sweep: number): void {
    const alone = this.isEmpty;
    const r = radius * scaleOf(matrix);
    const at = (angle: number): Point =>
      place(matrix, x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    this.add(alone ? 'M' : 'L', at(start), at(start));
    // An SVG arc cannot end where it starts, so any arc is drawn as two halves.
    for (const part of [0.5, 1]) {
      const point = at(start + sweep * part);
      this.add('A', [r, r, 0, 0, sweep > 0 ? 1 : 0, ...point], point);
    }
    if (!alone || Math.abs(sweep) < 2 * Math.PI) return;
    const [cx, cy] = place(matrix, x, y);
    this.simple = { name: 'circle', attributes: { cx, cy, r } };
  }

  private add(command: string, numbers: readonly number[], end: Point): void {
    this.commands.push(command + numbers.map(decimal).join(' '));
    this.simple = undefined;
    this.end = end;
  }
}

/** How far an arc goes, by the rules of the canvas: a full turn or more is one turn. */
export function sweepOf(start: number, end: number, anticlockwise: boolean): number {
  const turn = 2 * Math.PI;
  const way = anticlockwise ? start - end : end - start;
  const sweep = way >= turn ? turn : ((way % turn) + turn) % turn;
  return anticlockwise ? -sweep : sweep;
}
