import { isOnMap, type MappedCountry } from '../../core/chart/americas.ts';
import type { ChartPoint, MapChartSpec } from '../../core/chart/chart-spec.ts';
import type { Frame } from '../chart-drawing.ts';
import type { Box } from '../hatch.ts';
import { around, grow } from '../label-placement.ts';
import { hatchingLabel } from '../legend.ts';
import type { ChartToken, Palette } from '../palette.ts';
import { pointTitle } from '../point-words.ts';
import { element } from '../svg-markup.ts';
import type { MeasureText } from '../text-measure.ts';
import { drawnValue, pointText, valueWriter } from '../value-format.ts';
import { MAP_LABEL_SIZE, type WantedLabel } from './label-places.ts';
import {
  circleRadius,
  drawCircle,
  drawCountry,
  drawPlain,
  isHatched,
  type ShownCountry,
  shadeToken,
} from './map-countries.ts';
import { drawMapLabel } from './map-label-text.ts';
import { drawMapLegend, legendBox, mapLegend } from './map-legend.ts';
import { isEnlarged, mapPanels, type Panel, panelAlone } from './map-panels.ts';
import type { Outline } from './outlines.ts';
import { placeMapLabels } from './place-labels.ts';
import { shadingSteps, stepOf } from './shading.ts';

export interface MapPicture {
  readonly width: number;
  readonly height: number;
  readonly marks: string;
}

/** A country in the panel in which it has its label, its tooltip and its link. */
interface HomeCountry {
  readonly outline: Outline;
  readonly shown: ShownCountry;
  /** 0 where it is drawn as a shape. */
  readonly radius: number;
}

/** The Americas, countries shaded by value, those that have one with name and value beside them. */
export function drawMap(spec: MapChartSpec, frame: Frame, interactive: boolean): MapPicture {
  const { palette, measure, width } = frame;
  if (spec.focus !== undefined && isOnMap(spec.focus)) return drawAlone(spec, spec.focus, frame);
  const { americas, caribbean, enlarged, legend: legendPanel, height } = mapPanels(width, frame.height);
  const points = new Map(spec.points.filter(({ key }) => isOnMap(key)).map((point) => [point.key, point]));
  const shades = shadesOf(spec, [...points.values()]);
  const names = new Intl.DisplayNames(spec.locale, { type: 'region' });
  const show = (country: MappedCountry): ShownCountry => {
    const point = points.get(country) ?? { key: country, label: names.of(country) ?? country, value: null };
    return { point, shade: shades.of(point), title: pointTitle(spec, undefined, point) };
  };
  const legend = mapLegend(shades.steps, spec.missingLabel, hatchingLabel(spec));
  const legendPlace = legendBox(legend, legendPanel, measure);
  const draw = (
    panel: Panel,
    isHome: (country: MappedCountry) => boolean,
    reserved: readonly Box[],
  ): string => drawPanel(panel, isHome, show, reserved, { spec, frame, interactive });
  const marks =
    draw(americas, (country) => !isEnlarged(country), [grow(legendPlace, 6), enlarged]) +
    draw(caribbean, isEnlarged, []) +
    drawFrame(enlarged, palette) +
    drawFrame(caribbean.box, palette) +
    drawMapLegend(legend, legendPlace, legendPanel, palette, measure);
  return { width, height, marks };
}

/** So high is a map of one country where nobody says. */
const ALONE_HEIGHT = 260;
const ALONE_SHADE = 4;

/** Where one country is: shaded, with its name and its value beside it. */
function drawAlone(spec: MapChartSpec, focus: MappedCountry, frame: Frame): MapPicture {
  const { palette, width } = frame;
  const panel = panelAlone(width, frame.height ?? ALONE_HEIGHT, isEnlarged(focus));
  const names = new Intl.DisplayNames(spec.locale, { type: 'region' });
  const own = spec.points.find(({ key }) => key === focus);
  const show = (country: MappedCountry): ShownCountry => {
    const isOwn = country === focus && own !== undefined;
    const point = isOwn ? own : { key: country, label: names.of(country) ?? country, value: null };
    return { point, shade: isOwn ? ALONE_SHADE : undefined, title: pointTitle(spec, undefined, point) };
  };
  const marks = drawPanel(panel, () => true, show, [], { spec, frame, interactive: false });
  return { width, height: panel.box.bottom, marks: marks + drawFrame(panel.box, palette) };
}

function shadesOf(spec: MapChartSpec, points: readonly ChartPoint[]) {
  const values = points.map((point) => drawnValue(spec, point)).filter((value) => value !== null);
  const counted = spec.format.style === 'number' && spec.format.maximumFractionDigits === 0;
  // In the corner of the legend there is no room for a currency at either end of each step; the subtitle says it.
  const format =
    spec.format.style === 'money' ? ({ style: 'number', maximumFractionDigits: 0 } as const) : spec.format;
  const steps = shadingSteps(values, valueWriter(format, spec.locale), counted);
  const of = (point: ChartPoint) => {
    const value = drawnValue(spec, point);
    return value === null ? undefined : stepOf(steps, value)?.shade;
  };
  return { steps, of };
}

interface Drawing {
  readonly spec: MapChartSpec;
  readonly frame: Frame;
  readonly interactive: boolean;
}

function drawPanel(
  panel: Panel,
  isHome: (country: MappedCountry) => boolean,
  show: (country: MappedCountry) => ShownCountry,
  reserved: readonly Box[],
  { spec, frame: { palette, measure }, interactive }: Drawing,
): string {
  const panelWidth = panel.box.right - panel.box.left;
  const plain: { readonly outline: Outline; readonly token: ChartToken }[] = [];
  const shapes: string[] = [];
  const circles: string[] = [];
  const home: HomeCountry[] = [];
  const shaded = new Set<Outline>();
  for (const outline of panel.outlines) {
    const { country } = outline;
    if (country === undefined) {
      plain.unshift({ outline, token: 'map-land' });
      continue;
    }
    const shown = show(country);
    if (shown.shade !== undefined) shaded.add(outline);
    const here = isHome(country);
    const radius = here && outline.tiny ? circleRadius(panelWidth, shown.shade !== undefined) : 0;
    if (radius > 0) circles.push(drawCircle(outline, radius, shown, palette, interactive));
    else if ((interactive && here) || isHatched(shown))
      shapes.push(drawCountry(outline, shown, palette, interactive && here));
    else plain.push({ outline, token: shadeToken(shown.shade) });
    if (here) home.push({ outline, shown, radius });
  }
  const dots = home
    .filter(({ radius }) => radius > 0)
    .map(({ outline, radius }) => around(outline.centre, radius));
  const surroundings = {
    area: panel.box,
    land: panel.land,
    touchesLand: panel.touchesLand,
    touchesShade: panel.land.touching((outline) => shaded.has(outline)),
    reserved: [...reserved, ...dots],
  };
  const labels = placeMapLabels(wantedLabels(home, spec, measure), surroundings);
  const coast = { stroke: palette['chart-surface'], 'stroke-width': 0.6, 'stroke-linejoin': 'round' };
  return (
    element('g', coast, drawPlain(plain, palette) + shapes.join('') + circles.join('')) +
    labels.map((label) => drawMapLabel(label, palette)).join('')
  );
}

/** So many countries have their name and value beside them: those with the greatest. */
const MOST_LABELS = 10;

/** Those of the countries that have a value, or something to say in its place. */
function wantedLabels(
  home: readonly HomeCountry[],
  spec: MapChartSpec,
  measure: MeasureText,
): readonly WantedLabel[] {
  return home
    .filter(({ shown }) => shown.shade !== undefined || shown.point.valueLabel !== undefined)
    .filter(({ shown: { point } }) => isAmongGreatest(spec, point))
    .map(({ outline, shown: { point, shade }, radius }) => {
      const [name, value] = [point.label, pointText(spec, point)];
      return {
        outline,
        radius,
        shade,
        hatched: point.muted === true,
        name,
        value,
        nameWidth: measure(name, MAP_LABEL_SIZE, 400),
        valueWidth: measure(value, MAP_LABEL_SIZE, 600),
        space: measure('\u00a0', MAP_LABEL_SIZE, 400),
      };
    });
}

/** Among all countries of the map, in whatever panel. */
function isAmongGreatest(spec: MapChartSpec, { key }: ChartPoint): boolean {
  const greatest = spec.points
    .filter((point) => isOnMap(point.key))
    .toSorted((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))
    .slice(0, MOST_LABELS);
  return greatest.some((point) => point.key === key);
}

function drawFrame({ left, top, right, bottom }: Box, palette: Palette): string {
  const inset = 0.5;
  return element('rect', {
    x: left + inset,
    y: top + inset,
    width: right - left - 2 * inset,
    height: bottom - top - 2 * inset,
    fill: 'none',
    stroke: palette['chart-axis'],
    'stroke-width': 0.6,
  });
}
