import type { Box } from '../hatch.ts';
import type { Outline } from './outlines.ts';
import type { Ring } from './planar.ts';

/** Pixels; finer than the air around a label. */
const CELL = 2;

/** Which country lies where, in squares of two pixels: labels ask it thousands of times. */
export class LandGrid {
  private readonly left: number;
  private readonly top: number;
  private readonly columns: number;
  private readonly rows: number;
  private readonly outlines: readonly Outline[];
  /** One more than the place of the outline in the list; 0 for the sea. */
  private readonly cells: Uint8Array;

  constructor(box: Box, outlines: readonly Outline[]) {
    this.left = box.left;
    this.top = box.top;
    this.columns = Math.ceil((box.right - box.left) / CELL);
    this.rows = Math.ceil((box.bottom - box.top) / CELL);
    this.outlines = outlines;
    this.cells = new Uint8Array(this.columns * this.rows);
    outlines.forEach(({ rings }, index) => {
      this.fill(rings, index + 1);
    });
  }

  /** The country at a point; undefined for the sea and for what lies outside. */
  at(x: number, y: number): Outline | undefined {
    const column = Math.floor((x - this.left) / CELL);
    const row = Math.floor((y - this.top) / CELL);
    if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) return undefined;
    return this.outlines[(this.cells[row * this.columns + column] ?? 0) - 1];
  }

  /** A test of whether any of these countries lies under a box; many boxes are asked for the price of one. */
  touching(isMeant: (outline: Outline) => boolean): (box: Box) => boolean {
    const meant = [false, ...this.outlines.map(isMeant)];
    const width = this.columns + 1;
    // How many squares are meant above and left of each corner: four of these sums give those in any box.
    const sums = new Uint32Array(width * (this.rows + 1));
    const sumAt = (row: number, column: number): number => sums[row * width + column] ?? 0;
    for (let row = 0; row < this.rows; row += 1) {
      let run = 0;
      for (let column = 0; column < this.columns; column += 1) {
        if (meant[this.cells[row * this.columns + column] ?? 0]) run += 1;
        sums[(row + 1) * width + column + 1] = sumAt(row, column + 1) + run;
      }
    }
    const limit = (value: number, most: number): number => Math.max(0, Math.min(most, value));
    return ({ left, top, right, bottom }) => {
      const from = limit(Math.floor((left - this.left) / CELL), this.columns);
      const to = limit(Math.ceil((right - this.left) / CELL), this.columns);
      const above = limit(Math.floor((top - this.top) / CELL), this.rows);
      const below = limit(Math.ceil((bottom - this.top) / CELL), this.rows);
      return sumAt(below, to) - sumAt(above, to) - sumAt(below, from) + sumAt(above, from) > 0;
    };
  }

  /** Row by row, between the coasts that the middle of the row crosses (even-odd). */
  private fill(rings: readonly Ring[], mark: number): void {
    for (let row = 0; row < this.rows; row += 1) {
      const y = this.top + (row + 0.5) * CELL;
      const coasts = rings.flatMap((ring) => crossingsAt(ring, y)).sort((a, b) => a - b);
      for (let index = 0; index + 1 < coasts.length; index += 2) {
        const from = Math.max(0, Math.round(((coasts[index] ?? 0) - this.left) / CELL));
        const to = Math.min(this.columns, Math.round(((coasts[index + 1] ?? 0) - this.left) / CELL));
        if (to > from) this.cells.fill(mark, row * this.columns + from, row * this.columns + to);
      }
    }
  }
}

function crossingsAt(ring: Ring, y: number): readonly number[] {
  return ring.flatMap(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
    return y1 > y === y2 > y ? [] : [x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)];
  });
}
