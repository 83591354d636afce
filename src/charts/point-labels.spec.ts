import { type LabelledMark, placePointLabels } from './point-labels.ts';

const AREA = { left: 0, right: 300, top: 0, bottom: 200 };
/** Columns side by side, each with a label as wide. */
const marks = (values: readonly number[], apart: number, width: number): readonly LabelledMark[] =>
  values.map((value, at) => ({
    series: 0,
    text: String(value),
    width,
    shorter: null,
    at: [50 + at * apart, 150 - value],
    value,
    base: 150,
    kind: 'column',
  }));
const labelled = (given: readonly LabelledMark[]) =>
  placePointLabels(given, [], AREA, []).map(({ text }) => text);

describe('the values written above columns', () => {
  it('are all of them where there is room', () => {
    expect(labelled(marks([20, 99, 98], 80, 70))).toEqual(['20', '99', '98']);
  });

  it('stand above a column below zero that ends too near the edge for them', () => {
    const placed = placePointLabels(marks([20, -40], 80, 30), [], AREA, []);
    // 11 above their ends at 130; and at 190, beneath which there is no room before 200, above zero at 150.
    expect(placed.map(({ text, y }) => [text, y])).toEqual([
      ['20', 119],
      ['-40', 139],
    ]);
    const [, low] = placePointLabels(marks([20, -20], 80, 30), [], AREA, []);
    expect(low?.y).toBe(181);
  });

  it('are shorter, all of them, where only that has room', () => {
    const close = marks([20, 99, 98], 75, 74).map((mark) => ({
      ...mark,
      shorter: { text: `${mark.text}!`, width: 60 },
    }));
    expect(labelled(close)).toEqual(['20!', '99!', '98!']);
  });

  it('are else the highest, which the title names, before the last', () => {
    // The labels of the second and the third would touch: 74 and 4 of air are more than 75.
    expect(labelled(marks([20, 99, 98], 75, 74))).toEqual(['99']);
    expect(labelled(marks([99, 97, 98], 75, 74))).toEqual(['99', '98']);
    expect(labelled(marks([20, 97, 98], 75, 74))).toEqual(['98']);
  });
});
