import type { Box } from './hatch.ts';
import { contains } from './label-placement.ts';
import { type Attributes, decimal, element } from './svg-markup.ts';
import type { Geometry } from './svg-path.ts';

/** One element of the picture. */
export interface Shape {
  readonly name: string;
  readonly geometry: Attributes;
  paint: Attributes;
  /** Markup already. */
  readonly content: string;
  readonly clip: Clip | undefined;
  /** Where a text stands; unknown for anything else. */
  readonly box?: Box;
}

/** What cuts an element: a region inside the regions around it. */
export interface Clip {
  readonly id: string;
  readonly geometry: Geometry;
  readonly outer: Clip | undefined;
}

/** The shapes as SVG elements, clipped where their clip cuts them: Chart.js clips every axis, which cuts nothing. */
export function shapesMarkup(all: readonly Shape[]): string {
  const groups: { readonly clip: Clip | undefined; readonly shapes: Shape[] }[] = [];
  for (const shape of all) {
    const clip = shape.clip !== undefined && cuts(shape.clip, shape) ? shape.clip : undefined;
    const last = groups.at(-1);
    if (last !== undefined && last.clip === clip) last.shapes.push(shape);
    else groups.push({ clip, shapes: [shape] });
  }
  const body = groups.map(({ clip, shapes }) => {
    const run = joined(shapes).map(({ name, geometry, paint, content }) =>
      element(name, { ...geometry, ...paint }, content),
    );
    return clip === undefined
      ? run.join('')
      : element('g', { 'clip-path': `url(#${clip.id})` }, run.join(''));
  });
  const used = new Set(groups.flatMap(({ clip }) => chainOf(clip)));
  return (used.size > 0 ? element('defs', {}, [...used].map(clipMarkup).join('')) : '') + body.join('');
}

/** So many filled shapes in a row are elements of their own. */
const MOST_ALONE = 6;

/** More filled shapes that follow each other in one colour are one: thirty columns are a path, and not thirty elements. */
function joined(shapes: readonly Shape[]): readonly Shape[] {
  const runs: Shape[][] = [];
  for (const shape of shapes) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && isFilledAlike(run[0], shape)) run.push(shape);
    else runs.push([shape]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    if (first === undefined || run.length <= MOST_ALONE) return run;
    return { ...first, name: 'path', geometry: { d: run.map(outlineOf).join('') } };
  });
}

function isFilledAlike(one: Shape, other: Shape): boolean {
  const keys = (paint: Attributes) => Object.keys(paint).filter((key) => paint[key] !== undefined);
  const isPlain = ({ name, paint }: Shape) =>
    (name === 'rect' || name === 'path') && keys(paint).join() === 'fill' && paint.fill !== 'none';
  return isPlain(one) && isPlain(other) && one.paint.fill === other.paint.fill;
}

function outlineOf({ name, geometry }: Shape): string {
  if (name === 'path') return String(geometry.d);
  const [x, y, width, height] = [geometry.x, geometry.y, geometry.width, geometry.height].map((value) =>
    decimal(Number(value)),
  );
  return `M${x} ${y}h${width}v${height}H${x}z`;
}

function chainOf(clip: Clip | undefined): readonly Clip[] {
  return clip === undefined ? [] : [...chainOf(clip.outer), clip];
}

function clipMarkup({ id, geometry: { name, attributes }, outer }: Clip): string {
  const region = element(name, attributes);
  return element('clipPath', { id, 'clip-path': outer && `url(#${outer.id})` }, region);
}

/** False only where a text is known to lie inside all of its clips. */
function cuts(clip: Clip, { box }: Shape): boolean {
  return chainOf(clip).some(({ geometry: { name, attributes } }) => {
    if (box === undefined || name !== 'rect') return true;
    const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((key) =>
      Number(attributes[key]),
    );
    return !contains({ left: x, top: y, right: x + width, bottom: y + height }, box);
  });
}

/** True for the outline that a shape already has. */
export function isSame(shape: Shape, { name, attributes }: Geometry): boolean {
  const own = Object.entries(shape.geometry);
  return (
    shape.name === name &&
    own.length === Object.keys(attributes).length &&
    own.every(([key, value]) => attributes[key] === value)
  );
}
