import { parsePeriod } from './period.ts';
import { type MonthlySchedule, turnOf, turnsAt } from './schedule.ts';

const firstAtSeven: MonthlySchedule = { dayOfMonth: 1, hour: 7, timeZone: 'America/New_York' };

/** Turns as text, so that a failure can be read. */
const turns = (now: string, schedule = firstAtSeven) => {
  const { due, next } = turnsAt(Date.parse(now), schedule);
  return [due, next].map(({ period, dueAtMs }) => `${period.key} at ${new Date(dueAtMs).toISOString()}`);
};

describe('the monthly report', () => {
  it('is due from its very instant on', () => {
    expect(turns('2017-07-01T11:00:00.000Z')).toEqual([
      '2017-06 at 2017-07-01T11:00:00.000Z',
      '2017-07 at 2017-08-01T11:00:00.000Z',
    ]);
  });

  it('is not due a moment before', () => {
    expect(turns('2017-07-01T10:59:59.999Z')).toEqual([
      '2017-05 at 2017-06-01T11:00:00.000Z',
      '2017-06 at 2017-07-01T11:00:00.000Z',
    ]);
  });

  it('is found weeks later by a service that was down', () => {
    expect(turns('2017-07-29T00:00:00Z')[0]).toBe('2017-06 at 2017-07-01T11:00:00.000Z');
  });

  it('belongs to the month in its own time zone, not in UTC', () => {
    // 2017-07-01 01:00 UTC is still June in New York, so May's is the last that was due.
    expect(turns('2017-07-01T01:00:00Z', { ...firstAtSeven, hour: 0 })).toEqual([
      '2017-05 at 2017-06-01T04:00:00.000Z',
      '2017-06 at 2017-07-01T04:00:00.000Z',
    ]);
  });

  it('goes over the turn of the year', () => {
    expect(turns('2017-12-15T00:00:00Z')).toEqual([
      '2017-11 at 2017-12-01T12:00:00.000Z',
      '2017-12 at 2018-01-01T12:00:00.000Z',
    ]);
    expect(turns('2018-01-01T00:00:00Z')[0]).toBe('2017-11 at 2017-12-01T12:00:00.000Z');
  });

  it('keeps its hour by the clock in summer and winter', () => {
    // 7:00 is 12:00 UTC on 1 March (winter) and 11:00 UTC on 1 April (summer)
    expect(turns('2017-03-15T00:00:00Z')).toEqual([
      '2017-02 at 2017-03-01T12:00:00.000Z',
      '2017-03 at 2017-04-01T11:00:00.000Z',
    ]);
  });

  it('is sent once on the night when its hour is skipped, and once when it comes twice', () => {
    // 12 March 2017 has no 2:00, which is 7:00 UTC; 5 November 2017 has 1:00 twice, at 5:00 and 6:00 UTC
    expect(turns('2017-03-12T07:00:00Z', { ...firstAtSeven, dayOfMonth: 12, hour: 2 })[0]).toBe(
      '2017-02 at 2017-03-12T07:00:00.000Z',
    );
    const inNovember = { ...firstAtSeven, dayOfMonth: 5, hour: 1 };
    expect([
      turns('2017-11-05T05:00:00Z', inNovember)[0],
      turns('2017-11-05T06:00:00Z', inNovember)[0],
    ]).toEqual(['2017-10 at 2017-11-05T05:00:00.000Z', '2017-10 at 2017-11-05T05:00:00.000Z']);
  });

  it('is due once for every month, in unbroken order, asked every 29 hours for two years', () => {
    const HOUR_MS = 3_600_000;
    const start = Date.parse('2016-12-31T20:30:00Z');
    const seen = new Set<string>();
    for (let now = start; now < start + 2 * 365 * 24 * HOUR_MS; now += 29 * HOUR_MS) {
      const { due, next } = turnsAt(now, firstAtSeven);
      expect(due.dueAtMs <= now && now < next.dueAtMs).toBe(true);
      seen.add(due.period.key);
    }
    const of2017 = Array.from({ length: 12 }, (_, month) => `2017-${String(month + 1).padStart(2, '0')}`);
    expect([...seen].slice(0, 14)).toEqual(['2016-11', '2016-12', ...of2017]);
  });

  it.each([
    { dayOfMonth: 29, hour: 7 },
    { dayOfMonth: 0, hour: 7 },
    { dayOfMonth: 1.5, hour: 7 },
    { dayOfMonth: 1, hour: 24 },
    { dayOfMonth: 1, hour: Number.NaN },
  ])('refuses day $dayOfMonth at $hour', (given) => {
    expect(() => turnsAt(0, { ...firstAtSeven, ...given })).toThrow(
      expect.objectContaining({ code: 'SCHEDULE.INVALID' }),
    );
  });
});

it.each([
  ['2017-06', '2017-07-01T11:00:00.000Z'],
  // In winter New York is five hours behind; December's turn falls in the next year.
  ['2016-12', '2017-01-01T12:00:00.000Z'],
])('the turn of %s falls due at %s', (month, dueAt) => {
  const { period, dueAtMs } = turnOf(parsePeriod(month), firstAtSeven);
  expect([period.key, new Date(dueAtMs).toISOString()]).toEqual([month, dueAt]);
});
