import fc from 'fast-check';
import { crosses, intersect, overlaps, spread } from './label-placement.ts';

const box = { left: 0, top: 0, right: 10, bottom: 10 };

describe('boxes and lines', () => {
  it('overlap when they share more than an edge', () => {
    expect(overlaps(box, { left: 9, top: 9, right: 20, bottom: 20 })).toBe(true);
    expect(overlaps(box, { left: 10, top: 0, right: 20, bottom: 10 })).toBe(false);
  });

  it('cross where a line enters the box, also if it only ends there', () => {
    expect(crosses(box, [-5, 5], [15, 5])).toBe(true);
    expect(crosses(box, [5, 5], [30, 30])).toBe(true);
    expect(crosses(box, [-5, 12], [12, 15])).toBe(false);
    expect(crosses(box, [-5, -5], [-1, 20])).toBe(false);
    expect(crosses(box, [-5, 0], [15, 0])).toBe(false);
  });

  it('intersect between their ends only', () => {
    expect(
      intersect(
        [
          [0, 0],
          [10, 10],
        ],
        [
          [0, 10],
          [10, 0],
        ],
      ),
    ).toBe(true);
    expect(
      intersect(
        [
          [0, 0],
          [4, 4],
        ],
        [
          [0, 10],
          [10, 0],
        ],
      ),
    ).toBe(false);
  });
});

describe('spread', () => {
  it('leaves labels where they want to be if they can be there', () => {
    expect(spread([20, 60], 15, 0, 100)).toEqual([20, 60]);
  });

  it('parts those that are too close, and keeps them inside', () => {
    expect(spread([50, 52], 15, 0, 100)).toEqual([50, 65]);
    expect(spread([98, 99], 15, 0, 100)).toEqual([85, 100]);
  });

  it('keeps order, distance and limits whatever is wanted', () => {
    const wanted = fc.array(fc.integer({ min: -50, max: 250 }), { maxLength: 6 });
    fc.assert(
      fc.property(wanted, (places) => {
        const placed = spread(places, 15, 0, 200);
        const sorted = placed.toSorted((a, b) => a - b);
        expect(placed.every((place) => place >= 0 && place <= 200)).toBe(true);
        sorted.slice(1).forEach((place, index) => {
          expect(place - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-9);
        });
        places.forEach((one, i) => {
          places.forEach((other, j) => {
            if (one < other) expect(placed[i] ?? 0).toBeLessThan(placed[j] ?? 0);
          });
        });
      }),
    );
  });
});
