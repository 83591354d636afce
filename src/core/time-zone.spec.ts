import { dayIn, instantOf, wallTime } from './time-zone.ts';

const NEW_YORK = 'America/New_York';
const at = (text: string) => Date.parse(text);
const wall = (year: number, month: number, day: number, hour: number, minute = 0) => ({
  year,
  month,
  day,
  hour,
  minute,
  second: 0,
});

describe('time zones', () => {
  it.each([
    ['2017-07-01T11:00:00Z', NEW_YORK, wall(2017, 7, 1, 7)],
    ['2017-12-01T12:00:00Z', NEW_YORK, wall(2017, 12, 1, 7)],
    ['2017-07-01T04:00:00Z', NEW_YORK, wall(2017, 7, 1, 0)],
    ['2017-07-01T01:15:00Z', 'Asia/Kathmandu', wall(2017, 7, 1, 7)],
  ])('at %s clocks in %s', (instant, timeZone, shown) => {
    expect(wallTime(at(instant), timeZone)).toEqual(shown);
    expect(instantOf(shown, timeZone)).toBe(at(instant));
  });

  it('knows which day it is where the reader is', () => {
    const instant = at('2017-07-01T03:59:59.999Z');
    expect([dayIn(instant, NEW_YORK), dayIn(instant, 'UTC')]).toEqual(['2017-06-30', '2017-07-01']);
  });

  it('takes the first of two equal times where clocks are set back', () => {
    // 2017-11-05: 1:30 is shown at 5:30 UTC (summer) and again at 6:30 UTC (winter)
    expect(instantOf(wall(2017, 11, 5, 1, 30), NEW_YORK)).toBe(at('2017-11-05T05:30:00Z'));
  });

  it('takes the time shown instead where clocks are set forward', () => {
    // 2017-03-12: 2:00 to 3:00 is skipped at 7:00 UTC, so 2:30 is 3:30 summer time
    expect(instantOf(wall(2017, 3, 12, 2, 30), NEW_YORK)).toBe(at('2017-03-12T07:30:00Z'));
    expect(instantOf(wall(2017, 3, 12, 2), NEW_YORK)).toBe(at('2017-03-12T07:00:00Z'));
  });

  it('refuses what is no time zone', () => {
    expect(() => dayIn(0, 'Bridgetown')).toThrow(
      expect.objectContaining({ code: 'TIME.UNKNOWN_ZONE', message: '"Bridgetown" is not a time zone.' }),
    );
  });
});
