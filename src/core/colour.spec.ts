import { apartForAll, contrast, fromOklch, readableOn, toOklch } from './colour.ts';

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    // The darkest and the lightest greys of which WCAG's own examples speak: just above and just below 4.5:1 on white.
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    // Blue: its luminance is 0.0722; (1 + 0.05) / (0.0722 + 0.05).
    ['#0000ff', '#ffffff', 8.59],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe('a readable shade', () => {
  it('is the colour itself where it can be read, in lower case', () => {
    expect(readableOn('#0B5CAB', '#ffffff', 4.5)).toBe('#0b5cab');
  });

  it('is the nearest grey of a grey', () => {
    expect(readableOn('#999999', '#ffffff', 4.5)).toMatch(/^#7[0-6]7[0-6]7[0-6]$/);
  });

  it('is black or white where nothing else would do', () => {
    expect(readableOn('#777777', '#808080', 21)).toBe('#000000');
    expect(readableOn('#111111', '#000000', 21)).toBe('#ffffff');
  });
});

it('goes to and fro between screens and lightness, chroma and hue', () => {
  for (const hex of ['#0b5cab', '#d4681a', '#14a067', '#7d2c58', '#ffffff', '#000000'])
    expect(fromOklch(toOklch(hex))).toBe(hex);
});

it('sees red and green alike for those who do', () => {
  expect(apartForAll('#0b5cab', '#d4681a')).toBeGreaterThan(40);
  // Two that are 60 apart in full vision.
  expect(apartForAll('#9c6b00', '#5a8a00')).toBeLessThan(20);
});
