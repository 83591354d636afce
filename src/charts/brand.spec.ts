import fc from 'fast-check';
import { apartForAll, contrast, toOklch } from '../core/colour.ts';
import { brandCss, brandOf } from './brand.ts';
import { chartTokens } from './palette.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);
const MODES = ['light', 'dark'] as const;

describe('the colour of an organisation', () => {
  it('is shown as it was chosen where it can be read', () => {
    // A dark green: 7.5:1 on white, 2.4:1 on the dark page, where it is a lighter one.
    const { light, dark } = brandOf('#0a5c36');
    expect(light.accent).toBe('#0a5c36');
    expect(dark.accent).not.toBe('#0a5c36');
    expect(dark.contrast).toBeGreaterThanOrEqual(4.5);
    expect(Math.abs(toOklch(dark.accent).h - toOklch('#0a5c36').h)).toBeLessThan(0.05);
  });

  it('is darker on a light page where it could not be read there, and no darker than it need be', () => {
    const { light, dark } = brandOf('#ffcc00');
    expect(light.contrast).toBeGreaterThanOrEqual(4.5);
    expect(light.contrast).toBeLessThan(4.7);
    expect(dark.accent).toBe('#ffcc00');
  });

  it('takes the place of the first series, and the series near to it takes the first’s own', () => {
    // All but the orange of the second series.
    const { light, inCharts } = brandOf('#c85f15');
    expect(inCharts).toBe(true);
    expect(light.tokens['series-1']).toBe(light.accent);
    expect(light.tokens['series-2']).toBe(chartTokens.light['series-1']);
    expect(light.tokens['series-3']).toBe(chartTokens.light['series-3']);
  });

  it('can always be read; in charts it stays apart, readable and in order', () => {
    fc.assert(
      fc.property(hex, (chosen) => {
        const brand = brandOf(chosen);
        for (const mode of MODES) {
          const { accent, tokens } = brand[mode];
          const own = chartTokens[mode];
          expect(contrast(accent, own['chart-surface'])).toBeGreaterThanOrEqual(4.5);
          const shown = { ...own, ...tokens };
          const series = [shown['series-1'], shown['series-2'], shown['series-3'], shown['series-4']];
          for (const [at, one] of series.entries())
            for (const other of series.slice(at + 1))
              expect(apartForAll(one, other)).toBeGreaterThanOrEqual(20);
          const steps = ([1, 2, 3, 4, 5] as const).map((step) => {
            expect(contrast(shown[`map-${step}-ink`], shown[`map-${step}`])).toBeGreaterThanOrEqual(4.5);
            // Ours stand out at 3:1; as light in another hue, they nearly do.
            expect(contrast(shown[`map-${step}`], shown['map-none'])).toBeGreaterThanOrEqual(2.7);
            return contrast(shown[`map-${step}`], own['chart-surface']);
          });
          expect(steps).toEqual(steps.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stands in a style sheet for pages, of which paper takes the light half', () => {
    const css = brandCss(brandOf('#003f87'));
    expect(css).toMatch(/^:root\{--accent:#003f87;--series-1:#003f87;/);
    expect(css).toContain('@media screen and (prefers-color-scheme:dark){:root{--accent:#');
  });
});
