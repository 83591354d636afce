import { hatch, ringOf } from './hatch.ts';

const square = ringOf({ left: 0, top: 0, right: 10, bottom: 10 });
/** Lines on which x + y is 5, 10, 15 and so on. */
const EVERY_FIVE = 5 / Math.SQRT2;

describe('hatch', () => {
  it('draws the lines that rise at 45° as far as the shape goes', () => {
    const lines = hatch([square], EVERY_FIVE).map((line) =>
      line.map(([x, y]) => [Math.round(x), Math.round(y)]),
    );
    expect(lines).toEqual([
      [
        [0, 5],
        [5, 0],
      ],
      [
        [0, 10],
        [10, 0],
      ],
      [
        [5, 10],
        [10, 5],
      ],
    ]);
  });

  it('leaves holes open', () => {
    const hole = ringOf({ left: 4, top: 4, right: 6, bottom: 6 });
    const onDiagonal = hatch([square, hole], EVERY_FIVE).filter(([[x, y]]) => Math.abs(x + y - 10) < 1e-9);
    expect(onDiagonal.map(([[from], [to]]) => [from, to].map(Math.round))).toEqual([
      [0, 4],
      [6, 10],
    ]);
  });

  it('has nothing to draw in nothing', () => {
    expect(hatch([], 4)).toEqual([]);
    expect(hatch([[]], 4)).toEqual([]);
  });
});
