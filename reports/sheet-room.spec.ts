import { heightOf, linesOf, TEXT, tableHeight } from './sheet-room.ts';

describe('the room that text takes', () => {
  it('is a line for what fits in one, and none for nothing', () => {
    expect(linesOf('Costa Rica', 174, TEXT)).toBe(1);
    expect([heightOf('Costa Rica', 174), heightOf('', 174)]).toEqual([TEXT.line, 0]);
  });

  it('grows by whole lines where words go on', () => {
    const sentence = 'Train officials and share what they learn. ';
    const heights = [1, 2, 4, 8].map((times) => linesOf(sentence.repeat(times).trim(), 474, TEXT));
    expect(heights).toEqual([1, 2, 3, 5]);
  });

  it('breaks a word that is wider than its column', () => {
    expect(linesOf('Unbreakable_'.repeat(10), 174, TEXT)).toBeGreaterThanOrEqual(5);
  });

  it('is that of the highest cell of each row', () => {
    const shape = { width: 400, shares: [0.5, 0.5], head: false };
    const [one, two] = [
      ['a', 'b'],
      ['a', 'Train officials and share what they learn'],
    ].map((row) => tableHeight([row], shape));
    expect((two ?? 0) - (one ?? 0)).toBeCloseTo(TEXT.line);
    expect(tableHeight([], { ...shape, head: true })).toBe(0);
  });
});
