import { remaining, typedNumber } from './remaining.ts';

describe('what is left of a whole', () => {
  it('reads numbers as their reader writes them', () => {
    expect(typedNumber('1,234.5', 'point')).toBe(1234.5);
    expect(typedNumber('1.234,5', 'comma')).toBe(1234.5);
    expect(typedNumber('1 234', 'comma')).toBe(1234);
    expect(typedNumber('33,3 %', 'comma')).toBe(33.3);
    for (const none of ['', '-', 'about 5', '5-7', '1,']) expect(typedNumber(none, 'comma')).toBeNull();
  });

  it('is what the parts do not hold, to the last digit', () => {
    // 100 − 33.33 − 33.33 − 33.34 = 0, where floating numbers leave some 1e-14.
    expect(remaining(100, [33.33, 33.33, 33.34])).toBe(0);
    expect(remaining(100, [33.33, null, 33.33])).toBe(33.34);
    expect(remaining(22, [7, 16])).toBe(-1);
    expect(remaining(0.3, [0.1, 0.2])).toBe(0);
  });

  it('is not known of a whole that is not, or before anything is given out', () => {
    expect(remaining(null, [7])).toBeNull();
    expect(remaining(22, [])).toBeNull();
    expect(remaining(22, [null, null])).toBeNull();
  });
});
