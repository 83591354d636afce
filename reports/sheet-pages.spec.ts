import fc from 'fast-check';
import { intoPages, type Lengths } from './sheet-pages.ts';

const PAGE = { room: 900, gap: 20, first: 0 };
/** Each told at its height, and at less and less down to a fifth. */
const sized = (heights: readonly number[]): readonly Lengths<string>[] =>
  heights.map((height, at) => ({
    lengths: [1, 0.8, 0.6, 0.4, 0.2].map((part, less) => ({
      item: `${at}${'-'.repeat(less)}`,
      height: Math.round(height * part),
    })),
  }));
const pagesOf = (heights: readonly number[], first = 0) =>
  intoPages(sized(heights), { ...PAGE, first }).map(({ items }) => items);

describe('what may not be torn', () => {
  it('stands in its order where it fills pages so', () => {
    expect(pagesOf([430, 430, 850, 430, 430])).toEqual([['0', '1'], ['2'], ['3', '4']]);
  });

  it('comes forward where it fits better', () => {
    expect(pagesOf([430, 850, 430])).toEqual([['0', '2'], ['1']]);
  });

  it('says a little less where that makes it fit', () => {
    // 500 and 450 are more than 880; 450 at four fifths is 360.
    expect(pagesOf([500, 450])).toEqual([['0', '1-']]);
  });

  it('stands last where it leaves a page short', () => {
    expect(pagesOf([300, 850, 850])).toEqual([['0', '1--'], ['2']]);
    expect(pagesOf([850, 300])).toEqual([['0'], ['1']]);
  });

  it('begins on a page that something else has begun, where it fits there', () => {
    expect(pagesOf([430, 850], 400)).toEqual([['0'], ['1']]);
    // 850 at three fifths is 510, and 480 are free.
    expect(pagesOf([850], 400)).toEqual([['0---']]);
  });

  it('has a third beside it, told shorter, where two leave a page short', () => {
    // 270 and 270 are 560 with their gap, of 900; of 330 four fifths fit.
    expect(pagesOf([270, 270, 330, 400])).toEqual([['0', '1', '2-'], ['3']]);
  });

  it('is all there, on pages that are not too full', () => {
    const heights = fc.array(fc.integer({ min: 60, max: 1500 }), { maxLength: 9 });
    fc.assert(
      fc.property(heights, (given) => {
        const pages = intoPages(sized(given), PAGE);
        const shown = pages.flatMap(({ items }) => items.map((item) => item.replaceAll('-', '')));
        expect(shown.toSorted()).toEqual(given.map((_, at) => `${at}`).toSorted());
        expect(pages.every(({ used }) => used <= PAGE.room)).toBe(true);
      }),
    );
  });
});
