import {
  apartForAll,
  contrast,
  fromOklch,
  type Hex,
  MARK_CONTRAST,
  readableOn,
  TEXT_CONTRAST,
  toOklch,
} from '../core/colour.ts';
import { type ChartToken, chartTokens } from './palette.ts';

/** An organisation's colour as pages and charts show it. */
export interface Brand {
  readonly light: Shown;
  readonly dark: Shown;
  /** False: too near to the colour of another series for some readers, so that charts keep their own. */
  readonly inCharts: boolean;
}

/** Of pages that are light, or dark. */
interface Shown {
  /** As it was chosen, or the nearest shade that can be read there. */
  readonly accent: Hex;
  /** Against the page. */
  readonly contrast: number;
  /** What charts show in place of their own. */
  readonly tokens: Partial<Readonly<Record<ChartToken, Hex>>>;
}

type Mode = keyof typeof chartTokens;
const MODES = ['light', 'dark'] as const satisfies readonly Mode[];
const SERIES = ['series-1', 'series-2', 'series-3', 'series-4'] as const;
const STEPS = ['map-1', 'map-2', 'map-3', 'map-4', 'map-5'] as const;

/** As far apart as our own are (palette.spec.ts). */
const APART = 20;

/** How much lighter or darker than the accent a mark may be, the nearest first. */
const AWAY = Array.from({ length: 41 }, (_, at) => Math.ceil(at / 2) * 0.01 * (at % 2 === 0 ? 1 : -1));

/**
 * What becomes of a colour that somebody has chosen. It is text and the ground of buttons, so it stands out from the page
 * at 4.5:1 in either mode. In charts it is the first series, in the nearest shade that stands out at 3:1 and is apart from
 * the others for all readers; one of the others that is too near to it takes the first's own colour.
 */
export function brandOf(chosen: Hex): Brand {
  const [light, dark] = MODES.map((mode) => readableOn(chosen, surfaceOf(mode), TEXT_CONTRAST));
  const accents = { light: light ?? chosen, dark: dark ?? chosen };
  const series = { light: seriesWith('light', accents.light), dark: seriesWith('dark', accents.dark) };
  const inCharts = series.light !== null && series.dark !== null;
  const shown = (mode: Mode): Shown => ({
    accent: accents[mode],
    contrast: contrast(accents[mode], surfaceOf(mode)),
    tokens: inCharts ? { ...series[mode], ...rampOf(mode, accents[mode]) } : {},
  });
  return { light: shown('light'), dark: shown('dark'), inCharts };
}

/** A style sheet to stand after ours: on paper its light half holds. It names both accents, for whoever shows both. */
export function brandCss({ light, dark }: Pick<Brand, Mode>): string {
  const both = `--brand-light:${light.accent};--brand-dark:${dark.accent}`;
  return `:root{${declared(light)};${both}}\n@media screen and (prefers-color-scheme:dark){:root{${declared(dark)}}}\n`;
}

function declared({ accent, tokens }: Shown): string {
  return [['accent', accent] as const, ...Object.entries(tokens)]
    .map(([token, colour]) => `--${token}:${colour}`)
    .join(';');
}

function surfaceOf(mode: Mode): Hex {
  return chartTokens[mode]['chart-surface'];
}

/** The series with the accent, or a shade of it, as their first; null: none is apart from the others. */
function seriesWith(mode: Mode, accent: Hex): Partial<Record<ChartToken, Hex>> | null {
  const { l, c, h } = toOklch(accent);
  for (const away of AWAY) {
    const shade = away === 0 ? accent : fromOklch({ l: l + away, c, h });
    if (contrast(shade, surfaceOf(mode)) < MARK_CONTRAST) continue;
    const sets = SERIES.map((taken) => seriesOf(mode, shade, taken));
    const apart = sets.find(isApart);
    if (apart !== undefined) return apart;
  }
  return null;
}

/** The four series, the accent first; `taken` is the one that is shown in the first's own colour. */
function seriesOf(mode: Mode, accent: Hex, taken: (typeof SERIES)[number]) {
  const own = chartTokens[mode];
  const rest = { 'series-2': own['series-2'], 'series-3': own['series-3'], 'series-4': own['series-4'] };
  const swapped = taken === 'series-1' ? {} : { [taken]: own['series-1'] };
  return { 'series-1': accent, ...rest, ...swapped };
}

function isApart(series: Readonly<Record<string, Hex>>): boolean {
  const colours = Object.values(series);
  return colours.every((one, at) => colours.slice(at + 1).every((other) => apartForAll(one, other) >= APART));
}

/** The map's steps, and what is of another time, in the hue of the accent: as light as ours, so that they stay in order. */
function rampOf(mode: Mode, accent: Hex): Partial<Record<ChartToken, Hex>> {
  const own = chartTokens[mode];
  const { c, h } = toOklch(accent);
  const strength = Math.min(1, c / toOklch(own['series-1']).c);
  const inHue = (token: ChartToken) => {
    const shade = toOklch(own[token]);
    return fromOklch({ l: shade.l, c: shade.c * strength, h });
  };
  const steps = STEPS.map((step) => [step, readableOn(inHue(step), own[`${step}-ink`], TEXT_CONTRAST)]);
  return { 'chart-context': inHue('chart-context'), ...Object.fromEntries(steps) };
}
