import type { Box } from './hatch.ts';
import { contains } from './label-placement.ts';
import { type Attributes, element } from './svg-markup.ts';
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
    const run = shapes.map(({ name, geometry, paint, content }) =>
      element(name, { ...geometry, ...paint }, content),
    );
    return clip === undefined
      ? run.join('')
      : element('g', { 'clip-path': `url(#${clip.id})` }, run.join(''));
  });
  const used = new Set(groups.flatMap(({ clip }) => chainOf(clip)));
  return (used.size > 0 ? element('defs', {}, [...used].map(clipMarkup).join('')) : '') + body.join('');
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
