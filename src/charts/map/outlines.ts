import { type GeoProjection, geoAzimuthalEqualArea } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryObject } from 'topojson-specification';
import { MAPPED_COUNTRIES, type MappedCountry } from '../../core/chart/americas.ts';
import type { Box } from '../hatch.ts';
import { around, contains } from '../label-placement.ts';
import type { Point } from '../svg-path.ts';
import type { Atlas } from './atlas.adapter.ts';
import { areaOf, boundsOf, centreOf, clipRing, type Ring, simplify } from './planar.ts';
import { pathOf } from './ring-path.ts';

/** One country as it is drawn in one panel. */
export interface Outline {
  /** Undefined for land that is no member state and only makes the coast whole. */
  readonly country: MappedCountry | undefined;
  /** Coasts and lakes (even-odd), largest first; points at a tenth of a pixel. */
  readonly rings: readonly Ring[];
  /** The same as the `d` of a path. */
  readonly path: string;
  readonly bounds: Box;
  /** Where its label points: the middle of its largest part. */
  readonly centre: Point;
  /** Too small to be seen as a shape. */
  readonly tiny: boolean;
}

/** A part of the world and the box of pixels that it fills. */
export interface PanelView {
  readonly box: Box;
  /** Longitude and latitude of the middle. */
  readonly middle: Point;
  /** Longitudes and latitudes that must fit into `fit`. */
  readonly corners: readonly Point[];
  readonly fit: Box;
}

/** France (for French Guiana: only what lies in the picture is drawn), Puerto Rico, the Falkland Islands. */
const CONTEXT = ['250', '630', '238'];
const MEMBER_STATES = Object.keys(MAPPED_COUNTRIES) as MappedCountry[];
/** Of a pixel. Coarser coasts look cut with a knife; finer ones cost every reader of the dashboard kilobytes. */
const TOLERANCE = 1.1;
/** Islands below this many square pixels are left out, unless they are all there is of a country. */
const MIN_ISLAND = 1.5;
/** A country below this many square pixels is drawn as a circle. */
const TINY = 30;

/** The countries of a panel in pixels, simplified to what its size can show. Borders stay shared: arcs are simplified, not countries. */
export function outlinesIn(atlas: Atlas, view: PanelView): readonly Outline[] {
  const planar = projected(atlas, projectionOf(view));
  const byId = new Map(atlas.objects.countries.geometries.map((geometry) => [String(geometry.id), geometry]));
  const outline = (id: string, country: MappedCountry | undefined): readonly Outline[] => {
    const geometry = byId.get(id);
    return geometry === undefined ? [] : outlineOf(ringsOf(planar, geometry), view.box, country);
  };
  return [
    ...CONTEXT.flatMap((id) => outline(id, undefined)),
    ...MEMBER_STATES.flatMap((country) => outline(MAPPED_COUNTRIES[country], country)),
  ];
}

/** Places on the globe as pixels of a view. */
export function pixelsOf(view: PanelView, places: readonly Point[]): readonly Point[] {
  const projection = projectionOf(view);
  return places.map(([longitude, latitude]): Point => {
    const [x, y] = projection([longitude, latitude]) ?? [0, 0];
    return [x, y];
  });
}

function projectionOf({ middle, corners, fit }: PanelView): GeoProjection {
  const extent: [[number, number], [number, number]] = [
    [fit.left, fit.top],
    [fit.right, fit.bottom],
  ];
  const coordinates = corners.map(([longitude, latitude]) => [longitude, latitude]);
  return geoAzimuthalEqualArea()
    .rotate([-middle[0], -middle[1]])
    .fitExtent(extent, { type: 'MultiPoint', coordinates });
}

/** The atlas with arcs in pixels. Arcs on the other side of the globe are never asked for, so they are not projected. */
function projected(atlas: Atlas, projection: GeoProjection): Atlas {
  const [kx, ky] = atlas.transform?.scale ?? [1, 1];
  const [dx, dy] = atlas.transform?.translate ?? [0, 0];
  const wanted = arcsOf(atlas);
  const arcs = atlas.arcs.map((arc, index) => {
    if (!wanted.has(index)) return [];
    let [x, y] = [0, 0];
    const points = arc.map(([stepX = 0, stepY = 0]): Point => {
      x += stepX;
      y += stepY;
      const [px, py] = projection([x * kx + dx, y * ky + dy]) ?? [0, 0];
      return [px, py];
    });
    return simplifyArc(points).map(([px, py]) => [tenth(px), tenth(py)]);
  });
  const { transform: _, ...planar } = atlas;
  return { ...planar, arcs };
}

/** An arc that is a whole island ends where it starts: it is cut in two first, or nothing would be left of it. */
function simplifyArc(points: readonly Point[]): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first[0] !== last[0] || first[1] !== last[1]) {
    return simplify(points, TOLERANCE);
  }
  const half = points.length >> 1;
  return [
    ...simplify(points.slice(0, half + 1), TOLERANCE),
    ...simplify(points.slice(half), TOLERANCE).slice(1),
  ];
}

/** The numbers of the arcs of all countries that we draw. */
function arcsOf(atlas: Atlas): ReadonlySet<number> {
  const ids = new Set<string>([...CONTEXT, ...Object.values(MAPPED_COUNTRIES)]);
  const drawn = atlas.objects.countries.geometries.filter(({ id }) => ids.has(String(id)));
  const numbers = drawn.flatMap((geometry) =>
    'arcs' in geometry ? (geometry.arcs as readonly unknown[]).flat(3) : [],
  );
  // A reversed arc is written as the complement of its number.
  return new Set((numbers as number[]).map((number) => (number < 0 ? ~number : number)));
}

function ringsOf(planar: Atlas, geometry: GeometryObject): readonly Ring[] {
  const shape = feature(planar, geometry);
  if (shape.type !== 'Feature') return [];
  const { geometry: area } = shape;
  const polygons =
    area.type === 'Polygon' ? [area.coordinates] : area.type === 'MultiPolygon' ? area.coordinates : [];
  return polygons.flat().map((ring) => ring.slice(1).map(([x = 0, y = 0]): Point => [x, y]));
}

function outlineOf(all: readonly Ring[], box: Box, country: MappedCountry | undefined): readonly Outline[] {
  const shown = country === undefined ? all.filter((ring) => contains(box, around(centreOf(ring), 0))) : all;
  const rings = shown
    .map((ring) => clipRing(ring, box).map(([x, y]): Point => [tenth(x), tenth(y)]))
    .filter((ring) => ring.length > 0)
    .sort((one, other) => areaOf(other) - areaOf(one));
  const [largest] = rings;
  if (largest === undefined) return [];
  const kept = rings.filter((ring) => ring === largest || areaOf(ring) >= MIN_ISLAND);
  if (country === undefined && areaOf(largest) < MIN_ISLAND) return [];
  return [
    {
      country,
      rings: kept,
      path: pathOf(kept),
      bounds: boundsOf(kept.flat()),
      centre: centreOf(largest),
      tiny: areaOf(largest) < TINY,
    },
  ];
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
