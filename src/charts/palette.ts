/**
 * Every colour that a chart uses, by the name of its CSS custom property (`--series-1`). The four series stay apart for
 * readers who see colours differently and stand out from the page at 3:1 or more. The map's steps run from faint to strong,
 * so they turn over in the dark; the faintest stands out at 3:1 from a country without a value (all held by palette.spec.ts).
 */
export const chartTokens = {
  light: {
    'series-1': '#0b5cab',
    'series-2': '#d4681a',
    'series-3': '#14a067',
    'series-4': '#7d2c58',
    'chart-context': '#7896b5',
    'chart-surface': '#ffffff',
    'chart-ink': '#1b2330',
    'chart-quiet': '#5b6673',
    'chart-line': '#dde2e8',
    'chart-axis': '#8a94a0',
    'map-land': '#f7f8fa',
    'map-none': '#edeff2',
    'map-1': '#3891c8',
    'map-2': '#1079bc',
    'map-3': '#015ea4',
    'map-4': '#034381',
    'map-5': '#0c2a55',
    'map-1-ink': '#1b2330',
    'map-2-ink': '#ffffff',
    'map-3-ink': '#ffffff',
    'map-4-ink': '#ffffff',
    'map-5-ink': '#ffffff',
  },
  dark: {
    'series-1': '#6cb2ff',
    'series-2': '#f08a30',
    'series-3': '#bce6cf',
    'series-4': '#b35a98',
    'chart-context': '#51708f',
    'chart-surface': '#14171c',
    'chart-ink': '#e8ebef',
    'chart-quiet': '#a3adb9',
    'chart-line': '#2e343d',
    'chart-axis': '#6f7a87',
    'map-land': '#1c2026',
    'map-none': '#2c323b',
    'map-1': '#4783ce',
    'map-2': '#5fa2e4',
    'map-3': '#85bff3',
    'map-4': '#b4dcfb',
    'map-5': '#e9f6fe',
    'map-1-ink': '#14171c',
    'map-2-ink': '#14171c',
    'map-3-ink': '#14171c',
    'map-4-ink': '#14171c',
    'map-5-ink': '#14171c',
  },
} as const satisfies Record<'light' | 'dark', Record<string, string>>;

export type ChartToken = keyof typeof chartTokens.light;

/** A colour for every token, as anything that `fill` takes. */
export type Palette = Readonly<Record<ChartToken, string>>;

const TOKENS = Object.keys(chartTokens.light) as ChartToken[];

function paletteOf(colour: (token: ChartToken) => string): Palette {
  return Object.fromEntries(TOKENS.map((token) => [token, colour(token)])) as Record<ChartToken, string>;
}

/**
 * `tokens`: `var(--series-1,#0b5cab)`, which follows the page between light and dark; `light`, `dark`: plain colours,
 * for paper and for a picture that stands alone.
 */
export const PALETTES = {
  tokens: paletteOf((token) => `var(--${token},${chartTokens.light[token]})`),
  light: chartTokens.light,
  dark: chartTokens.dark,
} as const satisfies Record<string, Palette>;

export type PaletteName = keyof typeof PALETTES;

/** The palette that a page shows now: `read` gives the value of a CSS custom property, or an empty string. */
export function paletteFrom(read: (property: string) => string): Palette {
  return paletteOf((token) => read(`--${token}`).trim() || chartTokens.light[token]);
}

function declarations(tokens: Palette): string {
  return TOKENS.map((token) => `--${token}:${tokens[token]}`).join(';');
}

/**
 * What a page with charts needs of CSS: the colours, which of a chart's two widths is shown, where the keyboard is, and
 * the canvas of a live chart over its SVG (on paper the SVG is back).
 */
export const chartCss = [
  `:root{${declarations(chartTokens.light)}}`,
  `@media screen and (prefers-color-scheme:dark){:root{${declarations(chartTokens.dark)}}}`,
  '.chart{position:relative;container-type:inline-size}',
  // A browser that rounds letters to whole pixels sets them wider than the font says: nothing is cut for that.
  '.chart>svg{display:block;max-width:100%;height:auto;overflow:visible}',
  '.chart>svg.chart-narrow{display:none;width:100%;max-width:420px}',
  '@container (max-width:519.98px){.chart>svg.chart-narrow{display:block}.chart>svg.chart-wide{display:none}}',
  '.chart>svg.chart-one{width:100%;max-width:480px}',
  '.chart-svg a:focus-visible{outline:none}',
  '.chart-svg a:focus-visible :is(rect,path,circle){stroke:var(--chart-ink);stroke-width:2}',
  '.chart>canvas{position:absolute;top:0;left:0;pointer-events:none}',
  '@media screen{.chart-live .chart-marks{visibility:hidden}}',
  '@media print{.chart>canvas{display:none!important}}',
].join('\n');
