import { isToNote, standstillOf } from './standstill.ts';

const at = (text: string) => new Date(text);

describe('a standstill', () => {
  it('is more than forty days in which nobody looked', () => {
    const from = at('2017-06-01T10:00:00Z');
    // 30 days of June and ten of July.
    expect(standstillOf(from, at('2017-07-11T10:00:00Z'))).toBeNull();
    const to = at('2017-07-11T10:00:01Z');
    expect(standstillOf(from, to)).toEqual({ from, to });
  });

  it('is none before the first look, nor by a clock that was put back', () => {
    expect(standstillOf(null, at('2031-03-01T10:00:00Z'))).toBeNull();
    expect(standstillOf(at('2031-03-01T10:00:00Z'), at('2026-11-29T10:00:00Z'))).toBeNull();
  });
});

it('is noted once an hour, and never back', () => {
  const before = at('2017-06-01T10:00:00Z');
  expect(isToNote(null, before)).toBe(true);
  expect(isToNote(before, at('2017-06-01T10:59:59Z'))).toBe(false);
  expect(isToNote(before, at('2017-06-01T11:00:00Z'))).toBe(true);
  expect(isToNote(before, at('2017-05-01T10:00:00Z'))).toBe(false);
});
