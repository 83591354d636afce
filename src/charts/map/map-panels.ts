import type { MappedCountry } from '../../core/chart/americas.ts';
import { RecentlyUsed } from '../../core/recently-used.ts';
import type { Box } from '../hatch.ts';
import { grow } from '../label-placement.ts';
import type { Point } from '../svg-path.ts';
import { countryAtlas } from './atlas.adapter.ts';
import { LandGrid } from './land-grid.ts';
import { type Outline, outlinesIn, type PanelView, pixelsOf } from './outlines.ts';
import { boundsOf } from './planar.ts';

/** The whole of the Americas, and beside or below it Central America and the Caribbean enlarged. */
export interface MapPanels {
  readonly height: number;
  readonly americas: Panel;
  readonly caribbean: Panel;
  /** The part of the first panel that the second enlarges. */
  readonly enlarged: Box;
  /** Where shades are explained, at the lower left. */
  readonly legend: Box;
}

export interface Panel {
  readonly box: Box;
  readonly outlines: readonly Outline[];
  readonly land: LandGrid;
  readonly touchesLand: (box: Box) => boolean;
}

/** Too small to be read on a map of two continents. */
const ENLARGED: ReadonlySet<string> = new Set(
  'AG BB BS BZ CR CU DM DO GD GT HN HT JM KN LC NI PA SV TT VC'.split(' '),
);

export function isEnlarged(country: MappedCountry): boolean {
  return ENLARGED.has(country);
}

/** From this width on, the two panels stand side by side. */
const SIDE_BY_SIDE = 520;
const GAP = 20;
/** Left of panels of a given height, where the first is too small to hold it. */
const LEGEND_ROOM = 90;
const AMERICAS_SHARE = 0.41;
/** Height by width of the two panels. */
const AMERICAS_SHAPE = 1.42;
const CARIBBEAN_SHAPE = 0.68;
/** The shares of the enlarged panel left free west of Guatemala and east of Barbados, for names. */
const PACIFIC = 0.07;
const ATLANTIC = 0.2;

// Degrees of longitude and latitude: the ends of the continents, and of the part that is enlarged.
const AMERICAS_MIDDLE: Point = [-80, 8];
const AMERICAS_CORNERS = degrees('-166.5 66, -168 60, -124 40, -53 47, -34.5 -7, -70 -56, -95 73.5');
const CARIBBEAN_MIDDLE: Point = [-75, 16];
const CARIBBEAN_CORNERS = degrees('-92.5 14.5, -59.2 13.2, -79 27.2, -80 7');

function degrees(list: string): readonly Point[] {
  return list.split(', ').map((pair): Point => {
    const [longitude = 0, latitude = 0] = pair.split(' ').map(Number);
    return [longitude, latitude];
  });
}

/** Few widths are ever asked for; a caller that asks for many must not fill the memory. */
const built = new RecentlyUsed<MapPanels>(12);

/**
 * The panels of a map of a given width; projecting and simplifying the coasts is done once for each.
 *
 * @param height of both panels, where they stand side by side; without it, as high as they choose
 */
export function mapPanels(width: number, height?: number): MapPanels {
  return built.get(`${width} ${height}`, () => buildPanels(width, height));
}

function buildPanels(width: number, height: number | undefined): MapPanels {
  const beside = width >= SIDE_BY_SIDE;
  const ownWidth = beside ? Math.round((width - GAP) * AMERICAS_SHARE) : width;
  const mainHeight = beside && height !== undefined ? height : Math.round(ownWidth * AMERICAS_SHAPE);
  const mainWidth = Math.min(ownWidth, Math.round(mainHeight / AMERICAS_SHAPE));
  const mainLeft = mainWidth < ownWidth ? LEGEND_ROOM : 0;
  const insetWidth = beside ? width - GAP - mainWidth - mainLeft : width;
  const insetHeight = Math.min(mainHeight, Math.round(insetWidth * CARIBBEAN_SHAPE));
  const left = width - insetWidth;
  const top = beside ? Math.round((mainHeight - insetHeight) / 2) : mainHeight + GAP;
  const main: Box = { left: mainLeft, top: 0, right: mainLeft + mainWidth, bottom: mainHeight };
  const inset: Box = { left, top, right: width, bottom: top + insetHeight };
  const americas = {
    box: main,
    middle: AMERICAS_MIDDLE,
    corners: AMERICAS_CORNERS,
    fit: main,
  };
  const caribbean = {
    box: inset,
    middle: CARIBBEAN_MIDDLE,
    corners: CARIBBEAN_CORNERS,
    fit: {
      left: left + insetWidth * PACIFIC,
      top: top + 8,
      right: width - insetWidth * ATLANTIC,
      bottom: inset.bottom - 8,
    },
  };
  return {
    height: Math.max(mainHeight, inset.bottom),
    americas: panel(americas),
    caribbean: panel(caribbean),
    legend: { ...main, left: 0 },
    enlarged: grow(boundsOf(pixelsOf(americas, CARIBBEAN_CORNERS)), 3),
  };
}

/** Of panels that stand alone; few widths and heights are ever asked for. */
const alone = new RecentlyUsed<Panel>(12);

/** One of the two panels, as large as it fits. */
export function panelAlone(width: number, height: number, isCaribbean: boolean): Panel {
  return alone.get(`${width} ${height} ${isCaribbean}`, () => {
    const shape = isCaribbean ? CARIBBEAN_SHAPE : AMERICAS_SHAPE;
    const wide = Math.min(width, Math.round(height / shape));
    const left = Math.round((width - wide) / 2);
    const box: Box = { left, top: 0, right: left + wide, bottom: Math.round(wide * shape) };
    if (!isCaribbean) return panel({ box, middle: AMERICAS_MIDDLE, corners: AMERICAS_CORNERS, fit: box });
    const fit = {
      left: left + wide * PACIFIC,
      top: 8,
      right: box.right - wide * ATLANTIC,
      bottom: box.bottom - 8,
    };
    return panel({ box, middle: CARIBBEAN_MIDDLE, corners: CARIBBEAN_CORNERS, fit });
  });
}

function panel(view: PanelView): Panel {
  const outlines = outlinesIn(countryAtlas(), view);
  const land = new LandGrid(view.box, outlines);
  return { box: view.box, outlines, land, touchesLand: land.touching(() => true) };
}
