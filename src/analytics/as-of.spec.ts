import { asOfMoment, knownAt, localMoment } from './as-of.ts';

const NEW_YORK = 'America/New_York';
const NOW = new Date('2017-07-05T12:00:00Z');

describe('the moment that is asked for', () => {
  it.each([
    ['2017-06-30T18:00:00Z', '2017-06-30T18:00:00.000Z'],
    ['2017-06-30T18:00Z', '2017-06-30T18:00:00.000Z'],
    ['2017-06-30T18:00:00.250-04:00', '2017-06-30T22:00:00.250Z'],
    // The end of the day in New York, which is four hours behind.
    ['2017-06-30', '2017-07-01T03:59:59.999Z'],
    // In winter it is five.
    ['2016-12-31', '2017-01-01T04:59:59.999Z'],
    // Today is not over: as known now.
    ['2017-07-05', NOW.toISOString()],
    [NOW.toISOString(), NOW.toISOString()],
    // Without its zone it is of New York, to the end of what is said.
    ['2017-06-30T18:00', '2017-06-30T22:00:59.999Z'],
    ['2017-06-30T18:00:30', '2017-06-30T22:00:30.999Z'],
    ['2017-06-30T18:00:30.250', '2017-06-30T22:00:30.250Z'],
    // The minute that it is: as known now.
    ['2017-07-05T08:00', NOW.toISOString()],
  ])('%s is %s', (typed, moment) => {
    expect(asOfMoment(typed, NOW, NEW_YORK).toISOString()).toBe(moment);
  });

  it.each([
    ['2017-07-05T12:00:00.001Z', 'AS_OF.FUTURE', 'in-the-future'],
    ['2017-07-06', 'AS_OF.FUTURE', 'in-the-future'],
    ['2017-06-31', 'AS_OF.UNREADABLE', 'not-a-moment'],
    ['2017-06-31T18:00', 'AS_OF.UNREADABLE', 'not-a-moment'],
    ['2017-06-30T24:00', 'AS_OF.UNREADABLE', 'not-a-moment'],
    // 8:01 in New York is 12:01 in UTC.
    ['2017-07-05T08:01', 'AS_OF.FUTURE', 'in-the-future'],
    ['2017-06-30T24:00:00Z', 'AS_OF.UNREADABLE', 'not-a-moment'],
    ['June', 'AS_OF.UNREADABLE', 'not-a-moment'],
  ])('%s is refused: %s', (typed, code, reason) => {
    expect(() => asOfMoment(typed, NOW, NEW_YORK)).toThrow(
      expect.objectContaining({
        code,
        options: expect.objectContaining({
          kind: 'call',
          faults: [{ parameter: 'as-of', reason, value: typed }],
        }),
      }),
    );
  });
});

describe('a moment in a field for date and time', () => {
  it.each([
    ['2017-06-30T22:10:33.982Z', '2017-06-30T18:10:33.982'],
    ['2017-06-30T22:10:00Z', '2017-06-30T18:10'],
    ['2016-12-31T22:10:00Z', '2016-12-31T17:10'],
    ['2017-06-30T18:10', '2017-06-30T18:10'],
    ['2017-06-30', '2017-06-30T23:59'],
  ])('%s is %s of New York, and to the minute the same moment', (typed, local) => {
    const moment = asOfMoment(typed, NOW, NEW_YORK);
    expect(localMoment(moment, typed, NEW_YORK)).toBe(local);
    const minute = (at: Date) => Math.floor(at.getTime() / 60_000);
    expect(minute(asOfMoment(local, NOW, NEW_YORK))).toBe(minute(moment));
  });

  it('that nobody asked for is one to the minute', () => {
    expect(localMoment(new Date('2017-06-30T22:10:33.982Z'), undefined, NEW_YORK)).toBe('2017-06-30T18:10');
  });
});

describe('as known when, where no moment is asked for', () => {
  const known = (cutOff: string, changedAt: string | null) =>
    knownAt({
      cutOff,
      changedAt: changedAt === null ? null : new Date(changedAt),
      now: NOW,
      timeZone: NEW_YORK,
    }).toISOString();

  it.each([
    [
      'the last change, where that came after the cut-off',
      '2017-06-30',
      '2017-07-03T18:03:00Z',
      '2017-07-03T18:03:00.000Z',
    ],
    [
      'the end of the cut-off day, where nothing was changed since',
      '2017-06-30',
      '2017-06-20T12:00:00Z',
      '2017-07-01T03:59:59.999Z',
    ],
    [
      'the beginning of today, where nothing was changed today',
      '2017-07-05',
      '2017-07-03T18:03:00Z',
      '2017-07-05T04:00:00.000Z',
    ],
    ['the last change of today', '2017-07-05', '2017-07-05T11:00:00Z', '2017-07-05T11:00:00.000Z'],
    ['never later than now', '2017-07-05', '2026-01-01T00:00:00Z', NOW.toISOString()],
    ['and of an empty record the end of the cut-off day too', '2017-06-30', null, '2017-07-01T03:59:59.999Z'],
  ])('is %s', (_, cutOff, changedAt, moment) => {
    expect(known(cutOff, changedAt)).toBe(moment);
  });
});
