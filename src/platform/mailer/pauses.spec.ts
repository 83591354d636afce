import { restAfter, waitAfter } from './pauses.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('how long an e-mail rests that was not taken', () => {
  const rests = Array.from({ length: 21 }, (_, index) => restAfter(index + 1));

  it('grows from half a minute to four hours', () => {
    expect(rests.slice(0, 9)).toEqual([0.5, 1, 2, 4, 8, 16, 32, 64, 128].map((minutes) => minutes * MINUTE));
    expect(rests.slice(9, 20)).toEqual(Array(11).fill(4 * HOUR));
  });

  it('ends after two days of trying, with the 21st attempt', () => {
    expect(rests[20]).toBeNull();
    expect(restAfter(22)).toBeNull();
    // 255.5 minutes of doubling, and eleven times four hours.
    const all = rests.reduce<number>((sum, rest) => sum + (rest ?? 0), 0);
    expect(all).toBe(255.5 * MINUTE + 44 * HOUR);
    expect(all - 4 * HOUR).toBeLessThan(48 * HOUR);
    expect(all).toBeGreaterThanOrEqual(48 * HOUR);
  });
});

it('waits ten minutes at most for a mail server that is away, and for ever', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 1_000].map((times) => waitAfter(times) / MINUTE)).toEqual([
    0.5, 1, 2, 4, 8, 10, 10, 10,
  ]);
});
