import { type ChartToken, chartCss, chartTokens, PALETTES, paletteFrom } from './palette.ts';

type Rgb = readonly [number, number, number];

const linear = (hex: string): Rgb => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
};
const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
/** WCAG 2.2. */
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** Full loss of one kind of cone, in linear RGB (Machado, Oliveira and Fernandes 2009). */
const VISION: Readonly<Record<string, readonly Rgb[]>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const lab = ([r, g, b]: Rgb): Rgb => {
  const curve = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = curve(luminance([r, g, b]));
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};
/** CIE76; about 2 is just noticeable. */
const difference = (one: string, other: string, matrix: readonly Rgb[]): number => {
  const seen = (hex: string): Rgb => {
    const [r, g, b] = linear(hex);
    const [sr = 0, sg = 0, sb = 0] = matrix.map((row) =>
      Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b)),
    );
    return lab([sr, sg, sb]);
  };
  const [a, b] = [seen(one), seen(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

describe.each(['light', 'dark'] as const)('the %s palette', (mode) => {
  const tokens: Readonly<Record<ChartToken, string>> = chartTokens[mode];
  const series = [tokens['series-1'], tokens['series-2'], tokens['series-3'], tokens['series-4']];

  it('lifts every series off the page at 3:1 and every text at 4.5:1', () => {
    for (const colour of series) expect(contrast(colour, tokens['chart-surface'])).toBeGreaterThanOrEqual(3);
    for (const text of ['chart-ink', 'chart-quiet'] as const) {
      expect(contrast(tokens[text], tokens['chart-surface'])).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(Object.entries(VISION))('keeps the series apart for %s vision', (_, matrix) => {
    series.forEach((one, index) => {
      for (const other of series.slice(index + 1))
        expect(difference(one, other, matrix)).toBeGreaterThanOrEqual(20);
    });
  });

  it('writes readably on every shade of the map, and deepens the shades step by step', () => {
    const steps = [1, 2, 3, 4, 5] as const;
    for (const step of steps) {
      expect(contrast(tokens[`map-${step}-ink`], tokens[`map-${step}`])).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(tokens['chart-ink'], tokens['map-none'])).toBeGreaterThanOrEqual(4.5);
    const away = steps.map((step) => contrast(tokens[`map-${step}`], tokens['chart-surface']));
    expect(away).toEqual(away.toSorted((a, b) => a - b));
  });

  it.each(Object.entries(VISION))('keeps the shades of the map apart for %s vision', (_, matrix) => {
    const shades = ([1, 2, 3, 4, 5] as const).map((step) => tokens[`map-${step}`]);
    // A country with a value is never taken for one that has none.
    for (const shade of shades) expect(contrast(shade, tokens['map-none'])).toBeGreaterThanOrEqual(3);
    for (const [at, shade] of shades.slice(1).entries()) {
      expect(difference(shades[at] ?? '', shade, matrix)).toBeGreaterThanOrEqual(8);
    }
  });
});

describe('chartCss', () => {
  it('gives every token its light value, and its dark value on screens only', () => {
    const [light = '', dark = ''] = chartCss.split('@media screen and (prefers-color-scheme:dark)');
    for (const [token, colour] of Object.entries(chartTokens.light))
      expect(light).toContain(`--${token}:${colour}`);
    for (const [token, colour] of Object.entries(chartTokens.dark))
      expect(dark).toContain(`--${token}:${colour}`);
  });
});

describe('the palettes', () => {
  it('name a token with its light value behind it, for where no style sheet sets it', () => {
    expect(PALETTES.tokens['series-1']).toBe('var(--series-1,#0b5cab)');
  });

  it('take what a page has set, and the light value for what it has not', () => {
    const palette = paletteFrom((property) => (property === '--series-1' ? ' #123456 ' : ''));
    expect([palette['series-1'], palette['series-2']]).toEqual(['#123456', '#d4681a']);
  });
});
