import { areaOf, boundsOf, centreOf, clipRing, type Ring, simplify } from './planar.ts';

const square: Ring = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

describe('rings in the plane', () => {
  it('have area, centre and bounds, whichever way they run', () => {
    for (const ring of [square, square.toReversed()]) {
      expect(areaOf(ring)).toBe(100);
      expect(centreOf(ring)).toEqual([5, 5]);
      expect(boundsOf(ring)).toEqual({ left: 0, top: 0, right: 10, bottom: 10 });
    }
  });

  it('have a centre even where they have no area', () => {
    expect(centreOf([[2, 4]])).toEqual([2, 4]);
    expect(
      centreOf([
        [0, 0],
        [4, 0],
      ]),
    ).toEqual([2, 0]);
  });

  it('are cut at a box, and are nothing outside it', () => {
    const cut = clipRing(square, { left: 4, top: -5, right: 20, bottom: 8 });
    expect([areaOf(cut), boundsOf(cut)]).toEqual([48, { left: 4, top: 0, right: 10, bottom: 8 }]);
    expect(clipRing(square, { left: 11, top: 0, right: 20, bottom: 10 })).toEqual([]);
  });
});

describe('simplify', () => {
  it('leaves out what is nearly on the line, and keeps corners and ends', () => {
    const coast: Ring = [
      [0, 0],
      [5, 0.2],
      [10, 0],
      [10.1, 5],
      [10, 10],
    ];
    expect(simplify(coast, 0.3)).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
    ]);
    expect(simplify(coast, 0.05)).toEqual(coast);
  });
});
