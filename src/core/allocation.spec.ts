import fc from 'fast-check';
import { allocate, allocateJointly, type GivenShare } from './allocation.ts';

const thirds: readonly GivenShare[] = [
  { code: 'SV', share: '33.34' },
  { code: 'HN', share: '33.33' },
  { code: 'CR', share: '33.33' },
];
const halves = (...codes: readonly string[]): readonly GivenShare[] =>
  codes.map((code) => ({ code, share: '50' }));

describe('allocate', () => {
  it('gives the unit that is left to the largest remainder', () => {
    // 33.33, 33.33 and 33.34 cents: floors 33 each, one left for the .34
    expect(allocate(100, thirds)).toEqual([
      { code: 'CR', amountMinor: 33 },
      { code: 'HN', amountMinor: 33 },
      { code: 'SV', amountMinor: 34 },
    ]);
  });

  it('breaks ties in order of code, not of the list', () => {
    expect(allocate(10001, halves('HN', 'CR'))).toEqual([
      { code: 'CR', amountMinor: 5001 },
      { code: 'HN', amountMinor: 5000 },
    ]);
  });

  it('mirrors a correction', () => {
    expect(allocate(-10001, halves('CR', 'HN'))).toEqual([
      { code: 'CR', amountMinor: -5001 },
      { code: 'HN', amountMinor: -5000 },
    ]);
  });

  it('gives nothing to a share of 0, nor minus nothing', () => {
    const shares = [
      { code: 'CR', share: '0' },
      { code: 'HN', share: '100.00' },
    ];
    expect(allocate(-7, shares)).toEqual([
      { code: 'CR', amountMinor: 0 },
      { code: 'HN', amountMinor: -7 },
    ]);
  });

  it('is exact where doubles are not', () => {
    // 0.1 + 0.2 + 99.7 is 100 only in decimals; 0.1 % of 9,007,199,254,740,991 is 9,007,199,254,740.991
    const shares = [
      { code: 'A', share: '0.1' },
      { code: 'B', share: '0.2' },
      { code: 'C', share: '99.7' },
    ];
    expect(allocate(Number.MAX_SAFE_INTEGER, shares)).toEqual([
      { code: 'A', amountMinor: 9_007_199_254_741 },
      { code: 'B', amountMinor: 18_014_398_509_482 },
      { code: 'C', amountMinor: 8_980_177_656_976_768 },
    ]);
  });

  it.each([
    [[{ code: 'CR', share: '99.99' }], 'Shares sum to 99.99, not 100 (CR 99.99).'],
    [halves('CR', 'HN', 'SV'), 'Shares sum to 150, not 100 (CR 50, HN 50, SV 50).'],
    [[], 'Shares sum to 0, not 100 (none).'],
  ])('refuses shares that do not sum to exactly 100', (shares, message) => {
    expect(() => allocate(100, shares)).toThrow(
      expect.objectContaining({ code: 'ALLOCATION.SHARES_NOT_100', message }),
    );
  });

  it.each(['-10', 'half', '1e2', ''])('refuses the share "%s"', (share) => {
    const shares = [
      { code: 'CR', share },
      { code: 'HN', share: '110' },
    ];
    expect(() => allocate(100, shares)).toThrow(expect.objectContaining({ code: 'ALLOCATION.BAD_SHARE' }));
  });
});

describe('allocateJointly', () => {
  it('fills what rows and columns lack in order of code', () => {
    // 25.25 cents a cell: floors 25; CR (51) and democracy (51) each lack one
    expect(allocateJointly(101, halves('HN', 'CR'), halves('human-rights', 'democracy'))).toEqual([
      { place: 'CR', pillar: 'democracy', amountMinor: 26 },
      { place: 'CR', pillar: 'human-rights', amountMinor: 25 },
      { place: 'HN', pillar: 'democracy', amountMinor: 25 },
      { place: 'HN', pillar: 'human-rights', amountMinor: 25 },
    ]);
  });

  it('mirrors a correction', () => {
    expect(allocateJointly(-3, halves('CR', 'HN'), [{ code: 'democracy', share: '100' }])).toEqual([
      { place: 'CR', pillar: 'democracy', amountMinor: -2 },
      { place: 'HN', pillar: 'democracy', amountMinor: -1 },
    ]);
  });

  it('keeps both margins where every cell rounds', () => {
    // By place 3, 3 and 4 (the .34 takes the unit left), by pillar 5 and 5; every cell starts with 1.
    const cells = allocateJointly(10, thirds, halves('democracy', 'human-rights'));
    expect(cells).toEqual([
      { place: 'CR', pillar: 'democracy', amountMinor: 2 },
      { place: 'CR', pillar: 'human-rights', amountMinor: 1 },
      { place: 'HN', pillar: 'democracy', amountMinor: 2 },
      { place: 'HN', pillar: 'human-rights', amountMinor: 1 },
      { place: 'SV', pillar: 'democracy', amountMinor: 1 },
      { place: 'SV', pillar: 'human-rights', amountMinor: 3 },
    ]);
  });
});

/** Hundredths of a percent between random cuts of 100 %. */
const anyShares = (prefix: string) =>
  fc.array(fc.integer({ min: 0, max: 10000 }), { maxLength: 5 }).map((cuts) => {
    const edges = [0, ...cuts.sort((a, b) => a - b), 10000];
    return edges.slice(1).map((edge, i) => {
      const hundredths = edge - (edges[i] ?? 0);
      return {
        code: `${prefix}${i}`,
        share: `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`,
      };
    });
  });
const sum = (parts: readonly { readonly amountMinor: number }[]) =>
  parts.reduce((total, { amountMinor }) => total + amountMinor, 0);

describe('parts sum to the whole', () => {
  it('by one set of shares, each part within one unit of its share', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), anyShares('p'), (amountMinor, shares) => {
        const parts = allocate(amountMinor, shares);
        expect(sum(parts)).toBe(amountMinor);
        for (const { code, amountMinor: part } of parts) {
          const share = Number(shares.find((each) => each.code === code)?.share);
          expect(Math.abs(part - (amountMinor * share) / 100)).toBeLessThan(1.01);
        }
      }),
    );
  });

  it('by places and pillars at once, with the margins of each alone', () => {
    const amounts = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
    fc.assert(
      fc.property(amounts, anyShares('p'), anyShares('q'), (amountMinor, places, pillars) => {
        const cells = allocateJointly(amountMinor, places, pillars);
        const margin = (codes: readonly GivenShare[], of: 'place' | 'pillar') =>
          codes.map(({ code }) => ({ code, amountMinor: sum(cells.filter((cell) => cell[of] === code)) }));
        expect(margin(places, 'place')).toEqual(allocate(amountMinor, places));
        expect(margin(pillars, 'pillar')).toEqual(allocate(amountMinor, pillars));
      }),
    );
  });

  it('whatever the order of the shares, and mirrored for a correction', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), anyShares('p'), (amountMinor, shares) => {
        const parts = allocate(amountMinor, shares);
        expect(allocate(amountMinor, [...shares].reverse())).toEqual(parts);
        const mirrored = parts.map((part) => ({
          ...part,
          amountMinor: part.amountMinor === 0 ? 0 : -part.amountMinor,
        }));
        expect(allocate(-amountMinor, shares)).toEqual(mirrored);
      }),
    );
  });
});
