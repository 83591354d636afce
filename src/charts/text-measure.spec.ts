import { measurePlex } from './plex.adapter.ts';
import { ellipsis, wrapText } from './text-measure.ts';

/** One pixel a letter. */
const count = (text: string): number => [...text].length;

describe('ellipsis', () => {
  it('leaves alone what fits, and cuts what does not', () => {
    expect(ellipsis('Barbados', 8, count)).toBe('Barbados');
    expect(ellipsis('Barbados', 7, count)).toBe('Barbad…');
    expect(ellipsis('Costa Rica', 7, count)).toBe('Costa…');
    expect(ellipsis('Costa Rica', 9, count)).toBe('Costa…');
    expect(ellipsis('Barbados', 1, count)).toBe('');
  });
});

describe('wrapText', () => {
  it('breaks between words', () => {
    expect(wrapText('Antigua and Barbuda', 12, 2, count)).toEqual(['Antigua and', 'Barbuda']);
  });

  it('ends the last line with an ellipsis where the rest does not fit', () => {
    expect(wrapText('Bureau for Crime Prevention and Control', 12, 2, count)).toEqual([
      'Bureau for',
      'Crime…',
    ]);
  });

  it('cuts a word that is wider than a line', () => {
    expect(wrapText('Counterterrorism Bureau', 8, 2, count)).toEqual(['Counter…']);
  });

  it('does not break at a no-break space', () => {
    expect(wrapText('about 1\u00a0234', 8, 2, count)).toEqual(['about', '1\u00a0234']);
  });
});

describe('measurePlex', () => {
  it('knows that figures are 0.6 em wide each, in both weights', () => {
    expect(measurePlex('0123456789', 10, 400)).toBeCloseTo(60);
    expect(measurePlex('0123456789', 10, 600)).toBeCloseTo(60);
  });

  it('grows with the size and with the weight', () => {
    expect(measurePlex('Costa Rica', 26, 400)).toBeCloseTo(2 * measurePlex('Costa Rica', 13, 400));
    expect(measurePlex('Costa Rica', 13, 600)).toBeGreaterThan(measurePlex('Costa Rica', 13, 400));
  });

  it('kerns, as browsers do', () => {
    expect(measurePlex('AV', 100, 400)).toBeLessThan(measurePlex('A', 100, 400) + measurePlex('V', 100, 400));
  });

  it('measures letters of the second file, and takes a square for a letter of neither', () => {
    expect(measurePlex('ł', 100, 400)).toBeLessThan(50);
    expect(measurePlex('中', 100, 400)).toBe(100);
    expect(measurePlex('', 100, 400)).toBe(0);
  });
});
